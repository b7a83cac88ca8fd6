import type { EventKind } from '../ledger.ts';
import { movesFrom } from '../moves.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';

/** 受付確認 and 担当になる act at once, and the second presser is told who was first. */
export const acknowledge = moveAct('acknowledge', 'acknowledged', phrase('btn.ack'), {
  acknowledged: 'acknowledge',
  taken: 'take',
  updated: 'update',
});

export const take: Act = {
  ...moveAct('take', 'taken', phrase('btn.take'), { taken: 'take' }),
  possible: (rules, report) => report.holder === null && movesFrom(rules, report, 'take').length > 0,
};

function moveAct(id: 'acknowledge' | 'take', kind: EventKind, label: Phrase, doneBy: Act['doneBy']): Act {
  return {
    ...alongWorkflow(id),
    label,
    doneBy,
    form: null,
    perform: (on) => {
      const { actor, now } = on;
      // Taken in another's place it is theirs, and they find it with them when they are back.
      const theirs = kind === 'taken' && actor.for !== undefined && { holder: actor.for };
      const facts = { state: stateAfter(on, id), ...theirs };
      return ok({ events: [{ kind, actor: actor.person, at: now, facts, content: null }] });
    },
  };
}
