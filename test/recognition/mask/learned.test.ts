import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { besideRules } from '../../../src/recognition/mask/learned/beside-rules.ts';
import { readMaskingLessons } from '../../../src/recognition/mask/learned/lessons.ts';
import { poolOf, withOtherNames } from '../../../src/recognition/mask/learned/vary-names.ts';
import { beliefsOf, mayFollow, TAG_COUNT } from '../../../src/recognition/mask/learned/tag-chain.ts';
import { pseudoRandom } from '../../../src/recognition/pseudo-random.ts';
import { UnreadableLine } from '../../../src/recognition/utterances.ts';
import { foundIn, mask, valuesOf } from './masker-under-test.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tsutae-lessons-'));
  folders.push(folder);
  return folder;
}

const KNOWN = { offices: new Set(['福島']), staff: new Set(['見本花子']) };

describe('a name without a word that announces it', () => {
  test.each([
    ['鵜飼から電話 折返し希望', '鵜飼'],
    ['受付票：三ツ橋 ヨネ（89歳）長男が代理', '三ツ橋 ヨネ'],
    ['長女の佳澄さんから電話', '佳澄'],
  ])('is hidden in %s', (text, name) => {
    expect(valuesOf('name', text).join('')).toContain(name.replace(' ', '').slice(0, 2));
  });

  test.each([
    '担当の木内に確認済み。係長の梅沢へ報告',
    '株式会社梅沢工務店から賞与届の督促',
    '皆様お疲れ様です。仕様どおりです',
    'プリンタの紙詰まりが3件、原因は湿気',
  ])('is not seen in %s', (text) => {
    expect(valuesOf('name', text)).toEqual([]);
  });

  test('is learned from the start of a pasted file, whose rest rules read', () => {
    const filler = '本日の点検は終わりました。'.repeat(1_000);
    const text = `鵜飼から電話 折返し希望。${filler}鵜野様から電話、090-3333-4444`;
    expect(foundIn(text)).toEqual([
      ['name', '鵜飼'],
      ['name', '鵜野'],
      ['phone', '090-3333-4444'],
    ]);
  });
});

describe('the messages that it is learned from', () => {
  test('may be missing', async () => {
    expect(await readMaskingLessons(await emptyFolder())).toBeNull();
  });

  test('are not passed over when one of them cannot be read', async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, 'development'));
    await writeFile(join(folder, 'development', 'masking.jsonl'), '{"text": "見本"}\n');
    await expect(readMaskingLessons(folder)).rejects.toThrow(UnreadableLine);
  });
});

describe('what was learned, beside what the rules found', () => {
  const text = '見本市本町1-2-3 見本荘205';

  test('lets an address grow to its end, never over its municipality', () => {
    const rules = [{ kind: 'address' as const, start: 3, end: 10 }];
    const learned = [{ kind: 'address' as const, start: 0, end: 17 }];
    expect(besideRules(rules, learned, text, KNOWN)).toEqual([{ kind: 'address', start: 3, end: 17 }]);
  });

  test('gives way where a rule sees something else', () => {
    const rules = [{ kind: 'phone' as const, start: 3, end: 10 }];
    const learned = [{ kind: 'name' as const, start: 0, end: 5 }];
    expect(besideRules(rules, learned, text, KNOWN)).toEqual(rules);
  });

  test.each(['見本花子', '福島'])('leaves the colleague or the office %s readable', (name) => {
    const learned = [{ kind: 'name' as const, start: 0, end: name.length }];
    expect(besideRules([], learned, `${name}に送付`, KNOWN)).toEqual([]);
  });
});

describe('the chain of tags', () => {
  test('lets nothing go on that has not begun', () => {
    expect(mayFollow(2, 0)).toBe(false);
    expect(mayFollow(2, 1)).toBe(true);
    expect(mayFollow(4, 1)).toBe(false);
    expect(mayFollow(0, 6)).toBe(true);
  });

  test('gives each sign probabilities that sum up to 1, however sure the clues are', () => {
    const scores = Float64Array.from({ length: 5 * TAG_COUNT }, (_, at) => ((at * 37) % 11) * 300 - 1500);
    const { tags } = beliefsOf(scores, new Float32Array(TAG_COUNT * TAG_COUNT));
    for (let sign = 0; sign < 5; sign++) {
      const sum = tags.subarray(sign * TAG_COUNT, (sign + 1) * TAG_COUNT).reduce((all, one) => all + one, 0);
      expect(sum).toBeCloseTo(1, 6);
    }
  });
});

describe('an example with other names', () => {
  const example = {
    text: '梅沢さんの妻、梅沢 ヨネさん',
    personal: [
      { kind: 'name', words: '梅沢', nth: 1 },
      { kind: 'name', words: '梅沢 ヨネ', nth: 1 },
    ],
    hand: 'one',
  };

  test('holds each of them where it is said to stand', () => {
    const varied = withOtherNames(example, poolOf([example]), pseudoRandom(5));
    for (const { words } of varied.personal) expect(varied.text).toContain(words);
    expect(varied.text).toMatch(/さんの妻、.*さん$/u);
  });

  test('is the same for the same seed', () => {
    const once = withOtherNames(example, poolOf([example]), pseudoRandom(5));
    expect(withOtherNames(example, poolOf([example]), pseudoRandom(5))).toEqual(once);
  });
});

test('a placeholder is never part of what is found', () => {
  const once = mask('梅沢 ヨネ様（昭和8年2月3日生）見本市本町1-2-3');
  expect(foundIn(once.text)).toEqual([]);
});
