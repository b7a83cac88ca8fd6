import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { CONNECTIONS, serverPool } from '../../src/storage/server-pool.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { startPostgres } from '../support/postgres.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

/** Either limit, where the other is not what is tried. */
const LONG_MS = 60_000;

describe('the connections to a server', () => {
  it.skipIf(server === null)(
    'are waited for in turn while all of them are in use, longer than a server may take to answer',
    async () => {
      const url = (await server?.createDatabase()) ?? '';
      const pool = serverPool(url, { connectWithin: 1_000, waitAtMost: LONG_MS });
      const held = Array.from({ length: 2 * CONNECTIONS }, () => pool.query('SELECT pg_sleep(1.5)'));
      expect(await Promise.all(held)).toHaveLength(2 * CONNECTIONS);
      await pool.end();
    },
  );

  it.skipIf(server === null)('are not waited for without an end', async () => {
    const url = (await server?.createDatabase()) ?? '';
    const pool = serverPool(url, { connectWithin: LONG_MS, waitAtMost: 200 });
    const held = Array.from({ length: CONNECTIONS }, () => pool.query('SELECT pg_sleep(2)'));
    await expect.poll(() => pool.totalCount).toBe(CONNECTIONS);
    const failure = await pool.connect().catch((error: unknown) => new StorageError(error));
    expect(failure).toMatchObject({ code: 'unavailable' });
    await Promise.all(held);
    await pool.end();
  });

  it('that a server never answers are given up soon', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const pool = serverPool(`postgres://nobody@127.0.0.1:${String(port)}/none`, {
      connectWithin: 200,
      waitAtMost: LONG_MS,
    });
    const failure = await pool.connect().catch((error: unknown) => new StorageError(error));
    expect(failure).toMatchObject({ code: 'unavailable' });
    await pool.end();
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => silent.close(resolve));
  });
});
