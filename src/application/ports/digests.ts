import type { Instant } from '../../domain/business-time.ts';
import type {
  CampaignCounts,
  MonthCounts,
  OfficeCounts,
  OverdueCounts,
  StockCounts,
} from '../../domain/digests/digest-counts.ts';
import type { Period } from '../../domain/digests/digests-due.ts';

/**
 * What digests say: counts without a viewer's scope. Sealed reports and drills are in none of them, and what only a
 * few may see in none that is about an office.
 */
export interface DigestReader {
  /** Units with open reports that are past their date. */
  overdue(now: Instant): Promise<OverdueCounts[]>;
  /** Units that had anything in a week or have anything left at its end. */
  stock(week: Period): Promise<StockCounts[]>;
  /** Offices that filed anything in a period or of which anything is open. */
  offices(period: Period, now: Instant): Promise<OfficeCounts[]>;
  month(month: Period, now: Instant): Promise<MonthCounts>;
  /** Calls for proposals that were entered, whenever that was. */
  campaigns(): Promise<CampaignCounts[]>;
}
