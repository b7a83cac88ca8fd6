import { describe, expect, test } from 'vitest';
import type { NewCandidate } from '../../../src/application/ports/candidates.ts';
import type { Report } from '../../../src/domain/report.ts';
import { aReport, extended, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

function aCandidate({ id }: Report, over: Partial<NewCandidate> = {}): NewCandidate {
  const lesson = { text: '〔氏名〕様の封筒がずれていた', takenFor: 'risk', label: 'incident' } as const;
  return { report: id, at: NOON, ...lesson, ...over };
}

export function candidateCases(given: Given): void {
  async function filed(): Promise<Report> {
    const { report, linked } = extended(aReport(), [{}, { content: null }]);
    await given().store.work.transact((tx) => tx.reports.create(report, linked, []));
    return report;
  }
  const keep = (candidate: NewCandidate) =>
    given().store.work.transact((tx) => tx.candidates.keep(candidate));
  async function idOf({ number }: Report): Promise<number> {
    const found = (await given().store.candidates.list('undecided')).find((one) => one.number === number);
    return found?.id ?? expect.fail('there is no candidate');
  }

  test('a candidate waits, undecided, with the number of its report', async () => {
    const report = await filed();
    await keep(aCandidate(report));
    const id = await idOf(report);
    const { text, takenFor, label, at } = aCandidate(report);
    expect(await given().store.candidates.list('undecided')).toEqual([
      { id, number: report.number, text, takenFor, label, at, state: 'undecided' },
    ]);
  });

  test('kept twice it is one, and what was decided of it stands', async () => {
    const report = await filed();
    await keep(aCandidate(report));
    await given().store.candidates.decide(await idOf(report), 'rejected');
    await keep(aCandidate(report, { label: 'proposal' }));
    expect(await given().store.candidates.list('undecided')).toEqual([]);
    expect(await given().store.candidates.list('rejected')).toMatchObject([{ label: 'incident' }]);
  });

  test('a decision can be changed, and one about nothing is none', async () => {
    const { candidates } = given().store;
    const [first, second] = [await filed(), await filed()];
    await keep(aCandidate(first));
    await keep(aCandidate(second));
    const id = await idOf(first);
    expect(await candidates.decide(id, 'rejected')).toBe(true);
    expect(await candidates.decide(id, 'accepted')).toBe(true);
    expect((await candidates.list('accepted')).map(({ number }) => number)).toEqual([first.number]);
    expect((await candidates.list('undecided')).map(({ number }) => number)).toEqual([second.number]);
    expect(await candidates.decide(id + 1_000, 'accepted')).toBe(false);
  });

  test('nothing is kept of a transaction that fails', async () => {
    const report = await filed();
    const failing = given().store.work.transact(async (tx) => {
      await tx.candidates.keep(aCandidate(report));
      throw new Error('after the candidate');
    });
    await expect(failing).rejects.toThrow('after the candidate');
    expect(await given().store.candidates.list('undecided')).toEqual([]);
  });

  test('purging the content of its report takes it away, accepted or not, and no other', async () => {
    const { store, database } = given();
    const [purged, other] = [await filed(), await filed()];
    await keep(aCandidate(purged));
    await keep(aCandidate(other));
    await store.candidates.decide(await idOf(purged), 'accepted');
    await database.execute(`
      UPDATE ledger_content SET salt = NULL, body = NULL, purged_at = now() WHERE position IN
        (SELECT position FROM ledger_event WHERE report_id = '${purged.id}')`);
    expect(await store.candidates.list('accepted')).toEqual([]);
    expect((await store.candidates.list('undecided')).map(({ number }) => number)).toEqual([other.number]);
  });

  describe.each([{ takenFor: 'compliance' as const }, { label: 'compliance' as const }])(
    'with %o',
    (label) => {
      test('the database refuses it, whoever asks', async () => {
        const report = await filed();
        await expect(keep(aCandidate(report, label))).rejects.toMatchObject({ name: 'StorageError' });
      });
    },
  );
}
