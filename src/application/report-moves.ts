import { assess } from '../domain/assessment.ts';
import { localOf, type Instant } from '../domain/business-time.ts';
import type { NewEvent } from '../domain/ledger.ts';
import type { Report } from '../domain/report.ts';
import type { Catalogue } from './ports.ts';

export function moveOf(action: 'acknowledge' | 'take', actor: string, at: Instant, to: string): NewEvent {
  const kind = action === 'acknowledge' ? 'acknowledged' : 'taken';
  return { kind, actor, at, facts: { state: to }, content: null };
}

/** 状況更新: the next state, with a sentence for the reporter. */
export function updateOf(
  catalogue: Catalogue,
  report: Report,
  { actor, at, to, note }: { actor: string; at: Instant; to: string; note: string },
): NewEvent {
  const facts = { state: to, ...opened(catalogue, report, at) };
  return { kind: 'updated', actor, at, facts, content: JSON.stringify({ text: note }) };
}

export function additionOf(actor: string, at: Instant, text: string): NewEvent {
  return { kind: 'added', actor, at, facts: {}, content: JSON.stringify({ text }) };
}

/** A voice becomes open once triage has moved it on, unless a rule keeps it narrower. */
function opened(
  catalogue: Catalogue,
  report: Report,
  at: Instant,
): { opens: string } | Record<string, never> {
  if (report.type !== 'customer_voice' || report.visibility !== 'units') return {};
  const { date } = localOf(catalogue.calendar, at);
  const { route } = assess(catalogue, report.filing, report.office, date);
  return route.visibility === 'open' ? { opens: 'open' } : {};
}
