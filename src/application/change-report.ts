import type { Answer } from '../domain/answers.ts';
import { assess, officeOf, typeOf } from '../domain/assessment.ts';
import { flawOf } from '../domain/check-answer.ts';
import type { Correction } from '../domain/fold-report.ts';
import { canonical, type NewEvent } from '../domain/ledger.ts';
import type { Actor } from '../domain/organization.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fieldOf } from '../domain/report-type.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Route } from '../domain/routing.ts';
import { strictest } from '../domain/visibility.ts';
import type { Level } from '../domain/severity.ts';
import { checkRight } from './check-right.ts';
import { routedFacts } from './begin-report.ts';
import type { Transaction } from './ports.ts';
import { postCards } from './post-cards.ts';
import { record } from './record-event.ts';
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
  const field = fieldOf(typeOf(deps.catalogue, report.type), change.field);
  const { now, today } = moment(deps);
  if (!field) return fail({ kind: 'form_changed' });
  const flaw = flawOf(field, change.to, today, deps.catalogue.organization);
  if (flaw) return fail({ kind: 'fields', errors: [{ field: field.id, message: flaw }] });
  const correction: Correction = {
    field: field.id,
    from: report.filing.answers[field.id] ?? null,
    to: change.to,
  };
  const filing = { ...report.filing, answers: { ...report.filing.answers, [field.id]: change.to } };
  const after = assess(deps.catalogue, filing, officeOf(filing.answers, report.office), today);
  // Raising is free; lowering needs a reason and an approval, so that a correction alone never lowers.
  const level = Math.max(report.level, after.severity.level) as Level;
  const common = { actor: actor.person, at: now };
  const events: NewEvent[] = [
    { ...common, kind: 'corrected', facts: { field: field.id, level }, content: JSON.stringify(correction) },
    ...rerouted(report, after.route).map((facts) => ({
      ...common,
      kind: 'routed' as const,
      facts,
      content: null,
    })),
  ];
  await postCards(deps, tx, await record(deps, tx, report, events), report.level);
  return ok(phrase('corrected.sent', { number: report.number }));
}

/** Whoever had it keeps it: a correction adds units and narrows visibility, and never takes a report away. */
function rerouted(report: Report, route: Route) {
  const both = <T>(had: readonly T[], gets: readonly T[]) => [...new Set([...had, ...gets])];
  const joined: Route = {
    primary: report.primary,
    copies: both(report.copies, [route.primary, ...route.copies]).filter((unit) => unit !== report.primary),
    referrals: both(report.referrals, route.referrals),
    escalation: both(report.escalation, route.escalation),
    visibility: strictest([report.visibility, route.visibility]),
    rules: [
      ...report.rules,
      ...route.rules.filter((rule) => !report.rules.some((had) => had.id === rule.id)),
    ],
  };
  const { primary, copies, referrals, escalation, visibility, rules } = report;
  const same = canonical(joined) === canonical({ primary, copies, referrals, escalation, visibility, rules });
  return same ? [] : [routedFacts(report.type, joined)];
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
  const event = additionOf(actor.person, moment(deps).now, addition.text);
  await postCards(deps, tx, await record(deps, tx, right.value, [event]));
  return ok(phrase('added', { number: right.value.number }));
}
