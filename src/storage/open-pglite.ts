import { fsyncSync, readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';

/**
 * PostgreSQL inside the process, with its files in `folder`, or in memory for null. `archive` is a gzipped database
 * (`dumpDataDir`) that one in memory starts from.
 */
export async function openPglite(folder: string | null, archive?: string): Promise<PGlite> {
  const database = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(archive === undefined ? {} : { loadDataDir: new Blob([readFileSync(archive)]) }),
    startParams: serverParams(),
  });
  if (folder !== null) syncForReal(database);
  return database;
}

/**
 * A pool of the one connection there is. The pool drops a client whose statement failed; the next one gets a
 * connection of its own to the same session, so that the end of the old one does not reach it.
 */
export function poolOver(database: PGlite): pg.Pool {
  class EmbeddedClient extends pg.Client {
    constructor() {
      super(connectionTo(database));
    }
  }
  return new pg.Pool({
    Client: EmbeddedClient,
    max: 1,
    idleTimeoutMillis: 0,
    // The session outlives its client, and so would a transaction that the client left open.
    verify: (client, done) => client.query('ROLLBACK', (error: Error | null) => done(error ?? undefined)),
  });
}

function connectionTo(database: PGlite): pg.ClientConfig {
  const { connection, user, password, host, port, database: name } = createPgConfig(database);
  const parse = connection.parse.bind(connection);
  // node-postgres hands result parsers over where PGlite expects parameter types.
  connection.parse = (query: object) => parse({ ...query, types: undefined });
  return { connection, user, password, host, port, database: name } as pg.ClientConfig;
}

/**
 * By default PGlite starts the server with -F: nothing would ever be forced to disk. And it would fill 128 MB with
 * pages that the system keeps in its own cache anyway, where reading them again costs microseconds.
 */
function serverParams(): string[] {
  const params = PGlite.defaultStartParams.filter((param) => param !== '-F');
  const settings = ['fsync=on', 'wal_sync_method=fsync', 'TimeZone=UTC', 'shared_buffers=32MB'];
  return [...params, ...settings.flatMap((setting) => ['-c', setting])];
}

interface Mount {
  opts?: { root?: string };
  type: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
}

/** PGlite's file system has no fsync of its own: the server's calls would succeed without doing anything. */
function syncForReal(database: PGlite): void {
  const { FS } = database.Module as unknown as { FS: { root: { mount: { mounts: Mount[] } } } };
  const mount = FS.root.mount.mounts.find((one) => one.opts?.root !== undefined);
  if (!mount) throw new Error('the data folder is not mounted in the database');
  mount.type.stream_ops.fsync = ({ nfd }) => {
    if (nfd !== undefined) fsyncSync(nfd);
    return 0;
  };
}
