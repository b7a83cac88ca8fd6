import { causeMissing } from '../cause.ts';
import { phrase } from '../phrase.ts';
import { assessAgain } from '../assess-again.ts';
import { typeOf } from '../assessment.ts';
import type { Answers } from '../answers.ts';
import type { Field } from '../field.ts';
import type { NewEvent } from '../ledger.ts';
import { rerouted } from '../reroute.ts';
import { ok } from '../result.ts';
import { contentWith, newAnswers } from '../settled-answers.ts';
import type { Act, ActContext, ActInput } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';
import { faulty } from './field-error.ts';

/** 続報を書く: what has become known since the first report, as far as it is known. */
export const followUpReport: Act = {
  ...laterReport('follow_up_report', 'follow_up'),
  label: phrase('act.follow_up_report.label'),
};

/** 最終報: cause, prevention and use elsewhere, once both sides have signed the cause. */
export const finalReport: Act = {
  ...laterReport('final_report', 'final'),
  label: phrase('act.final_report.label'),
  refusal: ({ rules, report }) => {
    const missing = causeMissing(rules, report);
    return missing.length > 0 ? { kind: 'not_ready', missing } : null;
  },
};

function laterReport(
  id: 'follow_up_report' | 'final_report',
  screen: 'follow_up' | 'final',
): Omit<Act, 'label' | 'refusal'> {
  const fieldsOf = ({ rules, report }: ActContext): Field[] =>
    typeOf(rules, report.type).fields.filter((field) => field.screen === screen);
  return {
    ...alongWorkflow(id),
    doneBy: { updated: id },
    form: (on) => ({
      title: phrase(`act.${id}.title`, { number: on.report.number }),
      lines: [phrase('act.report_on.lines')],
      inputs: [
        ...fieldsOf(on).map((field) => inputOf(on, field)),
        textInput({ id: NOTE, label: phrase('act.report_on.note'), required: false }),
      ],
      preview: null,
    }),
    perform: (on, filled) => {
      const answers = newAnswers(fieldsOf(on), on.report.filing.answers, filled);
      const note = textIn(filled, NOTE);
      if (Object.keys(answers).length === 0 && note === '') return faulty(NOTE, phrase('err.nothing_new'));
      return ok({ events: eventsOf(on, id, answers, note) });
    },
  };
}

/** Beside the fields of the type, so that its id is none of theirs. */
const NOTE = 'report_note';

function inputOf({ report }: ActContext, field: Field): ActInput {
  const key = `field.${report.type}.${field.id}`;
  return {
    id: field.id,
    kind: field.kind,
    label: phrase(`${key}.label`),
    hint: phrase(`${key}.hint`),
    screen: 'first',
    required: false,
    allowUnknown: field.allowUnknown,
    options: field.options.map((option) => ({ ...option, label: phrase(`${key}.option.${option.id}`) })),
    maxLength: field.maxLength,
    value: report.filing.answers[field.id] ?? null,
    typed: null,
    error: null,
    allowFuture: field.allowFuture,
  };
}

/** What is known now may be graver, concern other units, and bring in the unit that caused it. */
function eventsOf(
  on: ActContext,
  id: 'follow_up_report' | 'final_report',
  answers: Answers,
  note: string,
): NewEvent[] {
  const { rules, report, actor, now, today } = on;
  const by = { actor: actor.person, at: now };
  const { level, route } = assessAgain(rules, report, answers, { today });
  const facts = { state: stateAfter(on, id), fields: Object.keys(answers), level };
  const causing = answers['causing_unit'];
  const copies = [...route.copies, ...(causing?.kind === 'unit' ? [causing.unit] : [])];
  return [
    { ...by, kind: 'updated', facts, content: contentWith(note, answers) },
    ...rerouted(report, { ...route, copies }, by),
  ];
}
