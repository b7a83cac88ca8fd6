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

const SUPPOSED = /(し|ち|っ)?たら|た場合|場合|とき|時は|もし|仮に|\b(if|what happens when)\b/u;
/** From which probability on an incident is no far-fetched second reading. */
const POSSIBLE = 0.03;

/** 「…どこに報告するんですか？さっき封筒が逆だったかも」: a sentence of its own tells what happened. */
function asksAboutWhatHappened(guesses: readonly Guess[], text: string): boolean {
  const [best] = guesses;
  const incident = guesses.find(({ label }) => label === 'incident')?.confidence ?? 0;
  if (best?.label !== 'other' || incident < POSSIBLE) return false;
  const sentences = text.split(/(?<=[。!?\n])/u);
  return sentences.some((sentence) => !SUPPOSED.test(sentence) && findClericalErrors(sentence).length > 0);
}

/**
 * In doubt the higher risk: thanks that hide a leak, a crime told like a complaint, and a question about what has
 * just happened are incidents first.
 */
export function preferRiskier(guesses: readonly Guess[], text: string, assume: number): Guess[] {
  if (asksAboutWhatHappened(guesses, text)) return promote(guesses, 'incident', assume * BELOW_ASSUMING);
  const voiceHoldsIncident = guesses[0]?.label === 'customer_voice' && holdsIncident(text);
  if (guesses[0]?.label === 'compliance' && silencedIncident(text))
    return promote(guesses, 'incident', assume * BELOW_ASSUMING);
  return voiceHoldsIncident ? promote(guesses, 'incident', assume * BELOW_ASSUMING) : [...guesses];
}

function holdsIncident(text: string): boolean {
  const thanksHideLeak = tellsOfStrangersPaper(text) && !ANGER.test(text);
  return thanksHideLeak || findSubtype('incident', text)?.name === 'crime';
}
