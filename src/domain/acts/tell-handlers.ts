import { notice } from '../dialog/question-view.ts';
import { actorPresent } from '../deputy.ts';
import { may } from '../permission.ts';
import { phrase } from '../phrase.ts';
import { detailsButton } from '../report-buttons.ts';
import type { View } from '../view.ts';
import type { ActContext, Errand } from './act.ts';

/**
 * Says something to whoever has the report in hand and to those it concerns besides, as far as they still have a part
 * in it. Where there is nobody, the department is told that there is something to read, and no word of it.
 */
export function tellHandlers(
  on: ActContext,
  view: View,
  key: string,
  concerned: readonly string[] = [],
): Errand[] {
  const { report, actor } = on;
  const people = new Set([...(report.holder === null ? [] : [report.holder]), ...concerned]);
  const told = [...people].filter((person) => person !== actor.person && hasPart(on, person));
  if (told.length > 0) return told.map((person) => ({ kind: 'tell', person, view, key: `${key}:${person}` }));
  const { number } = report;
  const news = notice([phrase('thread.news', { number })], [detailsButton({ number })]);
  return [{ kind: 'post', unit: report.primary, view: news, key, mention: false, relayed: true }];
}

export function hasPart({ rules, report, today }: ActContext, person: string): boolean {
  return may(actorPresent(rules.organization, person, today), 'comment', report);
}
