import { typeOf, type Rules } from '../assessment.ts';
import { noteOf } from '../note.ts';
import { isOpen } from '../outlook.ts';
import { phrase } from '../phrase.ts';
import type { NewEvent } from '../ledger.ts';
import type { Report } from '../report.ts';
import { receiptView } from '../reporter-view.ts';
import { ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { textIn } from './act-answers.ts';
import { reasonInput } from './act-inputs.ts';

const OF_A_DRILL: Pick<Act, 'right' | 'doneBy' | 'possible' | 'allowed'> = {
  right: 'update',
  doneBy: { completed: 'close' },
  possible: (rules, report) => report.filing.drill && isOpen(rules, report),
  allowed: () => true,
};

/**
 * 本番として報告: what was taken for a drill has happened. A report of its own, with a number, clocks and statistics of its
 * own, goes where the rules send it and is announced there; the drill ends and names it.
 */
export const makeReal: Act = {
  ...OF_A_DRILL,
  id: 'make_real',
  label: phrase('act.make_real'),
  form: ({ report }) => ({
    title: phrase('act.make_real.title', { number: report.number }),
    lines: [phrase('act.make_real.lines')],
    inputs: [reasonInput(phrase('act.make_real.reason_hint'))],
    preview: (answers) => [
      phrase('act.make_real.preview', { number: report.number }),
      phrase('act.reason.said', { text: textIn(answers, 'reason') }),
      phrase('act.reason.reporter'),
    ],
  }),
  perform: (on, answers) =>
    ok({
      events: [ended(on, noteOf(textIn(answers, 'reason')))],
      errands: [
        {
          kind: 'file',
          filing: { ...on.report.filing, drill: false },
          office: on.report.office,
          told: (filed) => receiptView(on.rules, [{ ...filed, links: [] }], on.rules.calendar),
          real: true,
        },
      ],
    }),
};

/** 訓練を終える: at once, whatever the checklists of a real event ask for. */
export const endDrill: Act = {
  ...OF_A_DRILL,
  id: 'end_drill',
  label: phrase('act.end_drill'),
  form: null,
  perform: (on) => ok({ events: [ended(on, null)] }),
};

function ended({ rules, report, actor, now }: ActContext, content: string | null): NewEvent {
  const facts = { state: closedState(rules, report) };
  return { kind: 'completed', actor: actor.person, at: now, facts, content };
}

function closedState(rules: Rules, report: Report): string {
  const closed = typeOf(rules, report.type).workflow.states.find(({ phase }) => phase === 'closed');
  return closed?.id ?? report.state;
}
