/** What a state means to somebody who does not know the type's own steps. */
export const PHASES = ['new', 'acknowledged', 'in_progress', 'decided', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

export interface WorkflowState {
  id: string;
  phase: Phase;
}

/** `by` names standings towards the report (permission.ts), e.g. `primary`, `primary_head`. */
export interface Transition {
  from: readonly string[];
  to: string;
  /** acknowledge and take act at once; update opens a form and previews. */
  action: 'acknowledge' | 'take' | 'update';
  by: readonly string[];
}

export interface Workflow {
  initial: string;
  states: readonly WorkflowState[];
  transitions: readonly Transition[];
}

/** Where an action leads from a state; several targets for `update`, none when it does not apply. */
export function targets(workflow: Workflow, state: string, action: Transition['action']): Transition[] {
  return workflow.transitions.filter((one) => one.action === action && one.from.includes(state));
}

export function phaseOf(workflow: Workflow, state: string): Phase {
  return workflow.states.find((one) => one.id === state)?.phase ?? 'new';
}
