import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { phrase } from '../../../src/domain/phrase.ts';
import { notice } from '../../../src/domain/dialog/question-view.ts';
import type { Post } from '../../../src/application/ports.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { fakeSlack, type FakeSlack } from '../../support/fake-slack/fake-slack.ts';
import type { Fault } from '../../support/fake-slack/faults.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { REPORTER } from '../../support/small-organization.ts';
import { slackEdge } from '../../support/slack-edge.ts';

let slack: FakeSlack;
let platform: Platform;
beforeAll(async () => {
  slack = await fakeSlack();
  slack.addChannel('C000001', 'risk');
  platform = await slackEdge(slack);
});
afterEach(() => slack.workspace.messages.splice(0));
afterAll(async () => {
  await platform.stop();
  await slack.close();
});

let keys = 0;
function aPost(over: Partial<Post> = {}): Post {
  const key = `key-${(keys += 1)}`;
  const view = notice([phrase('value', { value: 'ことば' })]);
  return {
    key,
    to: { platform: 'slack', place: '#risk' },
    view,
    card: null,
    mention: false,
    attempt: 1,
    ...over,
  };
}
const standing = () => slack.messagesIn('C000001').map(({ blocks }) => textOf(blocks));
const saying = (value: string) => notice([phrase('value', { value })]);

