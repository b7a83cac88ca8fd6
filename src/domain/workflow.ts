/** What a state means to somebody who does not know the type's own steps. */
export const PHASES = ['new', 'acknowledged', 'in_progress', 'decided', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

export interface WorkflowState {
  id: string;
  phase: Phase;
}

/** What moves a report along: the acts of acts/ that have a state to lead to. */
export const TRANSITION_ACTIONS = [
  'acknowledge',
  'take',
  'update',
  'comment_as_owner',
  'decide',
  'implement',
  'check_effect',
  'send_back',
  'withdraw',
  'merge',
  'answer',
  'close',
  'reopen',
  'follow_up_report',
  'final_report',
  'approve_final',
  'decide_publication',
  'publish',
  'follow_up',
  'assess',
] as const;
export type TransitionAction = (typeof TRANSITION_ACTIONS)[number];

/**
 * Those that leave the path from a report's beginning to its end: send_back waits for the reporter, merge goes on in
 * another report. withdraw says who can make a withdrawal hold; anybody else asks them for it.
 */
export const SIDE_ACTIONS: ReadonlySet<TransitionAction> = new Set(['send_back', 'withdraw', 'merge']);

/** What has to be said with a decision: why; when it will be done; which report was first. */
export const ASKED = ['reason', 'due', 'first'] as const;
export type Asked = (typeof ASKED)[number];

/** `by` names standings towards the report (permission.ts), e.g. `primary`, `primary_head`. */
export interface Transition {
  from: readonly string[];
  to: string;
  /** acknowledge and take act at once; the others open a form. */
  action: TransitionAction;
  by: readonly string[];
  /** What was decided, where it is more than the state: the state's own id otherwise. */
  outcome: string;
  asks: readonly Asked[];
  /** Units that get a copy with it, because what comes next is theirs to do. */
  copies: readonly string[];
}

export interface Workflow {
  initial: string;
  states: readonly WorkflowState[];
  transitions: readonly Transition[];
}

/** Where an action leads from a state: several targets where somebody decides, none when it does not apply. */
export function targets(workflow: Workflow, state: string, action: Transition['action']): Transition[] {
  return workflow.transitions.filter((one) => one.action === action && one.from.includes(state));
}

export function phaseOf(workflow: Workflow, state: string): Phase {
  return workflow.states.find((one) => one.id === state)?.phase ?? 'new';
}
