import fc from 'fast-check';
import { addDays, addMinutes } from '../../src/domain/business-time.ts';
import type { EventFacts, EventKind } from '../../src/domain/ledger.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import type { ReportType } from '../../src/domain/report-type.ts';
import type { Level } from '../../src/domain/severity.ts';
import { aReport } from '../support/storage-samples.ts';
import { tokyo } from './moments.ts';

const DAY = 24 * 60;

/** The ten years of which histories are told. */
export const YEARS = { from: '2025-01-01', until: '2035-01-01' };

/** When counting goes wrong: the histories of a season begin on these days, or at these minutes of any day. */
export const SEASONS = {
  midnight: { days: [], minutes: [0, 1, DAY - 1] },
  'the turn of the year': { days: ['2026-12-25', '2029-12-28', '2030-12-31'], minutes: [] },
  'Golden Week': { days: ['2026-04-28', '2027-04-28', '2028-05-02'], minutes: [] },
  'a leap day': { days: ['2028-02-26', '2028-02-29', '2032-02-27'], minutes: [] },
  'a new fiscal year': { days: ['2027-03-30', '2030-03-28', '2031-03-31'], minutes: [] },
} satisfies Record<string, Season>;

interface Season {
  days: readonly string[];
  minutes: readonly number[];
}

/** Of all seasons, and of the working days between holidays in September. */
const TRICKY = [...Object.values(SEASONS).flatMap(({ days }) => days), '2026-09-18'];

interface Drawn {
  type: ReportType;
  level: Level;
  filedAt: string;
  foundMinutesAgo: number | null;
  cues: string[];
  review: string | null;
  drawn: { kind: EventKind; pause: number; pick: number; flag: boolean }[];
}

const KINDS: readonly EventKind[] = [
  ...([
    'acknowledged',
    'taken',
    'updated',
    'updated',
    'asked',
    'asked',
    'replied',
    'replied',
    'extended',
  ] as const),
  ...([
    'breach_judged',
    'breach_notified',
    'commented',
    'answered',
    'told',
    'reminded',
    'forwarded',
  ] as const),
  ...(['reopened', 'added', 'withdrawn', 'completed', 'level_changed'] as const),
  ...(['assigned', 'result_reported', 'handed_over', 'sent_back', 'decision_given'] as const),
  ...(['merged', 'unmerged'] as const),
];

/** Says now and then by which day something is to be done. */
const DATED: ReadonlySet<EventKind> = new Set<EventKind>(['assigned', 'decision_given']);
/** Leads to any state of the type, always or now and then. */
const MOVES: ReadonlySet<EventKind> = new Set<EventKind>(['updated', 'reopened', 'decision_given']);
const MAY_MOVE: ReadonlySet<EventKind> = new Set<EventKind>(['taken', 'sent_back']);
/** Where a report stands that goes on in another one; the types that can be merged have such a state. */
const MERGED = 'merged';

/** A report with anything that can happen to it, at any time of ten years or from within a season on. */
export function anyHistory(
  types: readonly ReportType[],
  season: Season = { days: [], minutes: [] },
): fc.Arbitrary<Report> {
  const tricky = fc.constantFrom(...(season.days.length > 0 ? season.days : TRICKY));
  const day = fc.oneof(
    {
      weight: season.days.length > 0 ? 0 : 3,
      arbitrary: fc.nat(9 * 365).map((days) => addMinutes(tokyo(`${YEARS.from} 00:00`), days * DAY)),
    },
    { weight: 1, arbitrary: tricky.map((date) => tokyo(`${date} 00:00`)) },
  );
  const minute =
    season.minutes.length > 0
      ? fc.constantFrom(...season.minutes)
      : fc.oneof(fc.nat(7 * DAY), fc.constantFrom(0, 9 * 60, 17 * 60 + 15, 17 * 60 + 14, 12 * 60, DAY - 1));
  const filedAt = fc
    .tuple(day, minute, fc.nat(59))
    .map(([date, minutes, seconds]) =>
      new Date(Date.parse(addMinutes(date, minutes)) + seconds * 1000).toISOString(),
    );
  const event = fc.record({
    kind: fc.constantFrom(...KINDS),
    pause: fc.oneof(fc.nat(90), fc.nat(3 * DAY), fc.nat(40 * DAY), fc.constant(0)),
    pick: fc.nat(1000),
    flag: fc.boolean(),
  });
  return fc
    .record<Drawn>({
      type: fc.constantFrom(...types),
      level: fc.constantFrom<Level>(1, 2, 3, 4),
      filedAt,
      foundMinutesAgo: fc.option(fc.nat(5 * DAY)),
      cues: fc.subarray(['malicious', 'outside']),
      review: fc.option(fc.constantFrom('half_year', 'year')),
      drawn: fc.array(event, { maxLength: 10 }),
    })
    .map((drawn) => reportOf(drawn));
}

