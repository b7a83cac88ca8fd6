import { typeOf } from '../domain/assessment.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { detailsView, whyRouteView } from '../domain/details-view.ts';
import { nextPromise } from '../domain/deadline.ts';
import type { NewEvent } from '../domain/ledger.ts';
import { phrase } from '../domain/phrase.ts';
import { movesFor } from '../domain/moves.ts';
import type { Actor } from '../domain/organization.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { newsView, statusView, whyDueLines } from '../domain/reporter-view.ts';
import { ok, type Result } from '../domain/result.ts';
import type { FormValues, Press, View } from '../domain/view.ts';
import { checkRight } from './check-right.ts';
import type { Transaction } from './ports.ts';
import { postCards } from './post-cards.ts';
import { record } from './record-event.ts';
import { moveOf, updateOf } from './report-moves.ts';
import { stale } from './stale-act.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** Buttons that belong to a report rather than to the presser's own conversation. */
export const REPORT_PRESSES = [
  'acknowledge',
  'take',
  'update',
  'update_form',
  'details',
  'status',
  'why_due',
  'why_route',
] as const;
type ReportPress = (typeof REPORT_PRESSES)[number];

export function isReportPress(press: Press): press is Press & { action: ReportPress; report: string } {
  return press.report !== undefined && REPORT_PRESSES.some((action) => action === press.action);
}

export interface ReportAction {
  actor: Actor;
  press: Press & { action: ReportPress; report: string };
  values: FormValues;
  /** Makes the keys of what is sent unique. */
  key: string;
}

/** What the presser is shown privately, or why not; null when the card itself shows it. */
export async function actOnReport(
  deps: Surroundings,
  tx: Transaction,
  action: ReportAction,
): Promise<Result<View | null, Problem>> {
  const { actor, press } = action;
  const report = await tx.reports.lock(press.report);
  switch (press.action) {
    case 'details':
    case 'status':
    case 'why_due':
    case 'why_route':
      return look(deps, actor, report, press.action);
    case 'acknowledge':
    case 'take':
      return move(deps, tx, action, report, press.action);
    case 'update':
    case 'update_form':
      return update(deps, tx, action, report);
  }
}

function look(
  deps: Surroundings,
  actor: Actor,
  found: Report | null,
  what: 'details' | 'status' | 'why_due' | 'why_route',
): Result<View, Problem> {
  const right = checkRight(actor, 'read', found);
  if (!right.ok) return right;
  const report = right.value;
  const { catalogue } = deps;
  switch (what) {
    case 'details':
      return ok(detailsView(catalogue, report));
    case 'status':
      return ok(statusView(catalogue, report, catalogue.calendar, { by: 'number', viewer: actor.person }));
    case 'why_route':
      return ok(whyRouteView(report));
    case 'why_due': {
      const promise = nextPromise(typeOf(catalogue, report.type), report, catalogue.calendar);
      return ok(notice(promise ? whyDueLines(promise) : [phrase('status.next_none')]));
    }
  }
}

/** 受付確認 and 担当になる act at once; the second presser is told who was first. */
async function move(
  deps: Surroundings,
  tx: Transaction,
  { actor, key }: ReportAction,
  found: Report | null,
  action: 'acknowledge' | 'take',
): Promise<Result<View | null, Problem>> {
  const right = checkRight(actor, action, found);
  if (!right.ok) return right;
  const report = right.value;
  const transition = movesFor(deps.catalogue, actor, report, action)[0];
  if (!transition || (action === 'take' && report.holder !== null)) return stale(report, action);
  const event = moveOf(action, actor.person, moment(deps).now, transition.to);
  await change(deps, tx, report, event, key);
  return ok(null);
}

async function update(
  deps: Surroundings,
  tx: Transaction,
  action: ReportAction,
  found: Report | null,
): Promise<Result<View | null, Problem>> {
  const { actor, press, values, key } = action;
  const right = checkRight(actor, 'update', found);
  if (!right.ok) return right;
  const report = right.value;
  // A platform without forms beside the conversation shows it as a message.
  if (press.action === 'update') return ok(null);
  const to = answered(values['state']);
  const note = answered(values['note']);
  if (!movesFor(deps.catalogue, actor, report, 'update').some((transition) => transition.to === to))
    return stale(report, 'update');
  const event = updateOf(deps.catalogue, report, { actor: actor.person, at: moment(deps).now, to, note });
  await change(deps, tx, report, event, key);
  return ok(null);
}

async function change(
  deps: Surroundings,
  tx: Transaction,
  before: Report,
  event: NewEvent,
  key: string,
): Promise<void> {
  const report = await record(deps, tx, before, [event]);
  await postCards(deps, tx, report);
  const to = (await tx.conversations.placeOf(report.reporter)) ?? deps.directory.personal(report.reporter);
  const view = newsView(deps.catalogue, report, deps.catalogue.calendar);
  await tx.outbox.enqueue([
    {
      key: `news:${key}`,
      to,
      content: { kind: 'view', view, person: report.reporter },
      mention: false,
      notBefore: null,
    },
  ]);
}

function answered(value: FormValues[string] | undefined): string {
  if (!value || !('answer' in value)) return '';
  return value.answer.kind === 'choice'
    ? value.answer.choice
    : value.answer.kind === 'text'
      ? value.answer.text
      : '';
}
