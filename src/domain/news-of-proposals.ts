import { effectIn } from './effect.ts';
import { isAnswer } from './feedback.ts';
import { hasMoved, MOVED } from './news-of-moves.ts';
import type { News } from './news-of-steps.ts';
import { outcomeOf } from './outcome.ts';
import { phrase, type Phrase } from './phrase.ts';
import { addButton, helpedButtons, statusButton } from './report-buttons.ts';
import type { Report, StepRecord } from './report.ts';
import { titleOf } from './title-of.ts';

/**
 * 【回答】: the result, who gave it, why, and by when it will be done. What settles nothing yet, as 継続検討 or the policy
 * for a risk, is no answer and told as the change of state that it is, with its reason.
 */
export const DECIDED: News = {
  head: (report, step) => {
    const { number, type, gist } = report;
    if (isAnswer(step)) return phrase('acted.decided', { number, title: titleOf(gist) });
    if (hasMoved(report, step)) return MOVED.head(report, step);
    return phrase('acted.still', { number, state: phrase(`state.${type}.${String(step.state)}`) });
  },
  facts: (report, step) => [decidedWhat(report, step), ...firstOf(step)],
  quoted: (text) => phrase('acted.decided.reason', { text }),
  next: ({ facts: { due } }) =>
    typeof due === 'string' ? phrase('acted.decided.due', { due: { date: due } }) : null,
  asks: (step) => (isAnswer(step) ? phrase('ask.helped') : null),
  buttons: (report, step) =>
    isAnswer(step) ? helpedButtons(report, step) : [statusButton(report), addButton(report)],
};

/** The result, unless the state that was told says it already, and who gave it. */
function decidedWhat(report: Report, step: StepRecord): Phrase {
  const unit = { unit: report.primary };
  const isTold = !isAnswer(step) && step.facts['outcome'] === step.state;
  return isTold
    ? phrase('done.holder', { unit })
    : phrase('acted.decided.outcome', { outcome: outcomeOf(report, step), unit });
}

export const IMPLEMENTED: News = {
  head: ({ number }, { facts: { on } }) => phrase('acted.implemented', { number, on: { date: String(on) } }),
  facts: (_, step) => effectPhrases(step),
};

export const EFFECT_CHECKED: News = {
  head: ({ number }, { facts: { months } }) =>
    phrase('acted.effect_checked', { number, months: Number(months) }),
  facts: (_, step) => effectPhrases(step),
};

/** What it brings in a year, as far as it was measured. */
function effectPhrases(step: StepRecord): Phrase[] {
  const { yen, hours } = effectIn(step);
  return [
    ...(yen === null ? [] : [phrase('acted.effect.yen', { n: yen })]),
    ...(hours === null ? [] : [phrase('acted.effect.hours', { n: hours })]),
  ];
}

/** The report that is decided together with this one. */
function firstOf({ facts: { first } }: StepRecord): Phrase[] {
  return typeof first === 'string' ? [phrase('acted.decided.first', { number: first })] : [];
}
