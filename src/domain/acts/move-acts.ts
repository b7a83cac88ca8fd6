import { typeOf } from '../assessment.ts';
import type { EventKind } from '../ledger.ts';
import { movesFor } from '../moves.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import { targets, type Transition } from '../workflow.ts';
import type { Act } from './act.ts';

/** 受付確認 and 担当になる act at once, and the second presser is told who was first. */
export const acknowledge = moveAct('acknowledge', 'acknowledged', phrase('btn.ack'), {
  acknowledged: 'acknowledge',
  taken: 'take',
  updated: 'update',
});

export const take: Act = {
  ...moveAct('take', 'taken', phrase('btn.take'), { taken: 'take' }),
  possible: (rules, report) =>
    report.holder === null && targets(typeOf(rules, report.type).workflow, report.state, 'take').length > 0,
};

function moveAct(
  id: Transition['action'] & ('acknowledge' | 'take'),
  kind: EventKind,
  label: Phrase,
  doneBy: Act['doneBy'],
): Act {
  return {
    id,
    right: id,
    label,
    doneBy,
    form: null,
    possible: (rules, report) => targets(typeOf(rules, report.type).workflow, report.state, id).length > 0,
    allowed: ({ rules, actor, report }) => movesFor(rules, actor, report, id).length > 0,
    perform: ({ rules, actor, report, now }) => {
      const state = movesFor(rules, actor, report, id)[0]?.to ?? report.state;
      // Taken in another's place it is theirs, and they find it with them when they are back.
      const facts = { state, ...(kind === 'taken' && actor.for !== undefined && { holder: actor.for }) };
      return ok({ events: [{ kind, actor: actor.person, at: now, facts, content: null }] });
    },
  };
}
