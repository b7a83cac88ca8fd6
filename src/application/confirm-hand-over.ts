import { confirmHandOver as act } from '../domain/acts/confirm-hand-over-act.ts';
import { confirmedView, unconfirmedHandOver } from '../domain/hand-over.ts';
import type { Actor } from '../domain/organization.ts';
import type { View } from '../domain/view.ts';
import { carryOut } from './carry-out-deed.ts';
import { prepareAct } from './prepare-act.ts';
import type { Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * 「確認しました」 under the list of what somebody got from another: each report that is still theirs says so in its
 * ledger. Whoever presses again, or late, confirms what is left of it.
 * @param from who had it before
 */
export async function confirmHandOver(
  deps: Surroundings,
  tx: Transaction,
  actor: Actor,
  from: string,
): Promise<View> {
  const theirs = new Set([actor.person, ...(actor.deputyOf ?? [])]);
  const held = (await tx.reader.holdings()).filter(({ holder }) => theirs.has(holder));
  const confirmed: string[] = [];
  for (const number of held.flatMap(({ numbers }) => numbers).sort()) {
    const report = await tx.reports.lock(number);
    if (!report || unconfirmedHandOver(report)?.facts['from'] !== from) continue;
    const prepared = prepareAct(deps, actor, report, act, {});
    const deed = prepared.ok ? act.perform(prepared.value, {}) : prepared;
    if (!prepared.ok || !deed.ok) continue;
    await carryOut(deps, tx, prepared.value, deed.value);
    confirmed.push(number);
  }
  return confirmedView(confirmed);
}
