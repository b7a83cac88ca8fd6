import type { KnownNames } from './name-before-honorific.ts';
import { isNoName } from './not-names.ts';
import { isOfficial } from './official.ts';
import type { Finding } from './personal-data.ts';
import { PLACE_SURNAMES } from './places.ts';
import { isSurname, surnameLengthAt } from './surnames.ts';

const LETTER = /[㐀-鿿々〇\p{Script=Katakana}ーA-Za-zヶ]/u;
const SHORTEST = 2;
const MOST_NAMES = 200;

/** The names of one message, remembered while it is read: who was named once is named again with less around it. */
export class NamesOfMessage {
  readonly #words = new Set<string>();
  readonly #offices: ReadonlySet<string>;

  constructor({ offices }: Pick<KnownNames, 'offices'>) {
    this.#offices = offices;
  }

  /** Takes a name in, its surname and its given name too where they are told apart. */
  remember(name: string): void {
    const surname = surnameLengthAt(name, 0);
    const parts = name.split(/[ ・]/u);
    for (const word of [name, ...parts, name.slice(0, surname)]) {
      if (this.#words.size < MOST_NAMES && this.#canStandAlone(word, parts.length > 1)) this.#words.add(word);
    }
  }

  /** Where the remembered names stand as whole words. */
  again(text: string): Finding[] {
    return [...this.#words].flatMap((word) => {
      const findings: Finding[] = [];
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
        const end = start + word.length;
        if (isWhole(text, start, end, word))
          findings.push({ kind: 'name', start, end: end + givenLength(text, end, word) });
      }
      return findings;
    });
  }

  #canStandAlone(word: string, isPart: boolean): boolean {
    const isLongEnough = word.length > SHORTEST || (word.length === SHORTEST && (isSurname(word) || isPart));
    const isPlace = PLACE_SURNAMES.has(word) || this.#offices.has(word);
    return isLongEnough && !isPlace && (isSurname(word) || !isNoName(word)) && !/^[ぁ-ん]{1,3}$/u.test(word);
  }
}

/** 三枝 武 beside 三枝 典子: of the same family. */
const GIVEN = /^ ([㐀-鿿々〇]{1,3})(?=[。、)])/u;

function givenLength(text: string, end: number, word: string): number {
  const [words, given] = GIVEN.exec(text.slice(end, end + 5)) ?? [];
  const isGiven =
    given !== undefined && isSurname(word) && !isNoName(given) && !/[済未否可要有無他別了完中]/u.test(given);
  return isGiven && words !== undefined ? words.length : 0;
}

/** 宇都宮さんが宇都宮の事務所へ: a town with an office of ours. */
const OFFICE_BEHIND = /^(?:の|にある)?(?:年金事務所|事務所[にへでまか])/u;

function isWhole(text: string, start: number, end: number, word: string): boolean {
  const before = text[start - 1] ?? '';
  const behind = text.slice(end, end + 8);
  if (LETTER.test(before) || isOfficial(text, start, end) || OFFICE_BEHIND.test(behind)) return false;
  if (/^[ぁ-ん]+$/u.test(word) && /[ぁ-ん]/u.test(before + (behind[0] ?? ''))) return false;
  return !LETTER.test(behind[0] ?? '') || /^(?:様|氏|殿|君|宛|本人|分|宅|方|来所|再来|来電)/u.test(behind);
}
