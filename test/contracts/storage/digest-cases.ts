import { expect, test } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import type { NewEvent } from '../../../src/domain/ledger.ts';
import type { Store } from '../../../src/storage/open-store.ts';
import { aReport, extended } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const day = (date: string) => `${date}T03:00:00.000Z`;
const NOW = day('2026-11-24');
const WEEK = { from: day('2026-11-16'), before: day('2026-11-23') };
const drill = { ...aReport().filing, drill: true };

async function file(store: Store, ...reports: Report[]): Promise<void> {
  await store.work.transact(async (tx) => {
    for (const one of reports) await tx.reports.create(one, [], []);
  });
}

/** In samples, what is due is in `foundAt`, and a closed one was closed by its last step. */
async function happen(store: Store, before: Report, ...events: Partial<NewEvent>[]): Promise<void> {
  const { report, linked } = extended(before, events);
  await store.work.transact((tx) => tx.reports.append([{ report, events: linked }]));
}

const closed = (at: string, over: Partial<Report> = {}): Report => {
  const one = aReport({ ...over, state: 'closed' });
  return {
    ...one,
    steps: [
      ...one.steps,
      { seq: 2, kind: 'completed', actor: 'p', at, state: 'closed', facts: {}, note: null },
    ],
  };
};

const read = <T>(
  store: Store,
  what: (tx: Parameters<Parameters<Store['work']['transact']>[0]>[0]) => Promise<T>,
) => store.work.transact(what);

/** What no digest counts. */
const uncounted = [{ type: 'compliance' as const }, { visibility: 'sealed' as const }, { filing: drill }];

