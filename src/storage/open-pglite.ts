import { fsyncSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { LogFlush } from './log-flush.ts';
import { PgliteSocket } from './pglite-socket.ts';

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
  return new pg.Pool({
    stream: () => new PgliteSocket(database),
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    // The session outlives its client, and so would a transaction that the client left open, and what it prepared.
    verify: (client, done) =>
      client.query('ROLLBACK; DEALLOCATE ALL', (error: Error | null) => done(error ?? undefined)),
  });
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

interface Stream {
  /** Of the file below. */
  nfd?: number;
  /** As the database sees it. */
  path: string;
}

type Operations = Record<string, (...args: never[]) => unknown>;

interface Mount {
  mountpoint: string;
  opts?: { root?: string };
  type: { stream_ops: Operations & { fsync?: (stream: Stream) => number }; node_ops: Operations };
}

/** PGlite's file system has no fsync of its own: the server's calls would succeed without doing anything. */
function syncForReal(database: PGlite): void {
  mountOf(database).type.stream_ops.fsync = ({ nfd }) => {
    if (nfd !== undefined) fsyncSync(nfd);
    return 0;
  };
}

type Write = (stream: Stream, bytes: Int8Array, offset: number, length: number, position?: number) => unknown;

const SEGMENT = /\/pg_wal\/[0-9A-F]{24}$/;

/**
 * From now on the write-ahead log is forced to disk by `flush`, and the database goes on meanwhile: nothing that it
 * has committed may be told to anyone before `flush.settled()`. Whatever else it changes on disk still comes after
 * the log.
 */
export function flushLogWith(database: PGlite, flush: LogFlush): void {
  const { mountpoint, opts, type } = mountOf(database);
  const sync = type.stream_ops.fsync;
  const write = type.stream_ops['write'] as Write;
  type.stream_ops.fsync = (stream) => {
    if (SEGMENT.test(stream.path)) {
      flush.ask(path.join(opts?.root ?? '', stream.path.slice(mountpoint.length)));
      return 0;
    }
    flush.settleNow();
    return sync?.(stream) ?? 0;
  };
  Object.assign(type.stream_ops, {
    write: ((stream, bytes, offset, length, position) => {
      // A table is made longer with empty pages, of which the log says nothing.
      const isFree = SEGMENT.test(stream.path) || isEmpty(bytes, offset, length);
      if (!isFree) flush.settleNow();
      return write(stream, bytes, offset, length, position);
    }) satisfies Write,
  });
  for (const name of ['setattr', 'rename', 'unlink']) {
    const change = type.node_ops[name] as (...args: unknown[]) => unknown;
    Object.assign(type.node_ops, {
      [name]: (...args: unknown[]) => {
        flush.settleNow();
        return change(...args);
      },
    });
  }
}

const EMPTY = Buffer.alloc(64 * 1024);

function isEmpty(bytes: Int8Array, offset: number, length: number): boolean {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset + offset, length);
  return length <= EMPTY.length && written.equals(EMPTY.subarray(0, length));
}

function mountOf(database: PGlite): Mount {
  const { FS } = database.Module as unknown as { FS: { root: { mount: { mounts: Mount[] } } } };
  const mount = FS.root.mount.mounts.find((one) => one.opts?.root !== undefined);
  if (!mount) throw new Error('the data folder is not mounted in the database');
  return mount;
}
