import { closeSync, fsync, fsyncSync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { DatabaseStopped } from './watch-abort.ts';

const flushFile = promisify(fsync);

/**
 * Forces the write-ahead log to disk beside the database's own thread, once for all who wait: while one flush runs,
 * further commits are written, and the next flush is theirs together.
 */
export interface LogFlush {
  /** The database asks for what it has written to this segment to be on disk. */
  ask(segment: string): void;
  /** Resolves once everything asked for until now is on disk. Rejects when it cannot be known to be. */
  settled(): Promise<void>;
  /** The same, at once: before anything that must not reach the disk earlier than the log. */
  settleNow(): void;
  close(): void;
}

/** @param onFailed a flush has failed: what was written may be lost, so that nothing more may be acknowledged */
export function logFlush(onFailed: () => void): LogFlush {
  const log: { segment: string | null; fd: number | null } = { segment: null, fd: null };
  const count = { asked: 0, flushed: 0 };
  const state = { failed: false };
  let running: Promise<void> | null = null;

  function fail(): DatabaseStopped {
    if (!state.failed) onFailed();
    state.failed = true;
    return new DatabaseStopped();
  }

  async function flushOnce(fd: number): Promise<void> {
    const upTo = count.asked;
    try {
      await flushFile(fd);
    } catch {
      // Closed meanwhile: whoever closes has flushed it before.
      if (count.flushed < upTo) throw fail();
    }
    count.flushed = Math.max(count.flushed, upTo);
  }

  function settleNow(): void {
    if (count.flushed === count.asked || log.fd === null) return;
    try {
      fsyncSync(log.fd);
    } catch {
      throw fail();
    }
    count.flushed = count.asked;
  }

  function release(): void {
    if (log.fd !== null) closeSync(log.fd);
    Object.assign(log, { segment: null, fd: null });
  }

  return {
    ask(segment) {
      if (segment !== log.segment) {
        settleNow();
        release();
        Object.assign(log, { segment, fd: openSync(segment, 'r+') });
      }
      count.asked += 1;
    },
    async settled() {
      const upTo = count.asked;
      while (count.flushed < upTo) {
        if (state.failed || log.fd === null) throw new DatabaseStopped();
        running ??= flushOnce(log.fd).finally(() => (running = null));
        await running;
      }
      if (state.failed) throw new DatabaseStopped();
    },
    settleNow,
    close() {
      settleNow();
      release();
    },
  };
}
