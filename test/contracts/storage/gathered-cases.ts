import { expect, test } from 'vitest';
import type { NewWebMessage } from '../../../src/application/ports/web-chat.ts';
import { NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

/** No database takes it. */
const BAD = 'bad\u0000text';

/** Writes that come at the same moment share a statement, and know nothing of one another. */
export function gatheredCases(given: Given): void {
  test('a message that cannot be stored harms none that is posted with it', async () => {
    const { webChat } = given().store;
    const message = (text: string): NewWebMessage => ({
      key: `key of ${text.replace('\u0000', '')}`,
      place: 'channel-a',
      author: { person: 'p-001' },
      at: NOON,
      view: null,
      text,
      card: null,
      mention: false,
    });
    const posted = await Promise.allSettled(['a', BAD, 'c'].map((text) => webChat.post(message(text))));
    expect(posted.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const { messages } = await webChat.page('channel-a', null, 10);
    expect(messages.map(({ text, revision }) => [text, revision])).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
  });
}
