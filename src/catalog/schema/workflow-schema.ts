import { z } from 'zod';
import { ROLES } from '../../domain/organization.ts';
import {
  ASKED,
  PHASES,
  TRANSITION_ACTIONS,
  type Phase,
  type Transition,
  type Workflow,
} from '../../domain/workflow.ts';
import { idSchema } from './basic-schema.ts';

/** As `to`: the step leaves each state as it is, e.g. when somebody else takes a matter over. */
const SAME = 'same';

/** As `from`: every state in which nothing is decided yet. */
const UNDECIDED = 'undecided';

const SETTLED: ReadonlySet<Phase> = new Set(['decided', 'closed']);

const transitionSchema = z.strictObject({
  action: z.enum(TRANSITION_ACTIONS),
  from: z.union([z.literal(UNDECIDED), z.array(idSchema).min(1)]),
  to: idSchema,
  by: z.array(z.enum(ROLES)).min(1),
  outcome: idSchema.optional(),
  asks: z.array(z.enum(ASKED)).default([]),
  copies: z.array(idSchema).default([]),
});

export type TransitionRow = z.infer<typeof transitionSchema> & { from: readonly string[] };

/** The rows are kept besides, because a mistake is named where it was written. */
export const workflowSchema = z
  .strictObject({
    initial: idSchema,
    states: z.record(idSchema, z.enum(PHASES)),
    transitions: z.array(transitionSchema).min(1),
  })
  .transform(({ initial, states, transitions }): Workflow & { rows: TransitionRow[] } => {
    const undecided = Object.keys(states).filter((id) => !SETTLED.has(states[id] ?? 'new'));
    const rows = transitions.map((row) => ({ ...row, from: row.from === UNDECIDED ? undecided : row.from }));
    return {
      initial,
      states: Object.entries(states).map(([id, phase]) => ({ id, phase })),
      transitions: rows.flatMap(spread),
      rows,
    };
  });

function spread(row: TransitionRow): Transition[] {
  const moves = row.to === SAME ? row.from.map((state) => ({ ...row, from: [state], to: state })) : [row];
  return moves.map((move) => ({ ...move, outcome: row.outcome ?? move.to }));
}
