import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../../src/application/ports.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { fakeSlack, type FakeSlack } from '../../support/fake-slack/fake-slack.ts';
import { slackEdge } from '../../support/slack-edge.ts';

const RISK = 'C0RISK';

let slack: FakeSlack;
let platform: Platform | null;
let told: { lost: string[]; regained: string[] };
beforeEach(async () => {
  slack = await fakeSlack();
  platform = null;
  told = { lost: [], regained: [] };
});
afterEach(async () => {
  await platform?.stop();
  await slack.close();
});

/** Starts the edge, and notes what it says of channels. */
async function start(): Promise<void> {
  const noted = (list: string[]) => (channel: Address) => {
    list.push(channel.place);
    return Promise.resolve();
  };
  platform = await slackEdge(slack, { loseChannel: noted(told.lost), regainChannel: noted(told.regained) });
}

describe('at a start', () => {
  it('a channel that does not exist is lost', async () => {
    await start();
    expect(told).toEqual({ lost: ['#risk'], regained: [] });
  });

  it('a channel that the bot is not in is lost', async () => {
    slack.addChannel(RISK, 'risk', { members: new Set() });
    await start();
    expect(told).toEqual({ lost: ['#risk'], regained: [] });
  });

  it('a channel that is archived is lost', async () => {
    slack.addChannel(RISK, 'risk', { isArchived: true });
    await start();
    expect(told).toEqual({ lost: ['#risk'], regained: [] });
  });

  it('a channel that is there again is used again', async () => {
    slack.addChannel(RISK, 'risk');
    await start();
    expect(told).toEqual({ lost: [], regained: ['#risk'] });
  });

  it('nothing is said of channels while Slack does not say which there are', async () => {
    slack.faults.next('users.conversations', { kind: 'server_error', done: false });
    await start();
    expect(told).toEqual({ lost: [], regained: [] });
  });
});

describe('while it runs', () => {
  beforeEach(async () => {
    slack.addChannel(RISK, 'risk');
    slack.addChannel('C0LUNCH', 'lunch');
    await start();
    told.regained.length = 0;
  });

  it.each([
    'channel_archive',
    'group_archive',
    'channel_deleted',
    'group_deleted',
    'channel_left',
    'group_left',
  ])('%s of a channel in use is a loss, and of another is none', async (type) => {
    await slack.event({ type, channel: 'C0LUNCH', user: 'U0ABE', event_ts: slack.nextTs() });
    expect(told.lost).toEqual([]);
    await slack.event({ type, channel: RISK, user: 'U0ABE', event_ts: slack.nextTs() });
    expect(told).toEqual({ lost: ['#risk'], regained: [] });
  });

  it.each(['channel_unarchive', 'group_unarchive'])('%s brings it back', async (type) => {
    await slack.event({ type: 'channel_archive', channel: RISK, user: 'U0ABE', event_ts: slack.nextTs() });
    await slack.event({ type, channel: RISK, user: 'U0ABE', event_ts: slack.nextTs() });
    expect(told.regained).toContain('#risk');
  });
});
