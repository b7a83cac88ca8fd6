import { expect, test } from 'vitest';
import type { Term } from '../../../src/application/ports/recognition.ts';
import type { Scope } from '../../../src/domain/permission.ts';
import type { Report } from '../../../src/domain/report.ts';
import { REPORT_LABELS } from '../../../src/domain/understanding.ts';
import { VISIBILITIES } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/storage/open-store.ts';
import { aReport, extended, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const everything: Scope = {
  person: 'p-auditor',
  clauses: [{ types: REPORT_LABELS, visibilities: VISIBILITIES, where: 'everywhere', unit: '' }],
};
const nothing: Scope = { person: 'p-stranger', clauses: [] };
const term = (text: string, weight = 1): Term => ({ text, weight });

async function filed(store: Store, over: Partial<Report> = {}, terms: readonly Term[] = []): Promise<Report> {
  const { report, linked } = extended(aReport(over), [{}]);
  expect(await store.work.transact((tx) => tx.reports.create(report, linked, terms))).toBe(true);
  return report;
}

export function reportCases(given: Given): void {
  test('a report comes back exactly as it was filed', async () => {
    const { store } = given();
    const report = await filed(store, {
      foundAt: '2026-11-19T23:59:59.999Z',
      holder: 'p-009',
      links: [{ number: 'VOC-26-3FZ1K', visibility: 'units' }],
    });
    expect(await store.reports.internal(report.id)).toEqual(report);
    expect(await store.reports.byNumber(everything, report.number)).toEqual(report);
    expect(await store.work.transact((tx) => tx.reports.lock(report.number))).toEqual(report);
  });

  test('a number that is taken is refused and leaves nothing behind', async () => {
    const { store } = given();
    const first = await filed(store);
    const { report, linked } = extended(aReport({ number: first.number }), [{}]);
    expect(await store.work.transact((tx) => tx.reports.create(report, linked, []))).toBe(false);
    expect(await store.reports.internal(report.id)).toBeNull();
  });

  test('the same report is not filed a second time under another number', async () => {
    const { store } = given();
    const first = await filed(store);
    const again = { ...first, number: 'INC-26-ZZZZZ' };
    await expect(store.work.transact((tx) => tx.reports.create(again, [], []))).rejects.toThrow();
  });

  test('what is appended is seen at once in the transaction and after it', async () => {
    const { store } = given();
    const before = await filed(store);
    const { report, linked } = extended({ ...before, state: 'acknowledged' }, [
      { kind: 'acknowledged', content: null },
    ]);
    await store.work.transact(async (tx) => {
      await tx.reports.append([{ report, events: linked }]);
      expect(await tx.reader.byNumber(everything, report.number)).toEqual(report);
    });
    expect(await store.reports.internal(report.id)).toEqual(report);
  });

  test('changes made at the same time follow one another', async () => {
    const { store } = given();
    const { number, id } = await filed(store);
    const add = (): Promise<void> =>
      store.work.transact(async (tx) => {
        const before = await tx.reports.lock(number);
        if (!before) throw new Error('the report is gone');
        const { report, linked } = extended(before, [{ kind: 'added' }]);
        await tx.reports.append([{ report, events: linked }]);
      });
    await Promise.all(Array.from({ length: 6 }, add));
    expect((await store.reports.internal(id))?.head.seq).toBe(7);
  });

  test('outside the scope nothing exists', async () => {
    const { store } = given();
    const report = await filed(store, {}, [term('通知書')]);
    expect(await store.reports.byNumber(nothing, report.number)).toBeNull();
    expect(await store.reports.byNumber(nothing, 'INC-26-QQQQQ')).toBeNull();
    expect(await store.reports.list(nothing, { limit: 10 })).toEqual([]);
    expect(await store.reports.candidates(nothing, [term('通知書')], 10)).toEqual([]);
  });

  test('pages follow one another newest first without gap or repetition', async () => {
    const { store } = given();
    const times = [
      '2026-11-20T03:00:00.000Z',
      '2026-11-20T03:00:00.000Z',
      '2026-11-20T02:00:00.000Z',
      '2026-11-20T05:00:00.000Z',
    ];
    for (const filedAt of times) await filed(store, { filedAt });
    const seen: Report[] = [];
    for (let after: string | undefined; ; after = seen.at(-1)?.number) {
      const page = await store.reports.list(everything, { limit: 3, ...(after !== undefined && { after }) });
      if (page.length === 0) break;
      seen.push(...page);
    }
    expect(new Set(seen.map((report) => report.id)).size).toBe(4);
    expect(seen.map((report) => report.filedAt)).toEqual([...times].sort().reverse());
  });

  test('a list can be narrowed', async () => {
    const { store } = given();
    const risk = await filed(store, {
      type: 'risk',
      office: 'o-sakura',
      state: 'closed',
      filedAt: '2026-10-01T00:00:00.000Z',
    });
    await filed(store);
    const narrow = { type: 'risk', office: 'o-sakura', state: 'closed', since: '2026-10-01T00:00:00.000Z' };
    const list = await store.reports.list(everything, {
      ...narrow,
      until: '2026-10-01T00:00:00.000Z',
      limit: 10,
    });
    expect(list).toEqual([risk]);
    expect(await store.reports.list(everything, { ...narrow, since: NOON, limit: 10 })).toEqual([]);
  });

  test("a person's own list holds their reports only, and no sealed one", async () => {
    const { store } = given();
    const own = await filed(store, { reporter: 'p-me' });
    await filed(store, { reporter: 'p-other' });
    await filed(store, { reporter: 'p-me', type: 'compliance', visibility: 'sealed' });
    expect(await store.reports.mine('p-me', { limit: 10 })).toEqual([own]);
  });

  test('candidates share terms: the most telling first, the newest among equals, never compliance', async () => {
    const { store } = given();
    const little = await filed(store, {}, [term('窓口'), term('番号札')]);
    const older = await filed(store, { filedAt: '2026-10-01T00:00:00.000Z' }, [
      term('住所変更届'),
      term('番号札'),
    ]);
    const newer = await filed(store, {}, [term('住所変更届', 2)]);
    await filed(store, {}, [term('封筒')]);
    await filed(store, { type: 'compliance', visibility: 'sealed' }, [term('住所変更届')]);
    const found = await store.reports.candidates(everything, [term('住所変更届', 3), term('窓口')], 10);
    expect(found.map((one) => one.report.id)).toEqual([newer.id, older.id, little.id]);
    expect(found.map((one) => one.shared)).toEqual([['住所変更届'], ['住所変更届'], ['窓口']]);
    expect(found[0]?.terms).toEqual([term('住所変更届', 2)]);
    expect(await store.reports.candidates(everything, [term('住所変更届')], 1)).toHaveLength(1);
    expect(await store.reports.candidates(everything, [], 10)).toEqual([]);
  });
}
