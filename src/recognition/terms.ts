import type { Term } from '../application/ports.ts';
import { rowOf } from './feature-rows.ts';
import type { Document } from './features.ts';
import { wordsOf } from './features.ts';
import type { TrainedModel } from './model.ts';
import type { Token } from './tokenize.ts';

const MOST = 32;
/** Words of every report. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'する',
  'ある',
  'いる',
  'なる',
  '言う',
  '思う',
  'ほしい',
  'できる',
  'くる',
]);
const EMPTY_NOUNS: ReadonlySet<string> = new Set(['非自立', '代名詞', '数', '接尾', '副詞可能']);

/** The content words of a message in dictionary form, rare ones first. */
export function findTerms(model: TrainedModel, document: Document): Term[] {
  const words = new Set(
    wordsOf(document)
      .filter(carriesContent)
      .map((token) => token.base),
  );
  return [...words]
    .map((text) => ({ text, weight: rarity(model, text) }))
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, MOST);
}

/** Inverse document frequency in the training data; a word never seen there is as rare as can be. */
function rarity({ known, mixed }: TrainedModel, word: string): number {
  const index = known.vocabulary.find(`w:${word}`);
  return index === undefined ? RAREST : (mixed.inverseFrequency[rowOf(mixed.rows, index)] ?? RAREST);
}

const RAREST = 8;

function carriesContent({ surface, base, pos, detail }: Token): boolean {
  if (EMPTY_WORDS.has(base)) return false;
  if (!/[\p{L}\p{N}]/u.test(surface)) return false;
  if (pos === '名詞') return !EMPTY_NOUNS.has(detail) && !/^[\p{Script=Hiragana}\d]$/u.test(surface);
  return (pos === '動詞' && detail === '自立') || pos === '形容詞';
}
