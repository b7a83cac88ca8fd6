import { doerOf } from './byline.ts';
import { isAnswer } from './feedback.ts';
import type { EventKind } from './ledger.ts';
import { FOLLOWED_UP, PUBLICATION_DECIDED } from './news-of-incidents.ts';
import { hasMoved, MOVED } from './news-of-moves.ts';
import { DECIDED, EFFECT_CHECKED, IMPLEMENTED } from './news-of-proposals.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { addButton, helpedButtons, replyButtons, statusButton } from './report-buttons.ts';
import { titleOf } from './title-of.ts';
import type { Button } from './view.ts';

/** How the reporter, and whoever follows the report, is told of a step. What was written with it is quoted. */
export interface News {
  head(report: Report, step: StepRecord): Phrase;
  /** Said before the words that were written with it. */
  facts?(report: Report, step: StepRecord): readonly Phrase[];
  /** How the words that were written with it are introduced. */
  quoted?(text: string): Phrase;
  /** What comes next, where the step itself says so; null leaves it to the clocks. */
  next?(step: StepRecord): Phrase | null;
  /** Nothing comes next: the words say so themselves. */
  settled?: true;
  /** Asked at the end. */
  asks?(step: StepRecord): Phrase | null;
  /** What they can do about it; a look at the report and a word more when it says nothing. */
  buttons?(report: Report, step: StepRecord): Button[];
  /** Of no concern to those who only follow it. */
  reporterAlone?: true;
  /** Does not wait for the digest of those who want one message a day. */
  atOnce?: true;
}

/**
 * One line for every kind of step, so that a new one does not compile before it is settled whether it is told. Null:
 * it is not, unless it changes the state, which always is (news.ts).
 */
export const NEWS: Readonly<Record<EventKind, News | null>> = {
  filed: null,
  routed: null,
  linked: null,
  unlinked: null,
  corrected: null,
  added: null,
  replied: null,
  withdrawn: {
    head: ({ number }) => phrase('acted.withdrawn', { number }),
    settled: true,
    buttons: (report) => [statusButton(report)],
  },
  feedback_given: null,
  acknowledged: {
    head: ({ number }, step) =>
      phrase('acted.acknowledged', { number, person: doerOf(step), at: { due: step.at } }),
  },
  taken: {
    head: ({ number }, { actor, facts }) => {
      const holder = typeof facts['holder'] === 'string' ? facts['holder'] : actor;
      return phrase('acted.taken', { number, person: { person: holder } });
    },
  },
  assigned: null,
  result_reported: null,
  updated: MOVED,
  asked: {
    head: ({ number, primary }) => phrase('acted.asked', { number, unit: { unit: primary } }),
    buttons: replyButtons,
    settled: true,
    reporterAlone: true,
    atOnce: true,
  },
  answered: {
    head: ({ number, gist }, { facts }) =>
      phrase(facts['final'] === true ? 'acted.answered' : 'acted.answered_for_now', {
        number,
        title: titleOf(gist),
      }),
    facts: ({ primary }) => [phrase('done.holder', { unit: { unit: primary } })],
    asks: (step) => (isAnswer(step) ? phrase('ask.helped') : null),
    buttons: (report, step) =>
      isAnswer(step) ? helpedButtons(report, step) : [statusButton(report), addButton(report)],
  },
  commented: null,
  comment_edited: null,
  comment_deleted: null,
  forwarded: {
    head: ({ number }, { facts }) => {
      const unit = (fact: string) => ({ unit: String(facts[fact]) });
      return phrase('acted.forwarded', { number, from: unit('from'), to: unit('primary') });
    },
  },
  sent_back: {
    head: ({ number }) => phrase('acted.sent_back', { number }),
    buttons: (report) => [addButton(report), statusButton(report)],
    reporterAlone: true,
    atOnce: true,
  },
  level_changed: {
    head: ({ number }, { facts }) => {
      const level = (fact: string) => phrase(`severity.s${Number(facts[fact])}`);
      return phrase('acted.level_changed', { number, from: level('from'), to: level('level') });
    },
  },
  extended: {
    head: ({ number }, { facts }) => {
      const due = (fact: string) => ({ due: String(facts[fact]) });
      const clock = phrase(`clock.${String(facts['clock'])}`);
      return phrase('acted.extended', { number, clock, from: due('from'), to: due('due') });
    },
  },
  requested: null,
  approved: null,
  declined: null,
  handed_over: null,
  hand_over_confirmed: null,
  suspicion_referred: null,
  completed: {
    head: ({ number }) => phrase('acted.completed', { number }),
    settled: true,
  },
  reopened: { head: ({ number }) => phrase('acted.reopened', { number }) },
  joined: null,
  merged: {
    head: ({ number }, { facts }) => phrase('acted.merged', { number, into: String(facts['into']) }),
    settled: true,
    buttons: (report) => [statusButton(report)],
  },
  unmerged: {
    head: ({ number }, { facts }) => phrase('acted.unmerged', { number, from: String(facts['from']) }),
  },
  absorbed: null,
  released: null,
  split: null,
  checked: null,
  cause_signed: null,
  publication_decided: PUBLICATION_DECIDED,
  breach_judged: null,
  breach_notified: null,
  inspection_judged: null,
  followed_up: FOLLOWED_UP,
  evaluated: null,
  decision_given: DECIDED,
  implemented: IMPLEMENTED,
  effect_checked: EFFECT_CHECKED,
  nominated: null,
  reminded: null,
  escalated: null,
  told: null,
  viewed: null,
};

/** Every change of state reaches the reporter [D1]: one that has no words of its own is told as what it is. */
export function newsOf(report: Pick<Report, 'steps'>, step: StepRecord): News | null {
  const own = NEWS[step.kind];
  return own ?? (step.kind !== 'filed' && hasMoved(report, step) ? MOVED : null);
}

/** Whether a step was a word to the reporter: the receipt, whatever they were told since, and what clocks tell them. */
export function isWord(report: Pick<Report, 'reporter' | 'steps'>, step: StepRecord): boolean {
  if (step.kind === 'filed' || step.kind === 'told') return true;
  return step.actor !== report.reporter && newsOf(report, step) !== null;
}
