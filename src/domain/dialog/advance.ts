import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import { line } from '../view.ts';
import type { Conversation, Draft } from './conversation.ts';
import type { DialogEvent } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { answersCarriedOver } from './drafts.ts';
import { ask, begin } from './matter.ts';
import { onPress } from './pressed.ts';
import { onSaid } from './said.ts';
import { stoppedView } from './stopped-view.ts';
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
      return onSubmitted(rules, state, event.values);
    case 'stopped': {
      const step = { kind: 'stopped' as const, alsoIncident: event.alsoIncident };
      const next = moveTo(state, step, []);
      return outcome(next, say(stoppedView(rules, event, next.turn)));
    }
  }
}

/** A form that changed under an open conversation: answers stay where their fields still exist. */
function withPresentForms(
  rules: DialogRules,
  state: Conversation,
): { state: Conversation; changed: boolean } {
  const changed = state.drafts.some((draft) => typeOf(rules, draft.type).formVersion !== draft.formVersion);
  if (!changed) return { state, changed };
  const drafts = state.drafts.map((draft) => carriedOver(rules, draft));
  const inForm =
    state.step.kind === 'asking' || state.step.kind === 'reviewing' || state.step.kind === 'choosing_field';
  return {
    state: { ...state, drafts, past: [], step: inForm ? nextStep(rules, drafts) : state.step },
    changed,
  };
}

function carriedOver(rules: DialogRules, draft: Draft): Draft {
  const type = typeOf(rules, draft.type);
  return { ...draft, formVersion: type.formVersion, answers: answersCarriedOver(type, draft.answers) };
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
