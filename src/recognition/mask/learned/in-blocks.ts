import type { Detector, Finding } from '../personal-data.ts';

/** A message is read as a whole, which is what the examples are; what is longer was pasted. */
const LONGEST_MESSAGE = 1_000;
/** Signs that are read; of a longer text, which is no message but a file that was pasted, rules read the rest. */
export const MOST_SIGNS = 6_000;
/** Where a longer text is parted: empty lines, then lines, then sentences. */
const GAPS = [/(?<=\n[ \t]*\n)(?!\s)/u, /(?<=\n)/u, /(?<=。)/u] as const;

/**
 * A long text is read block by block, and a block that was in the text before is not read again: of the further passes
 * of the masker only those blocks cost time in which something was hidden. Nothing else is remembered, and what the
 * last pass leaves behind is masked.
 */
export function inBlocks(detect: Detector): Detector {
  let before = new Map<string, Finding[]>();
  return (text) => {
    const now = new Map<string, Finding[]>();
    let offset = 0;
    const findings = blocksOf(text).flatMap((block) => {
      const from = offset;
      offset += block.length;
      const seen = now.get(block) ?? before.get(block) ?? detect(block);
      now.set(block, seen);
      return seen.map((one) => ({ ...one, start: from + one.start, end: from + one.end }));
    });
    before = now;
    return findings;
  };
}

function blocksOf(text: string, gap = 0): string[] {
  if (text.length <= LONGEST_MESSAGE) return [text];
  const pattern = GAPS[gap];
  if (pattern !== undefined) return text.split(pattern).flatMap((part) => blocksOf(part, gap + 1));
  return Array.from({ length: Math.ceil(text.length / LONGEST_MESSAGE) }, (_, at) =>
    text.slice(at * LONGEST_MESSAGE, (at + 1) * LONGEST_MESSAGE),
  );
}
