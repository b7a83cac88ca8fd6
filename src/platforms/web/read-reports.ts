import { z } from 'zod';
import type { ListQuery } from '../../application/ports.ts';
import { isLocalDate } from '../../domain/business-time.ts';
import { DUE_SPANS } from '../../domain/due-span.ts';
import { HOLDERS, type ListFilter } from '../../domain/list-filter.ts';
import { BOARD_COLUMNS, columnsBy, type BoardColumn } from '../../domain/report-board.ts';
import { LEVELS, type Level } from '../../domain/severity.ts';
import { REPORT_LABELS } from '../../domain/understanding.ts';
import { PHASES } from '../../domain/workflow.ts';
import { REPORT_LISTS } from './api-reports.ts';
import { reader } from './read.ts';
import { readPosition } from './report-position.ts';

const unit = z.string().min(1).max(100);
const date = z.string().refine(isLocalDate);
const COLUMN_WAYS = Object.keys(BOARD_COLUMNS) as [BoardColumn['by'], ...BoardColumn['by'][]];

const query = z.strictObject({
  list: z.enum(REPORT_LISTS),
  words: z.string().max(200).default(''),
  type: z.enum(REPORT_LABELS).optional(),
  phase: z.enum(PHASES).optional(),
  level: z.enum(LEVELS.map(String)).optional(),
  office: unit.optional(),
  unit: unit.optional(),
  holder: z.enum(HOLDERS).optional(),
  due: z.enum(DUE_SPANS).optional(),
  from: date.optional(),
  until: date.optional(),
  drill: z.enum(['yes', 'no']).optional(),
  board: unit.optional(),
  by: z.enum(COLUMN_WAYS).optional(),
  column: z.string().max(20).optional(),
  after: z.string().max(100).optional(),
  rows: z.literal('none').optional(),
});
type Query = z.infer<typeof query>;

const reports = query.transform((asked, context): ListQuery => {
  const refuse = (what: string) => context.addIssue({ code: 'custom', message: `no ${what}` });
  const after = asked.after === undefined ? null : readPosition(asked.after);
  const board = boardOf(asked);
  if (asked.after !== undefined && !after) refuse('position');
  if (board === 'none') refuse('board');
  const { list, words, rows } = asked;
  return {
    list,
    words,
    filter: filterOf(asked),
    board: board === 'none' ? null : board,
    after,
    ...(rows === 'none' && { countOnly: true }),
  };
});

export const readReports = reader<ListQuery>(reports);

/** A board has a unit, ways of making columns and columns; other lists have none of it. */
function boardOf({ list, board, by = 'phase', column }: Query): ListQuery['board'] | 'none' {
  if (list !== 'board') return board === undefined && column === undefined ? null : 'none';
  const known = columnsBy(by).find(({ is }) => String(is) === column);
  if (board === undefined || (column !== undefined && !known)) return 'none';
  return { unit: board, by, column: known ?? null };
}

function filterOf({ type, phase, level, office, unit, holder, due, from, until, drill }: Query): ListFilter {
  return {
    type,
    phase,
    office,
    unit,
    holder,
    due,
    from,
    until,
    ...(level !== undefined && { level: Number(level) as Level }),
    ...(drill !== undefined && { drill: drill === 'yes' }),
  };
}
