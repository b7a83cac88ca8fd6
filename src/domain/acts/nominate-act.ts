import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { fiscalYear } from '../report-number.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { LONGEST_TEXT, textInput } from './act-inputs.ts';
import { saysNothing } from './field-error.ts';

/** コンテストに推薦: what was put into practice, once in a fiscal year [D2]. */
export const nominate: Act = {
  id: 'nominate',
  right: 'decide',
  label: phrase('act.nominate.label'),
  doneBy: { nominated: 'nominate' },
  possible: (_, report) => report.type === 'proposal' && isPractised(report),
  allowed: ({ report, today }) => !isNominated(report, fiscalYear(today)),
  form: ({ report, today }) => ({
    title: phrase('act.nominate.title', { number: report.number, year: String(fiscalYear(today)) }),
    lines: [phrase('act.nominate.lines')],
    inputs: [textInput({ id: 'reason', label: phrase('act.nominate.reason'), maxLength: LONGEST_TEXT })],
    preview: null,
  }),
  perform: ({ rules, actor, now, today }, answers) => {
    const reason = textIn(answers, 'reason');
    const facts = { year: fiscalYear(today) };
    return (
      saysNothing(rules, 'reason', reason) ??
      ok({ events: [{ kind: 'nominated', actor: actor.person, at: now, facts, content: noteOf(reason) }] })
    );
  },
};

function isPractised({ steps }: Report): boolean {
  return steps.some(({ kind }) => kind === 'implemented');
}

function isNominated({ steps }: Report, year: number): boolean {
  return steps.some(({ kind, facts }) => kind === 'nominated' && facts['year'] === year);
}
