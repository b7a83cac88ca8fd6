import { phrase, type Phrase } from './phrase.ts';

/** A reason says something of the matter: at least a short sentence, in letters and digits. */
export const SHORTEST_REASON = 8;
/** From this likeness on, two reasons are the same words with little changed. */
const STOCK_LIKENESS = 0.75;
/** Length of the runs of characters that are compared: Japanese is written without spaces. */
const RUN = 3;

/** What reasons are held against. */
export interface KnownReasons {
  /** Given lately, for whatever report. */
  recent: readonly string[];
  /** Phrases that say nothing by themselves, e.g. 鋭意検討中. */
  hollow: readonly string[];
}

/** What keeps a reason from being given: too short, or words that would fit any matter; null when it is one. */
export function reasonFlaw(reason: string, { recent, hollow }: KnownReasons): Phrase | null {
  const said = letters(reason);
  const left = without(said, hollow);
  if (left.length < SHORTEST_REASON)
    return phrase(left.length < said.length ? 'err.stock' : 'err.reason_short');
  return recent.some((given) => likeness(reason, given) >= STOCK_LIKENESS) ? phrase('err.stock_same') : null;
}

/** How alike two texts are, 0–1: the share of runs of three characters that they have in common (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [runs(letters(one)), runs(letters(other))];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((run) => b.has(run)).length;
  return (2 * shared) / (a.size + b.size);
}

/** What is left to say once the phrases that say nothing are taken out, longest first. */
function without(said: readonly string[], hollow: readonly string[]): readonly string[] {
  const phrases = hollow.map((one) => letters(one).join('')).sort((a, b) => b.length - a.length);
  return [...phrases.reduce((left, one) => left.replaceAll(one, ''), said.join(''))];
}

function runs(characters: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at + RUN <= characters.length; at++) found.add(characters.slice(at, at + RUN).join(''));
  return found;
}

/** As one character however it was typed, without spaces and signs. */
function letters(text: string): readonly string[] {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ];
}
