import { openOrNext } from '../domain/business-time.ts';
import { handedOver, holdsOn, leftView, successorOf, takenOverView, type Held } from '../domain/hand-over.ts';
import { roleTold, type Told } from '../domain/who-is-told.ts';
import { recordAndTell } from './carry-out-deed.ts';
import type { Holding, Transaction, UnitOfWork } from './ports.ts';
import { moment, type Surroundings } from './surroundings.ts';
import { tellPerson } from './tell-person.ts';

/**
 * Every hour and at every start: open work of somebody whose post has ended passes to whoever has the post now, or
 * goes back to its unit where there is nobody; who has it then gets one list of it in the next office hours. A person
 * who has left holds nothing.
 */
export async function handOverWork(deps: Surroundings & { unitOfWork: UnitOfWork }): Promise<void> {
  const { today } = moment(deps);
  const { organization } = deps.catalogue;
  const holdings = await deps.unitOfWork.transact((tx) => tx.reader.holdings());
  const ended = holdings.filter((holding) => !holdsOn(heldOf(holding), organization, today));
  // One transaction for everything that one person had in one unit, so that there is one list of it.
  const shares = new Map<string, { unit: string; from: string; numbers: string[] }>();
  for (const { primary, holder, numbers } of ended) {
    const key = `${primary} ${holder}`;
    const share = shares.get(key) ?? { unit: primary, from: holder, numbers: [] };
    shares.set(key, { ...share, numbers: [...share.numbers, ...numbers] });
  }
  for (const { unit, from, numbers } of shares.values())
    await deps.unitOfWork.transact((tx) => handOver(deps, tx, { unit, from, numbers: [...numbers].sort() }));
}

/** Whether somebody may work on a report depends on nothing else of it. */
function heldOf(holding: Holding): Held {
  return { ...holding, reporter: '', followers: [], line: [], copies: [], referrals: [] };
}

async function handOver(
  deps: Surroundings,
  tx: Transaction,
  { unit, from, numbers }: { unit: string; from: string; numbers: readonly string[] },
): Promise<void> {
  const { now, today } = moment(deps);
  const { organization } = deps.catalogue;
  const passed = new Map<string | null, string[]>();
  let key = '';
  for (const number of numbers) {
    const report = await tx.reports.lock(number);
    // Somebody else has taken it in the meantime, or another instance was here.
    if (!report || report.holder !== from || holdsOn(report, organization, today)) continue;
    const to = successorOf(report, organization, today);
    const after = await recordAndTell(deps, tx, report, [handedOver(report, to, now)]);
    passed.set(to, [...(passed.get(to) ?? []), number]);
    key ||= `handed_over:${number}:${after.head.seq}`;
  }
  for (const [to, list] of passed) {
    const told: Told[] = to === null ? headsOf(deps, unit) : [{ person: to, for: null }];
    for (const one of told) {
      const view = to === null ? leftView(unit, from, list, one) : takenOverView(from, list, one);
      const notBefore = openOrNext(deps.catalogue.calendar, now);
      await tellPerson(deps, tx, { person: one.person, view, key: `${key}:${one.person}`, notBefore });
    }
  }
  if (passed.size > 0) await tx.wake('outbox');
}

/** The managers of a unit; where it has none its handlers. */
function headsOf({ catalogue, clock }: Surroundings, unit: string): Told[] {
  const { today } = moment({ catalogue, clock });
  const managers = roleTold({ role: 'manager', unit }, catalogue.organization, today);
  return managers.length > 0 ? managers : roleTold({ role: 'handler', unit }, catalogue.organization, today);
}
