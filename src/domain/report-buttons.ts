import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { button, type Button } from './view.ts';

export function addButton(report: Report): Button {
  return button({ action: 'add', report: report.number }, phrase('btn.add'));
}

/** くわしく. */
export function detailsButton(report: Pick<Report, 'number'>): Button {
  return button({ action: 'details', report: report.number }, phrase('btn.details'));
}

export function statusButton(report: Pick<Report, 'number'>): Button {
  return button(
    { action: 'status', report: report.number },
    phrase('status.button', { number: report.number }),
  );
}

/** Answers to one question of the department. */
export function replyButtons({ number }: Report, { seq }: StepRecord): Button[] {
  const value = String(seq);
  return [
    button({ action: 'reply', report: number, value }, phrase('btn.reply'), 'primary'),
    button({ action: 'reply_unknown', report: number, value }, phrase('btn.unknown')),
  ];
}

/** Whether an answer or a decision answers whoever reads it. */
export function helpedButtons(report: Report, step: StepRecord): Button[] {
  return judging(report, step, phrase('btn.yes'), phrase('btn.no'));
}

/** The same where several reports are told of together: each says which one it is about. */
export function helpedButtonsOf(report: Report, step: StepRecord): Button[] {
  const { number } = report;
  return judging(report, step, phrase('btn.yes_of', { number }), phrase('btn.no_of', { number }));
}

function judging({ number }: Report, { seq }: StepRecord, yes: Phrase, no: Phrase): Button[] {
  const value = String(seq);
  return [
    button({ action: 'helped', report: number, value }, yes),
    button({ action: 'not_helped', report: number, value }, no),
  ];
}
