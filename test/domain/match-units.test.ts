import { describe, expect, it } from 'vitest';
import { levelled, romaji } from '../../src/domain/romaji.ts';
import { matchingUnits } from '../../src/domain/match-units.ts';
import { valueOn } from '../../src/domain/organization.ts';
import { theCatalogue, TODAY } from '../support/builders.ts';

const { organization } = await theCatalogue();
const choices = [...organization.units.values()].map((unit) => ({
  title: valueOn(unit.names, TODAY)?.ja ?? '',
  value: unit.id,
  group: unit.id.startsWith('sapporo') ? '北海道ブロック本部' : '',
}));
const found = (query: string) => matchingUnits(choices, query).map(({ value }) => value);

describe('an office is found', () => {
  it('by any part of its name, in any width', () => {
    expect(found('札幌東')).toEqual(['sapporo-higashi']);
    expect(found('みどり')).toContain('midori');
    expect(found('ﾘｽｸ')).toContain('risk-compliance');
  });

  it.each([
    ['さっぽろ', 'sapporo-higashi'],
    ['サッポロ', 'sapporo-higashi'],
    ['しんさっぽろ', 'shin-sapporo'],
    ['あおもり', 'aomori'],
    ['はちのへ', 'hachinohe'],
    ['ほっかいどう', 'block-hokkaido'],
    ['aomo', 'aomori'],
  ])('by its reading %s', (query, unit) => {
    expect(found(query)).toContain(unit);
  });

  it('by the block it belongs to', () => {
    expect(found('北海道ブロック')).toContain('sapporo-higashi');
  });

  it('not by something else, and everything by nothing', () => {
    expect(found('どこにもない')).toEqual([]);
    expect(found(' ')).toHaveLength(choices.length);
  });
});

describe('kana', () => {
  it.each([
    ['きょうと', 'kyouto'],
    ['しゃちょう', 'shachou'],
    ['じゅん', 'jun'],
    ['ニッポン', 'nippon'],
    ['東京', '東京'],
  ])('%s is spelt %s', (kana, latin) => {
    expect(romaji(kana)).toBe(latin);
  });

  it('long vowels and n before b make no difference', () => {
    expect(levelled(romaji('きょうと'))).toBe(levelled('kyoto'));
    expect(levelled(romaji('なんば'))).toBe(levelled('namba'));
  });
});
