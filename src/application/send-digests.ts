import { digestsDue, type DigestKind, type DueDigest } from '../domain/digests/digests-due.ts';
import { isQuietMonth, monthDigest } from '../domain/digests/month-digest.ts';
import { isQuietDay, officeDigest } from '../domain/digests/office-digest.ts';
import { overdueDigest } from '../domain/digests/overdue-digest.ts';
import { stockDigest, withQuiet } from '../domain/digests/stock-digest.ts';
import { actorPresent } from '../domain/deputy.ts';
import type { Role } from '../domain/organization.ts';
import type { View } from '../domain/view.ts';
import { unitsWith } from '../domain/people-who.ts';
import { headsTold, roleTold, type Told } from '../domain/who-is-told.ts';
import type { Transaction, UnitOfWork } from './ports.ts';
import { postToUnit } from './post-to-unit.ts';
import { moment, type Surroundings } from './surroundings.ts';
import { tellPerson } from './tell-person.ts';

/** To whom the monthly one goes [D1: 改善提案がトップにまで伝わる]. */
const TOP: readonly Role[] = ['vice_president', 'president', 'board_office'];

/**
 * Sends whatever digests are due and were not sent: looked at every few minutes of the office hours, so that one that
 * nobody was there to send at nine is late and not lost. That it was sent is written with what is sent.
 */
export async function sendDigests(deps: Surroundings & { unitOfWork: UnitOfWork }): Promise<void> {
  for (const digest of digestsDue(deps.catalogue.calendar, moment(deps).now)) {
    await deps.unitOfWork.transact(async (tx) => {
      if (!(await tx.counters.once(`digest:${digest.kind}`, digest.day))) return;
      await SENDERS[digest.kind](deps, tx, digest);
      await tx.wake('outbox');
    });
  }
}

type Sender = (deps: Surroundings, tx: Transaction, digest: DueDigest) => Promise<void>;

const SENDERS: Readonly<Record<DigestKind, Sender>> = {
  overdue: async (deps, tx, digest) => {
    const { now } = moment(deps);
    const { calendar } = deps.catalogue;
    const views = (await tx.digests.overdue(now)).map(
      (counts) => [counts.unit, overdueDigest(calendar, counts, now)] as const,
    );
    await post(deps, tx, digest, views);
  },

  stock: async (deps, tx, digest) => {
    const questions = await tx.openQuestions.count();
    const { organization } = deps.catalogue;
    const answering =
      questions > 0 ? unitsWith(organization, moment(deps).today, 'publish', 'knowledge') : [];
    const views = withQuiet(await tx.digests.stock(digest.period), answering).map(
      (counts) =>
        [counts.unit, stockDigest(counts, answering.includes(counts.unit) ? questions : 0)] as const,
    );
    await post(deps, tx, digest, views);
  },

  office: async (deps, tx, digest) => {
    const { now, today } = moment(deps);
    const { organization } = deps.catalogue;
    for (const counts of await tx.digests.offices(digest.period, now)) {
      if (isQuietDay(counts)) continue;
      for (const told of headsTold(organization, counts.office, today)) {
        const view = officeDigest(deps.catalogue.calendar, counts, digest.period, told);
        await tell(deps, tx, digest, { told, view, about: counts.office });
      }
    }
  },

  month: async (deps, tx, digest) => {
    const { now, today } = moment(deps);
    const { calendar, organization } = deps.catalogue;
    const counts = await tx.digests.month(digest.period, now);
    if (isQuietMonth(counts)) return;
    const entered = await tx.digests.campaigns();
    const readers = TOP.flatMap((role) => roleTold({ role, unit: null }, organization, today));
    for (const told of readers) {
      const view = monthDigest(calendar, counts, {
        period: digest.period,
        now,
        reader: actorPresent(organization, told.person, today),
        told,
        campaigns: organization.campaigns,
        entered,
      });
      await tell(deps, tx, digest, { told, view, about: 'all' });
    }
  },
};

async function tell(
  deps: Surroundings,
  tx: Transaction,
  { kind, day }: DueDigest,
  { told, view, about }: { told: Told; view: View; about: string },
): Promise<void> {
  const key = `digest:${kind}:${about}:${day}:${told.person}`;
  await tellPerson(deps, tx, { person: told.person, view, key });
}

async function post(
  deps: Surroundings,
  tx: Transaction,
  { kind, day }: DueDigest,
  views: readonly (readonly [unit: string, view: View])[],
): Promise<void> {
  for (const [unit, view] of views)
    await postToUnit(deps, tx, { unit, view, key: `digest:${kind}:${unit}:${day}`, mention: false });
}