function reportOf({ type, level, filedAt, foundMinutesAgo, cues, review, drawn }: Drawn): Report {
  const steps: StepRecord[] = [
    {
      seq: 1,
      kind: 'filed',
      actor: 'p-001',
      at: filedAt,
      state: type.workflow.initial,
      facts: {},
      note: null,
    },
  ];
  let at = filedAt;
  let state = type.workflow.initial;
  let before = state;
  for (const { kind, pause, pick, flag } of drawn) {
    at = addMinutes(at, pause);
    const to = stateAfter(type, { kind, pick, flag }, before);
    const moved = to !== null;
    if (moved) [before, state] = [state === MERGED ? before : state, to];
    steps.push({
      seq: steps.length + 1,
      kind,
      actor: kind === 'added' || kind === 'replied' || kind === 'withdrawn' ? 'p-001' : 'tanaka',
      at,
      state: moved ? state : null,
      facts: factsOf(type, { kind, pick, flag, at }, steps),
      note: null,
    });
  }
  const base = aReport();
  return {
    ...base,
    type: type.id,
    level: type.severity.rows.length === 0 ? 0 : level,
    filedAt,
    foundAt: foundMinutesAgo === null ? null : addMinutes(filedAt, -foundMinutesAgo),
    state,
    steps,
    filing: {
      ...base.filing,
      type: type.id,
      cues,
      answers: review === null ? {} : { review: { kind: 'choice', choice: review } },
    },
  };
}

/** @param before where it stood before it was merged */
function stateAfter(
  { workflow: { states } }: ReportType,
  { kind, pick, flag }: { kind: EventKind; pick: number; flag: boolean },
  before: string,
): string | null {
  if (kind === 'merged') return states.some(({ id }) => id === MERGED) ? MERGED : null;
  if (kind === 'unmerged') return before;
  const moves = MOVES.has(kind) || (MAY_MOVE.has(kind) && flag);
  return moves ? (states[pick % states.length]?.id ?? null) : null;
}

function factsOf(
  { clocks }: ReportType,
  { kind, pick, flag, at }: { kind: EventKind; pick: number; flag: boolean; at: string },
  before: readonly StepRecord[],
): EventFacts {
  if (kind === 'replied') {
    const questions = before.filter((step) => step.kind === 'asked');
    return { to: questions[pick % Math.max(1, questions.length)]?.seq ?? 0 };
  }
  if (kind === 'extended')
    return { clock: clocks[pick % clocks.length]?.id ?? '', due: addMinutes(at, pick * 60) };
  if (kind === 'breach_judged') return { reportable: flag, ...(pick % 3 === 0 && { malicious: true }) };
  if (kind === 'answered') return { final: flag };
  if (DATED.has(kind) && flag) return { due: addDays(at.slice(0, 10), 1 + (pick % 40)) };
  if (kind === 'merged') return { into: `INC-26-${pick}` };
  if (kind === 'unmerged') return { from: `INC-26-${pick}` };
  if (kind === 'breach_notified') return { stage: flag ? 'final' : 'preliminary' };
  return {};
}
