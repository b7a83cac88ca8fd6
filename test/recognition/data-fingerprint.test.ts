import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOfData, fingerprintOfRecipe } from '../../src/recognition/data-fingerprint.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(os.tmpdir(), 'tsutae-fingerprint-'));
  await mkdir(join(folder, 'utterances', 'ja'), { recursive: true });
  await writeFile(join(folder, 'utterances', 'ja', 'incident.jsonl'), 'one');
  await writeFile(join(folder, 'lexicon.yaml'), 'compounds: []');
});
afterAll(() => rm(folder, { recursive: true }));

const changed = async (path: string, text: string) => {
  const before = await fingerprintOfData(folder);
  await writeFile(join(folder, path), text);
  return before !== (await fingerprintOfData(folder));
};

describe('the fingerprint of the data', () => {
  it('changes with what is said, where it is said and how words are split, and with nothing else', async () => {
    expect(await changed('utterances/ja/incident.jsonl', 'two')).toBe(true);
    expect(await changed('utterances/ja/risk.jsonl', '')).toBe(true);
    expect(await changed('lexicon.yaml', 'compounds: [誤送付]')).toBe(true);
    expect(await changed('incident.yaml', 'a form')).toBe(false);
  });

  it('goes with that of the programs that learn from it', async () => {
    const programs = join(folder, 'programs');
    await mkdir(programs);
    const recipe = () => fingerprintOfRecipe('data', [{ folder: programs, called: /^train/u }]);
    await writeFile(join(programs, 'train.ts'), 'one');
    const before = await recipe();
    await writeFile(join(programs, 'other.ts'), 'one');
    await writeFile(join(programs, 'train.d.ts'), 'one');
    expect(await recipe()).toBe(before);
    expect(await fingerprintOfRecipe('other data', [{ folder: programs, called: /^train/u }])).not.toBe(
      before,
    );
    await writeFile(join(programs, 'train.ts'), 'two');
    expect(await recipe()).not.toBe(before);
  });
});