describe('a message', () => {
  it.each<[string, Fault, string, number]>([
    ['that comes too fast', { kind: 'rate_limited', seconds: 7 }, 'rate_limited', 0],
    ['behind an error of the server', { kind: 'server_error', done: false }, 'unknown_outcome', 0],
    [
      'behind an error of the server that has done the work',
      { kind: 'server_error', done: true },
      'unknown_outcome',
      1,
    ],
    ['behind a connection that breaks', { kind: 'dropped', done: true }, 'unknown_outcome', 1],
    [
      'behind a connection that breaks before the work',
      { kind: 'dropped', done: false },
      'unknown_outcome',
      0,
    ],
    ['for a channel that is gone', { kind: 'error', error: 'channel_not_found' }, 'no_such_place', 0],
    ['for a channel that was archived', { kind: 'error', error: 'is_archived' }, 'no_such_place', 0],
    ['with a token that was revoked', { kind: 'error', error: 'token_revoked' }, 'unavailable', 0],
    ['that is too long', { kind: 'error', error: 'msg_blocks_too_long' }, 'too_large', 0],
    ['that Slack does not take', { kind: 'error', error: 'invalid_blocks' }, 'refused', 0],
  ])(
    '%s fails by its own name, and stands once after it was tried again',
    async (_what, fault, code, there) => {
      const post = aPost();
      slack.faults.next('chat.postMessage', fault);
      const first = await platform.send(post);
      expect(first).toMatchObject({ ok: false, problem: { code } });
      if (fault.kind === 'rate_limited') expect(first).toMatchObject({ problem: { retryAfterMs: 7000 } });
      expect(standing()).toHaveLength(there);
      const second = await platform.send({ ...post, attempt: 2 });
      expect(second.ok).toBe(true);
      expect(standing()).toEqual(['ことば']);
    },
  );

  it('that a killed worker has posted is found by another, and not posted again', async () => {
    const post = aPost();
    const first = await platform.send(post);
    const other = await slackEdge(slack);
    expect(await other.send({ ...post, attempt: 2 })).toEqual(first);
    await other.stop();
    expect(standing()).toEqual(['ことば']);
  });

  it('that is only late is waited for', async () => {
    slack.faults.next('chat.postMessage', { kind: 'slow', ms: 5000 });
    expect((await platform.send(aPost())).ok).toBe(true);
    expect(standing()).toHaveLength(1);
  }, 20_000);

  it('is not looked for where the attempt before surely brought nothing', async () => {
    const post = aPost();
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', seconds: 1 });
    await platform.send(post);
    const before = slack.calls.length;
    await platform.send({ ...post, attempt: 2 });
    expect(slack.calls.slice(before).map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  it('is looked for where another instance may have brought it since', async () => {
    const post = aPost();
    slack.faults.next('chat.postMessage', { kind: 'rate_limited', seconds: 1 });
    await platform.send(post);
    const other = await slackEdge(slack);
    slack.faults.next('chat.postMessage', { kind: 'dropped', done: true });
    expect((await other.send({ ...post, attempt: 2 })).ok).toBe(false);
    expect((await platform.send({ ...post, attempt: 3 })).ok).toBe(true);
    await other.stop();
    expect(standing()).toEqual(['ことば']);
  });

  it('for a channel in which the bot is not goes nowhere', async () => {
    slack.addChannel('C000009', 'closed', { members: new Set() });
    const to = { platform: 'slack', place: '#closed' };
    expect(await platform.send(aPost({ to }))).toMatchObject({ problem: { code: 'no_such_place' } });
    expect(await platform.send(aPost({ to: { ...to, place: 'C000009' } }))).toMatchObject({
      problem: { code: 'no_such_place' },
    });
  });
});

describe('a living card', () => {
  it('is edited in place, whatever becomes of the answers', async () => {
    const card = aPost({ card: 'INC-26-7KQ4M' });
    const posted = await platform.send(card);
    if (!posted.ok) throw new Error('not posted');
    slack.faults.next('chat.update', { kind: 'dropped', done: true });
    const changed = { ...card, view: saying('別のことば') };
    expect((await platform.update(posted.value, changed)).ok).toBe(false);
    expect(await platform.update(posted.value, { ...changed, attempt: 2 })).toEqual(posted);
    expect(standing()).toEqual(['別のことば']);
  });

  it('that was posted and not recorded shows the state of now once it is found', async () => {
    const card = aPost({ card: 'INC-26-7KQ4M' });
    await platform.send(card);
    await platform.send({ ...card, view: saying('別のことば'), attempt: 2 });
    expect(standing()).toEqual(['別のことば']);
  });

  it('that somebody has deleted is posted anew, once', async () => {
    const card = aPost({ card: 'INC-26-7KQ4M' });
    const posted = await platform.send(card);
    if (!posted.ok) throw new Error('not posted');
    for (const message of slack.workspace.messages) message.isDeleted = true;
    slack.faults.next('chat.postMessage', { kind: 'dropped', done: true });
    expect((await platform.update(posted.value, card)).ok).toBe(false);
    const anew = await platform.update(posted.value, { ...card, attempt: 2 });
    expect(anew.ok && anew.value.id !== posted.value.id).toBe(true);
    expect(standing()).toHaveLength(1);
  });

  it('calls the group of the unit that is reached there, and nobody else', async () => {
    slack.workspace.groups.push({ id: 'S0RISK', handle: 'risk' });
    await platform.send(aPost({ mention: true }));
    const [message] = slack.messagesIn('C000001');
    expect(JSON.stringify(message?.blocks)).toContain('<!subteam^S0RISK>');
    expect(JSON.stringify(message)).not.toMatch(/<!(here|channel|everyone)/);
  });
});

describe('somebody’s own conversation', () => {
  it('is opened once, and remembered', async () => {
    slack.addUser('U0PERSON', { email: `${REPORTER}@example.invalid` });
    const to = { platform: 'slack', place: `me:${REPORTER}` };
    expect((await platform.send(aPost({ to }))).ok).toBe(true);
    expect((await platform.send(aPost({ to }))).ok).toBe(true);
    expect(slack.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
    expect(slack.messagesIn('D00PERSON')).toHaveLength(2);
  });

  it('of somebody without an account is no place', async () => {
    const to = { platform: 'slack', place: 'me:nobody' };
    expect(await platform.send(aPost({ to }))).toMatchObject({ problem: { code: 'no_such_place' } });
  });
});
