import type { News } from './news-of-steps.ts';
import { outcomeOf } from './outcome.ts';
import { phrase } from './phrase.ts';

export const PUBLICATION_DECIDED: News = {
  head: (report, step) =>
    phrase('acted.publication_decided', { number: report.number, decision: outcomeOf(report, step) }),
};

export const FOLLOWED_UP: News = {
  head: (report, step) =>
    phrase('acted.followed_up', { number: report.number, outcome: outcomeOf(report, step) }),
};
