import { beginReport } from '../../src/application/begin-report.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import type { House } from '../../src/compose/house.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import { localOf } from '../../src/domain/business-time.ts';
import { apply, foldReport } from '../../src/domain/fold-report.ts';
import type { EventKind } from '../../src/domain/ledger.ts';
import { movesFrom } from '../../src/domain/moves.ts';
import { actorOn } from '../../src/domain/organization.ts';
import { may } from '../../src/domain/permission.ts';
import type { RecordedEvent, Report } from '../../src/domain/report.ts';
import type { TransitionAction } from '../../src/domain/workflow.ts';
import type { Database } from '../../src/storage/database.ts';
import { aDraft, typeIn } from '../support/builders.ts';
import { hire, letLoose, type CrowdFigures } from '../support/crowd.ts';
import { houseOver, type SharedParts } from '../support/house-parts.ts';
import { settle } from '../support/settle.ts';
import { Broken } from './broken.ts';
import { checkStored } from './check-stored.ts';
import { randomFrom } from './random.ts';

export const HANDLERS = 50;
export const REPORTS = 20;
const TYPES = ['incident', 'proposal', 'customer_voice', 'risk', 'knowledge'] as const;
/** How long what is still to be brought may take. */
const BROUGHT_WITHIN_MS = 60_000;
const LOOKS_EVERY_MS = 100;

export interface Crowded {
  parts: SharedParts;
  /** One for each instance, all over the same data; they are closed. */
  databases: readonly [Database, ...Database[]];
  seed: string;
  seconds: number;
  /** It goes on until so much was tried, and something was done to a report of each type. */
  least: number;
}

/**
 * Handlers of several units and with different roles at the same reports of every type, at random and side by side.
 * Broken when something was done twice, or neither done nor refused with a reason, and when what is stored in the end
 * is not what was done.
 */
export async function workSideBySide(crowded: Crowded): Promise<CrowdFigures> {
  const { parts, databases, seed, seconds, least } = crowded;
  const houses: House[] = databases.map((database) => houseOver(parts, database));
  for (const house of houses) await house.prepare();
  const [house] = houses as [House];
  const [database] = databases;
  const reports = await fileOfEveryType(house);
  const { handlers, reportsOf } = handlersOf(house, reports);
  const people = hire(houses, handlers, HANDLERS);
  const like = new Map(people.map((person, index) => [person, handlers[index % handlers.length] ?? '']));
  const ends = performance.now() + seconds * 1_000;
  const figures = await letLoose(
    {
      houses,
      database,
      people,
      reports: (person) => reportsOf(like.get(person) ?? ''),
      random: (person) => randomFrom(seed, person),
    },
    (now) => performance.now() >= ends && triedIn(now) >= least && typesIn(now) === TYPES.length,
  );
  for (const one of houses) await settle(one);
  await checkDeeds(database, people, figures);
  await checkChains(house);
  await checkBrought(house);
  await checkStored(database, house.surroundings.catalogue, []);
  for (const one of houses) await one.stop();
  return figures;
}

export function triedIn({ deeds, answered, refused }: CrowdFigures): number {
  return deeds.length + answered + Object.values(refused).reduce((sum, one) => sum + one, 0);
}

function typesIn({ deeds }: CrowdFigures): number {
  return new Set(deeds.map(({ report }) => report.slice(0, 3))).size;
}

/** Some of each type, of several kinds of matter, so that they are several units' to handle. */
async function fileOfEveryType(house: House): Promise<Report[]> {
  const { surroundings, store } = house;
  const { catalogue } = surroundings;
  const drafts = TYPES.flatMap((type) => {
    const { subtypes } = typeIn(catalogue, type);
    return Array.from({ length: REPORTS / TYPES.length }, (_, index) =>
      aDraft(catalogue, type, { subtype: subtypes[index * 2]?.id ?? subtypes[0]?.id ?? '' }),
    );
  });
  const begun = drafts.map((draft) => beginReport(surroundings, { actor: 'yamada' }, 'midori', draft));
  for (const { report, events } of begun)
    await store.work.transact((tx) => tx.reports.create(report, events, []));
  return begun.map(({ report }) => report);
}

