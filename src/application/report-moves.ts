import type { Instant } from '../domain/business-time.ts';
import { noteOf } from '../domain/note.ts';
import type { EventFacts, NewEvent } from '../domain/ledger.ts';

export function moveOf(action: 'acknowledge' | 'take', actor: string, at: Instant, to: string): NewEvent {
  const kind = action === 'acknowledge' ? 'acknowledged' : 'taken';
  return { kind, actor, at, facts: { state: to }, content: null };
}

export function additionOf(actor: string, at: Instant, text: string, facts: EventFacts = {}): NewEvent {
  return { kind: 'added', actor, at, facts, content: noteOf(text) };
}
