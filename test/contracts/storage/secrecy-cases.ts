import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { anEntry, aReport, extended } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const PLANTED = 'planted-words-of-a-person';

async function errorOf(failing: Promise<unknown>): Promise<unknown> {
  return failing.then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error,
  );
}

/** As a careless log would print it: message, stack, causes, every property. */
function printed(error: unknown): string {
  return (
    inspect(error, { depth: 20, showHidden: true }) + (error instanceof Error ? (error.stack ?? '') : '')
  );
}

export function secrecyCases(given: Given): void {
  test('no error carries a value that was being written', async () => {
    const { store, database } = given();
    const { report, linked } = extended(aReport({ gist: PLANTED }), [{}]);
    await store.work.transact((tx) => tx.reports.create(report, linked, []));
    const notJson = { kind: 'said', text: `${PLANTED}\u0000`, hidden: [], attachments: 0 } as const;
    const failures: (() => Promise<unknown>)[] = [
      () => store.work.transact((tx) => tx.inbox.add(anEntry({ id: PLANTED }))),
      () => store.work.transact((tx) => tx.inbox.add(anEntry({ body: notJson }))),
      () => store.work.transact((tx) => tx.inbox.add(anEntry({ receivedAt: PLANTED }))),
      () =>
        store.work.transact((tx) =>
          tx.reports.append([{ report: { ...report, gist: PLANTED }, events: linked }]),
        ),
      () =>
        store.work.transact((tx) =>
          tx.reports.append([{ report: { ...report, level: PLANTED as never }, events: [] }]),
        ),
      () => store.inbox.failed(PLANTED, 'reason', PLANTED),
      () => store.reports.internal(PLANTED),
      () => store.postings.of(PLANTED, 0, { platform: 'web', place: PLANTED }),
      () => database.execute('SELECT $1::int', [PLANTED]),
    ];
    for (const fails of failures) {
      const error = await errorOf(fails());
      expect(error).toMatchObject({ name: 'StorageError' });
      expect(printed(error)).not.toContain(PLANTED);
    }
  });

  test('what the work itself throws comes out as it is', async () => {
    const { store } = given();
    const own = new Error('a bug of the caller');
    expect(await errorOf(store.work.transact(() => Promise.reject(own)))).toBe(own);
  });
}
