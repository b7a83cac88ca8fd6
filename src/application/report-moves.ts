import { assess, typeOf } from '../domain/assessment.ts';
import { localOf, type Instant } from '../domain/business-time.ts';
import type { NewEvent } from '../domain/ledger.ts';
import type { Actor } from '../domain/organization.ts';
import { standingsFor } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import { targets, type Transition } from '../domain/workflow.ts';
import type { Catalogue } from './ports.ts';

/** The moves that the state allows and that the roles by which the actor may act here can make. */
export function movesFor(
  catalogue: Catalogue,
  actor: Actor,
  report: Report,
  action: Transition['action'],
): Transition[] {
  const { workflow } = typeOf(catalogue, report.type);
  const roles = standingsFor(actor, action, report).map(({ role }) => role);
  return targets(workflow, report.state, action).filter(
    ({ by }) => by.length === 0 || roles.some((role) => by.includes(role)),
  );
}

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
