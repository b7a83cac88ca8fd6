import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Hash, Ids } from '../application/ports.ts';
import { codeFrom } from '../domain/report-number.ts';

/** Time, randomness and hashing of the machine; tests hand in their own. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

export const systemIds: Ids = {
  uuid: () => randomUUID(),
  reportCode: () => {
    for (;;) {
      const code = codeFrom([...randomBytes(5)]);
      if (code !== null) return code;
    }
  },
  salt: () => randomBytes(16).toString('hex'),
};

export const systemHash: Hash = { sha256: (text) => createHash('sha256').update(text).digest('hex') };
