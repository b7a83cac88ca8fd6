import { notice } from '../domain/dialog/question-view.ts';
import { actButton } from '../domain/card-view.ts';
import { judgeInspection, officesIn } from '../domain/acts/judge-inspection-act.ts';
import { owesInspection } from '../domain/inspection.ts';
import { unitsWith } from '../domain/people-who.ts';
import { phrase } from '../domain/phrase.ts';
import type { Report } from '../domain/report.ts';
import type { Transaction } from './ports.ts';
import { runSaying } from './run-saying.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** Whoever judges is called when one more office makes it a matter of several; after that the card asks for it. */
export async function raiseInspection(
  deps: Surroundings,
  tx: Transaction,
  before: Report,
  after: Report,
): Promise<void> {
  if (!owesInspection(deps.catalogue, after) || owesInspection(deps.catalogue, before)) return;
  const { number, type, head } = after;
  const lines = [
    phrase('inspection.raised', { number, ...officesIn(after) }),
    phrase('inspection.raised.next'),
  ];
  const units = unitsWith(deps.catalogue.organization, moment(deps).today, judgeInspection.right, type);
  for (const unit of units) {
    const view = notice(lines, [actButton(judgeInspection, after)]);
    await runSaying(deps, tx, after, {
      kind: 'post',
      unit,
      view,
      key: `inspection:${head.seq}:${unit}`,
      mention: true,
    });
  }
}
