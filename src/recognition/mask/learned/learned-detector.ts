import type { Dictionary } from '../../tokenize.ts';
import { endOfAddress } from '../address-end.ts';
import { BARRIER } from '../folded-text.ts';
import { overlap, type Span } from '../../span.ts';
import type { Detector, Finding } from '../personal-data.ts';
import { cluesOf, CLUES_PER_SIGN } from './clues.ts';
import { inBlocks, MOST_SIGNS } from './in-blocks.ts';
import { isPlausible } from './is-plausible.ts';
import type { NameJudge } from './name-judge.ts';
import { createDictionaryDetector, nameKnower, type IsName } from './surnames-of-dictionary.ts';
import { sortOfNumber } from './sort-of-number.ts';
import type { LearnedKind, TagChain } from './tag-chain.ts';
import { beliefsOf, LEARNED_KINDS, rowsOf, scoresOf, TAG_COUNT } from './tag-chain.ts';

/** How likely one sign has to be, and how likely the signs beside it. */
export interface Certainty {
  peak: number;
  edge: number;
}

/** A name left readable weighs more than a word hidden in vain, within what is still pleasant to read. */
const CERTAINTY = {
  // What is so likely is judged by the message as a whole.
  name: { peak: 0.25, edge: 0.2 },
  address: { peak: 0.5, edge: 0.2 },
  birth_date: { peak: 0.5, edge: 0.2 },
  number: { peak: 0.9, edge: 0.3 },
};

/** How likely a sign has to be beside what a rule has found: 三ツ橋様, of which a rule is sure of 橋 alone. */
const HINT: Certainty = { peak: 0.2, edge: 0.1 };

/** Names, addresses, birth dates and numbers as examples have taught to see them. */
export function createLearnedDetector(
  chain: TagChain,
  dictionary: Dictionary,
  judge: NameJudge,
  certainty: Readonly<Record<LearnedKind, Certainty>> = CERTAINTY,
): Detector {
  const isName = nameKnower(dictionary);
  const namesBeforeHonorifics = createDictionaryDetector(isName);
  const detect = inBlocks((text) => {
    if (!isWritten(text)) return [];
    const beliefs = beliefsOf(
      scoresOf(chain.weights, rowsOf(chain.rows, cluesOf(text, dictionary)), CLUES_PER_SIGN),
      chain.steps,
    );
    const isJudged = judge(text);
    const learned: Finding[] = LEARNED_KINDS.flatMap((kind, index) => {
      const spansOver = (least: Certainty) =>
        spansOf(text, beliefs.tags, index, least)
          .map(({ start, end, peak }) => ({
            peak,
            start: kind === 'name' ? start + relationLength(text.slice(start, end), isName) : start,
            end: kind === 'address' ? wholeEnd(text, end) : end,
          }))
          .filter(({ start, end }) => isPlausible[kind](text, start, end, isName));
      const certain = spansOver(certainty[kind]).filter(
        (span) => kind !== 'name' || isJudged(span, span.peak),
      );
      // Of numbers rules know the ends.
      const hints =
        kind === 'number' ? [] : spansOver(HINT).filter((hint) => !certain.some((one) => overlap(one, hint)));
      const sortOf = ({ start, end }: Span) => (kind === 'number' ? sortOfNumber(text, start, end) : kind);
      return [
        ...certain.map(({ start, end }) => ({ kind: sortOf({ start, end }), start, end })),
        ...hints.map(({ start, end }) => ({
          kind: sortOf({ start, end }),
          start,
          end,
          isHint: true as const,
        })),
      ];
    });
    return [...learned, ...namesBeforeHonorifics(text)];
  });
  return (whole) => detect(whole.slice(0, MOST_SIGNS));
}

const LONG = 200;
const FEWEST_SIGNS = 8;

/** A few signs over and over are no language, and nobody is named in them. */
function isWritten(text: string): boolean {
  return text.length < LONG || new Set(text).size >= FEWEST_SIGNS;
}

/** A span, and how likely the likeliest of its signs is. */
interface Likely extends Span {
  peak: number;
}

function spansOf(text: string, tags: Float64Array, index: number, { peak, edge }: Certainty): Likely[] {
  const spans: Likely[] = [];
  const tag = 1 + 2 * index;
  const likely = (at: number) =>
    text[at] === BARRIER ? 0 : (tags[at * TAG_COUNT + tag] ?? 0) + (tags[at * TAG_COUNT + tag + 1] ?? 0);
  for (let start = 0; start < text.length; start++) {
    let end = start;
    let highest = 0;
    for (; end < text.length && likely(end) >= edge; end++) highest = Math.max(highest, likely(end));
    if (end > start && highest >= peak) spans.push({ ...trimmed(text, start, end), peak: highest });
    start = end;
  }
  return spans;
}

function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const named = words.trimEnd();
  const title =
    /(?<=.)(?:様|さん|さま|氏|殿)$|(?<=.)(?:社労|税理|弁護|司法書|行政書)士?$/u.exec(named)?.[0].length ?? 0;
  const last = start + named.length - title;
  // What is asked of a date is asked behind its 日.
  const isCutDate = /月 ?[\d一二三四五六七八九十]+$/u.test(words) && text[last] === '日';
  return { start: start + words.length - words.trimStart().length, end: isCutDate ? last + 1 : last };
}

/** 妻美代: whose wife she is, is no part of her name. */
function relationLength(name: string, isName: IsName): number {
  const relation = /^(?:夫|妻|父|母|子|娘|息子|兄|弟|姉|妹|孫)(?=[㐀-鿿々〇]{2}$)/u.exec(name)?.[0] ?? '';
  return isName(name.slice(relation.length)) ? relation.length : 0;
}

/** 見本町に, 3丁目で, 1-2-: what belongs to an address no more. */
const BEHIND_ADDRESS = /[-ー]$|(?<=[町村区丁目番地号])[にでへをはが]$/u;

/** Examples see where an address begins; where it ends has rules, when it ends in a number. */
function wholeEnd(text: string, offset: number): number {
  const end = BEHIND_ADDRESS.test(text.slice(Math.max(0, offset - 2), offset)) ? offset - 1 : offset;
  return /[\d目地号番条〇一二三四五六七八九十]$/u.test(text.slice(end - 1, end))
    ? endOfAddress(text, end)
    : end;
}
