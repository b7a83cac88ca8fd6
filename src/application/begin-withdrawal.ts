import type { Act } from '../domain/acts/act.ts';
import { actsFor } from '../domain/acts/acts.ts';
import { requestWithdrawal, withdraw } from '../domain/acts/withdraw.ts';
import { notice } from '../domain/dialog/question-view.ts';
import type { Actor } from '../domain/organization.ts';
import { may, scopeOf } from '../domain/permission.ts';
import { phrase } from '../domain/phrase.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { ok, type Result } from '../domain/result.ts';
import { titleOf } from '../domain/title-of.ts';
import { button, type Button, type View } from '../domain/view.ts';
import { actContext } from './act-context.ts';
import { actOnReport, type Acted, type ReportPress } from './act-on-report.ts';
import type { Transaction } from './ports.ts';
import { recordViewsWithin } from './record-views.ts';
import type { Surroundings } from './surroundings.ts';

/** At once where the workflow allows it; an incident is withdrawn with the consent of head office alone [D1]. */
const WAYS: readonly Act[] = [withdraw, requestWithdrawal];
/** Of so many open reports of one's own, the newest, one is chosen. */
const OFFERED = 10;
/** Its reason is written as the next message. */
const SAID = 'said';

/**
 * 「取り下げます」: the act that withdraws one's own report, which asks why before anything is done.
 * @param number the report that was named; null: the only one that it can be, or the one that is chosen
 */
export async function beginWithdrawal(
  deps: Surroundings,
  tx: Transaction,
  actor: Actor,
  number: string | null,
): Promise<Result<Acted, Problem>> {
  if (number !== null) {
    const report = await tx.reader.byNumber(scopeOf(actor), number);
    const way = WAYS.find(({ right }) => report !== null && may(actor, right, report)) ?? withdraw;
    return act(deps, tx, actor, pressFor(way, number));
  }
  const own = await tx.reader.mine(actor.person, { open: true, limit: OFFERED });
  const possible = own.flatMap((report) => {
    const way = actsFor(actContext(deps, actor, report)).find((one) => WAYS.includes(one));
    return way ? [{ report, way }] : [];
  });
  const [only] = possible;
  if (only && possible.length === 1) return act(deps, tx, actor, pressFor(only.way, only.report.number));
  const viewing = { person: actor.person, by: 'list', since: null } as const;
  await recordViewsWithin(
    deps,
    tx,
    viewing,
    possible.map(({ report }) => report),
  );
  return ok({ said: whichView(possible), writing: null });
}

function act(deps: Surroundings, tx: Transaction, actor: Actor, press: ReportPress) {
  return actOnReport(deps, tx, { actor, press, values: {} });
}

function pressFor({ id }: Act, report: string): ReportPress {
  return { action: id, report, value: SAID };
}

function whichView(possible: readonly { report: Report; way: Act }[]): View {
  if (possible.length === 0)
    return notice([phrase('withdraw.none')], [button({ action: 'mine' }, phrase('btn.mine'))]);
  const titles = possible.map(({ report: { number, gist } }) =>
    phrase('status.one', { number, title: titleOf(gist) }),
  );
  const buttons: Button[] = possible.map(({ report: { number }, way }) =>
    button(pressFor(way, number), phrase('withdraw.button', { number })),
  );
  return notice([phrase('withdraw.which'), ...titles], buttons);
}
