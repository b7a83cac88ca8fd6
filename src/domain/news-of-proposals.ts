import { effectIn } from './effect.ts';
import type { News } from './news-of-steps.ts';
import { outcomeOf } from './outcome.ts';
import { phrase, type Phrase } from './phrase.ts';
import { helpedButtons } from './report-buttons.ts';
import type { StepRecord } from './report.ts';
import { titleOf } from './title-of.ts';

/** 【回答】: the result, who gave it, why, and by when it will be done. */
export const DECIDED: News = {
  head: ({ number, gist }) => phrase('acted.decided', { number, title: titleOf(gist) }),
  facts: (report, step) => [
    phrase('acted.decided.outcome', { outcome: outcomeOf(report, step), unit: { unit: report.primary } }),
    ...firstOf(step),
  ],
  quoted: (text) => phrase('acted.decided.reason', { text }),
  next: ({ facts: { due } }) =>
    typeof due === 'string' ? phrase('acted.decided.due', { due: { date: due } }) : null,
  asks: () => phrase('ask.helped'),
  buttons: helpedButtons,
};

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
