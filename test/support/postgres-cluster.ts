import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** PostgreSQL's own programs. */
export interface Programs {
  initdb: string;
  postgres: string;
}

/** fast: disconnects everybody and ends in order. immediate: as in an emergency, without writing anything more. */
export type Stopping = 'fast' | 'immediate' | 'killed';

/** One server with a folder of its own: it can be stopped in every way and started again over the same data. */
export interface Cluster {
  url: string;
  start(): Promise<void>;
  stop(how: Stopping): Promise<void>;
  /** False also when it has ended by itself. */
  isRunning(): boolean;
  /** After a stop. */
  remove(): void;
}

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', killed: 'SIGKILL' } as const;
/** After a killed server its last backends have to end first. */
const STARTS_WITHIN_MS = 60_000;

/** The newest that is installed, or null. */
export function findPrograms(): Programs | null {
  const versions = '/usr/lib/postgresql';
  const packaged = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, 'bin'))
    : [];
  const folders = [...packaged, ...(process.env.PATH ?? '').split(path.delimiter)];
  const folder = folders.find(
    (one) => existsSync(path.join(one, 'initdb')) && existsSync(path.join(one, 'postgres')),
  );
  return folder ? { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') } : null;
}

export interface ClusterOptions {
  /** Where its folder is made. */
  under?: string;
  /** Flushes to disk at every commit, as a server of real work does; tests are quicker without. */
  durable?: boolean;
}

/** A new folder of data, not started yet. It is reached over a socket in that folder alone. */
export async function createCluster(
  programs: Programs,
  { under = os.tmpdir(), durable = false }: ClusterOptions = {},
): Promise<Cluster> {
  const home = mkdtempSync(path.join(under, 'tsutae-pg-'));
  const user = unprivileged();
  chmodSync(home, 0o700);
  if (user) chownSync(home, user.uid, user.gid);
  const data = path.join(home, 'data');
  const how = { ...user, cwd: home, env: { ...process.env, LC_ALL: 'C' } };
  const init = ['-D', data, '-U', 'tsutae', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'];
  await promisify(execFile)(programs.initdb, init, how);
  const flushing = `fsync=${durable ? 'on' : 'off'}`;
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`, '-c', flushing];
  const url = `postgresql://tsutae@localhost/postgres?host=${encodeURIComponent(home)}`;
  const launch = () => spawn(programs.postgres, ['-D', data, ...settings], { ...how, stdio: 'ignore' });
  const state: { server: ChildProcess | null } = { server: null };
  return {
    url,
    start: async () => {
      for (const until = Date.now() + STARTS_WITHIN_MS; Date.now() < until;) {
        state.server = launch();
        if (await accepts(url, state.server)) return;
        await sleep(100);
      }
      throw new Error('the PostgreSQL server for tests did not start');
    },
    stop: async (how) => {
      if (state.server) await end(state.server, SIGNALS[how]);
      state.server = null;
    },
    isRunning: () => state.server !== null && runs(state.server),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** The server refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** False when it ends instead. */
async function accepts(url: string, server: ChildProcess): Promise<boolean> {
  while (runs(server)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (!runs(server)) {
      resolve();
      return;
    }
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

function runs({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
