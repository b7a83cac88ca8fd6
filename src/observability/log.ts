import { mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Log } from '../application/ports.ts';

export interface LogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** A file, made with its folder and read by its owner only; null writes to standard error. */
  file: string | null;
}

/** Static messages with metadata; standard output stays free for results. */
export function createLog({ level, file }: LogOptions): Log {
  const destination: DestinationStream = file === null ? pino.destination(2) : appendTo(file);
  return wrap(pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination));
}

/**
 * Each line is written at once: a kill loses none. A full disk loses lines and nothing else: pino's own stream to a
 * file would end the program then, and wait for room before it lets it go.
 */
function appendTo(file: string): DestinationStream {
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, 'a', 0o600);
  return {
    write(line) {
      try {
        writeSync(handle, line);
      } catch {
        // There is nowhere left to say so.
      }
    },
  };
}

function wrap(logger: Logger): Log {
  return {
    info: (message, data) => logger.info(data ?? {}, message),
    warn: (message, data) => logger.warn(data ?? {}, message),
    error: (message, data) => logger.error(data ?? {}, message),
    child: (data) => wrap(logger.child(data)),
  };
}
