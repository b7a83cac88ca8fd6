import { signedBy } from '../domain/deputy.ts';
import type { ActContext, Deed, Errand } from '../domain/acts/act.ts';
import { isComment } from '../domain/comments.ts';
import type { NewEvent } from '../domain/ledger.ts';
import type { Report } from '../domain/report.ts';
import { fileLinked } from './file-linked.ts';
import { forgetAnswered } from './forget-answered.ts';
import type { Address, Transaction } from './ports.ts';
import { postCards, renewOldCards } from './post-cards.ts';
import { raiseInspection } from './raise-inspection.ts';
import { record } from './record-event.ts';
import { relaySteps, withdrawSteps } from './relay-steps.ts';
import { renewLinks } from './renew-links.ts';
import { runSaying } from './run-saying.ts';
import type { Surroundings } from './surroundings.ts';
import { tellNews } from './tell-news.ts';

/**
 * Ledger, cards, news and everything else that comes of an act, in the caller's transaction.
 * @param origin the thread in which it was said; null for everything that is not said in one
 */
export async function carryOut(
  deps: Surroundings,
  tx: Transaction,
  on: ActContext,
  { events, errands = [] }: Deed,
  origin: Address | null = null,
): Promise<Report> {
  let report = await recordAndTell(deps, tx, on.report, signedBy(on.actor, events), origin);
  for (const errand of errands) report = await run(deps, tx, { ...on, report }, errand);
  return report;
}

/** New events of a report, with its cards as they then stand and its news to whoever waits for them. */
export async function recordAndTell(
  deps: Surroundings,
  tx: Transaction,
  before: Report,
  events: readonly NewEvent[],
  origin: Address | null = null,
): Promise<Report> {
  if (events.length === 0) return before;
  const report = await record(deps, tx, before, events);
  // Talk of the departments is on no card: one that changed would tell everybody who sees it that there is some.
  if (!events.every(({ kind }) => isComment(kind))) await showAndTell(deps, tx, before, report);
  await relaySteps(deps, tx, report, before.head.seq, origin);
  await forgetAnswered(deps, tx, before, report);
  await raiseInspection(deps, tx, before, report);
  return report;
}

async function showAndTell(
  deps: Surroundings,
  tx: Transaction,
  before: Report,
  report: Report,
): Promise<void> {
  await postCards(deps, tx, report, before.level);
  const left = await renewOldCards(deps, tx, before, report);
  if (left) await withdrawSteps(deps, tx, report);
  if (report.visibility !== before.visibility) await renewLinks(deps, tx, report);
  await tellNews(deps, tx, report, before.head.seq);
}

async function run(deps: Surroundings, tx: Transaction, on: ActContext, errand: Errand): Promise<Report> {
  const { report, others } = on;
  switch (errand.kind) {
    case 'record': {
      const other = others.get(errand.report);
      if (!other) throw new Error('an act writes to a report that it did not ask for');
      await recordAndTell(deps, tx, other, signedBy(on.actor, errand.events));
      return report;
    }
    case 'file':
      return fileLinked(deps, tx, on, errand);
    case 'tell':
    case 'post':
      await runSaying(deps, tx, report, errand);
      return report;
  }
}
