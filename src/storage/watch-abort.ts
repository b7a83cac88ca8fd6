import type { PGlite } from '@electric-sql/pglite';

/** The server inside the process has ended itself, as it does when its log can no longer be written. */
export class DatabaseStopped extends Error {
  constructor() {
    super('the embedded database has stopped');
    this.name = 'DatabaseStopped';
  }
}

/**
 * PGlite neither answers nor fails once its server has ended: a statement would wait for ever, and the next one
 * would never return from the call. From then on every statement fails instead. What was committed is safe; the
 * folder has to be opened again by a new process. Returns whether it has happened.
 */
export function watchAbort(database: PGlite, onStopped: () => void): () => boolean {
  let stopped = false;
  const hooks = database.Module as unknown as { onAbort: () => void };
  hooks.onAbort = () => {
    if (stopped) return;
    stopped = true;
    queueMicrotask(onStopped);
  };
  const run = database.execProtocolStream.bind(database);
  database.execProtocolStream = async (...message) => {
    if (stopped) throw new DatabaseStopped();
    const answer = await run(...message);
    // Set by the hook meanwhile, which the compiler does not follow.
    if (stopped as boolean) throw new DatabaseStopped();
    return answer;
  };
  return () => stopped;
}
