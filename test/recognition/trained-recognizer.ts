import { join } from 'node:path';
import type { Recognizer } from '../../src/application/ports.ts';
import type { UnderstandingContext } from '../../src/domain/understanding.ts';
import { createRecognizer } from '../../src/recognition/create-recognizer.ts';
import { ensureModel } from '../../src/recognition/ensure-model.ts';
import type { Lexicon } from '../../src/recognition/lexicon.ts';
import { loadLexicon } from '../../src/recognition/lexicon.ts';
import type { TrainedModel } from '../../src/recognition/model.ts';
import type { Tokenize } from '../../src/recognition/tokenize.ts';
import { loadTokenizer } from '../../src/recognition/tokenize.ts';

const ROOT = join(import.meta.dirname, '../..');
export const INTENTS = join(ROOT, 'intents');
export const MODEL_CACHE = join(ROOT, 'node_modules/.cache/tsutae/model');

/** Friday. */
export const CONTEXT: UnderstandingContext = { today: '2026-11-20', unit: 'office-midori' };

const OFFICES = [
  'みどり',
  '昭和',
  '中央',
  '北',
  '平',
  '中村',
  '福島',
  '東北福島',
  '府中',
  '備後府中',
  '大田',
  '太田',
  '大田原',
  '市川',
  '立川',
];
export const UNITS = [
  ...OFFICES.map((name) => ({
    id: `office-${name === 'みどり' ? 'midori' : name}`,
    name: `${name}年金事務所`,
  })),
  { id: 'quality', name: '品質管理部' },
];

export interface Trained {
  recognizer: Recognizer;
  model: TrainedModel;
  tokenize: Tokenize;
  lexicon: Lexicon;
}

/** The real recogniser on the real data; trained at most once while nothing changes. */
export async function trainedRecognizer(): Promise<Trained> {
  const [{ model }, tokenize, lexicon] = await Promise.all([
    ensureModel(INTENTS, MODEL_CACHE),
    loadTokenizer(),
    loadLexicon(join(INTENTS, 'lexicon.yaml')),
  ]);
  return {
    recognizer: createRecognizer({ model, tokenize, lexicon, units: UNITS }),
    model,
    tokenize,
    lexicon,
  };
}
