import { expect, test, vi } from 'vitest';
import { prepared } from '../../src/storage/open-database.ts';
import { openPglite, poolOver } from '../../src/storage/open-pglite.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { watchAbort } from '../../src/storage/watch-abort.ts';
import { migratedArchive } from '../support/embedded-database.ts';
import { anEntry, silentLog } from '../support/storage-samples.ts';

test('once the server in the process has ended, statements fail instead of waiting for ever', async () => {
  const pglite = await openPglite(null, await migratedArchive());
  const onStopped = vi.fn();
  const stopped = watchAbort(pglite, onStopped);
  const opened = await prepared(poolOver(pglite), {
    embedded: true,
    log: silentLog(),
    close: () => Promise.resolve(),
  });
  if (!opened.ok) throw new Error(opened.problem.kind);
  const store = openStore({ database: opened.value, enqueue: () => Promise.resolve(), log: silentLog() });
  expect(await store.work.transact((tx) => tx.inbox.add(anEntry()))).toBe(true);

  const interrupted = store.work.transact(async (tx) => {
    await tx.inbox.add(anEntry());
    (pglite.Module as unknown as { onAbort: () => void }).onAbort();
    await tx.inbox.add(anEntry());
  });
  await expect(interrupted).rejects.toMatchObject({ name: 'StorageError', code: 'unavailable' });
  await expect(store.inbox.peopleWaiting(1)).rejects.toMatchObject({
    name: 'StorageError',
    code: 'unavailable',
  });
  expect(stopped()).toBe(true);
  expect(onStopped).toHaveBeenCalledTimes(1);
  await opened.value.close();
});
