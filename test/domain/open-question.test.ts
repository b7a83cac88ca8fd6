import { describe, expect, it } from 'vitest';
import { newConversation } from '../../src/domain/dialog/conversation.ts';
import { NOTHING_SETTLED, type Said } from '../../src/domain/dialog/dialog-event.ts';
import { question } from '../../src/domain/dialog/question.ts';
import { answeredBy, askedBefore, type OpenQuestion } from '../../src/domain/open-question.ts';

const terms = (...texts: string[]) => texts.map((text) => ({ text, weight: 1 }));

function anOpen(id: number, ...texts: string[]): OpenQuestion {
  const at = '2026-11-20T03:00:00.000Z';
  return {
    id,
    text: texts.join(''),
    terms: terms(...texts),
    unit: 'benefit',
    times: 1,
    firstAt: at,
    lastAt: at,
  };
}

describe('a question asked before', () => {
  const asked = terms('未支給', '委任状', '原本', '写し');

  it('shares half of the words of both, the most alike of several', () => {
    const near = anOpen(1, '未支給', '委任状', '窓口', '番号札');
    const nearer = anOpen(2, '未支給', '委任状', '原本');
    expect(askedBefore(asked, [near])).toBe(near);
    expect(askedBefore(asked, [near, nearer])).toBe(nearer);
    expect(askedBefore(asked, [anOpen(3, '未支給', '窓口', '番号札', '閉庁')])).toBeNull();
    expect(askedBefore(asked, [])).toBeNull();
  });

  it('is not one that is only mentioned in a long one', () => {
    expect(askedBefore(terms('未支給'), [anOpen(1, '未支給', '窓口', '番号札', '閉庁')])).toBeNull();
  });

  it('of equals is the oldest, in whatever order they come', () => {
    const [first, second] = [anOpen(1, '未支給', '委任状'), anOpen(2, '未支給', '委任状')];
    expect(askedBefore(asked, [second, first])).toBe(first);
  });
});

describe('what is published', () => {
  it('answers whatever question finds it, however long it is itself', () => {
    const found = anOpen(1, '未支給', '委任状', '原本', '写し', '期限');
    const other = anOpen(2, '番号札', '閉庁', '委任状');
    const published = terms('未支給', '委任状', '代理人', '請求', '戸籍', '続柄');
    expect(answeredBy(published, [found, other])).toEqual([found]);
  });
});

describe('the words of a question', () => {
  const understanding = {
    drill: false,
    offerCompliance: false,
    suspicions: [],
    alternatives: [{ label: 'other', confidence: 1 }],
  };
  const keeps = (over: object) => {
    const said = {
      id: 'm-1',
      text: '委任状いる？',
      understanding: { ...understanding, ...over },
      settled: NOTHING_SETTLED,
    } as unknown as Said;
    const [effect] = question(newConversation(), said).effects;
    return effect?.kind === 'answer_question' ? effect.keeps : null;
  };

  it('may be kept, but not of a drill nor of what may be a violation', () => {
    expect(keeps({})).toBe(true);
    for (const over of [
      { drill: true },
      { offerCompliance: true },
      { suspicions: ['violation'] },
      { alternatives: [{ label: 'compliance', confidence: 0.4 }] },
    ])
      expect([over, keeps(over)]).toEqual([over, false]);
  });
});
