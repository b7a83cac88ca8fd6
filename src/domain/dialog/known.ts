import type { Conversation } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { ask } from './matter.ts';
import { openingLines } from './opening.ts';
import { moveTo, nextStep, outcome, settle, type Outcome } from './turn.ts';

/** 私の所も同じです: one tap, and nothing more is asked. Other matters of the same message go on. */
export function joinKnown(rules: DialogRules, state: Conversation): Outcome | null {
  const { step } = state;
  const draft = step.kind === 'known_already' ? state.drafts[step.draft] : undefined;
  if (!draft?.known) return null;
  const join = { kind: 'join' as const, report: draft.known.number, draft };
  const others = state.drafts.filter((one) => one !== draft);
  if (others.length === 0) return outcome(settle(state), join);
  // Not a step to go back to: what was joined is joined.
  const next = { ...moveTo(state, nextStep(rules, others), others), past: [] };
  const asked = ask(rules, next);
  return outcome(asked.state, join, ...asked.effects);
}

/** 別の内容です: a report like any other. */
export function otherThanKnown(rules: DialogRules, state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind !== 'known_already') return null;
  const drafts = state.drafts.map((draft, index) => {
    const { known: _known, ...other } = draft;
    return index === step.draft ? other : draft;
  });
  return ask(rules, moveTo(state, nextStep(rules, drafts), drafts), openingLines(rules, drafts));
}
