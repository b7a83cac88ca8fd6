import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import kuromoji from 'kuromoji';
import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDictionary, unpackDictionary } from '../../src/recognition/dictionary.ts';
import { loadKuromoji } from '../../src/recognition/kuromoji-tokenizer.ts';
import { normalize } from '../../src/recognition/normalize.ts';
import { readUtterances } from '../../src/recognition/utterances.ts';
import { INTENTS } from './trained-recognizer.ts';

/** Signs that no dictionary holds, and the beginnings and ends of what it holds. */
const STRANGE = ['', 'ﾟ', '㌔', '龘龘', 'Ωμέγα', '\u0000', '\ud800', '々〆ヵヶ', 'ー', '１２３', 'zzz', '　'];
const EVERY = 7;

let folder: string;
let original: Tokenizer<IpadicFeatures>;
let messages: string[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tsutae-dictionary-'));
  await unpackDictionary(folder);
  original = await builtByKuromoji();
  const utterances = await readUtterances(path.join(INTENTS, 'development'));
  const sample = utterances.filter((_, index) => index % EVERY === 0);
  messages = [...sample.map(({ text }) => normalize(text).text.slice(0, 96)), ...STRANGE];
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the dictionary', () => {
  it('unpacked, gives every token that kuromoji itself gives, with all its features', async () => {
    const { tokenizer } = loadKuromoji(await readDictionary(folder));
    expect(messages.length).toBeGreaterThan(100);
    for (const message of messages) expect(tokens(tokenizer, message)).toEqual(tokens(original, message));
  });

  it('is read from the package where it has not been unpacked', async () => {
    const { tokenizer } = loadKuromoji(await readDictionary(null));
    for (const message of messages) expect(tokens(tokenizer, message)).toEqual(tokens(original, message));
  });

  it('of another version is not used, and goes when this one is unpacked', async () => {
    const [name = ''] = await readdir(folder);
    await rm(path.join(folder, name, 'base.dat'));
    await rename(path.join(folder, name), path.join(folder, 'kuromoji-0.0.1'));
    const { tokenizer } = loadKuromoji(await readDictionary(folder));
    expect(tokens(tokenizer, '誤送付')).toEqual(tokens(original, '誤送付'));
    await unpackDictionary(folder);
    expect(await readdir(folder)).toEqual([name]);
  });
});

/** What it says, or that it throws: the caller reads such a message sign by sign. */
function tokens(tokenizer: Tokenizer<IpadicFeatures>, message: string): IpadicFeatures[] | 'throws' {
  try {
    return tokenizer.tokenize(message);
  } catch {
    return 'throws';
  }
}

function builtByKuromoji(): Promise<Tokenizer<IpadicFeatures>> {
  const manifest = createRequire(import.meta.url).resolve('kuromoji/package.json');
  return new Promise((resolve, reject) => {
    kuromoji
      .builder({ dicPath: path.join(path.dirname(manifest), 'dict') })
      .build((error: Error | null, built) => (error ? reject(error) : resolve(built)));
  });
}
