import type { Masker } from '../../application/ports.ts';
import { overlap, type Span } from '../span.ts';
import { placeOf, type MaskingCase } from './evaluation-sets.ts';
import type { Share } from './measures.ts';
import { share } from './measures.ts';

export interface MaskingScore {
  /** Identifying numbers, phones, addresses of mail: every sign of it is hidden. */
  numbers: Share;
  /** Names, addresses, birth dates. */
  words: Share;
  /** Messages in which something was hidden that is no personal data. */
  falsePositives: Share;
}

/** Names, addresses and birth dates; everything else that is personal is a number or an address on a network. */
const TOLD_IN_WORDS: ReadonlySet<string> = new Set(['name', 'address', 'birth_date']);

export function scoreMasking(masker: Masker, cases: readonly MaskingCase[]): MaskingScore {
  const items: { kind: string; hidden: boolean }[] = [];
  let wronglyHidden = 0;
  for (const { text, personal } of cases) {
    const { found } = masker.mask(text);
    const spans = personal.map(({ words, nth }) => spanOf(text, words, nth));
    personal.forEach(({ kind }, index) => {
      const span = spans[index];
      items.push({ kind, hidden: span !== undefined && isHidden(text, span, found) });
    });
    if (found.some((one) => !spans.some((span) => overlap(one, span)))) wronglyHidden += 1;
  }
  const hiddenOf = (inWords: boolean) => {
    const some = items.filter(({ kind }) => TOLD_IN_WORDS.has(kind) === inWords);
    return share(some.filter(({ hidden }) => hidden).length, some.length);
  };
  return {
    numbers: hiddenOf(false),
    words: hiddenOf(true),
    falsePositives: share(wronglyHidden, cases.length),
  };
}

function spanOf(text: string, words: string, nth: number): Span {
  const start = placeOf(text, words, nth);
  if (start < 0) throw new Error('An evaluation case names words that its text does not hold');
  return { start, end: start + words.length };
}

/** Whether no letter and no digit of the span is left to read. */
function isHidden(text: string, { start, end }: Span, found: readonly Span[]): boolean {
  for (let at = start; at < end; at++) {
    const isRead = /[\p{L}\p{N}]/u.test(text.charAt(at));
    if (isRead && !found.some((one) => one.start <= at && at < one.end)) return false;
  }
  return true;
}
