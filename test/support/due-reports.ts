import { createDirectory } from '../../src/application/directory.ts';
import type { ClockKeeping } from '../../src/application/keep-clocks.ts';
import type { Catalogue, LinkedEvent } from '../../src/application/ports.ts';
import { beginChain } from '../../src/application/record-event.ts';
import { systemHash, systemIds } from '../../src/compose/node-ports.ts';
import { addMinutes, localOf, type Instant } from '../../src/domain/business-time.ts';
import type { Filing, Report } from '../../src/domain/report.ts';
import type { ReportLabel } from '../../src/domain/understanding.ts';
import { silentMessenger } from './silent-messenger.ts';
import { silentLog } from './storage-samples.ts';

/** A Friday morning in Tokyo. */
export const BEGINNING = '2026-11-20T00:00:00.000Z';
/** How far the clock goes between two looks, and where the day ends. */
export const STEP_MINUTES = 15;
export const END = addMinutes(BEGINNING, 4 * 60);

/** What the clocks are kept with, at a time that the caller owns. */
export function keepingAt(catalogue: Catalogue, clock: { now(): string }): Omit<ClockKeeping, 'unitOfWork'> {
  const today = () => localOf(catalogue.calendar, clock.now()).date;
  const { organization } = catalogue;
  const directory = createDirectory({ organization, platforms: ['web'], today });
  const messenger = silentMessenger();
  return { catalogue, clock, ids: systemIds, hash: systemHash, log: silentLog(), directory, messenger };
}

/** Reports of the morning that nobody acknowledges, of every level, each filed some time before the next. */
export function dueReports(count: number): NewChain[] {
  return Array.from({ length: count }, (_, index) =>
    unacknowledged(index, {
      level: 4 - (index % 4),
      at: addMinutes(BEGINNING, -Math.floor((index * 60) / count)),
    }),
  );
}

export interface NewChain {
  report: Report;
  events: LinkedEvent[];
}

/** An incident that the risk department has not acknowledged. */
export function unacknowledged(index: number, { level, at }: { level: number; at: Instant }): NewChain {
  return filedReport(index, { type: 'incident', code: 'INC', subtype: 'misdelivery', level, at });
}

export interface NewReport {
  type: ReportLabel;
  /** Of its numbers. */
  code: string;
  subtype: string;
  level: number;
  at: Instant;
  /** To which it was moved at the same moment; the first of its type when left out. */
  state?: string;
}

/** A report with no more words than it needs, in any state of its type. */
export function filedReport(index: number, one: NewReport): NewChain {
  const { type, code, subtype, level, at, state } = one;
  const filing: Filing = {
    type,
    subtype,
    formVersion: 1,
    text: '別の方の通知書を渡した',
    answers: {},
    cues: [],
    suspicions: [],
    urgent: false,
    drill: false,
    evidence: [],
  };
  const facts = {
    number: `${code}-26-A${index.toString(36).padStart(5, '0').toUpperCase()}`,
    type,
    subtype,
    level,
    state: 'received',
    office: 'midori',
    line: ['midori'],
    formVersion: 1,
  };
  const route = {
    primary: 'risk-compliance',
    copies: [],
    escalation: ['handler', 'manager'],
    visibility: 'units',
  };
  const common = { actor: 'yamada', at };
  return beginChain({ hash: systemHash, ids: systemIds }, systemIds.uuid(), [
    { ...common, kind: 'filed', facts, content: JSON.stringify(filing) },
    { ...common, kind: 'routed', facts: route, content: null },
    ...(state === undefined
      ? []
      : [{ actor: 'tanaka', at, kind: 'updated' as const, facts: { state }, content: null }]),
  ]);
}
