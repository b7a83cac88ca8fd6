import { expect, test, vi } from 'vitest';
import { keepWorking } from '../../src/application/keep-working.ts';
import { silentLog } from '../support/storage-samples.ts';

test('callers that share a drain of the outbox share the question for what is due next', async () => {
  const outbox = vi.fn(() => Promise.resolve());
  const nextDue = vi.fn(() => Promise.resolve(null));
  const workers = keepWorking({
    inboxOf: () => Promise.resolve(),
    inbox: () => Promise.resolve(),
    outbox,
    nextDue,
    now: () => '2026-11-20T03:00:00.000Z',
    log: silentLog(),
  });
  await Promise.all(Array.from({ length: 10 }, () => workers.outbox()));
  expect(outbox).toHaveBeenCalledTimes(2);
  expect(nextDue).toHaveBeenCalledTimes(2);
  await workers.stop();
});
