import { mayBeBreach, noticesOwed, type Notice } from '../breach.ts';
import { noteOf } from '../note.ts';
import { isOpen } from '../outlook.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { choiceIn, dayIn, textIn } from './act-answers.ts';
import { choiceInput, doneOnInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { saysNothing } from './field-error.ts';

const YES_NO = ['yes', 'no'] as const;

/** 漏えいの判断: whether the privacy commission has to be told, and whether somebody meant it; can be judged anew. */
export const judgeBreach: Act = {
  id: 'judge_breach',
  right: 'judge_breach',
  label: phrase('act.judge_breach.label'),
  doneBy: { breach_judged: 'judge_breach' },
  possible: (rules, report) => isOpen(rules, report) && mayBeBreach(report),
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.judge_breach.title', { number: report.number }),
    lines: [phrase('act.judge_breach.lines')],
    inputs: [
      choiceInput({
        id: 'reportable',
        label: phrase('act.judge_breach.reportable'),
        choices: YES_NO.map((id) => ({ id, label: phrase(`act.judge_breach.reportable.${id}`) })),
      }),
      choiceInput({
        id: 'malicious',
        label: phrase('act.judge_breach.malicious'),
        choices: YES_NO.map((id) => ({ id, label: phrase(`act.judge_breach.malicious.${id}`) })),
      }),
      textInput({ id: 'reason', label: phrase('act.decide.reason'), maxLength: LONGEST_TEXT }),
    ],
    preview: null,
  }),
  perform: ({ rules, actor, now }, answers) => {
    const reason = textIn(answers, 'reason');
    const facts = {
      reportable: choiceIn(answers, 'reportable') === 'yes',
      malicious: choiceIn(answers, 'malicious') === 'yes',
    };
    const content = noteOf(reason);
    return (
      saysNothing(rules, 'reason', reason) ??
      ok({ events: [{ kind: 'breach_judged', actor: actor.person, at: now, facts, content }] })
    );
  },
};

/** 委員会への報告: the preliminary or the final notice, and the day on which it was given. */
export const notifyBreach: Act = {
  id: 'notify_breach',
  right: 'judge_breach',
  label: phrase('act.notify_breach.label'),
  doneBy: { breach_notified: 'notify_breach' },
  possible: (_, report) => noticesOwed(report).length > 0,
  allowed: () => true,
  form: ({ report, today }) => ({
    title: phrase('act.notify_breach.title', { number: report.number }),
    lines: [],
    inputs: [
      choiceInput({
        id: 'stage',
        label: phrase('act.notify_breach.stage'),
        choices: noticesOwed(report).map((id: Notice) => ({ id, label: phrase(`breach.notice.${id}`) })),
      }),
      doneOnInput(phrase('act.notify_breach.on'), today),
      textInput({
        id: 'note',
        label: phrase('act.notify_breach.note'),
        maxLength: LONGEST_TEXT,
        required: false,
      }),
    ],
    preview: null,
  }),
  perform: ({ actor, now }, answers) => {
    const facts = { stage: choiceIn(answers, 'stage'), on: dayIn(answers, 'on') };
    const note = textIn(answers, 'note');
    const content = note === '' ? null : noteOf(note);
    return ok({ events: [{ kind: 'breach_notified', actor: actor.person, at: now, facts, content }] });
  },
};
