import type { Draft } from '../domain/dialog/conversation.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { officeOf } from '../domain/assessment.ts';
import { cardButtons, cardFallback, SERIOUS } from '../domain/card-view.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { ok, type Result } from '../domain/result.ts';
import { callFor, isJoinable, joinEvents } from '../domain/storm.ts';
import { checkRight } from './check-right.ts';
import { recordAndTell } from './carry-out-deed.ts';
import type { Transaction } from './ports.ts';
import { runSaying } from './run-saying.ts';
import { moment, type Surroundings } from './surroundings.ts';
import type { Actor } from '../domain/organization.ts';

/**
 * 私の所も同じです: the words go to the report that is there, its card grows by the office, and the person is told
 * what becomes of it. Null when it is over by now, so that the words are a report of their own after all.
 */
export async function joinKnown(
  deps: Surroundings,
  tx: Transaction,
  by: { actor: Actor; unit: string },
  { report: number, draft }: { report: string; draft: Draft },
): Promise<Result<Phrase | null, Problem>> {
  const right = checkRight(by.actor, 'read', await tx.reports.lock(number));
  if (!right.ok) return right;
  const before = right.value;
  const { now, today } = moment(deps);
  if (!isJoinable(deps.catalogue, before, now)) return ok(null);
  const office = officeOf(draft.answers, by.unit);
  const joining = { person: by.actor.person, office, text: draft.text, at: now, today };
  const after = await recordAndTell(deps, tx, before, joinEvents(deps.catalogue, before, joining));
  await callAgain(deps, tx, before, after);
  return ok(phrase('known_already.joined', { number }));
}

/** Unless the level has just called the group by itself. */
async function callAgain(deps: Surroundings, tx: Transaction, before: Report, after: Report): Promise<void> {
  const { catalogue } = deps;
  const offices = callFor(catalogue, before, after);
  if (offices === null || (before.level < SERIOUS && after.level >= SERIOUS)) return;
  const lines = [cardFallback(catalogue, after, catalogue.calendar), phrase('storm.call', { n: offices })];
  const buttons = cardButtons(catalogue, after);
  await runSaying(deps, tx, after, {
    kind: 'post',
    unit: after.primary,
    view: notice(lines, buttons),
    key: `storm:${offices}`,
    mention: true,
  });
}
