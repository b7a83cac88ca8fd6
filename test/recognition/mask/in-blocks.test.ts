import { expect, test } from 'vitest';
import { inBlocks } from '../../../src/recognition/mask/learned/in-blocks.ts';
import type { Detector } from '../../../src/recognition/mask/personal-data.ts';

const seeX: Detector = (text) =>
  Array.from(text.matchAll(/X/gu), ({ index }) => ({ kind: 'name', start: index, end: index + 1 }));

test('a text is read alike in one piece and in blocks', () => {
  const long = [`${'あ'.repeat(600)}X。`, `${'い'.repeat(700)}X\n`, '\n', `${'う'.repeat(2_500)}X`].join('');
  expect(inBlocks(seeX)(long)).toEqual(seeX(long));
});

test('a block that was there before is not read again', () => {
  const read: string[] = [];
  const detect = inBlocks((text) => {
    read.push(text);
    return [];
  });
  const first = `${'あ'.repeat(800)}\n`;
  detect(`${first}${'い'.repeat(800)}`);
  detect(`${first}${'う'.repeat(800)}`);
  expect(read.map((block) => block[0])).toEqual(['あ', 'い', 'う']);
});
