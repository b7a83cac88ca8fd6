import { phrase, type Phrase } from '../phrase.ts';
import { line, type View } from '../view.ts';
import type { StockCounts } from './digest-counts.ts';
import { listButton } from './list-button.ts';

/** Weekly, in the channels of a unit: what came, what was done, what is left. */
export function stockDigest({ unit, filed, closed, left, leftBefore, old }: StockCounts): View {
  const head = phrase('digest.stock', {
    unit: { unit },
    filed,
    closed,
    left,
    change: changePhrase(left - leftBefore),
  });
  const lines = old > 0 ? [line(phrase('digest.stock.old', { n: old }))] : [];
  return {
    kind: 'notice',
    lines: [line(head, 'strong'), ...lines],
    inputs: [],
    buttons: [listButton('tasks')],
    fallback: head,
  };
}

function changePhrase(change: number): Phrase {
  if (change === 0) return phrase('digest.same');
  return change > 0 ? phrase('digest.more', { n: change }) : phrase('digest.fewer', { n: -change });
}
