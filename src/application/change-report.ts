import type { Answer } from '../domain/answers.ts';
import { faulty } from '../domain/acts/field-error.ts';
import { takenBack } from '../domain/applicable.ts';
import { assessAgain } from '../domain/assess-again.ts';
import { typeOf } from '../domain/assessment.ts';
import { flawOf } from '../domain/check-answer.ts';
import { capacityWhere, signedBy } from '../domain/deputy.ts';
import type { Correction } from '../domain/fold-report.ts';
import { notice } from '../domain/dialog/question-view.ts';
import type { EventFacts, NewEvent } from '../domain/ledger.ts';
import type { Actor } from '../domain/organization.ts';
import { may } from '../domain/permission.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fieldOf, type ReportType } from '../domain/report-type.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { rerouted } from '../domain/reroute.ts';
import { stateAfterAnswer } from '../domain/sent-back.ts';
import { checkRight } from './check-right.ts';
import type { Transaction } from './ports.ts';
import { recordAndTell } from './carry-out-deed.ts';
import { postToUnit } from './post-to-unit.ts';
import { additionOf } from './report-moves.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** A changed answer after sending: a new version, and a new route when the rules now say so. */
export async function correctReport(
  deps: Surroundings,
  tx: Transaction,
  actor: Actor,
  change: { report: string; field: string; to: Answer },
): Promise<Result<Phrase, Problem>> {
  const right = checkRight(actor, 'correct', await tx.reports.lock(change.report));
  if (!right.ok) return right;
  const report = right.value;
  const acting = capacityWhere(actor, (as) => may(as, 'correct', report)) ?? actor;
  const type = typeOf(deps.catalogue, report.type);
  const field = fieldOf(type, change.field);
  const { now, today } = moment(deps);
  if (!field) return fail({ kind: 'form_changed' });
  const flaw = flawOf(field, change.to, today, deps.catalogue.organization);
  if (flaw) return faulty(field.id, flaw);
  const { level, route } = assessAgain(deps.catalogue, report, { [field.id]: change.to }, { today });
  const common = { actor: actor.person, at: now };
  const back = broughtBack(report, actor);
  const events: NewEvent[] = [
    ...corrections(type, report, field.id, change.to).map((correction): NewEvent => ({
      ...common,
      kind: 'corrected',
      facts: { field: correction.field, level, ...back },
      content: JSON.stringify(correction),
    })),
    ...rerouted(report, route, common),
  ];
  await recordAndTell(deps, tx, report, signedBy(acting, events));
  if (back !== null) await tellBack(deps, tx, report);
  return ok(phrase('corrected.sent', { number: report.number }));
}

/** The answer that changes, and those that are gone with it. */
function corrections(type: ReportType, { filing }: Report, field: string, to: Answer): Correction[] {
  const { answers } = filing;
  const gone = takenBack(type, filing, { ...answers, [field]: to });
  return [
    { field, from: answers[field] ?? null, to },
    ...gone.map((id) => ({ field: id, from: answers[id] ?? null, to: null })),
  ];
}

/** What was sent back is where it was before, once its reporter has said more; null when nothing was waited for. */
function broughtBack(report: Report, actor: Actor): EventFacts | null {
  const state = actor.person === report.reporter ? stateAfterAnswer(report) : null;
  if (state === null) return null;
  return state === report.state ? {} : { state };
}

/** Whoever waits for it need not look at the card again and again. */
async function tellBack(
  deps: Surroundings,
  tx: Transaction,
  { number, primary, head }: Report,
): Promise<void> {
  const view = notice([phrase('added.back', { number })]);
  await postToUnit(deps, tx, { unit: primary, view, key: `${number}:back:${head.seq}`, mention: false });
}

/** Something more to say about a report already sent. */
export async function addToReport(
  deps: Surroundings,
  tx: Transaction,
  actor: Actor,
  addition: { report: string; text: string },
): Promise<Result<Phrase, Problem>> {
  const right = checkRight(actor, 'add', await tx.reports.lock(addition.report));
  if (!right.ok) return right;
  const report = right.value;
  const back = broughtBack(report, actor);
  const event = additionOf(actor.person, moment(deps).now, addition.text, back ?? {});
  await recordAndTell(deps, tx, report, [event]);
  if (back !== null) await tellBack(deps, tx, report);
  return ok(phrase('added', { number: report.number }));
}
