import { movesFor, movesFrom, RIGHT_TO } from '../moves.ts';
import type { Transition, TransitionAction } from '../workflow.ts';
import type { Act, ActContext } from './act.ts';

/** What every act has in common that leads along the type's own workflow: that says where, and who. */
export function alongWorkflow<Id extends TransitionAction>(
  id: Id,
): Pick<Act, 'right' | 'possible' | 'allowed'> & { id: Id } {
  return {
    id,
    right: RIGHT_TO[id],
    possible: (rules, report) => movesFrom(rules, report, id).length > 0,
    allowed: (on) => movesOf(on, id).length > 0,
  };
}

/** The moves that the actor can make here. */
export function movesOf({ rules, actor, report }: ActContext, id: TransitionAction): Transition[] {
  return movesFor(rules, actor, report, id);
}

/** The move with this outcome, among those that the actor can make here. */
export function moveCalled(on: ActContext, id: TransitionAction, outcome: string): Transition | undefined {
  return movesOf(on, id).find((move) => move.outcome === outcome);
}

/** The state that the act leads to: the one that the report is in, where it moves nothing. */
export function stateAfter(on: ActContext, id: TransitionAction): string {
  return movesOf(on, id)[0]?.to ?? on.report.state;
}
