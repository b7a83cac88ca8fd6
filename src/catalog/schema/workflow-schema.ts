import { z } from 'zod';
import { ROLES } from '../../domain/organization.ts';
import { ASKED, PHASES, TRANSITION_ACTIONS, type Transition, type Workflow } from '../../domain/workflow.ts';
import { idSchema } from './basic-schema.ts';

/** As `to`: the step leaves each state as it is, e.g. when somebody else takes a matter over. */
const SAME = 'same';

const transitionSchema = z.strictObject({
  action: z.enum(TRANSITION_ACTIONS),
  from: z.array(idSchema).min(1),
  to: idSchema,
  by: z.array(z.enum(ROLES)).min(1),
  outcome: idSchema.optional(),
  asks: z.array(z.enum(ASKED)).default([]),
});

export type TransitionRow = z.infer<typeof transitionSchema>;

/** The rows are kept besides, because a mistake is named where it was written. */
export const workflowSchema = z
  .strictObject({
    initial: idSchema,
    states: z.record(idSchema, z.enum(PHASES)),
    transitions: z.array(transitionSchema).min(1),
  })
  .transform(({ initial, states, transitions }): Workflow & { rows: TransitionRow[] } => ({
    initial,
    states: Object.entries(states).map(([id, phase]) => ({ id, phase })),
    transitions: transitions.flatMap(spread),
    rows: transitions,
  }));

function spread(row: TransitionRow): Transition[] {
  const moves = row.to === SAME ? row.from.map((state) => ({ ...row, from: [state], to: state })) : [row];
  return moves.map((move) => ({ ...move, outcome: row.outcome ?? move.to }));
}
