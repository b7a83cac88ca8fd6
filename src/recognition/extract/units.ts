import type { Token } from '../tokenize.ts';
import type { Found } from './found.ts';
import { withoutOverlaps } from './found.ts';
import { normalize } from '../normalize.ts';
import { matchesOf } from '../matches.ts';

/** A department or an office by its id and one of its names. */
export interface NamedUnit {
  id: string;
  name: string;
}

/** Finds units in a normalised text; `own` is what 「当所」 means. */
export type FindUnits = (text: string, tokens: readonly Token[], own: string | null) => Found<string>[];

const OFFICE = '年金事務所';
const OWN_OFFICE = /当(年金)?(事務)?所|本所|自所|うちの(年金)?(事務)?所|this office|our office/gu;
/** Where words begin, and where the name of a place or person ends: 「横浜北年金事務所」 is not the office of 北. */
interface Words {
  starts: ReadonlySet<number>;
  endsOfNames: ReadonlySet<number>;
}

function wordsIn(tokens: readonly Token[]): Words {
  const names = tokens.filter(({ detail }) => detail === '固有名詞');
  return {
    starts: new Set(tokens.map(({ start }) => start)),
    endsOfNames: new Set(names.map(({ start, surface }) => start + surface.length)),
  };
}

/** 「平所長」 is a person, 「昭和所定」 is no office. */
const NO_OFFICE_AFTER = /^[長員属定在有得要轄内感見持]/u;

/**
 * Many office names are also surnames, eras or common words (中村, 昭和, 中央), so a name counts only with
 * 「年金事務所」「事務所」「所」 or "office" behind it, and only where a word begins.
 */
export function unitFinder(units: readonly NamedUnit[]): FindUnits {
  const offices = new Map<string, string>();
  const departments = new Map<string, string>();
  for (const { id, name } of units) {
    const spelling = normalize(name).text;
    if (spelling.endsWith(OFFICE)) offices.set(spelling.slice(0, -OFFICE.length), id);
    else departments.set(spelling, id);
  }
  const office = alternatives(offices.keys(), '(?:\\s?年金事務所|事務所|所|(?:\\s(?:pension\\s)?office))');
  const department = alternatives(departments.keys(), '');
  return (text, tokens, own) => {
    const words = wordsIn(tokens);
    return withoutOverlaps([
      ...matches(text, department).flatMap((match) => unitAt(match, departments)),
      ...matches(text, office)
        .filter((match) => standsAlone(text, words, match))
        .flatMap((match) => unitAt(match, offices)),
      ...(own === null ? [] : matches(text, OWN_OFFICE).map((match) => ({ ...span(match), value: own }))),
    ]);
  };
}

function alternatives(names: Iterable<string>, suffix: string): RegExp | null {
  const longestFirst = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  return longestFirst.length === 0 ? null : new RegExp(`(${longestFirst.join('|')})${suffix}`, 'gu');
}

function matches(text: string, pattern: RegExp | null): RegExpExecArray[] {
  return pattern === null ? [] : matchesOf(text, pattern);
}

function standsAlone(text: string, words: Words, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  const beginsWord = words.starts.has(match.index);
  const partOfLongerName =
    words.endsOfNames.has(match.index) || /[東西南北新元大小上下]/u.test(text.charAt(match.index - 1));
  const short = match[0].endsWith('所') && !match[0].endsWith('事務所');
  return beginsWord && !partOfLongerName && !(short && NO_OFFICE_AFTER.test(text.slice(end)));
}

function unitAt(match: RegExpExecArray, ids: ReadonlyMap<string, string>): Found<string>[] {
  const id = ids.get(match[1] ?? '');
  return id === undefined ? [] : [{ ...span(match), value: id }];
}

function span(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
