import { placeOf, type MaskingCase } from '../../evaluate/evaluation-sets.ts';
import { commonSurnames, isSurname } from '../surnames.ts';
import { learnedKindOf } from './tag-chain.ts';

type Random = () => number;

const SHARE_OF_LONG = 0.2;

/** Names that can stand for one another: of one script, with or without a space, surname or not. */
export interface NamePool {
  byShape: ReadonlyMap<string, readonly string[]>;
}

export function poolOf(cases: readonly MaskingCase[]): NamePool {
  const byShape = new Map<string, string[]>();
  for (const { personal } of cases) {
    for (const { kind, words } of personal) {
      if (kind !== 'name') continue;
      const shape = shapeOf(words);
      byShape.set(shape, [...(byShape.get(shape) ?? []), words]);
    }
  }
  byShape.set('surname', [...(byShape.get('surname') ?? []), ...commonSurnames()]);
  return { byShape };
}

/** The same with surnames that nobody knows, made of the beginnings and ends of those that are known. */
export function inventedPool({ byShape }: NamePool, random: Random): NamePool {
  const known = (byShape.get('surname') ?? []).filter((name) => name.length === 2);
  const one = () => known[Math.floor(random() * known.length)] ?? '';
  const surnames = known.map(
    () => one().slice(0, 1) + one().slice(1) + (random() < SHARE_OF_LONG ? one().slice(1) : ''),
  );
  const given = [...(byShape.get('漢漢 漢漢') ?? []), ...(byShape.get('漢漢 漢') ?? [])].map((name) =>
    name.slice(3),
  );
  const full = (gap: string) =>
    surnames.map((name, at) => `${name.slice(0, 2)}${gap}${given[at % given.length] ?? ''}`);
  return {
    byShape: new Map([
      ...byShape,
      ['surname', surnames],
      ['漢漢', surnames],
      ['漢漢漢', surnames],
      ['漢漢 漢漢', full(' ')],
      ['漢漢漢漢', full('')],
    ]),
  };
}

/** The message with other names and numbers in it: what stands around them is to be learned, not what they are. */
export function withOtherNames(
  { text, personal, hand }: MaskingCase,
  { byShape }: NamePool,
  random: Random,
): MaskingCase {
  const others = new Map<string, string>();
  const otherThan = (words: string): string => {
    const known = others.get(words);
    if (known !== undefined) return known;
    const alike = byShape.get(shapeOf(words)) ?? [];
    const other = alike[Math.floor(random() * alike.length)] ?? words;
    others.set(words, other);
    return other;
  };
  const otherFor = (kind: string, words: string) => {
    if (kind === 'name') return otherThan(words);
    return learnedKindOf(kind) === 'number' ? withOtherDigits(words, random) : words;
  };
  const placed = personal
    .map((one) => ({ ...one, start: placeOf(text, one.words, one.nth) }))
    .sort((a, b) => a.start - b.start);
  let position = 0;
  let changed = '';
  const kept: { kind: string; start: number; words: string }[] = [];
  for (const { kind, words, start } of placed) {
    if (start < position) continue;
    changed += text.slice(position, start);
    const other = otherFor(kind, words);
    kept.push({ kind, start: changed.length, words: other });
    changed += other;
    position = start + words.length;
  }
  changed += text.slice(position);
  return {
    text: changed,
    hand,
    personal: kept.map(({ kind, start, words }) => ({ kind, words, nth: countUntil(changed, words, start) })),
  };
}

const NUMERALS = ['123456789', '１２３４５６７８９', '一二三四五六七八九'];

/** Zeros stay: by them a telephone number is known. */
function withOtherDigits(words: string, random: Random): string {
  return Array.from(words, (sign) => {
    const alike = NUMERALS.find((numerals) => numerals.includes(sign)) ?? sign;
    return alike[Math.floor(random() * alike.length)] ?? sign;
  }).join('');
}

/** Which occurrence of the words begins at the offset, from 1. */
export function countUntil(text: string, words: string, start: number): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && at <= start; at = text.indexOf(words, at + 1)) count++;
  return count;
}

function shapeOf(name: string): string {
  if (isSurname(name)) return 'surname';
  return Array.from(name.normalize('NFKC'), (sign) =>
    /\p{Script=Han}/u.test(sign)
      ? '漢'
      : /[ぁ-ん]/u.test(sign)
        ? 'あ'
        : /[ァ-ヶー]/u.test(sign)
          ? 'ア'
          : /\p{L}/u.test(sign)
            ? 'A'
            : sign,
  )
    .join('')
    .replace(/(あ|ア|A)\1+/gu, '$1');
}
