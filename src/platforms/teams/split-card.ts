import { LIMITS } from './limits.ts';
import { cardBytes, type TeamsCard } from './render-card.ts';

/** Room for what stands around the body of a card, in bytes. */
const FRAME = 2 * 1024;
/** The longest text that stays in one block, in characters: 3 bytes each, in Japanese. */
const LONGEST_BLOCK = 4_000;

/**
 * A card as several that Teams takes, in reading order; nearly always one. What belongs together stays together: the
 * buttons stand on the last one, under everything they speak of.
 */
export function splitCard(card: TeamsCard, mostBytes: number = LIMITS.cardBytes): TeamsCard[] {
  if (cardBytes(card) <= mostBytes) return [card];
  const pages: object[][] = [[]];
  let bytes = 0;
  for (const elements of withRowsTogether(card.body.flatMap(shortBlocks))) {
    const size = cardBytes(elements);
    if (bytes > 0 && bytes + size > mostBytes - FRAME) {
      pages.push([]);
      bytes = 0;
    }
    pages.at(-1)?.push(...elements);
    bytes += size;
  }
  return pages.map((body) => ({ ...card, body }));
}

/** One element each; rows of buttons that follow each other are one. */
function withRowsTogether(elements: readonly object[]): object[][] {
  const isRow = (element: object | undefined) =>
    (element as { type?: string } | undefined)?.type === 'ActionSet';
  const groups: object[][] = [];
  for (const element of elements) {
    const before = groups.at(-1);
    if (before && isRow(element) && isRow(before[0])) before.push(element);
    else groups.push([element]);
  }
  return groups;
}

/** A long text as several blocks, broken after a sentence where there is one. */
function shortBlocks(element: object): object[] {
  const { type, text } = element as { type?: string; text?: string };
  if (type === 'Container') {
    const { items = [] } = element as { items?: object[] };
    const parts = items.flatMap(shortBlocks);
    return parts.length === items.length ? [element] : parts.map((item) => ({ ...element, items: [item] }));
  }
  if (type !== 'TextBlock' || text === undefined || text.length <= LONGEST_BLOCK) return [element];
  return partsOf(text).map((part) => ({ ...element, text: part }));
}

function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== '';) {
    const most = rest.slice(0, LONGEST_BLOCK);
    const sentence = Math.max(...['。', '\n', '. '].map((end) => most.lastIndexOf(end) + end.length));
    const end =
      rest.length <= LONGEST_BLOCK
        ? rest.length
        : wholeCharacters(rest, sentence > LONGEST_BLOCK / 2 ? sentence : most.length);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return parts;
}

/** Never between the halves of one character, nor between a mark and what escapes it. */
function wholeCharacters(text: string, end: number): number {
  const isHalf = /[\uD800-\uDBFF]/u.test(text.charAt(end - 1)) || text.charAt(end - 1) === '\\';
  return isHalf ? end - 1 : end;
}
