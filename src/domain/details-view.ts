import { typeOf, type Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import { campaignLines } from './campaign.ts';
import { stepPhrase, subtypeOf } from './card-view.ts';
import { checkedItems } from './checklist.ts';
import { isComment } from './comments.ts';
import { levelFact, seenByFact } from './dialog/summary-view.ts';
import { evaluationLines } from './evaluation.ts';
import { firstReportLines } from './first-report.ts';
import { noteText } from './note.ts';
import { phrase, type Phrase, type PhraseValue } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import type { Correction } from './fold-report.ts';
import type { Answer } from './answers.ts';
import { answersGiven } from './settled-answers.ts';
import { shownSteps } from './told-steps.ts';
import { button, fact, line, type Button, type Line, type View } from './view.ts';

/**
 * Everything a person who may read a report sees of it: what was said, every answer, every step.
 * @param insider has a part in handling it, and so reads what is said among departments
 */
export function detailsView(rules: Rules & { calendar: Calendar }, report: Report, insider: boolean): View {
  return {
    kind: 'notice',
    lines: [
      line(detailsTitle(report), 'strong'),
      line(phrase('said', { text: report.filing.text }), 'quote'),
      ...answerLines(rules, report),
      ...campaignLines(report),
      ...(report.level > 0 ? [levelFact(report.level)] : []),
      ...(insider ? firstReportLines(rules, report, rules.calendar) : []),
      seenBy(report),
      ...pastLines(report, insider),
    ],
    inputs: [],
    buttons: whyButtons(report),
    fallback: phrase('status.fallback', { number: report.number }),
  };
}

/** What is shown here stays in a conversation, and so holds no words that their author may still delete. */
function pastLines(report: Report, insider: boolean): Line[] {
  const shown = shownSteps(report, insider);
  const lines = shown.flatMap((step) =>
    stepLines(report, isComment(step.kind) ? { ...step, note: null } : step),
  );
  const commented = shown.some(({ kind }) => isComment(kind));
  return commented ? [...lines, line(phrase('details.comments'), 'quiet')] : lines;
}

export function detailsTitle(report: Report): Phrase {
  return phrase('details.title', {
    number: report.number,
    type: phrase(`type.${report.type}`),
    subtype: subtypeOf(report),
  });
}

export function whyButtons({ number }: Report): Button[] {
  return [
    button({ action: 'why_route', report: number }, phrase('btn.why_route')),
    button({ action: 'why_due', report: number }, phrase('btn.why_due')),
  ];
}

export function answerLines(rules: Rules, report: Report): Line[] {
  return typeOf(rules, report.type).fields.flatMap((field) => {
    const answer = report.filing.answers[field.id];
    if (!answer || (answer.kind === 'text' && answer.text === report.filing.text)) return [];
    const value: PhraseValue = { field: field.id, of: report.type, answer };
    return [fact(phrase(`field.${report.type}.${field.id}.label`), phrase('value', { value }))];
  });
}

/** What happened, and what was said with it: what the handlers were promised to read. */
export function stepLines(report: Report, step: StepRecord): Line[] {
  const what = line(phrase('details.step', { at: { moment: step.at }, what: stepPhrase(report, step) }));
  const more = step.kind === 'evaluated' ? evaluationLines(report, step) : [];
  return [what, ...more, ...saidWith(report, step)];
}

/** What was written with a step. */
export function saidWith(report: Report, step: StepRecord): Line[] {
  return step.note === null ? [] : noteLines(report, step, step.note);
}

function noteLines(report: Report, step: StepRecord, note: string): Line[] {
  if (step.kind === 'checked') return checkedLines(report, step);
  if (step.kind !== 'corrected') return [...givenLines(report, note), ...saidLines(note)];
  const { field, from, to } = JSON.parse(note) as Correction;
  const value = (answer: Answer | null): PhraseValue =>
    answer ? { field, of: report.type, answer } : phrase('nothing_yet');
  const label = phrase(`field.${report.type}.${field}.label`);
  return [line(phrase('details.corrected', { field: label, from: value(from), to: value(to) }), 'quote')];
}

function saidLines(note: string): Line[] {
  const text = noteText(note);
  return text === '' ? [] : [line(phrase('said', { text }), 'quote')];
}

/** The answers that a later report gave. */
function givenLines(report: Report, note: string): Line[] {
  return Object.entries(answersGiven(note)).map(([field, answer]) =>
    fact(
      phrase(`field.${report.type}.${field}.label`),
      phrase('value', { value: { field, of: report.type, answer } }),
    ),
  );
}

/** What was done for each item, under its name. */
function checkedLines(report: Report, step: StepRecord): Line[] {
  return Object.entries(checkedItems(step)).map(([id, text]) => ({
    ...line(phrase('said', { text }), 'quote'),
    name: phrase(`checklist.${report.type}.${id}`),
  }));
}

export function seenBy(report: Report): Line {
  return seenByFact([report.primary, ...report.copies]);
}

/** Which rules sent it where [requirement 2]. */
export function whyRouteView(report: Report): View {
  const rules = {
    list: report.rules.map((rule) => phrase('card.rule', { id: rule.id, version: rule.version })),
  };
  const why = phrase('why.route', { rules, primary: { unit: report.primary } });
  return { kind: 'notice', lines: [line(why), seenBy(report)], inputs: [], buttons: [], fallback: why };
}
