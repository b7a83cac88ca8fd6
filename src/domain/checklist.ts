import { typeOf, type Rules } from './assessment.ts';
import { doerOf, type Doer } from './byline.ts';
import type { Instant } from './business-time.ts';
import { holds, type Condition } from './condition.ts';
import { factsOf } from './facts.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';

/** One thing that has to be done before a report of the type ends. Words: `checklist.<type>.<id>`. */
export interface ChecklistItem {
  id: string;
  /** Asked of reports for which this holds, e.g. of one subtype. */
  when: Condition;
  /** How many different people have to say so: 2 where somebody else looks again. */
  people: number;
}

/** Who did it, when, and in their own words. */
export interface Tick extends Doer {
  at: Instant;
  text: string;
}

export interface Checkpoint {
  item: ChecklistItem;
  /** One of each person, the latest. */
  ticks: readonly Tick[];
  done: boolean;
}

/** What was done, by item. */
export type CheckedItems = Readonly<Record<string, string>>;

/** The list of a report as it stands; what it says now decides which items are asked. */
export function checklistOf(rules: Pick<Rules, 'types'>, report: Report): Checkpoint[] {
  const type = typeOf(rules, report.type);
  const facts = factsOf(type, { ...report.filing, subtype: report.subtype }, report.level);
  return type.checklist
    .filter(({ when }) => holds(when, facts))
    .map((item) => {
      const ticks = ticksOf(report, item.id);
      return { item, ticks, done: ticks.length >= item.people };
    });
}

/** Items that still want somebody, as their words. */
export function uncheckedItems(rules: Pick<Rules, 'types'>, report: Report): Phrase[] {
  return checklistOf(rules, report)
    .filter(({ done }) => !done)
    .map(({ item, ticks }) => {
      const name = checkpointName(report, item);
      return item.people - ticks.length > 1 || ticks.length > 0
        ? phrase('checklist.people_left', { item: name, n: item.people - ticks.length })
        : name;
    });
}

export function checkpointName({ type }: Pick<Report, 'type'>, { id }: ChecklistItem): Phrase {
  return phrase(`checklist.${type}.${id}`);
}

/** The content of a `checked` event besides its text. */
export function checkedItems({ kind, note }: Pick<StepRecord, 'kind' | 'note'>): CheckedItems {
  if (kind !== 'checked' || note === null) return {};
  const { items } = JSON.parse(note) as { items?: CheckedItems };
  return items ?? {};
}

/** Counted by the facts, which stay when the words are purged. */
function ticksOf(report: Report, item: string): Tick[] {
  const byPerson = new Map<string, Tick>();
  for (const step of report.steps) {
    if (step.kind !== 'checked' || !namesItem(step, item)) continue;
    byPerson.delete(step.actor);
    byPerson.set(step.actor, { ...doerOf(step), at: step.at, text: checkedItems(step)[item] ?? '' });
  }
  return [...byPerson.values()];
}

function namesItem({ facts }: StepRecord, item: string): boolean {
  const items = facts['items'];
  return Array.isArray(items) && items.includes(item);
}
