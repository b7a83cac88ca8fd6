import type { Instant } from '../business-time.ts';
import type { Level } from '../severity.ts';
import type { Protected } from '../permission.ts';
import type { ReportLabel } from '../understanding.ts';

/*
 * What digests say, counted by the database. Neither drills nor anything sealed is counted anywhere.
 */

/** Open reports of a unit that are past their date. */
export interface OverdueCounts {
  unit: string;
  overdue: number;
  /** The one that is past its date for longest. */
  oldest: { number: string; visibility: Protected['visibility']; due: Instant; holder: string | null };
}

/** What a unit had in a week. */
export interface StockCounts {
  unit: string;
  filed: number;
  closed: number;
  /** Open at the end of the week, and at its beginning. */
  left: number;
  leftBefore: number;
  /** Open at its end and filed more than thirty days before that. */
  old: number;
}

/** What an office filed, and what waits for it; only what its head may read, so nothing restricted. */
export interface OfficeCounts {
  office: string;
  filed: number;
  /** Of those filed, from level 3 on. */
  serious: number;
  open: number;
  overdue: number;
  /** Numbers of what waits for an answer or a correction by the office, oldest first. */
  waiting: readonly string[];
}

export interface TypeCounts {
  type: ReportLabel;
  filed: number;
  closed: number;
  open: number;
  overdue: number;
}

/** What all departments had in a month. */
export interface MonthCounts {
  /** Types of which there was anything. */
  types: readonly TypeCounts[];
  /** Filed in the month by level, highest first; what has no level is left out. */
  levels: readonly { level: Level; filed: number }[];
  /** The open report that was filed first. */
  oldest: (Protected & { number: string; filedAt: Instant }) | null;
  /** What was decided on proposals in the month, by the state and outcome of the decision. */
  decisions: readonly { state: string; outcome: string; count: number }[];
}

/** What came of a call for proposals up to now; what was withdrawn is not counted. */
export interface CampaignCounts {
  campaign: string;
  proposals: number;
  /** Offices and units that take part. */
  offices: number;
  decided: number;
  /** Of those decided, as a whole or in part. */
  adopted: number;
}
