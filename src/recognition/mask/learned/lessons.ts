import { join } from 'node:path';
import type { MaskingCase } from '../../evaluate/evaluation-sets.ts';
import { pseudoRandom } from '../../pseudo-random.ts';
import type { Dictionary } from '../../tokenize.ts';
import { readFlagged, readUtterances } from '../../utterances.ts';
import { placeOf, readMaskingCases } from '../../evaluate/evaluation-sets.ts';
import { BARRIER, foldText, unifyDashes } from '../folded-text.ts';
import { cluesOf } from './clues.ts';
import { LEARNED_KINDS, learnedKindOf } from './tag-chain.ts';
import type { TaggedText } from './train-tags.ts';
import { countUntil, inventedPool, poolOf, withOtherNames } from './vary-names.ts';

/** What names, addresses, birth dates and numbers are learned from. */
export interface MaskingLessons {
  /** Messages of which it is known what is personal in them. */
  cases: readonly MaskingCase[];
  /** Messages in which nothing is. */
  harmless: readonly string[];
}

type Personal = MaskingCase['personal'][number];

const SEED = 3;
/** Who is spoken of without a name; a name could stand in the same place. */
const CUSTOMER =
  /(?<![ごの\p{Script=Han}])(?:お客(?:様|さま|さん)|来所者|ご?本人様?)(?=が|から|に|へ|を|は|と|より|宛|あて)/u;
const HONORIFICS = ['', '', 'さん', '様', '氏'];
const SHARE_SEEN_FIRST = 0.5;
const SHARE_OF_FULL_NAMES = 0.25;

/** Null where the folder holds no messages for masking; throws an `UnreadableLine` when one cannot be read. */
export async function readMaskingLessons(intents: string): Promise<MaskingLessons | null> {
  const [chosenBy, only] = await Promise.all(
    ['development', 'detectors'].map((part) => casesIn(join(intents, part))),
  );
  if (!chosenBy) return null;
  const cases = [...chosenBy, ...(only ?? [])];
  const others = await Promise.all([
    readUtterances(join(intents, 'utterances'), ['ja']),
    readUtterances(join(intents, 'development'), ['ja']),
    readFlagged(join(intents, 'detectors', 'training.jsonl')),
    readFlagged(join(intents, 'detectors', 'development.jsonl')),
  ]);
  return { cases, harmless: others.flat().map(({ text }) => text) };
}

/** Null where there are none. */
async function casesIn(folder: string): Promise<MaskingCase[] | null> {
  return readMaskingCases(folder).catch((cause: unknown) => {
    if (isAbsent(cause)) return null;
    throw cause;
  });
}

function isAbsent(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

/**
 * Each message as it is, once more with other names and numbers in it and once with names that nobody knows, once with everything personal taken out and once
 * with a part of it, which is what later looks at a message see. Where harmless messages speak of a customer, a name is put in as well.
 */
export function taggedTexts({ cases, harmless }: MaskingLessons, dictionary: Dictionary): TaggedText[] {
  const random = pseudoRandom(SEED);
  const pool = poolOf(cases);
  const invented = inventedPool(pool, random);
  const personal = cases.filter((one) => one.personal.length > 0);
  // Numbers are what rules see at the first look; of names and addresses they see about half.
  const isSeenFirst = ({ kind }: Personal) => learnedKindOf(kind) === 'number' || random() < SHARE_SEEN_FIRST;
  const nobody = (text: string) => ({ text, personal: [], hand: '' });
  const messages = [
    ...cases,
    ...personal.map((one) => withOtherNames(one, pool, random)),
    ...personal.map((one) => withOtherNames(one, invented, random)),
    ...personal.map((one) => without(one, () => true)),
    ...personal.flatMap((one) => (one.personal.length > 1 ? [without(one, isSeenFirst)] : [])),
    ...harmless.map(nobody),
    ...harmless.flatMap((text) => withCustomer(text, (random() < 0.5 ? invented : pool).byShape, random)),
  ];
  return messages.map((message) => tagged(message, dictionary));
}

function withCustomer(
  text: string,
  byShape: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): MaskingCase[] {
  const customer = CUSTOMER.exec(text);
  const full = [...(byShape.get('漢漢 漢漢') ?? []), ...(byShape.get('漢漢漢漢') ?? [])];
  const names = random() < SHARE_OF_FULL_NAMES ? full : byShape.get('surname');
  const name = names?.[Math.floor(random() * names.length)];
  const honorific = HONORIFICS[Math.floor(random() * HONORIFICS.length)] ?? '';
  if (customer === null || name === undefined) return [];
  const before = text.slice(0, customer.index);
  const changed = before + name + honorific + text.slice(customer.index + customer[0].length);
  const nth = (before + name).split(name).length - 1;
  return [{ text: changed, hand: '', personal: [{ kind: 'name', words: name, nth }] }];
}

/** The message with placeholders for what is taken, as a later pass of the masker sees it. */
function without({ text, personal, hand }: MaskingCase, isTaken: (one: Personal) => boolean): MaskingCase {
  const placed = personal
    .map((one) => ({ ...one, start: placeOf(text, one.words, one.nth) }))
    .sort((a, b) => a.start - b.start);
  const left: (Personal & { start: number })[] = [];
  let rest = '';
  let position = 0;
  for (const one of placed) {
    if (one.start < position) continue;
    rest += text.slice(position, one.start);
    const isGone = isTaken(one);
    if (!isGone) left.push({ ...one, start: rest.length });
    rest += isGone ? BARRIER : one.words;
    position = one.start + one.words.length;
  }
  rest += text.slice(position);
  const places = left.map(({ kind, words, start }) => ({ kind, words, nth: countUntil(rest, words, start) }));
  return { text: rest, personal: places, hand };
}

function tagged({ text, personal }: MaskingCase, dictionary: Dictionary): TaggedText {
  const folded = foldText(text);
  const tags = new Uint8Array(folded.text.length);
  for (const { kind, words, nth } of personal) {
    const place = LEARNED_KINDS.indexOf(learnedKindOf(kind));
    const start = placeOf(text, words, nth);
    const end = start + words.length;
    let tag = 1 + 2 * place;
    for (let at = 0; at < tags.length; at++) {
      if ((folded.starts[at] ?? 0) < start || (folded.ends[at] ?? 0) > end) continue;
      tags[at] = tag;
      tag = 2 + 2 * place;
    }
  }
  return { clues: cluesOf(unifyDashes(folded.text), dictionary), tags };
}
