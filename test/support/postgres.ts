import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Url of a new, empty database; `settings` are set on it, e.g. `TimeZone = 'Asia/Tokyo'`. */
  createDatabase(settings?: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

interface Programs {
  initdb: string;
  postgres: string;
}

/**
 * The server named by TEST_DATABASE_URL, or one started from the programs on this machine in a folder of its own.
 * Null, with the reason on standard error, when there is neither; under CI that is an error.
 * @param durable flushes to disk at every commit, as a server of real work does; tests are quicker without
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer | null> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return overServer(given, () => Promise.resolve());
  const programs = findPrograms();
  if (programs) return startServer(programs, durable);
  const reason =
    'no PostgreSQL: set TEST_DATABASE_URL or install postgresql. The PostgreSQL half of the tests did not run.';
  if (process.env.CI === 'true') throw new Error(reason);
  console.warn(reason);
  return null;
}

function findPrograms(): Programs | null {
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

async function startServer(programs: Programs, durable: boolean): Promise<PostgresServer> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tsutae-pg-'));
  const user = unprivileged();
  chmodSync(home, 0o700);
  if (user) chownSync(home, user.uid, user.gid);
  const data = path.join(home, 'data');
  const how = { ...user, cwd: home, env: { ...process.env, LC_ALL: 'C' } };
  const init = ['-D', data, '-U', 'tsutae', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'];
  await promisify(execFile)(programs.initdb, init, how);
  const flushing = `fsync=${durable ? 'on' : 'off'}`;
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`, '-c', flushing];
  const server = spawn(programs.postgres, ['-D', data, ...settings], { ...how, stdio: 'ignore' });
  const url = `postgresql://tsutae@localhost/postgres?host=${encodeURIComponent(home)}`;
  await accepting(url, server);
  return overServer(url, async () => {
    await stopServer(server);
    rmSync(home, { recursive: true, force: true });
  });
}

/** The server refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function accepting(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 150 && server.exitCode === null; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('the PostgreSQL server for tests did not start');
}

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) {
      resolve();
      return;
    }
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}

function overServer(url: string, stop: () => Promise<void>): PostgresServer {
  const created: string[] = [];
  const run = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    async createDatabase(settings = []) {
      const name = `tsutae_test_${randomBytes(6).toString('hex')}`;
      await run(
        `CREATE DATABASE ${name}`,
        ...settings.map((setting) => `ALTER DATABASE ${name} SET ${setting}`),
      );
      created.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    async stop() {
      await run(...created.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await stop();
    },
  };
}
