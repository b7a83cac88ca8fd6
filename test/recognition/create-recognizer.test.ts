import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Recognizer } from '../../src/application/ports.ts';
import type { Field, FieldKind } from '../../src/domain/field.ts';
import type { Label, Understanding } from '../../src/domain/understanding.ts';
import { LABELS } from '../../src/domain/understanding.ts';
import { CONTEXT, trainedRecognizer } from './trained-recognizer.ts';

let recognizer: Recognizer;
beforeAll(async () => {
  ({ recognizer } = await trainedRecognizer());
}, 180_000);

const understand = (text: string): Understanding => recognizer.understand(text, CONTEXT);

function field(id: string, kind: FieldKind, options: readonly string[] = []): Field {
  return {
    id,
    kind,
    required: true,
    ask: true,
    askWhen: { kind: 'always' },
    allowUnknown: true,
    options: options.map((option) => ({ id: option, answer: { kind: 'choice', choice: option } })),
    default: null,
    maxLength: 2000,
    screen: 'first',
    allowFuture: false,
  };
}

describe('one sentence', () => {
  it('gives type, subtype, words that decided and answers', () => {
    const message = '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです';
    const understanding = understand(message);
    expect(understanding).toMatchObject({
      label: 'incident',
      subtype: 'misdelivery',
      decision: 'assume',
      language: 'ja',
    });
    expect(understanding.evidence[0]).toContain('別の方の通知書');
    expect(understanding.prefill).toMatchObject({
      summary: { kind: 'text', text: message },
      occurred_on: { kind: 'date', date: '2026-11-19' },
      document: { kind: 'text', text: '通知書' },
      personal_data: { kind: 'choice', choice: 'yes' },
      recovered: { kind: 'choice', choice: 'recovered' },
      first_response: { kind: 'text', text: '回収済みです' },
    });
    expect(understanding.mentions).toContainEqual({ field: 'occurred_on', words: '昨日' });
  });

  it.each<[string, Label]>([
    [
      'お客様から、振込額が聞いていた額と違うと怒られました。前の説明が間違っていたみたいです',
      'customer_voice',
    ],
    ['課長に、受付日をさかのぼって書けと言われてます', 'compliance'],
    ['この前の提案どうなりました？', 'status'],
    ['先月の番号札のやつ', 'status'],
    ['INC-26-7KQ4Mは？', 'status'],
    ['窓あき封筒の宛名がズレてました', 'incident'],
    ['I gave a notice to the wrong person this morning. Got it back.', 'incident'],
    ['おはようございます', 'other'],
  ])('%s is %s', (message, label) => {
    expect(understand(message).label).toBe(label);
  });

  it('suspects the error in a complaint', () => {
    expect(
      understand('お客様から、振込額が聞いていた額と違うと怒られました。前の説明が間違っていたみたいです'),
    ).toMatchObject({
      voiceKind: 'complaint',
      suspicions: ['clerical_error'],
      prefill: { suspicion: { kind: 'choice', choice: 'error' } },
    });
  });

  it('separates the trouble of a proposal from the change', () => {
    const { prefill } = understand('毎回3枚同じこと書かせるのほんと意味わからない。1枚にまとめればいいのに');
    expect(prefill).toMatchObject({
      problem: { kind: 'text', text: '毎回3枚同じこと書かせるのほんと意味わからない。' },
      change: { kind: 'text', text: '1枚にまとめればいいのに' },
    });
  });

  it('carries nothing on from a compliance matter', () => {
    expect(understand('課長に、受付日をさかのぼって書けと言われてます')).toMatchObject({
      prefill: {},
      mentions: [],
    });
  });
});

