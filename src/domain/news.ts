import type { Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import type { EventKind } from './ledger.ts';
import { noteText } from './note.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { addButton, nextLine, statusButton } from './reporter-view.ts';
import { line, type Button, type View } from './view.ts';

/** How the reporter, and whoever follows the report, is told of a step. */
interface News {
  head(report: Report, step: StepRecord): Phrase;
  /** What they can do about it; a look at the report and a word more when it says nothing. */
  buttons?(report: Report, step: StepRecord): Button[];
}

/** Every change of state reaches the reporter in plain words [D1]; a step without a line here is not told. */
const NEWS: Partial<Record<EventKind, News>> = {
  acknowledged: {
    head: ({ number }, { actor, at }) =>
      phrase('acted.acknowledged', { number, person: { person: actor }, at: { due: at } }),
  },
  taken: { head: ({ number }, { actor }) => phrase('acted.taken', { number, person: { person: actor } }) },
  updated: {
    head: ({ number, type }, { state }) =>
      phrase('acted.updated', { number, state: phrase(`state.${type}.${String(state)}`) }),
  },
};

export function isNews({ kind }: Pick<StepRecord, 'kind'>): boolean {
  return NEWS[kind] !== undefined;
}

/** What is said of a step, with what comes next; null when it is not told. */
export function newsView(rules: Rules, report: Report, calendar: Calendar, step: StepRecord): View | null {
  const news = NEWS[step.kind];
  if (!news) return null;
  const note = step.note === null ? '' : noteText(step.note);
  const said = note === '' ? [] : [line(phrase('said', { text: note }), 'quote')];
  return {
    kind: 'notice',
    lines: [line(news.head(report, step), 'strong'), ...said, line(nextLine(rules, report, calendar))],
    inputs: [],
    buttons: news.buttons?.(report, step) ?? [statusButton(report), addButton(report)],
    fallback: phrase('status.fallback', { number: report.number }),
  };
}
