import type { Timed } from './clock-facts.ts';
import type { StepRecord } from './report.ts';
import { isWord } from './news-of-steps.ts';

/** Moments that no single event kind or state stands for: which steps they are. */
const DERIVED: Readonly<Record<string, (step: StepRecord, report: Timed) => boolean>> = {
  last_update: ({ kind }) => kind === 'updated',
  last_word: (step, report) => isWord(report, step),
  last_reopening: ({ kind }) => kind === 'reopened',
  last_assignment: ({ kind }) => kind === 'assigned',
  last_decision: ({ kind }) => kind === 'decision_given',
  breach_known: ({ kind, facts }) => kind === 'breach_judged' && facts['reportable'] === true,
  // The final notice to the commission; the first one is the preliminary notice.
  breach_closed: ({ kind, facts }) => kind === 'breach_notified' && facts['stage'] === 'final',
};

/** Of these the latest counts, as of several names. */
const LATEST: ReadonlySet<string> = new Set([
  'last_update',
  'last_word',
  'last_reopening',
  'last_assignment',
  'last_decision',
]);

/** Every name that the data may use besides event kinds, states, phases and `<clock>_overdue`. */
export const DERIVED_MOMENTS: readonly string[] = ['found', ...Object.keys(DERIVED)];

/** The step that a clock starts with; null while it has not come. */
export function startingStep(names: readonly string[], report: Timed): StepRecord | null {
  const starts = (step: StepRecord) => isAny(names, step, report);
  const latest = names.length > 1 || names.some((name) => LATEST.has(name));
  return (latest ? report.steps.findLast(starts) : report.steps.find(starts)) ?? null;
}

/** Whether one of these moments has come, counted from a step on. */
export function hasCome(names: readonly string[], report: Timed, since: number): boolean {
  return report.steps.some((step) => step.seq >= since && isAny(names, step, report));
}

function isAny(names: readonly string[], step: StepRecord, report: Timed): boolean {
  return names.some(
    (name) => isKind(name, step) || step.state === name || (DERIVED[name]?.(step, report) ?? false),
  );
}

/**
 * The approval of a request is no state of the report, though `approved` is one; and an answer for the time being does
 * not answer, whatever else it ends by the state that it leads to.
 */
function isKind(name: string, { kind, facts }: StepRecord): boolean {
  return kind === name && facts['request'] === undefined && facts['final'] !== false;
}
