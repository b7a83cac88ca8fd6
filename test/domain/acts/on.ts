import type { ActContext } from '../../../src/domain/acts/act.ts';
import type { Answer } from '../../../src/domain/answers.ts';
import { localOf } from '../../../src/domain/business-time.ts';
import { actorOn } from '../../../src/domain/organization.ts';
import type { Problem } from '../../../src/domain/problems.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Result } from '../../../src/domain/result.ts';
import { theCatalogue } from '../../support/builders.ts';
import { tokyo } from '../moments.ts';

export const catalogue = await theCatalogue();

/** A report in the hands of a sample person at a moment in Tokyo. */
export function on(
  report: Report,
  who: string,
  over: Partial<ActContext> & { at?: string } = {},
): ActContext {
  const { at = '2026-11-24 10:00', ...rest } = over;
  const now = tokyo(at);
  const today = localOf(catalogue.calendar, now).date;
  const person = catalogue.organization.people.get(who);
  if (!person) throw new Error(`nobody is called ${who}`);
  return {
    rules: catalogue,
    report,
    actor: actorOn(person, today),
    now,
    today,
    others: new Map(),
    recentReasons: [],
    ...rest,
  };
}

export const choice = (id: string): Answer => ({ kind: 'choice', choice: id });
export const text = (words: string): Answer => ({ kind: 'text', text: words });
export const day = (date: string): Answer => ({ kind: 'date', date });
export const number = (n: number): Answer => ({ kind: 'count', from: n, to: n });

/** What is wrong, as field and key of each error; empty when nothing is. */
export function errorsOf(result: Result<unknown, Problem>): string[] {
  if (result.ok) return [];
  if (result.problem.kind !== 'fields') return [result.problem.kind];
  return result.problem.errors.map(({ field, message }) => `${field}: ${message.key}`);
}
