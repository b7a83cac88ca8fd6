import type { Guess } from '../domain/understanding.ts';
import { findClericalErrors, tellsOfStrangersPaper } from './detect/clerical-error.ts';
import { findCues } from './detect/cues.ts';
import { findSubtype } from './detect/subtype.ts';
import { promote } from './promote.ts';

const ANGER = /苦情|クレーム|怒|激怒|キレ|立腹|憤慨|抗議|不満|complain|angry|furious/u;
/** Just under the threshold of assuming: the person sees both readings, the riskier first. */
const BELOW_ASSUMING = 0.999;

/** Records changed or destroyed to hide it: no longer an incident that somebody wants to report. */
const TAMPERING = /抜(く|け|か)|消(す|せ|さ|して)|書き?換え|書き直|なかったこと|混ぜ|埋め|寝かせ|残すな|隠/u;

/** An error that a superior says not to report is reported as what it is, with the private route beside it. */
function silencedIncident(text: string): boolean {
  return (
    findCues(text).includes('told_not_to_report') &&
    findClericalErrors(text).length > 0 &&
    !TAMPERING.test(text)
  );
}

/** In doubt the higher risk: thanks that hide a leak, and a crime told like a complaint, are incidents first. */
export function preferRiskier(guesses: readonly Guess[], text: string, assume: number): Guess[] {
  const voiceHoldsIncident = guesses[0]?.label === 'customer_voice' && holdsIncident(text);
  if (guesses[0]?.label === 'compliance' && silencedIncident(text))
    return promote(guesses, 'incident', assume * BELOW_ASSUMING);
  return voiceHoldsIncident ? promote(guesses, 'incident', assume * BELOW_ASSUMING) : [...guesses];
}

function holdsIncident(text: string): boolean {
  const thanksHideLeak = tellsOfStrangersPaper(text) && !ANGER.test(text);
  return thanksHideLeak || findSubtype('incident', text)?.name === 'crime';
}
