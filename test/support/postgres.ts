import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createCluster, findPrograms, type Programs } from './postgres-cluster.ts';

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Url of a new, empty database; `settings` are set on it, e.g. `TimeZone = 'Asia/Tokyo'`. */
  createDatabase(settings?: readonly string[]): Promise<string>;
  stop(): Promise<void>;
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

async function startServer(programs: Programs, durable: boolean): Promise<PostgresServer> {
  const cluster = await createCluster(programs, { durable });
  await cluster.start();
  return overServer(cluster.url, async () => {
    await cluster.stop('fast');
    cluster.remove();
  });
}

/** @param stop what is left to do once the databases are gone */
export function overServer(url: string, stop: () => Promise<void>): PostgresServer {
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
