import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelBook, type ChannelBook } from '../../../src/platforms/slack/channel-book.ts';
import { fakeSlack, type FakeSlack } from '../../support/fake-slack/fake-slack.ts';

const CHANNEL = 'C0QUALITY';

let slack: FakeSlack;
let book: ChannelBook;
beforeAll(async () => {
  slack = await fakeSlack();
  slack.addChannel(CHANNEL, 'quality');
  const api = new webApi.WebClient(slack.tokens.bot, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: webApi.LogLevel.ERROR,
  });
  book = channelBook(api, () => performance.now());
});
afterAll(() => slack.close());

describe('what a channel may be called', () => {
  it('is not known while Slack cannot be asked, and is asked again: what is said there may be for a report', async () => {
    slack.faults.next('conversations.info', { kind: 'server_error', done: false });
    await expect(book.placesOf(CHANNEL)).rejects.toThrow();
    expect(await book.placesOf(CHANNEL)).toEqual([CHANNEL, '#quality']);
  });

  it('is its id alone where Slack tells nothing of it', async () => {
    expect(await book.placesOf('C0GONE')).toEqual(['C0GONE']);
  });
});