/** Everybody of the organisation to whom some of these fall, and which. */
function handlersOf({ surroundings }: House, reports: readonly Report[]) {
  const { catalogue, clock } = surroundings;
  const { date } = localOf(catalogue.calendar, clock.now());
  const shares = [...catalogue.organization.people.values()].flatMap((person) => {
    const { standings } = actorOn(person, date);
    const theirs = reports.filter((report) => may(actorOn(person, date), 'acknowledge', report));
    if (theirs.length === 0) return [];
    return [{ person: person.id, standings, numbers: theirs.map(({ number }) => number) }];
  });
  const standings = shares.flatMap((share) => share.standings);
  const units = new Set(standings.map(({ unit }) => unit));
  const roles = new Set(standings.map(({ role }) => role));
  if (units.size < 3 || roles.size < 3 || shares.length <= 2 * units.size)
    throw new Broken(`${shares.length} people of ${units.size} units with ${roles.size} roles are no crowd`);
  const numbersOf = new Map(shares.map(({ person, numbers }) => [person, numbers]));
  return {
    handlers: shares.map(({ person }) => person),
    reportsOf: (person: string) => numbersOf.get(person) ?? [],
  };
}

/** What stands in the ledger of them is what they did, and nothing was done afterwards that nobody was told of. */
async function checkDeeds(
  { prisma }: Database,
  people: readonly string[],
  { deeds }: CrowdFigures,
): Promise<void> {
  const steps = deeds.flatMap((deed) => deed.steps.map(({ reportId, seq }) => `${reportId} ${seq}`));
  const written = await prisma.ledgerEvent.count({
    where: { actor: { in: [...people] }, kind: { not: 'viewed' } },
  });
  if (new Set(steps).size !== steps.length) throw new Broken('one step is of two presses');
  if (written !== steps.length) throw new Broken(`${written} steps came of presses with ${steps.length}`);
}

/** What each of these steps comes of; what was done twice, or too late, was no move from where the report then stood. */
const MOVES: Partial<Record<EventKind, readonly TransitionAction[]>> = {
  acknowledged: ['acknowledge'],
  taken: ['take'],
  answered: ['answer'],
  decision_given: ['decide'],
  implemented: ['implement'],
  completed: ['close'],
  reopened: ['reopen'],
  updated: [
    'update',
    'comment_as_owner',
    'assess',
    'publish',
    'follow_up_report',
    'final_report',
    'approve_final',
  ],
};

async function checkChains({ store, signer, surroundings: { catalogue } }: House): Promise<void> {
  const { flaw } = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
  if (flaw) throw new Broken(`the ledger is altered: ${JSON.stringify(flaw)}`);
  for await (const { events } of store.ledger.chains()) {
    const [first, ...rest] = events.map(({ event, content }) => ({ event, body: content?.body ?? null }));
    if (!first) throw new Broken('a chain without events');
    let report = foldReport([first]);
    for (const one of rest) {
      checkMove(catalogue, report, one);
      report = apply(report, one);
    }
  }
}

function checkMove(rules: Parameters<typeof movesFrom>[0], report: Report, { event }: RecordedEvent): void {
  const { kind, facts } = event;
  // Whoever assigns it may take it from another, and leaves it where it stands.
  const actions = kind === 'taken' && 'holder' in facts ? undefined : MOVES[kind];
  if (!actions) return;
  const targets = actions.flatMap((action) => movesFrom(rules, report, action)).map(({ to }) => to);
  if (facts['state'] !== undefined && !targets.includes(String(facts['state'])))
    throw new Broken(`${kind} of ${report.number} in ${report.state} leads to ${String(facts['state'])}`);
  if (kind === 'taken' && report.holder !== null) throw new Broken(`${report.number} is taken twice`);
}

/** The other instance may still be bringing what it claimed. */
async function checkBrought({ store: { inbox, outbox } }: House): Promise<void> {
  if ((await inbox.givenUp(1)).length > 0 || (await inbox.waiting()) > 0)
    throw new Broken('something was not worked on');
  const late = performance.now() + BROUGHT_WITHIN_MS;
  while ((await outbox.waiting()) > 0) {
    if (performance.now() > late) throw new Broken('something was not brought');
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
  if ((await outbox.deadLetters(1)).length > 0) throw new Broken('something cannot be brought');
}
