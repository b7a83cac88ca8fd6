import path from 'node:path';
import type { Log } from '../application/ports.ts';
import type { Config } from '../config.ts';
import { createLog } from '../observability/log.ts';

/** Where and how much is logged, by the configuration. */
export function logOf(config: Config): Log {
  const file = config.logTo === 'file' ? path.join(config.dataFolder, 'log', 'tsutae.log') : null;
  return createLog({ level: config.logLevel, file });
}
