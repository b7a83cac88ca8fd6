import type { Calendar } from '../../domain/business-time.ts';
import type { Organization } from '../../domain/organization.ts';
import type { OwnershipTable } from '../../domain/ownership.ts';
import type { ReportType } from '../../domain/report-type.ts';
import type { RoutingTable } from '../../domain/routing.ts';
import type { ReportLabel } from '../../domain/understanding.ts';

/** intents/ and organization/ once loaded and checked: plain data that the domain decides by. */
export interface Catalogue {
  types: ReadonlyMap<ReportLabel, ReportType>;
  organization: Organization;
  ownership: OwnershipTable;
  routing: RoutingTable;
  /** Phrases that are no reason by themselves (domain/reason.ts). */
  hollowPhrases: readonly string[];
  calendar: Calendar;
}
