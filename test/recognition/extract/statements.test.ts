import { describe, expect, it } from 'vitest';
import { findRest, findStatement } from '../../../src/recognition/extract/statements.ts';

const TROUBLE = '住所変更届で、同じ住所を3枚に書くのが手間です。';
const WISH = '1枚にまとめるよう変えたいです';

describe('a proposal', () => {
  it.each([
    TROUBLE + WISH,
    `【提案】${TROUBLE}${WISH}`,
    `【業務改善】【提案】${TROUBLE}${WISH}`,
    `${TROUBLE}\n${WISH}`,
  ])('%j is what is troublesome, and what is wished for instead', (text) => {
    const change = findStatement('change', text);
    expect(change?.value).toBe(WISH);
    expect(findRest(text, change ?? { start: 0, end: 0 })?.value).toBe(TROUBLE);
  });

  it.each([
    '様式を2枚にする提案です',
    '受付票を色分けしたいと思います',
    '記入例を窓口に置いてほしい',
    'コピー機を1台増やしませんか',
    '返信用の封筒を大きくすれば助かります',
  ])('%j is what is wished for', (text) => {
    expect(findStatement('change', text)?.value).toBe(text);
  });

  it.each([
    '窓口が混んで困っています',
    'お客様が年金額を知りたいと言って来られました',
    '提案書の様式が古いままです',
  ])('%j wishes for nothing', (text) => {
    expect(findStatement('change', text)).toBeNull();
  });

  it('of which nothing is left has a wish alone', () => {
    const text = `【提案】${WISH}`;
    expect(findRest(text, findStatement('change', text) ?? { start: 0, end: 0 })).toBeNull();
  });
});
