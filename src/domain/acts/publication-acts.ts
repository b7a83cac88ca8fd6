import { movesFor, movesFrom, RIGHT_TO } from '../moves.ts';
import { noteOf } from '../note.ts';
import { outcomePhrase } from '../outcome.ts';
import { phrase } from '../phrase.ts';
import { reasonFlaw } from '../reason.ts';
import { ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, dayIn, textIn } from './act-answers.ts';
import { choiceInput, dayInput, textInput } from './act-inputs.ts';
import { faulty, fieldError, refused } from './field-error.ts';

/** 公表の判定: 公表, 非公表 or 個別公表, with the reason; the default is to publish (routing.md, rule 6). */
export const decidePublication: Act = {
  id: 'decide_publication',
  right: RIGHT_TO.decide_publication,
  label: phrase('act.decide_publication.label'),
  doneBy: { publication_decided: 'decide_publication' },
  possible: (rules, report) => movesFrom(rules, report, 'decide_publication').length > 0,
  allowed: (on) => movesOf(on).length > 0,
  form: (on) => ({
    title: phrase('act.decide_publication.title', { number: on.report.number }),
    lines: [phrase('act.decide_publication.lines')],
    inputs: [
      choiceInput({
        id: 'decision',
        label: phrase('act.decide_publication.decision'),
        choices: movesOf(on).map((move) => ({ id: move.outcome, label: outcomePhrase(on.report, move) })),
      }),
      textInput({ id: 'reason', label: phrase('act.decide.reason') }),
    ],
    preview: 'news',
  }),
  perform: (on, answers) => {
    const { rules, actor, now } = on;
    const move = movesOf(on).find(({ outcome }) => outcome === choiceIn(answers, 'decision'));
    if (!move) return faulty('decision', phrase('err.choose'));
    const reason = textIn(answers, 'reason');
    const flaw = reasonFlaw(reason, { recent: [], hollow: rules.hollowPhrases });
    const facts = { decision: move.outcome, outcome: move.outcome, state: move.to };
    const content = noteOf(reason);
    return (
      refused(fieldError('reason', flaw)) ??
      ok({ events: [{ kind: 'publication_decided', actor: actor.person, at: now, facts, content }] })
    );
  },
};

/** 公表した: on which day. */
export const publish: Act = {
  id: 'publish',
  right: RIGHT_TO.publish,
  label: phrase('act.publish.label'),
  doneBy: { updated: 'publish' },
  possible: (rules, report) =>
    movesFrom(rules, report, 'publish').length > 0 && lastDecision(report) !== 'withhold',
  allowed: ({ rules, actor, report }) => movesFor(rules, actor, report, 'publish').length > 0,
  form: ({ report, today }) => ({
    title: phrase('act.publish.title', { number: report.number }),
    lines: [phrase('update.preview')],
    inputs: [
      dayInput({
        id: 'on',
        label: phrase('act.publish.on'),
        allowFuture: false,
        value: { kind: 'date', date: today },
      }),
      textInput({ id: 'note', label: phrase('update.note') }),
    ],
    preview: 'news',
  }),
  perform: ({ rules, actor, report, now }, answers) => {
    const state = movesFor(rules, actor, report, 'publish')[0]?.to ?? report.state;
    const facts = { state, on: dayIn(answers, 'on') };
    const content = noteOf(textIn(answers, 'note'));
    return ok({ events: [{ kind: 'updated', actor: actor.person, at: now, facts, content }] });
  },
};

function movesOf({ rules, actor, report }: ActContext) {
  return movesFor(rules, actor, report, 'decide_publication');
}

function lastDecision({ steps }: ActContext['report']): unknown {
  return steps.findLast(({ kind }) => kind === 'publication_decided')?.facts['decision'] ?? null;
}
