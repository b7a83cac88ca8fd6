import pg from 'pg';

/** In milliseconds. */
export interface PoolTimes {
  /** A server that has not let us in by then is not there. */
  connectWithin: number;
  /** A server whose every connection is in use is busy, which is no outage: whoever comes then waits for one in turn. */
  waitAtMost: number;
}

/** Of one instance: one is kept for what other instances send. */
export const CONNECTIONS = 12;
const TIMES: PoolTimes = { connectWithin: 10_000, waitAtMost: 60_000 };

/** Connections to a PostgreSQL server. */
export function serverPool(url: string, { connectWithin, waitAtMost }: PoolTimes = TIMES): pg.Pool {
  // The pool has one limit for both, and hands it on to each client; a client that is told its own keeps to that.
  class Connecting extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectWithin });
    }
  }
  return new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: waitAtMost,
    Client: Connecting,
    // In any other time zone the adapter reads and writes instants hours wrong. An instance that hangs with rows
    // locked is cut off.
    options: '-c TimeZone=UTC -c idle_in_transaction_session_timeout=120000',
    application_name: 'tsutae',
  });
}
