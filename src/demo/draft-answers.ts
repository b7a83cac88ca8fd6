import type { DemoAnswer } from '../application/ports.ts';
import type { Answer } from '../domain/answers.ts';
import type { Field } from '../domain/field.ts';
import type { Random } from './random.ts';
import { weighted } from './weighted.ts';

const RANGE = /^(\d+)(?:-(\d+))?$/;

/** One of the choices of a field as its answer: an option of the form, a number, one in a range, or 分からない. */
export function chosenAnswer(
  field: Field,
  { choices }: Extract<DemoAnswer, { kind: 'choices' }>,
  random: Random,
): Answer | null {
  const chosen = weighted(Object.entries(choices), ([, weight]) => weight)(random)?.[0];
  if (chosen === undefined) return null;
  if (chosen === 'unknown') return { kind: 'unknown' };
  if (field.kind !== 'count' && field.kind !== 'money') return { kind: 'choice', choice: chosen };
  const [, from, to] = RANGE.exec(chosen) ?? [];
  if (from === undefined) throw new Error(`${chosen} is no number for ${field.id}`);
  const count = random.between(Number(from), Number(to ?? from));
  return { kind: 'count', from: count, to: count };
}
