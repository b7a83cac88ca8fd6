import { SIDE_ACTIONS, type Workflow } from '../../domain/workflow.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import type { TransitionRow } from '../schema/workflow-schema.ts';
import type { Source } from '../source/source.ts';

/** Every named state exists, can be reached, and leads on until the matter is closed. */
export function checkWorkflow(
  source: Source,
  workflow: Workflow & { rows: readonly TransitionRow[] },
): CatalogueProblem[] {
  const unknown = unknownStates(source, workflow);
  return unknown.length > 0 ? unknown : [...unreachable(source, workflow), ...deadEnds(source, workflow)];
}

function unknownStates(
  source: Source,
  { initial, states, rows }: Workflow & { rows: readonly TransitionRow[] },
) {
  const named = [
    { state: initial, path: ['workflow', 'initial'] },
    ...rows.flatMap((row, index) => {
      const path = ['workflow', 'transitions', index];
      const from = row.from.map((state, at) => ({ state, path: [...path, 'from', at] }));
      return row.to === 'same' ? from : [...from, { state: row.to, path: [...path, 'to'] }];
    }),
  ];
  return named
    .filter(({ state }) => !states.some(({ id }) => id === state))
    .map(({ state, path }) => problemAt(source, path, 'unknown_state', { state }));
}

function unreachable(source: Source, workflow: Workflow): CatalogueProblem[] {
  const reached = new Set([workflow.initial]);
  // A set grows under its own iteration: what is added is visited in turn.
  for (const state of reached) {
    for (const { from, to } of workflow.transitions) if (from.includes(state)) reached.add(to);
  }
  return workflow.states
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => problemAt(source, ['workflow', 'states', id], 'unreachable_state', { state: id }));
}

function deadEnds(source: Source, workflow: Workflow): CatalogueProblem[] {
  // A withdrawal is possible from anywhere: it is no way on.
  const onward = workflow.transitions.filter(({ action }) => !SIDE_ACTIONS.has(action));
  const leadsOn = (id: string) => onward.some(({ from, to }) => from.includes(id) && to !== id);
  return workflow.states
    .filter(({ id, phase }) => phase !== 'closed' && !leadsOn(id))
    .map(({ id }) => problemAt(source, ['workflow', 'states', id], 'dead_end_state', { state: id }));
}
