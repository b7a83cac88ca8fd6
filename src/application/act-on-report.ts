import { checkForm } from '../domain/dialog/form.ts';
import type { Act, ActContext } from '../domain/acts/act.ts';
import { fieldOf } from '../domain/acts/act-inputs.ts';
import { actOf } from '../domain/acts/acts.ts';
import { isLook, type Look } from '../domain/is-look.ts';
import type { Actor } from '../domain/organization.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import type { WayOfViewing } from '../domain/report-views.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { FormValues, Press, View } from '../domain/view.ts';
import { lookAtReport } from './look-at-report.ts';
import type { Transaction } from './ports.ts';
import { carryOut } from './carry-out-deed.ts';
import { recordViewsWithin } from './record-views.ts';
import { prepareAct, withNeeds } from './prepare-act.ts';
import type { Surroundings } from './surroundings.ts';
import { isWritten, writingFor, type WritingForAct } from './write-for-act.ts';

/** A button that belongs to a report rather than to the presser's own conversation. */
export type ReportPress = Press & { report: string };

export function isReportPress(press: Press): press is ReportPress {
  return (press.report !== undefined && isLook(press.action)) || actOf(press) !== null;
}

export interface ReportAction {
  actor: Actor;
  press: ReportPress;
  values: FormValues;
}

/** What comes of it for the presser: something shown privately, or that their next message is awaited. */
export interface Acted {
  /** Null when the card itself shows it. */
  said: View | null;
  /** What the next message will be taken for. */
  writing: WritingForAct | null;
}

export async function actOnReport(
  deps: Surroundings,
  tx: Transaction,
  action: ReportAction,
): Promise<Result<Acted, Problem>> {
  const { actor, press, values } = action;
  const report = await tx.reports.lock(press.report);
  if (isLook(press.action)) {
    const shown = lookAtReport(deps, actor, report, press.action);
    if (shown.ok && report) await viewed(deps, tx, action, report, VIEWED_BY[press.action]);
    return saying(shown);
  }
  const pressed = actOf(press);
  if (!pressed) return fail({ kind: 'unreadable_press' });
  const { act, sends } = pressed;
  const prepared = prepareAct(deps, actor, report, act, press);
  if (!prepared.ok) return prepared;
  if (sends) return saying(await perform(deps, tx, act, prepared.value, values));
  await viewed(deps, tx, action, prepared.value.report, 'form');
  // A platform without forms beside the conversation shows it as a message.
  return ok({ said: null, writing: isWritten(act, press) ? writingFor(act, press) : null });
}

/** A press is worked on once: each is a look of its own. */
const VIEWED_BY: Readonly<Record<Look, WayOfViewing>> = {
  details: 'details',
  status: 'status',
  why_due: 'why',
  why_route: 'why',
};

function viewed(
  deps: Surroundings,
  tx: Transaction,
  { actor: { person } }: ReportAction,
  report: Report,
  by: WayOfViewing,
): Promise<void> {
  return recordViewsWithin(deps, tx, { person, by, since: null }, [report]);
}

function saying(result: Result<View | null, Problem>): Result<Acted, Problem> {
  return result.ok ? ok({ said: result.value, writing: null }) : result;
}

async function perform(
  deps: Surroundings,
  tx: Transaction,
  act: Act,
  on: ActContext,
  values: FormValues,
): Promise<Result<View | null, Problem>> {
  const fields = act.form?.(on).inputs.map(fieldOf) ?? [];
  const { answers, errors } = checkForm(fields, values, on.today, on.rules.organization);
  if (errors.length > 0) return fail({ kind: 'fields', errors });
  const full = await withNeeds(act, on, answers, tx.reader, (number) => tx.reports.lock(number));
  const deed = act.perform(full, answers);
  if (!deed.ok) return deed;
  const after = await carryOut(deps, tx, full, deed.value);
  const { said } = deed.value;
  return ok(typeof said === 'function' ? said(after) : (said ?? null));
}
