import type { LocalDate } from './business-time.ts';
import type { DueSpan } from './due-span.ts';
import type { Level } from './severity.ts';
import type { ReportLabel } from './understanding.ts';
import type { Phase } from './workflow.ts';

/** By what a person narrows a list; what is left out says nothing. */
export interface ListFilter {
  type?: ReportLabel;
  phase?: Phase;
  level?: Level;
  /** Where it was found. */
  office?: string;
  /** In charge. */
  unit?: string;
  holder?: Holder;
  due?: DueSpan;
  /** Filed on these days or between them. */
  from?: LocalDate;
  until?: LocalDate;
  drill?: boolean;
}

export const HOLDERS = ['me', 'nobody'] as const;
export type Holder = (typeof HOLDERS)[number];

/** How far the reports of a list are counted. */
export const MOST_COUNTED = 1000;
