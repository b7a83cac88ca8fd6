import type { EventKind } from './ledger.ts';
import type { Report, StepRecord } from './report.ts';

/** Nothing that happened to the person: where it was posted, what it was tied to, what the clocks did. */
const SILENT: ReadonlySet<EventKind> = new Set<EventKind>([
  'routed',
  'linked',
  'unlinked',
  'reminded',
  'told',
  'viewed',
]);

/** Talk and work inside the departments: it never leaves them, neither on a card nor in an answer to the reporter. */
const INTERNAL: ReadonlySet<EventKind> = new Set<EventKind>([
  // Who else reported it, and in which words, is for those who handle it.
  'joined',
  'commented',
  'comment_edited',
  'comment_deleted',
  'assigned',
  'result_reported',
  'requested',
  'approved',
  'declined',
  'checked',
  'cause_signed',
  'breach_judged',
  'inspection_judged',
  'evaluated',
  'nominated',
  'escalated',
  'hand_over_confirmed',
  // Whoever a suspicion is about may be the reporter.
  'suspicion_referred',
]);

export function isInternal(kind: EventKind): boolean {
  return INTERNAL.has(kind);
}

/** The steps that a reader is shown, in order. `insider`: has a part in handling the report. */
export function shownSteps(report: Report, insider: boolean): StepRecord[] {
  const decided = report.steps.some(({ kind }) => kind === 'decision_given');
  const shown = (kind: EventKind) =>
    insider || !INTERNAL.has(kind) || (decided && SHOWN_WITH_DECISION.has(kind));
  return report.steps.filter(({ kind }) => !SILENT.has(kind) && shown(kind));
}

/** A decision is published with the evaluation that it rests on [D1]. */
const SHOWN_WITH_DECISION: ReadonlySet<EventKind> = new Set<EventKind>(['evaluated']);

/** What happened last, as far as every reader may know. */
export function lastStep(report: Report): StepRecord {
  const last = shownSteps(report, false).findLast(({ kind }) => !INTERNAL.has(kind)) ?? report.steps[0];
  if (!last) throw new Error(`report ${report.id} has no step`);
  return last;
}
