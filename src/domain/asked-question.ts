import { reply } from './acts/reply-acts.ts';
import type { Instant } from './business-time.ts';
import { noteText } from './note.ts';
import { phrase, type Phrase } from './phrase.ts';
import { openQuestions } from './questions.ts';
import type { Report } from './report.ts';
import { button, type Button } from './view.ts';

/** A question of a department about somebody's own report, as it stands among what waits for them. */
export interface AskedQuestion {
  at: Instant;
  /** Who asks about which report. */
  head: Phrase;
  words: Phrase;
  /** Opens the form for the answer. The questions of one report are answered in their order: null for all but its first. */
  answer: Button | null;
}

export function askedQuestions(report: Report): AskedQuestion[] {
  const { number, primary } = report;
  return openQuestions(report).map(({ at, note }, index) => ({
    at,
    head: phrase('acted.asked', { number, unit: { unit: primary } }),
    words: phrase('act.reply.question', { text: note ? noteText(note) : '' }),
    answer:
      index === 0
        ? button({ action: reply.id, report: number }, phrase('act.reply.title', { number }))
        : null,
  }));
}
