import { pino, type DestinationStream, type Logger } from 'pino';
import type { Log } from '../application/ports.ts';

export interface LogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** A file, made with its folder and read by its owner only; null writes to standard error. */
  file: string | null;
}

/** Static messages with metadata; standard output stays free for results. */
export function createLog({ level, file }: LogOptions): Log {
  const destination: DestinationStream =
    file === null
      ? pino.destination(2)
      : pino.destination({ dest: file, mkdir: true, mode: 0o600, sync: false });
  return wrap(pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination));
}

function wrap(logger: Logger): Log {
  return {
    info: (message, data) => logger.info(data ?? {}, message),
    warn: (message, data) => logger.warn(data ?? {}, message),
    error: (message, data) => logger.error(data ?? {}, message),
    child: (data) => wrap(logger.child(data)),
  };
}
