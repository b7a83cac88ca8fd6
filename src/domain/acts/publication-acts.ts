import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, dayIn, textIn } from './act-answers.ts';
import { choiceInput, doneOnInput, textInput } from './act-inputs.ts';
import { alongWorkflow, moveCalled, outcomesOf, stateAfter } from './along-workflow.ts';
import { faulty, saysNothing } from './field-error.ts';

/** 公表の判定: 公表, 非公表 or 個別公表, with the reason; the default is to publish (routing.md, rule 6). */
export const decidePublication: Act = {
  ...alongWorkflow('decide_publication'),
  label: phrase('act.decide_publication.label'),
  doneBy: { publication_decided: 'decide_publication' },
  form: (on) => ({
    title: phrase('act.decide_publication.title', { number: on.report.number }),
    lines: [phrase('act.decide_publication.lines')],
    inputs: [
      choiceInput({
        id: 'decision',
        label: phrase('act.decide_publication.decision'),
        choices: outcomesOf(on, 'decide_publication'),
      }),
      textInput({ id: 'reason', label: phrase('act.decide.reason') }),
    ],
    preview: 'news',
  }),
  perform: (on, answers) => {
    const { rules, actor, now } = on;
    const move = moveCalled(on, 'decide_publication', choiceIn(answers, 'decision'));
    if (!move) return faulty('decision', phrase('err.choose'));
    const reason = textIn(answers, 'reason');
    const facts = { decision: move.outcome, outcome: move.outcome, state: move.to };
    const content = noteOf(reason);
    return (
      saysNothing(rules, 'reason', reason) ??
      ok({ events: [{ kind: 'publication_decided', actor: actor.person, at: now, facts, content }] })
    );
  },
};

const publishing = alongWorkflow('publish');

/** 公表した: on which day. */
export const publish: Act = {
  ...publishing,
  label: phrase('act.publish.label'),
  doneBy: { updated: 'publish' },
  possible: (rules, report) => publishing.possible(rules, report) && lastDecision(report) !== 'withhold',
  form: ({ report, today }) => ({
    title: phrase('act.publish.title', { number: report.number }),
    lines: [phrase('update.shown')],
    inputs: [
      doneOnInput(phrase('act.publish.on'), today),
      textInput({ id: 'note', label: phrase('update.note') }),
    ],
    preview: 'news',
  }),
  perform: (on, answers) => {
    const { actor, now } = on;
    const facts = { state: stateAfter(on, 'publish'), on: dayIn(answers, 'on') };
    const content = noteOf(textIn(answers, 'note'));
    return ok({ events: [{ kind: 'updated', actor: actor.person, at: now, facts, content }] });
  },
};

function lastDecision({ steps }: ActContext['report']): unknown {
  return steps.findLast(({ kind }) => kind === 'publication_decided')?.facts['decision'] ?? null;
}