describe('replies to a question', () => {
  it.each([
    ['3人です', field('people', 'count'), { kind: 'count', from: 3, to: 3 }],
    ['やっぱり三人', field('people', 'count'), { kind: 'count', from: 3, to: 3 }],
    ['2〜9人', field('people', 'count'), { kind: 'count', from: 2, to: 9 }],
    ['101人以上', field('people', 'count'), { kind: 'count', from: 101, to: null }],
    ['84万', field('amount', 'money'), { kind: 'count', from: 840_000, to: 840_000 }],
    ['きのう', field('occurred_on', 'date'), { kind: 'date', date: '2026-11-19' }],
    ['11/19', field('occurred_on', 'date'), { kind: 'date', date: '2026-11-19' }],
    ['今', field('found_at', 'datetime'), { kind: 'date', date: '2026-11-20' }],
    ['分からない', field('people', 'count'), { kind: 'unknown' }],
    ['あります', field('personal_data', 'choice', ['yes', 'no']), { kind: 'choice', choice: 'yes' }],
    ['いいえ', field('opened', 'choice', ['opened', 'not_opened']), { kind: 'choice', choice: 'not_opened' }],
    [
      '見ていないと思います',
      field('opened', 'choice', ['opened', 'not_opened']),
      { kind: 'choice', choice: 'not_opened' },
    ],
    [
      'まだです',
      field('recovered', 'choice', ['recovered', 'not_yet']),
      { kind: 'choice', choice: 'not_yet' },
    ],
    ['当所', field('found_by', 'unit'), { kind: 'unit', unit: 'office-midori' }],
    ['電話でおわびした', field('first_response', 'text'), { kind: 'text', text: '電話でおわびした' }],
  ])('%s', (reply, asked, expected) => {
    expect(recognizer.read(reply, asked, CONTEXT)).toEqual(expected);
  });

  it.each([
    ['たぶんあとで', field('occurred_on', 'date')],
    ['さあ', field('people', 'count')],
    ['青', field('opened', 'choice', ['opened', 'not_opened'])],
    ['どこか', field('found_by', 'unit')],
  ])('%s is no answer', (reply, asked) => {
    expect(recognizer.read(reply, asked, CONTEXT)).toBeNull();
  });

  it('choose only options that the field has', () => {
    expect(recognizer.read('あります', field('personal_data', 'choice', ['unknown']), CONTEXT)).toBeNull();
  });
});

describe('status questions', () => {
  it.each([
    ['私の提案どうなりました？', { mine: true, type: 'proposal', period: null }],
    ['先月の番号札のやつ', { mine: false, type: null, period: { from: '2026-10-01', until: '2026-10-31' } }],
    [
      '先週の誤送付の件は？',
      { mine: false, type: 'incident', period: { from: '2026-11-09', until: '2026-11-15' } },
    ],
    [
      'この前の苦情',
      { mine: false, type: 'customer_voice', period: { from: '2026-09-21', until: '2026-11-20' } },
    ],
    ['12月に出したやつ', { mine: false, type: null, period: { from: '2025-12-01', until: '2025-12-31' } }],
  ])('%s', (message, expected) => {
    expect(recognizer.about(message, CONTEXT)).toEqual(expected);
  });
});

describe('terms for similarity', () => {
  it('are the content words, rare ones first', () => {
    const terms = recognizer.terms('番号札の表示を大きくしてほしいです').map((term) => term.text);
    expect(terms).toEqual(expect.arrayContaining(['番号札', '表示', '大きい']));
    expect(terms).not.toEqual(expect.arrayContaining(['の']));
  });

  it('weigh more than nothing', () => {
    for (const { weight } of recognizer.terms('窓口の待ち時間 constructor __proto__'))
      expect(weight).toBeGreaterThan(0);
  });
});

describe('any message whatever', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ maxLength: 400 }),
    fc.constantFrom(
      '',
      ' ',
      '😊',
      '\u0000',
      '\ud800',
      '\u202e',
      'constructor',
      '__proto__',
      '。'.repeat(40_000),
      'ア'.repeat(40_000),
      '1'.repeat(40_000),
      '「'.repeat(5000),
    ),
  );

  it('is understood somehow, without throwing', () => {
    fc.assert(
      fc.property(hostile, (message) => {
        const understanding = understand(message);
        expect(LABELS).toContain(understanding.label);
        expect(understanding.alternatives).toHaveLength(LABELS.length);
        const sum = understanding.alternatives.reduce((total, guess) => total + guess.confidence, 0);
        expect(sum).toBeCloseTo(1, 6);
        for (const words of understanding.evidence) expect(message).toContain(words);
        recognizer.terms(message);
        recognizer.about(message, CONTEXT);
        recognizer.read(message, field('people', 'count'), CONTEXT);
      }),
      { numRuns: 150 },
    );
  });

  it('is understood the same way every time', () => {
    const message = '昨日、診断書が見当たりませんでした。約5名分です';
    expect(understand(message)).toEqual(understand(message));
  });
});

describe('two matters', () => {
  it.each<[string, Label[]]>([
    ['きのう証明書を別の方に渡しました。あと、来月の人手が足りなくなりそうで心配です', ['incident', 'risk']],
    [
      '待ち時間が長いと苦情がありました。それと、番号札を色分けしたらどうでしょうか',
      ['customer_voice', 'proposal'],
    ],
  ])('%s', (message, labels) => {
    expect(understand(message).items.map((item) => item.label)).toEqual(labels);
  });

  it.each([
    '昨日FAXの宛先を間違えました。回収済みです。あと、5名分でした',
    '・いつ 昨日\n・何 誤交付\n・人数 1名',
  ])('one report told in points stays one: %s', (message) => {
    expect(understand(message).items).toHaveLength(1);
  });
});
