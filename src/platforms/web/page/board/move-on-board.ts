import { neighbour } from './neighbour.ts';

/** Class of what the keys move between. */
export const BOARD_CARD = 'bcard';

/** Arrows go from card to card and from column to column, passing over empty ones; Home and End to the ends of a column. */
export function moveOnBoard(board: HTMLElement, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>(`.${BOARD_CARD}`) : null;
  const next = from && neighbour(columnsIn(board), from, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function columnsIn(board: HTMLElement): HTMLElement[][] {
  return [...board.querySelectorAll<HTMLElement>('section:not([hidden])')].map((column) => [
    ...column.querySelectorAll<HTMLElement>(`.${BOARD_CARD}`),
  ]);
}
