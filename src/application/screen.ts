import type { Understanding } from '../domain/understanding.ts';
import type { StoredBody } from './ports.ts';

const INCIDENT_INSIDE = 0.15;

/**
 * Whether a message must not be stored: anything that may be a compliance matter told from inside. A customer's
 * voice with a suspected violation is filed as a voice, seen by service promotion alone [D0].
 * @param answering a report is being written: its short answers are stopped only for what they say themselves
 */
export function screen(
  understanding: Understanding,
  answering: boolean,
): Extract<StoredBody, { kind: 'stopped' }> | null {
  const { label, suspicions, offerCompliance, command } = understanding;
  // A message that is nothing but a command says nothing of any matter.
  if (command !== null) return null;
  const plain = label === 'compliance' || suspicions.includes('violation');
  if (label === 'customer_voice' || !(answering ? plain : plain || offerCompliance)) return null;
  const incident = understanding.alternatives.find((guess) => guess.label === 'incident');
  return {
    kind: 'stopped',
    alsoIncident: (incident?.confidence ?? 0) >= INCIDENT_INSIDE || suspicions.includes('clerical_error'),
    harassment: understanding.subtype === 'harassment',
  };
}
