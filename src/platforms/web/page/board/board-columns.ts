import { columnsBy, type BoardColumn } from '../../../../domain/report-board.ts';
import type { Asked } from '../reports/asked.ts';

export type BoardWay = BoardColumn['by'];
export const BOARD_WAYS = ['phase', 'due', 'severity'] as const satisfies BoardWay[];

export interface Column {
  /** As the server takes it. */
  id: string;
  /** Key of its name. */
  words: string;
}

export function wayOf({ by }: Asked): BoardWay {
  return BOARD_WAYS.find((way) => way === by) ?? 'phase';
}

export function columnsOf(way: BoardWay): Column[] {
  return columnsBy(way).map((column) => ({ id: String(column.is), words: wordsFor(column) }));
}

function wordsFor(column: BoardColumn): string {
  switch (column.by) {
    case 'phase':
      return `phase.${column.is}`;
    case 'due':
      return `due.${column.is}`;
    case 'severity':
      return `severity.s${column.is}`;
  }
}
