import type { Answers } from '../answers.ts';
import { deputyLines } from '../deputy-lines.ts';
import { officesConcerned, owesInspection } from '../inspection.ts';
import { noteOf } from '../note.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { statusButton } from '../report-buttons.ts';
import { ok } from '../result.ts';
import { subtypePhrase } from '../subtype-phrase.ts';
import { line } from '../view.ts';
import { headsTold, type Told } from '../who-is-told.ts';
import type { Act, ActContext, Errand } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { saysNothing } from './field-error.ts';

export const INSPECTION = ['called', 'not_called'] as const;

/** 総点検の判断: what went wrong in several offices may have gone wrong in others; those concerned learn that it is called. */
export const judgeInspection: Act = {
  id: 'judge_inspection',
  right: 'judge_inspection',
  label: phrase('act.judge_inspection.label'),
  doneBy: { inspection_judged: 'judge_inspection' },
  possible: owesInspection,
  allowed: () => true,
  form: ({ report }) => ({
    title: phrase('act.judge_inspection.title', { number: report.number }),
    lines: [phrase('act.judge_inspection.lines', officesIn(report))],
    inputs: [
      choiceInput({
        id: 'judged',
        label: phrase('act.judge_inspection.judged'),
        choices: INSPECTION.map((id) => ({ id, label: phrase(`inspection.${id}`) })),
      }),
      textInput({
        id: 'reason',
        label: phrase('act.decide.reason'),
        hint: phrase('act.judge_inspection.hint'),
        maxLength: LONGEST_TEXT,
      }),
    ],
    preview: (answers) => (isCalled(answers) ? toldPhrases(report, answers) : [phrase('inspection.untold')]),
  }),
  perform: (on, answers) => {
    const { rules, report, actor, now } = on;
    const reason = textIn(answers, 'reason');
    const facts = { called: isCalled(answers), offices: officesConcerned(report) };
    const content = noteOf(reason);
    return (
      saysNothing(rules, 'reason', reason) ??
      ok({
        events: [{ kind: 'inspection_judged', actor: actor.person, at: now, facts, content }],
        errands: isCalled(answers) ? tellHeads(on, answers) : [],
      })
    );
  },
};

/** How many offices it was reported from, and which, as a sentence names them. */
export function officesIn(report: Report) {
  const offices = officesConcerned(report);
  return { n: offices.length, offices: { list: offices.map((unit) => ({ unit })) } };
}

function isCalled(answers: Answers): boolean {
  return choiceIn(answers, 'judged') === 'called';
}

/** What it is and why: no word of any report, which not every head may read. */
function toldPhrases(report: Report, answers: Answers): Phrase[] {
  const { number, type, subtype, filing } = report;
  return [
    phrase('inspection.told', { number, subtype: subtypePhrase({ type, subtype, answers: filing.answers }) }),
    phrase('inspection.told.offices', officesIn(report)),
    phrase('act.reason.said', { text: textIn(answers, 'reason') }),
  ];
}

function tellHeads({ rules, report, today }: ActContext, answers: Answers): Errand[] {
  const [head, ...others] = toldPhrases(report, answers);
  if (!head) return [];
  const heads = officesConcerned(report).flatMap((office) => headsTold(rules.organization, office, today));
  const once = new Map<string, Told>(heads.map((told) => [told.person, told]));
  return [...once.values()].map((told) => ({
    kind: 'tell',
    person: told.person,
    key: `inspection:${report.head.seq}:${told.person}`,
    view: {
      kind: 'notice',
      lines: [line(head, 'strong'), ...others.map((one) => line(one)), ...deputyLines(told)],
      inputs: [],
      buttons: [statusButton(report)],
      fallback: phrase('inspection.fallback', { number: report.number }),
    },
  }));
}
