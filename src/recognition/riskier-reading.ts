import type { Guess } from '../domain/understanding.ts';
import { tellsOfStrangersPaper } from './detect/clerical-error.ts';
import { findSubtype } from './detect/subtype.ts';
import { promote } from './promote.ts';

const ANGER = /苦情|クレーム|怒|激怒|キレ|立腹|憤慨|抗議|不満|complain|angry|furious/u;
/** Just under the threshold of assuming: the person sees both readings, the riskier first. */
const BELOW_ASSUMING = 0.999;

/** In doubt the higher risk: thanks that hide a leak, and a crime told like a complaint, are incidents first. */
export function preferRiskier(guesses: readonly Guess[], text: string, assume: number): Guess[] {
  const voiceHoldsIncident = guesses[0]?.label === 'customer_voice' && holdsIncident(text);
  return voiceHoldsIncident ? promote(guesses, 'incident', assume * BELOW_ASSUMING) : [...guesses];
}

function holdsIncident(text: string): boolean {
  const thanksHideLeak = tellsOfStrangersPaper(text) && !ANGER.test(text);
  return thanksHideLeak || findSubtype('incident', text)?.name === 'crime';
}
