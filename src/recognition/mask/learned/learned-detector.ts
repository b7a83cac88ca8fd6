import type { Dictionary } from '../../tokenize.ts';
import { isOtherDate } from '../birth-date.ts';
import { BARRIER } from '../folded-text.ts';
import { overlap } from '../../span.ts';
import { isNoName } from '../not-names.ts';
import { isOfficial } from '../official.ts';
import type { Detector, Finding } from '../personal-data.ts';
import { MUNICIPALITY, PREFECTURE } from '../places.ts';
import { cluesOf, CLUES_PER_SIGN } from './clues.ts';
import { inBlocks } from './in-blocks.ts';
import type { LearnedKind, TagChain } from './tag-chain.ts';
import { beliefsOf, LEARNED_KINDS, scoresOf, TAG_COUNT } from './tag-chain.ts';

/** How likely one sign has to be, and how likely the signs beside it. */
export interface Certainty {
  peak: number;
  edge: number;
}

/** A name left readable weighs more than a word hidden in vain, within what is still pleasant to read. */
const CERTAINTY = {
  name: { peak: 0.9, edge: 0.2 },
  address: { peak: 0.5, edge: 0.2 },
  birth_date: { peak: 0.5, edge: 0.2 },
};

/** How likely a sign has to be beside what a rule has found: 三ツ橋様, of which a rule is sure of 橋 alone. */
const HINT: Certainty = { peak: 0.2, edge: 0.1 };

const KATAKANA = /[ァ-ヶー]/u;
const LATIN = /[A-Za-z]/u;
/** Dates of today's work; a child's birthday stands in brackets behind its name, or a rule sees its label. */
const OF_LATE = /^(?:令和?|R|20(?:19|2\d))/u;
/** Words of forms: 明・大・昭・平, 旧 ゆうちょ. */
const OF_FORMS =
  /^(?:カナ|マイナ|旧 |ゆう(?:ち|$)|[明大昭平令](?:[・/ ][明大昭平令])+|明治|大正|昭和|平成|令和)/u;
const JAPANESE = /[\p{Script=Han}ぁ-んァ-ヶ]/u;

/** Signs that are read; of a longer text, which is no message but a file that was pasted, rules read the rest. */
const MOST_SIGNS = 6_000;

/** Names, addresses and birth dates as examples have taught to see them. */
export function createLearnedDetector(
  chain: TagChain,
  dictionary: Dictionary,
  certainty: Readonly<Record<LearnedKind, Certainty>> = CERTAINTY,
): Detector {
  const detect = inBlocks((text) => {
    const beliefs = beliefsOf(scoresOf(chain, cluesOf(text, dictionary), CLUES_PER_SIGN), chain.steps);
    return LEARNED_KINDS.flatMap((kind, index) => {
      const spansOver = (least: Certainty) =>
        spansOf(text, beliefs.tags, index, least).filter(({ start, end }) => IS_ONE[kind](text, start, end));
      const certain = spansOver(certainty[kind]);
      const hints = spansOver(HINT).filter((hint) => !certain.some((one) => overlap(one, hint)));
      return [
        ...certain.map((span) => ({ kind, ...span })),
        ...hints.map((span) => ({ kind, ...span, isHint: true as const })),
      ];
    });
  });
  return (whole) => detect(whole.slice(0, MOST_SIGNS));
}

type Span = Pick<Finding, 'start' | 'end'>;

function spansOf(text: string, tags: Float64Array, index: number, { peak, edge }: Certainty): Span[] {
  const spans: Span[] = [];
  const tag = 1 + 2 * index;
  const likely = (at: number) =>
    text[at] === BARRIER ? 0 : (tags[at * TAG_COUNT + tag] ?? 0) + (tags[at * TAG_COUNT + tag + 1] ?? 0);
  for (let start = 0; start < text.length; start++) {
    let end = start;
    let highest = 0;
    for (; end < text.length && likely(end) >= edge; end++) highest = Math.max(highest, likely(end));
    if (end > start && highest >= peak) spans.push(trimmed(text, start, end));
    start = end;
  }
  return spans;
}

function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const last = start + words.trimEnd().length;
  // What is asked of a date is asked behind its 日.
  const isCutDate = /月 ?[\d一二三四五六七八九十]+$/u.test(words) && text[last] === '日';
  return { start: start + words.length - words.trimStart().length, end: isCutDate ? last + 1 : last };
}

/** What no examples can unteach. */
const IS_ONE: Record<LearnedKind, (text: string, start: number, end: number) => boolean> = {
  name: isNameAt,
  address: isAddressAt,
  birth_date: (text, start, end) =>
    isDate(text, start, end) &&
    !/\d/.test(text[end] ?? '') &&
    (!OF_LATE.test(text.slice(start, end)) || text[start - 1] === '(') &&
    !isOtherDate(text, start, end),
};

/** Articles of law, numbers of letters, floors and extensions are numbered as well; a station stands in no address. */
const NUMBERED_OTHERWISE = /^(?:内線|第?\d+条|\d*条第|.?発第)|[条項]第\d|施行令|[東西南北本新旧別]館\d階$/u;
const MUNICIPALITY_ALONE = new RegExp(`^(?:${PREFECTURE})?(?:${MUNICIPALITY})[。、]?$`, 'u');

function isAddressAt(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  if (NUMBERED_OTHERWISE.test(words) || MUNICIPALITY_ALONE.test(words)) return false;
  if (/^[市区郡]/u.test(text[end] ?? '') || /^の?駅/u.test(text.slice(end, end + 2))) return false;
  return JAPANESE.test(words.replace(/[丁目番地号の]/gu, ''));
}

const NUMERAL = '[\\d一二三四五六七八九十元]';
const WITH_ERA = /明治|大正|昭和|平成|令和|[明大昭平令MTSHR]|(?:18|19|20)\d\d/u;
const LIKE_DATE = new RegExp(`${NUMERAL}.{0,3}${NUMERAL}`, 'su');
const OF_BIRTH = /生|誕|うまれ|DOB|歳|才/u;

/** A year counted from no era is one of birth only where birth is spoken of; 2-18-3 is a number of a form. */
function isDate(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const digits = words.replace(/\D/g, '').length;
  if (!LIKE_DATE.test(words) && !/年/u.test(words)) return false;
  if (WITH_ERA.test(words) || (digits >= 6 && /^\d[\d-]{5,9}$/u.test(words))) return true;
  return OF_BIRTH.test(text.slice(Math.max(0, start - 24), start) + text.slice(end, end + 12));
}

/** No piece of a longer word, no role, no office, no firm; in an English sentence only the rules know names. */
function isNameAt(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const isCut = [KATAKANA, LATIN].some(
    (letter) =>
      (letter.test(words[0] ?? '') && letter.test(text[start - 1] ?? '')) ||
      (letter.test(words.at(-1) ?? '') && letter.test(text[end] ?? '')),
  );
  const around = text.slice(Math.max(0, start - 24), start) + text.slice(end, end + 24);
  const isEnglish = LATIN.test(words) && !JAPANESE.test(around);
  if (isCut || isEnglish || /^\p{Script=Han}{2,4}[市県郡]$/u.test(words) || OF_FORMS.test(words) || !/\p{L}/u.test(words)) return false;
  return !isNoName(words) && !isOfficial(text, start, end);
}
