import { phrase, type Phrase } from '../phrase.ts';
import { line, type View } from '../view.ts';
import type { StockCounts } from './digest-counts.ts';
import { listButton } from './list-button.ts';

/**
 * Weekly, in the channels of a unit: what came, what was done, what is left.
 * @param questions that nobody has answered, where the unit is to see to them
 */
export function stockDigest(
  { unit, filed, closed, left, leftBefore, old }: StockCounts,
  questions = 0,
): View {
  const head = phrase('digest.stock', {
    unit: { unit },
    filed,
    closed,
    left,
    change: changePhrase(left - leftBefore),
  });
  const lines = [
    ...(old > 0 ? [line(phrase('digest.stock.old', { n: old }))] : []),
    ...(questions > 0 ? [line(phrase('digest.stock.questions', { n: questions }))] : []),
  ];
  return {
    kind: 'notice',
    lines: [line(head, 'strong'), ...lines],
    inputs: [],
    buttons: [listButton('tasks')],
    fallback: head,
  };
}

/** Also of units that had nothing and have nothing left, but are to be told of something else. */
export function withQuiet(counts: readonly StockCounts[], units: readonly string[]): StockCounts[] {
  const there = new Set(counts.map(({ unit }) => unit));
  const quiet = units.filter((unit) => !there.has(unit));
  return [...counts, ...quiet.map((unit) => ({ unit, filed: 0, closed: 0, left: 0, leftBefore: 0, old: 0 }))];
}

function changePhrase(change: number): Phrase {
  if (change === 0) return phrase('digest.same');
  return change > 0 ? phrase('digest.more', { n: change }) : phrase('digest.fewer', { n: -change });
}
