import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CueRules } from './cues/cue-rules.ts';
import { cueFile, cueRules } from './cues/cue-rules.ts';
import { normalize } from './normalize.ts';
import type { Token } from './tokenize.ts';

const lexiconFile = z.strictObject({
  compounds: z.array(z.string()),
  colloquial: z.record(z.string(), z.array(z.string())),
  documents: z.record(z.string(), z.array(z.string())),
  cues: cueFile,
});

/** Domain words, as `intents/lexicon.yaml` lists them, in normalised spelling. */
export interface Lexicon {
  /** Words that the general dictionary splits. */
  compounds: ReadonlySet<string>;
  longestCompound: number;
  /** What staff say → the word of the rules. */
  colloquial: readonly (readonly [spoken: string, canonical: string])[];
  /** Every spelling of a document → its name, longest spelling first. */
  documents: readonly (readonly [spelling: string, name: string])[];
  /** What tells a fact that severity goes by. */
  cues: CueRules;
}

export async function loadLexicon(path: string): Promise<Lexicon> {
  return parseLexicon(await readFile(path, 'utf8'));
}

/** Throws a `ZodError` when the file has another shape. */
export function parseLexicon(yaml: string): Lexicon {
  const file = lexiconFile.parse(parse(yaml));
  const documents = namedSpellings(file.documents);
  const compounds = new Set([...file.compounds.map(spelling), ...documents.map(([word]) => word)]);
  return {
    compounds,
    longestCompound: Math.max(0, ...[...compounds].map((word) => word.length)),
    colloquial: Object.entries(file.colloquial).flatMap(([canonical, spoken]) =>
      spoken.map((words) => [spelling(words), canonical] as const),
    ),
    documents: documents.sort(([a], [b]) => b.length - a.length),
    cues: cueRules(file.cues),
  };
}

/** Joins neighbouring tokens that together are one word of the lexicon; the longest wins. */
export function mergeCompounds(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const merged: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = compoundAt(tokens, at, lexicon);
    merged.push(joined(tokens.slice(at, at + length)));
    at += length;
  }
  return merged;
}

function compoundAt(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  let surface = '';
  let best = 1;
  for (let end = at; end < tokens.length; end++) {
    surface += tokens[end]?.surface ?? '';
    if (surface.length > lexicon.longestCompound) break;
    if (lexicon.compounds.has(surface)) best = end - at + 1;
  }
  return best;
}

function joined(parts: readonly Token[]): Token {
  const [first] = parts;
  if (first === undefined) throw new Error('A compound has at least one token');
  if (parts.length === 1) return first;
  const surface = parts.map((part) => part.surface).join('');
  return { surface, base: surface, pos: '名詞', detail: '一般', start: first.start };
}

function namedSpellings(documents: Record<string, string[]>): [string, string][] {
  return Object.entries(documents).flatMap(([name, others]) =>
    [name, ...others].map((word): [string, string] => [spelling(word), name]),
  );
}

function spelling(word: string): string {
  return normalize(word).text;
}