export function digestCases(given: Given): void {
  test('what is overdue is counted by unit, with the one that is so for longest', async () => {
    const { store } = given();
    const oldest = aReport({ foundAt: day('2026-11-18'), visibility: 'restricted', holder: 'p-7' });
    await file(
      store,
      aReport({ foundAt: day('2026-11-20') }),
      oldest,
      aReport({ foundAt: day('2026-11-25') }),
      aReport({ foundAt: null }),
      aReport({ foundAt: day('2026-11-19'), primary: 'd-service' }),
      closed(day('2026-11-21'), { foundAt: day('2026-11-17') }),
      ...uncounted.map((over) => aReport({ foundAt: day('2026-11-01'), ...over })),
    );
    const counts = await read(store, (tx) => tx.digests.overdue(NOW));
    expect(counts.map(({ unit, overdue }) => [unit, overdue])).toEqual([
      ['d-risk', 2],
      ['d-service', 1],
    ]);
    const { number, visibility, holder } = oldest;
    expect(counts[0]?.oldest).toEqual({ number, visibility, holder, due: day('2026-11-18') });
  });

  test('the week counts what came, was done and is left, as it was then', async () => {
    const { store } = given();
    await file(
      store,
      aReport({ filedAt: day('2026-11-17') }),
      aReport({ filedAt: day('2026-10-01') }),
      // Of the week, closed in it; from before, closed in it; closed only after it; before it; filed after it.
      closed(day('2026-11-18'), { filedAt: day('2026-11-16') }),
      closed(day('2026-11-18'), { filedAt: day('2026-11-01') }),
      closed(day('2026-11-24'), { filedAt: day('2026-11-02') }),
      closed(day('2026-11-10'), { filedAt: day('2026-11-03') }),
      aReport({ filedAt: day('2026-11-23') }),
      ...uncounted.map((over) => aReport({ filedAt: day('2026-11-17'), ...over })),
    );
    expect(await read(store, (tx) => tx.digests.stock(WEEK))).toEqual([
      { unit: 'd-risk', filed: 2, closed: 2, left: 3, leftBefore: 3, old: 1 },
    ]);
  });

  test('an office is told of what it filed and of what waits for it, and nothing of what its head may not see', async () => {
    const { store } = given();
    const asked = aReport({ filedAt: day('2026-11-10') });
    const answered = aReport({ filedAt: day('2026-11-11'), foundAt: day('2026-11-23') });
    const back = aReport({ filedAt: day('2026-11-09') });
    const serious = aReport({ filedAt: day('2026-11-20'), level: 3 });
    await file(
      store,
      asked,
      answered,
      back,
      serious,
      aReport({ filedAt: day('2026-11-20'), office: 'o-akita' }),
    );
    await file(
      store,
      ...[...uncounted, { visibility: 'restricted' as const }].map((over) =>
        aReport({ filedAt: day('2026-11-20'), ...over }),
      ),
    );
    const question = { kind: 'asked' as const };
    await happen(store, asked, question, question, { kind: 'replied', facts: { to: 1 } });
    await happen(store, answered, question, { kind: 'replied', facts: { to: 1 } });
    await happen(store, back, { kind: 'sent_back' }, { kind: 'added' }, { kind: 'sent_back' });
    const period = { from: day('2026-11-19'), before: day('2026-11-21') };
    expect(await read(store, (tx) => tx.digests.offices(period, NOW))).toEqual([
      { office: 'o-akita', filed: 1, serious: 0, open: 1, overdue: 0, waiting: [] },
      {
        office: 'o-midori',
        filed: 1,
        serious: 1,
        open: 4,
        overdue: 1,
        waiting: [back.number, asked.number],
      },
    ]);
  });

  test('the month counts by type and level, what is oldest, and the last decision of each proposal', async () => {
    const { store } = given();
    const oldest = aReport({ filedAt: day('2026-09-01'), foundAt: day('2026-10-01'), level: 3 });
    const proposals = [1, 2, 3].map(() =>
      aReport({ type: 'proposal', level: 0, filedAt: day('2026-10-05') }),
    );
    await file(
      store,
      oldest,
      ...proposals,
      closed(day('2026-10-20'), { filedAt: day('2026-10-02'), level: 4 }),
      aReport({ filedAt: day('2026-11-02') }),
      ...uncounted.map((over) => aReport({ filedAt: day('2026-08-05'), ...over })),
    );
    const decided = (state: string, date: string) => ({
      kind: 'decision_given' as const,
      at: day(date),
      facts: { state, outcome: state },
    });
    const [first, second, third] = proposals as [Report, Report, Report];
    await happen(store, first, decided('continued', '2026-10-06'), decided('adopted', '2026-10-20'));
    await happen(store, second, decided('adopted', '2026-10-21'));
    await happen(store, third, decided('rejected', '2026-11-02'));
    const month = { from: day('2026-10-01'), before: day('2026-11-01') };
    const counts = await read(store, (tx) => tx.digests.month(month, NOW));
    expect(counts.types).toEqual([
      { type: 'incident', filed: 1, closed: 1, open: 1, overdue: 1 },
      { type: 'proposal', filed: 3, closed: 0, open: 3, overdue: 0 },
    ]);
    expect(counts.levels).toEqual([{ level: 4, filed: 1 }]);
    expect(counts.decisions).toEqual([{ state: 'adopted', outcome: 'adopted', count: 2 }]);
    expect(counts.oldest).toMatchObject({
      number: oldest.number,
      line: oldest.line,
      filedAt: oldest.filedAt,
    });
  });

  test('a call for proposals is counted by those that were entered, and by their last standing decision', async () => {
    const { store } = given();
    const decided = (state: string) => ({
      kind: 'decision_given' as const,
      at: day('2026-12-10'),
      facts: { state, outcome: state },
    });
    const enter = async (over: Partial<Report>, campaign: string | null, ...decisions: string[]) => {
      const one = aReport({ type: 'proposal', level: 0, ...over });
      await file(store, one);
      const filed = { kind: 'filed' as const, facts: { state: 'new', ...(campaign && { campaign }) } };
      await happen(store, one, filed, ...decisions.map(decided));
    };
    await enter({ state: 'decided' }, 'letters', 'continued', 'adopted');
    await enter({ state: 'decided', office: 'o-aoba' }, 'letters', 'partly_adopted');
    await enter({ state: 'closed' }, 'letters', 'adopted', 'rejected');
    await enter({ state: 'in_progress' }, 'letters', 'adopted');
    await enter({ state: 'withdrawn', office: 'o-kita' }, 'letters');
    await enter({}, 'queues');
    await enter({ state: 'decided' }, null, 'adopted');
    for (const over of uncounted) await enter(over, 'letters', 'adopted');
    expect(await read(store, (tx) => tx.digests.campaigns())).toEqual([
      { campaign: 'letters', proposals: 4, offices: 2, decided: 3, adopted: 2 },
      { campaign: 'queues', proposals: 1, offices: 1, decided: 0, adopted: 0 },
    ]);
  });

  test('an empty database has nothing to tell', async () => {
    const { store } = given();
    expect(await read(store, (tx) => tx.digests.month(WEEK, NOW))).toEqual({
      types: [],
      levels: [],
      decisions: [],
      oldest: null,
    });
    expect(await read(store, (tx) => tx.digests.overdue(NOW))).toEqual([]);
    expect(await read(store, (tx) => tx.digests.campaigns())).toEqual([]);
  });

  test('what is done once a day is done by one of many', async () => {
    const { store } = given();
    const attempt = (date: string) => store.work.transact((tx) => tx.counters.once('digest:stock', date));
    const done = await Promise.all([1, 2, 3, 4].map(() => attempt('2026-11-23')));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await attempt('2026-11-23')).toBe(false);
    expect(await attempt('2026-11-30')).toBe(true);
    const failing = store.work.transact(async (tx) => {
      await tx.counters.once('digest:stock', '2026-12-07');
      throw new Error('nothing was sent');
    });
    await expect(failing).rejects.toThrow();
    expect(await attempt('2026-12-07')).toBe(true);
  });
}
