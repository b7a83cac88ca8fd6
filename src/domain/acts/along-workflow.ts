import { movesFor, movesFrom, RIGHT_TO } from '../moves.ts';
import { outcomePhrase } from '../outcome.ts';
import type { Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
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

/** What the actor can decide here, as the choices of an input. */
export function outcomesOf(on: ActContext, id: TransitionAction): { id: string; label: Phrase }[] {
  return movesOf(on, id).map((move) => ({ id: move.outcome, label: outcomePhrase(on.report, move) }));
}

/** The move with this outcome, among those that the actor can make here. */
export function moveCalled(on: ActContext, id: TransitionAction, outcome: string): Transition | undefined {
  return movesOf(on, id).find((move) => move.outcome === outcome);
}

/** The state that the act leads to: the one that the report is in, where it moves nothing. */
export function stateAfter(on: ActContext, id: TransitionAction): string {
  return movesOf(on, id)[0]?.to ?? on.report.state;
}

/** As a fact of the step: who has a copy from then on, because what comes next is theirs to do; nothing when nobody new. */
export function copiesWith(
  { primary, copies }: Pick<Report, 'primary' | 'copies'>,
  move: Pick<Transition, 'copies'> | undefined,
): { copies?: string[] } {
  const more = move?.copies.filter((unit) => unit !== primary && !copies.includes(unit)) ?? [];
  return more.length > 0 ? { copies: [...copies, ...more] } : {};
}
