import { typeOf } from '../assessment.ts';
import { notice } from '../dialog/question-view.ts';
import { isOpen } from '../outlook.ts';
import { phrase } from '../phrase.ts';
import type { Filing, Report } from '../report.ts';
import { statusButton } from '../report-buttons.ts';
import { ok } from '../result.ts';
import type { ReportType } from '../report-type.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, FEWEST_LETTERS, textInput } from './act-inputs.ts';

/** 分ける: a part of what was said becomes a report of its own, for the same reporter and tied to this one. */
export const split: Act = {
  id: 'split',
  right: 'split',
  label: phrase('act.split'),
  doneBy: {},
  // What is referred to the designated officers must not go another way as well.
  possible: (rules, report) => report.referrals.length === 0 && isOpen(rules, report),
  allowed: () => true,
  form: ({ rules, report }) => ({
    title: phrase('act.split.title', { number: report.number }),
    lines: [phrase('act.split.from', { text: report.filing.text })],
    inputs: [
      choiceInput({
        id: 'type',
        label: phrase('act.split.type'),
        choices: [...rules.types.values()]
          .filter(({ sealed }) => !sealed)
          .map(({ id }) => ({ id, label: phrase(`type.${id}`) })),
      }),
      textInput({
        id: 'text',
        label: phrase('act.split.text'),
        hint: phrase('act.split.text.hint'),
        maxLength: LONGEST_TEXT,
        minLetters: FEWEST_LETTERS,
      }),
    ],
    preview: (answers) => [
      phrase('act.split.preview', {
        number: report.number,
        type: phrase(`type.${choiceIn(answers, 'type')}`),
      }),
      phrase('said', { text: textIn(answers, 'text') }),
    ],
  }),
  perform(on, answers) {
    const { rules, report, actor, now } = on;
    const type = [...rules.types.values()].find(({ id }) => id === choiceIn(answers, 'type'));
    if (!type) throw new Error('a form is checked before it is performed');
    const filing = partOf(on, type, textIn(answers, 'text'));
    return ok({
      events: [{ kind: 'split', actor: actor.person, at: now, facts: { type: type.id }, content: null }],
      errands: [
        {
          kind: 'file',
          filing,
          office: report.office,
          told: (filed) => splitNews(report, filed),
          part: true,
        },
      ],
    });
  },
};

function partOf({ rules, report, today }: ActContext, { id, ...type }: ReportType, text: string): Filing {
  const { urgent, drill, answers } = report.filing;
  const fields = new Set(typeOf(rules, id).fields.map((field) => field.id));
  const when = answers['found_at'] ?? answers['received_at'] ?? { kind: 'date' as const, date: today };
  const known = {
    [type.gistField]: { kind: 'text' as const, text },
    found_by: { kind: 'unit' as const, unit: report.office },
    found_at: when,
    received_at: when,
  };
  return {
    type: id,
    subtype: type.defaultSubtype,
    formVersion: type.formVersion,
    text,
    answers: Object.fromEntries(Object.entries(known).filter(([field]) => fields.has(field))),
    cues: [],
    suspicions: [],
    urgent,
    drill,
    evidence: [],
  };
}

function splitNews(report: Report, filed: Report) {
  const head = phrase('split.told', { number: report.number, filed: filed.number });
  const buttons = [report, filed].map(statusButton);
  return notice([head, phrase('done.holder', { unit: { unit: filed.primary } })], buttons);
}
