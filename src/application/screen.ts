import type { Understanding } from '../domain/understanding.ts';
import type { StoredBody } from './ports.ts';

const INCIDENT_INSIDE = 0.15;

/**
 * Whether a message must not be stored: anything that may be a compliance matter told from inside. A customer's
 * voice with a suspected violation is filed as a voice, seen by service promotion alone [D0].
 */
export function screen(understanding: Understanding): Extract<StoredBody, { kind: 'stopped' }> | null {
  if (!understanding.offerCompliance || understanding.label === 'customer_voice') return null;
  const incident = understanding.alternatives.find((guess) => guess.label === 'incident');
  return {
    kind: 'stopped',
    alsoIncident:
      (incident?.confidence ?? 0) >= INCIDENT_INSIDE || understanding.suspicions.includes('clerical_error'),
    harassment: understanding.subtype === 'harassment',
  };
}
