import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/platforms/web/api.ts';
import { firstUnread } from '../../../../src/platforms/web/page/live/first-unread.ts';
import { standingQuestion } from '../../../../src/platforms/web/page/live/standing-question.ts';

let count = 0;
function message(over: Partial<Message>): Message {
  count += 1;
  return {
    id: `m${count}`,
    revision: count,
    at: '2026-11-20T00:00:00.000Z',
    editedAt: null,
    author: { kind: 'bot' },
    text: null,
    card: null,
    fallback: '',
    report: null,
    mention: false,
    notification: null,
    turn: null,
    ...over,
  };
}
const question = (turn: number) => message({ turn });
const news = () => message({});
const own = () => message({ author: { kind: 'person', name: '森', me: true }, text: 'はい' });

describe('the question that stands', () => {
  it('is the newest one', () => {
    const [first, second] = [question(1), question(2)];
    expect(standingQuestion([first, own(), second])).toBe(second);
    expect(standingQuestion([])).toBeNull();
  });

  it('stays while news comes in', () => {
    const asked = question(1);
    expect(standingQuestion([asked, news()])).toBe(asked);
  });

  it('is none once the person has spoken, whatever came of it', () => {
    expect(standingQuestion([question(1), own()])).toBeNull();
    expect(standingQuestion([question(1), own(), news()])).toBeNull();
  });
});

describe('the first message not seen', () => {
  it('is counted from the end, over what others said', () => {
    const [one, mine, two, three] = [news(), own(), news(), news()];
    expect(firstUnread([one, mine, two, three], 2)).toBe(two.id);
    expect(firstUnread([one, mine, two, three], 3)).toBe(one.id);
  });

  it('is the oldest one shown when it lies further back, and none when all was seen', () => {
    const one = news();
    expect(firstUnread([one, own()], 100)).toBe(one.id);
    expect(firstUnread([one], 0)).toBeNull();
    expect(firstUnread([], 3)).toBeNull();
  });
});
