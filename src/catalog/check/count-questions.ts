import {
  factsIn,
  holds,
  UNKNOWN,
  type Condition,
  type FactValue,
  type Facts,
} from '../../domain/condition.ts';
import type { Field } from '../../domain/field.ts';
import type { ReportType } from '../../domain/report-type.ts';
import { vocabularyOf } from '../fact-vocabulary.ts';

/** The most questions that chat may ask about one matter. */
export const MOST_QUESTIONS = 5;

/** How many questions chat asks at worst: whatever the subtype, and whatever the answers that conditions hang on. */
export function countQuestions(type: ReportType): number {
  const asked = type.fields.filter(isAsked);
  const open = [...new Set(asked.flatMap((field) => factsIn(field.askWhen)))].filter(
    (fact) => !GIVEN.includes(fact),
  );
  const choices = open.map((fact) => ({ fact, values: candidates(type, asked, fact) }));
  const worlds = type.subtypes.flatMap((subtype) =>
    combinations(choices).map((facts): Facts => ({
      ...subtype.implies,
      ...facts,
      type: type.id,
      subtype: subtype.id,
      focus: subtype.focus,
    })),
  );
  return Math.max(0, ...worlds.map((facts) => asked.filter((field) => holds(field.askWhen, facts)).length));
}

/** Facts that the subtype decides. */
const GIVEN = ['type', 'subtype', 'focus'];

/** A field with a default is answered before anything is asked. */
function isAsked(field: Field): boolean {
  return field.default === null && (field.ask || field.required);
}

/** Every value by which a condition could turn out differently; undefined is not answered. */
function candidates(type: ReportType, asked: readonly Field[], fact: string): (FactValue | undefined)[] {
  const named = vocabularyOf([type]).get(fact)?.values ?? [];
  const limits = asked.flatMap((field) => limitsOf(field.askWhen, fact));
  return [undefined, UNKNOWN, ...named, ...limits];
}

function limitsOf(condition: Condition, fact: string): number[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => limitsOf(part, fact));
    case 'not':
      return limitsOf(condition.of, fact);
    case 'atLeast':
      return condition.fact === fact ? [condition.value, condition.value - 1] : [];
    case 'always':
    case 'is':
    case 'known':
      return [];
  }
}

function combinations(
  choices: readonly { fact: string; values: readonly (FactValue | undefined)[] }[],
): Record<string, FactValue | undefined>[] {
  return choices.reduce<Record<string, FactValue | undefined>[]>(
    (worlds, { fact, values }) =>
      worlds.flatMap((world) => values.map((value) => ({ ...world, [fact]: value }))),
    [{}],
  );
}
