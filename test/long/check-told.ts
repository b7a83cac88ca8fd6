import type { Catalogue } from '../../src/application/ports.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import { canonical, firstFlaw, type LedgerEvent } from '../../src/domain/ledger.ts';
import type { Database } from '../../src/storage/database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { silentLog } from '../support/storage-samples.ts';
import { Broken } from './broken.ts';
import { checkStored } from './check-stored.ts';
import { told, type Undisturbed } from './overdue-stock.ts';
import type { Site } from './site.ts';

const DEEDS: readonly string[] = ['reminded', 'escalated', 'told'];

/** Whether the clocks did it. */
export function isTold({ kind }: Pick<LedgerEvent, 'kind'>): boolean {
  return DEEDS.includes(kind);
}

/** Everything that was due was done once and said once to each person, nothing else was, and the ledger is whole. */
export async function checkTold(
  site: Site,
  catalogue: Catalogue,
  expected: ReadonlyMap<string, Undisturbed>,
): Promise<{ deeds: number; said: number; times: number[] }> {
  const database = await site.open();
  try {
    await checkStored(database, catalogue, []);
    const times = await checkLedger(database, expected);
    const said = await checkSaid(database, expected);
    await checkCards(database, expected);
    return { deeds: times.length, said, times };
  } finally {
    await database.close();
  }
}

/** When each deed was done. */
async function checkLedger(
  database: Database,
  expected: ReadonlyMap<string, Undisturbed>,
): Promise<number[]> {
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  const times: number[] = [];
  const seen = new Set<string>();
  for await (const { report, number, events } of store.ledger.chains()) {
    const linked = events.map(({ event }) => event);
    const flaw = firstFlaw(
      report,
      linked,
      () => null,
      (text) => systemHash.sha256(text),
    );
    if (flaw) throw new Broken(`the chain of ${number}: ${canonical(flaw)}`);
    const deeds = linked.filter(isTold);
    expectSame(`deeds at ${number}`, deeds.map(told), expected.get(number)?.moments.flat() ?? []);
    times.push(...deeds.map(({ at }) => Date.parse(at)));
    seen.add(number);
  }
  await store.stop();
  if (seen.size !== expected.size) throw new Broken(`${seen.size} of ${expected.size} reports are there`);
  return times;
}

/** In the conversations and channels themselves, by their keys, which name report, step and person. */
async function checkSaid({ prisma }: Database, expected: ReadonlyMap<string, Undisturbed>): Promise<number> {
  const posted = await prisma.webMessage.findMany({
    where: { key: { contains: ':clock:' } },
    select: { key: true, place: true },
  });
  const keys = posted.map(({ key, place }) => key.replace(`:web:${place}`, ''));
  expectSame(
    'what was said',
    keys,
    [...expected.values()].flatMap((one) => one.keys),
  );
  return keys.length;
}

/** Those that say that they are past their date, and no others: none had a card before. */
async function checkCards({ prisma }: Database, expected: ReadonlyMap<string, Undisturbed>): Promise<void> {
  const posted = await prisma.webMessage.findMany({ where: { card: { not: null } }, select: { card: true } });
  const late = [...expected].flatMap(([number, { overdue }]) => (overdue ? [number] : []));
  expectSame('cards', [...new Set(posted.map(({ card }) => card ?? ''))], late);
}

function expectSame(what: string, found: readonly string[], wanted: readonly string[]): void {
  const [a, b] = [[...found].sort(), [...wanted].sort()];
  if (canonical(a) === canonical(b)) return;
  const lost = b.filter((one) => !a.includes(one)).slice(0, 5);
  const more = a.filter((one, index) => !b.includes(one) || a.indexOf(one) !== index).slice(0, 5);
  throw new Broken(
    `${what}: ${a.length} for ${b.length}; missing ${lost.join(' ')}; too many ${more.join(' ')}`,
  );
}
