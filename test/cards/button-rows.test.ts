import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonRows } from '../../src/cards/button-rows.ts';

const rowsOf = (titles: string[], width: number, buttons = 6) =>
  buttonRows(
    titles.map((title) => ({ title })),
    { buttons, width },
  ).map((row) => row.map(({ title }) => title));

describe('buttons in rows', () => {
  it('stand in one as long as there is room, Japanese letters being wider', () => {
    const japanese = ['報告する一二三四', 'わたしの報告一二', '使い方一二三四五'];
    expect(rowsOf(japanese, 429)).toEqual([japanese.slice(0, 2), japanese.slice(2)]);
    expect(rowsOf(['reports1', 'mine5678', 'how to 8'], 429)).toHaveLength(1);
    expect(rowsOf(['ﾎｳｺｸｽﾙ8', 'mine5678', 'how to 8'], 429)).toHaveLength(1);
  });

  it('have a least width however short they are', () => {
    expect(rowsOf(['1', '2', '3', '4', '5'], 416).map((row) => row.length)).toEqual([4, 1]);
  });

  it('stand alone where not even one has room', () => {
    expect(rowsOf(['長'.repeat(40), 'あ', 'い'], 416)).toEqual([['長'.repeat(40)], ['あ', 'い']]);
  });

  it('are never more than the host shows', () => {
    expect(rowsOf(['1', '2', '3', '4', '5', '6', '7'], Infinity).map((row) => row.length)).toEqual([6, 1]);
  });

  it('are all there, in their order, whatever they say', () => {
    const titles = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        titles,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 8 }),
        (all, width, most) => {
          const rows = rowsOf(all, width, most);
          expect(rows.flat()).toEqual(all);
          expect(rows.every((row) => row.length > 0 && row.length <= most)).toBe(true);
        },
      ),
    );
  });
});
