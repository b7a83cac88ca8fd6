import type { PGlite } from '@electric-sql/pglite';

/** The server inside the process has ended itself, as it does when its log can no longer be written. */
export class DatabaseStopped extends Error {
  constructor() {
    super('the embedded database has stopped');
    this.name = 'DatabaseStopped';
  }
}

interface Server {
  onAbort: () => void;
  stackRestore: () => void;
}

/**
 * PGlite neither answers nor fails once its server has ended: it would call it again and again with the rest of the
 * message. From then on every statement fails instead. What was committed is safe; the folder has to be opened again
 * by a new process. Returns whether it has happened.
 */
export function watchAbort(database: PGlite, onStopped: () => void): () => boolean {
  let stopped = false;
  const server = database.Module as unknown as Server;
  server.onAbort = () => {
    if (stopped) return;
    stopped = true;
    // Called by PGlite after every failure inside the server, before it goes on: the only way out of its loop.
    server.stackRestore = () => {
      throw new DatabaseStopped();
    };
    queueMicrotask(onStopped);
  };
  const run = database.execProtocolRawSync.bind(database);
  database.execProtocolRawSync = (message) => {
    if (stopped) throw new DatabaseStopped();
    try {
      const answer = run(message);
      // Set by the hook meanwhile, which the compiler does not follow.
      if (!(stopped as boolean)) return answer;
    } catch (cause) {
      if (!(stopped as boolean)) throw cause;
    }
    throw new DatabaseStopped();
  };
  return () => stopped;
}

/** Ends a watched database as its server would end itself. */
export function abort(database: PGlite): void {
  (database.Module as unknown as Server).onAbort();
}
