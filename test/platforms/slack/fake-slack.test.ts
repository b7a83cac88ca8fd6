import { describe, expect, it } from 'vitest';
import { createResponseUrls } from '../../support/fake-slack/response-urls.ts';
import { createTriggers } from '../../support/fake-slack/triggers.ts';
import { fakePerson } from '../../support/fake-slack/people.ts';
import { fakeSlack } from '../../support/fake-slack/fake-slack.ts';

/** What the fake leaves out no test can find: it is held to what Slack says of itself. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;

function refusal(call: () => unknown): string | null {
  try {
    call();
    return null;
  } catch (error) {
    return (error as { slackError: string }).slackError;
  }
}

describe('an address to answer at', () => {
  it('is good for five answers', () => {
    const urls = createResponseUrls(() => 0);
    const id = urls.give('C1', '1.1');
    for (let use = 0; use < 5; use += 1) expect(urls.use(id)).toEqual({ channel: 'C1', ts: '1.1' });
    expect(refusal(() => urls.use(id))).toBe('used_url');
  });

  it('is good for half an hour', () => {
    let now = 0;
    const urls = createResponseUrls(() => now);
    const id = urls.give('C1', '1.1');
    now = 30 * MINUTE;
    expect(refusal(() => urls.use(id))).toBeNull();
    now += 1;
    expect(refusal(() => urls.use(id))).toBe('expired_url');
  });

  it('changes the message whose button was pressed, and is refused over HTTP once it is used up', async () => {
    const slack = await fakeSlack();
    try {
      slack.addUser('U1');
      slack.addChannel('C1', 'risk');
      const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'はい' } }];
      const message = { channel: 'C1', ts: slack.nextTs(), thread: null, user: 'U1', text: 'a', blocks };
      slack.workspace.messages.push({ ...message, metadata: null, isEdited: false, isDeleted: false });
      const url = slack.responseUrl('C1', message.ts);
      const body = JSON.stringify({ replace_original: true, text: 'はい。', blocks });
      const headers = { 'content-type': 'application/json' };
      const statuses = [];
      for (let use = 0; use < 6; use += 1)
        statuses.push((await fetch(url, { method: 'POST', body, headers })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
      expect(slack.messagesIn('C1').map(({ text }) => text)).toEqual(['はい。']);
    } finally {
      await slack.close();
    }
  });
});

describe('a leave to open a modal', () => {
  it('is good once, and for three seconds', () => {
    let now = 0;
    const triggers = createTriggers(() => now);
    const [first, second] = [triggers.give('U1'), triggers.give('U1')];
    now = 3 * SECOND;
    expect(triggers.use(first)).toBe('U1');
    expect(refusal(() => triggers.use(first))).toBe('exchanged_trigger_id');
    now += 1;
    expect(refusal(() => triggers.use(second))).toBe('expired_trigger_id');
    expect(refusal(() => triggers.use('none'))).toBe('invalid_trigger_id');
  });
});

describe('a list to choose from', () => {
  it('gives nothing that does not stand in it', async () => {
    const slack = await fakeSlack();
    try {
      slack.addUser('U1');
      const person = fakePerson(slack, 'U1');
      const options = [{ text: { text: 'ある' }, value: 'yes' }];
      const element = { type: 'radio_buttons', action_id: 'control', options };
      const block = { type: 'input', block_id: 'in:a:0:', label: { text: '個人情報' }, element };
      const view = { type: 'modal' as const, callback_id: '', private_metadata: '', blocks: [block] };
      const shown = { id: 'V1', hash: '1', user: 'U1', title: '', submit: '送信', close: null };
      slack.workspace.modals.set('U1', [{ ...view, ...shown, notify_on_close: false }]);
      await expect(person.submit({ 個人情報: 'ない' })).rejects.toThrow('no choice ない');
    } finally {
      await slack.close();
    }
  });
});
