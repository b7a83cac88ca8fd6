import type { Answers } from '../answers.ts';
import { effectFacts } from '../effect.ts';
import { phrase } from '../phrase.ts';
import type { ActInput } from './act.ts';
import { numberIn } from './act-answers.ts';
import { countInput, moneyInput } from './act-inputs.ts';

/** What a measure brings in a year, as it was measured. */
export const EFFECT_INPUTS: readonly ActInput[] = [
  moneyInput({ id: 'yen', label: phrase('act.effect.yen'), hint: phrase('act.effect.hint') }),
  countInput({ id: 'hours', label: phrase('act.effect.hours'), hint: phrase('act.effect.hint') }),
];

/** As facts of an event. */
export function effectSaid(answers: Answers): Record<string, number> {
  return effectFacts({ yen: numberIn(answers, 'yen'), hours: numberIn(answers, 'hours') });
}
