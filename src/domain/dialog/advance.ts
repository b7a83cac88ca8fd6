import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import { line } from '../view.ts';
import type { Conversation, Draft, Step } from './conversation.ts';
import type { DialogEvent } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { carriedOver } from './drafts.ts';
import { ask, begin } from './matter.ts';
import { onPress } from './pressed.ts';
import { onSaid } from './said.ts';
import { onSubmitted } from './submitted.ts';
import { moveTo, nextStep, outcome, say, type Outcome } from './turn.ts';

/**
 * One step of a conversation: the same on every platform, pure, and total: whatever happens in whatever state, the
 * next state is valid and something is said.
 */
export function advance(rules: DialogRules, state: Conversation, event: DialogEvent): Outcome {
  const carried = withPresentForms(rules, state);
  const result = onEvent(rules, carried.state, event);
  return carried.changed ? announce(rules, result) : result;
}

function onEvent(rules: DialogRules, state: Conversation, event: DialogEvent): Outcome {
  switch (event.kind) {
    case 'said':
      return onSaid(rules, state, event);
    case 'split':
      return begin(rules, state, event.parts);
    case 'pressed':
      return onPress(rules, state, event.press);
    case 'submitted':
      return onSubmitted(rules, state, event.press, event.values);
    case 'stopped': {
      const { alsoIncident, harassment, inPublic } = event;
      // A report that was being written stays: only the new words are not kept.
      return ask(rules, moveTo(state, { kind: 'stopped', alsoIncident, harassment, inPublic }));
    }
  }
}

/** A form that changed under an open conversation: answers stay where their fields still exist. */
export function withPresentForms(
  rules: DialogRules,
  state: Conversation,
): { state: Conversation; changed: boolean } {
  const outdated = (drafts: readonly Draft[]) =>
    drafts.some((draft) => typeOf(rules, draft.type).formVersion !== draft.formVersion);
  const past = state.past.some((earlier) => outdated(earlier.drafts)) ? [] : state.past;
  if (!outdated(state.drafts)) return { state: { ...state, past }, changed: false };
  const drafts = state.drafts.map((draft) => carriedOver(rules, draft));
  return {
    state: { ...state, drafts, past, step: underPresentForm(rules, state.step, drafts) },
    changed: true,
  };
}

const IN_FORM: ReadonlySet<Step['kind']> = new Set([
  'known_already',
  'asking',
  'reviewing',
  'choosing_field',
]);

/** A question of the old form may be gone: the first one that the new form still asks takes its place. */
function underPresentForm(rules: DialogRules, step: Step, drafts: readonly Draft[]): Step {
  if (step.kind === 'resuming') return { ...step, step: underPresentForm(rules, step.step, drafts) };
  const inForm = IN_FORM.has(step.kind);
  return inForm ? nextStep(rules, drafts) : step;
}

function announce(rules: DialogRules, result: Outcome): Outcome {
  const changed = line(phrase('form.changed'));
  const [first, ...rest] = result.effects;
  if (first?.kind !== 'say') {
    const again = ask(rules, result.state, [changed]);
    return outcome(again.state, ...result.effects, ...again.effects);
  }
  return outcome(result.state, say({ ...first.view, lines: [changed, ...first.view.lines] }), ...rest);
}
