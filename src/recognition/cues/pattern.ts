import { normalize } from '../normalize.ts';

/** Named lists of patterns, that other patterns refer to as `{name}`. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** Stands before every word of a base text, so that a pattern can tell where words begin and end. */
export const WORD = '·';
/** Stands behind a proper name. */
export const NAME = '⁑';

/** Words may be cut otherwise in a message than a pattern expects: between two signs of a word another may begin. */
const BETWEEN_SIGNS = `${NAME}?${WORD}?`;
const END_OF_WORD = `${NAME}?(?=${WORD}|$)`;
const ELEMENTS: Readonly<Record<string, string>> = {
  // As far as a sentence goes, and as far as a clause goes.
  '…': '[^]{0,44}?',
  '..': '[^、,;]{0,16}?',
  '#': `(?:${WORD}[\\d一二三四五六七八九十百千万〇数何.,]+)+`,
  '<name>': `(?:${WORD}[^${WORD}${NAME}]+${NAME})+`,
};

/** How deep classes may refer to classes. */
const DEEPEST = 6;

/**
 * The source of a regular expression over a base text. A pattern is elements with blanks between them, one right after
 * the other: dictionary forms (`送る`; `a|b` for either, `*証` and `証*` for longer words, a `?` behind for what
 * may be missing), `{class}`, `#` a number, `<name>` a proper name, `..` a few words of the same clause, `…` some words
 * of the same sentence. Throws an `Error` for a class that there is none of.
 */
export function sourceOf(pattern: string, classes: WordClasses, depth = 0): string {
  return pattern
    .split(' ')
    .filter((element) => element !== '')
    .map((element) => elementSource(element, classes, depth))
    .join('');
}

function elementSource(element: string, classes: WordClasses, depth: number): string {
  const fixed = ELEMENTS[element];
  if (fixed !== undefined) return fixed;
  if (element.endsWith('?')) return `(?:${elementSource(element.slice(0, -1), classes, depth)})?`;
  if (element.endsWith('~')) return `(?:${elementSource(element.slice(0, -1), classes, depth)})*`;
  const alternatives = element.split('|').map((word) => {
    const name = /^\{(.+)\}$/u.exec(word)?.[1];
    return name === undefined ? wordSource(word) : classSource(name, classes, depth);
  });
  return `(?:${alternatives.join('|')})`;
}

function classSource(name: string, classes: WordClasses, depth: number): string {
  const patterns = classes[name];
  if (patterns === undefined || depth > DEEPEST) throw new Error(`No class of words is called ${name}`);
  return once(SOURCES, classes, name, () =>
    anyOf(patterns.map((each) => sourceOf(each, classes, depth + 1))),
  );
}

/** Of each class that many patterns refer to. */
type Once<Value> = WeakMap<WordClasses, Map<string, Value>>;
const SOURCES: Once<string> = new WeakMap();
const NEEDLES: Once<readonly string[] | null> = new WeakMap();

function once<Value>(made: Once<Value>, classes: WordClasses, name: string, make: () => Value): Value {
  const values = made.get(classes) ?? new Map<string, Value>();
  made.set(classes, values);
  const value = values.get(name) ?? make();
  values.set(name, value);
  return value;
}

export function anyOf(sources: readonly string[]): string {
  return `(?:${sources.join('|')})`;
}

function wordSource(word: string): string {
  const parts = word.split('*').map((part) => wordPart(part));
  const inside = `[^${WORD}]*?`;
  const start = word.startsWith('*') ? `${WORD}${inside}` : WORD;
  const end = word.endsWith('*') ? `[^${WORD}]*` : END_OF_WORD;
  return `${start}${parts.filter((part) => part !== '').join(inside)}${end}`;
}

function wordPart(part: string): string {
  const signs = Array.from(normalize(part).text, (sign) => sign.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  return signs.join(BETWEEN_SIGNS);
}

/** Which words one of must occur in a text that a pattern is found in, for each of its elements that says so. */
export type Needles = readonly (readonly string[])[];

/** Fewest words first: what is soon found missing spares the rest. */
export function needlesOf(pattern: string, classes: WordClasses): Needles {
  return pattern
    .split(' ')
    .flatMap((element) => {
      const needles = elementNeedles(element, classes);
      return needles === null ? [] : [needles];
    })
    .sort((a, b) => a.length - b.length);
}

function elementNeedles(element: string, classes: WordClasses): readonly string[] | null {
  if (element === '' || element in ELEMENTS || /[?~]$/u.test(element)) return null;
  const alternatives = element.split('|').map((word) => {
    const name = /^\{(.+)\}$/u.exec(word)?.[1];
    return name === undefined ? [longestPart(word)] : classNeedles(name, classes);
  });
  return alternatives.includes(null) ? null : alternatives.flatMap((words) => words ?? []);
}

function classNeedles(name: string, classes: WordClasses): readonly string[] | null {
  return once(NEEDLES, classes, name, () => {
    const each = (classes[name] ?? []).map((pattern) => needlesOf(pattern, classes)[0] ?? null);
    return each.includes(null) ? null : each.flatMap((words) => words ?? []);
  });
}

function longestPart(word: string): string {
  const parts = word.split('*').map((part) => normalize(part).text);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** A base text without what stands between its words. */
export function plainText(base: string): string {
  return base.replaceAll(WORD, '').replaceAll(NAME, '');
}
