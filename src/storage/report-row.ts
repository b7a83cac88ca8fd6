import type { Term } from '../application/ports/recognition.ts';
import type { Outlook } from '../domain/outlook.ts';
import type { Report } from '../domain/report.ts';
import type { Level } from '../domain/severity.ts';
import type { ReportLabel } from '../domain/understanding.ts';
import type { Visibility } from '../domain/visibility.ts';
import type { Prisma, Report as Row } from './generated/client.ts';
import { dateOrNull, instant, instantOrNull } from './instants.ts';
import { json } from './json.ts';

/** What no query asks for. */
type Rest = Pick<Report, 'rules' | 'escalation' | 'filing' | 'steps' | 'links' | 'followers'>;

/** What storage cannot tell from a report itself: what the organisation's rules say comes next. */
export type OutlookOf = (report: Report) => Outlook;

/** The columns of a report as it stands. */
export function columnsOf(
  report: Report,
  outlookOf: OutlookOf,
): Omit<Prisma.ReportUncheckedCreateInput, 'terms' | 'termWeights' | 'events'> {
  const { rules, escalation, filing, steps, links, followers } = report;
  const rest: Rest = { rules, escalation, filing, steps, links, followers };
  return {
    id: report.id,
    number: report.number,
    type: report.type,
    subtype: report.subtype,
    level: report.level,
    visibility: report.visibility,
    state: report.state,
    reporter: report.reporter,
    office: report.office,
    line: [...report.line],
    primaryUnit: report.primary,
    copies: [...report.copies],
    referrals: [...report.referrals],
    holder: report.holder,
    gist: report.gist,
    filedAt: new Date(report.filedAt),
    foundAt: dateOrNull(report.foundAt),
    drill: report.filing.drill,
    ...outlookColumns(report, outlookOf),
    data: json(rest),
    headSeq: report.head.seq,
    headHash: report.head.hash,
  };
}

export function outlookColumns(
  report: Report,
  outlookOf: OutlookOf,
): { open: boolean; phase: string; closedAt: Date | null; nextDue: Date | null; nextLook: Date | null } {
  const { open, phase, closedAt, nextDue, nextLook } = outlookOf(report);
  return {
    open,
    phase,
    closedAt: dateOrNull(closedAt),
    nextDue: dateOrNull(nextDue),
    nextLook: dateOrNull(nextLook),
  };
}

export function reportOf(row: Row): Report {
  const rest = row.data as unknown as Rest;
  return {
    ...rest,
    id: row.id,
    number: row.number,
    type: row.type as ReportLabel,
    subtype: row.subtype,
    level: row.level as Level,
    visibility: row.visibility as Visibility,
    state: row.state,
    reporter: row.reporter,
    office: row.office,
    line: row.line,
    primary: row.primaryUnit,
    copies: row.copies,
    referrals: row.referrals,
    holder: row.holder,
    gist: row.gist,
    filedAt: instant(row.filedAt),
    foundAt: instantOrNull(row.foundAt),
    filing: { ...rest.filing, drill: row.drill },
    head: { seq: row.headSeq, hash: row.headHash },
  };
}

/** Each term once, with the highest weight it was given. */
export function termColumns(terms: readonly Term[]): { terms: string[]; termWeights: number[] } {
  const weights = new Map<string, number>();
  for (const { text, weight } of terms) weights.set(text, Math.max(weight, weights.get(text) ?? 0));
  return { terms: [...weights.keys()], termWeights: [...weights.values()] };
}

export function termsOf(row: Pick<Row, 'terms' | 'termWeights'>): Term[] {
  return row.terms.map((text, i) => ({ text, weight: row.termWeights[i] ?? 0 }));
}
