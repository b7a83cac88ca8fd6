import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import type { Press } from '../view.ts';
import type { Conversation, Draft, Step } from './conversation.ts';
import { NOTHING_SETTLED } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { withMoreText, withUnknowns } from './drafts.ts';
import { formFields } from './form.ts';
import { ask, START_BUTTONS } from './matter.ts';
import { leftLines } from './opening.ts';
import { splitValue } from './press-value.ts';
import { notice } from './question-view.ts';
import { seenByView } from './summary-view.ts';
import { moveTo, nextStep, outcome, say, settle, type Outcome } from './turn.ts';

export function editField(rules: DialogRules, state: Conversation, press: Press): Outcome | null {
  const [position, field] = splitValue(press.value);
  const index = state.drafts.findIndex((_draft, at) => String(at) === position);
  const draft = state.drafts[index];
  if (!draft || !formFields(rules, draft).some(({ id }) => id === field)) return null;
  return ask(rules, moveTo(state, { kind: 'asking', draft: index, field }));
}

export function seenBy(rules: DialogRules, state: Conversation): Outcome | null {
  if (state.drafts.length === 0) return null;
  const again = ask(rules, state);
  return outcome(again.state, say(seenByView(rules, state.drafts)), ...again.effects);
}

/** Nothing is sent while a mandatory question is open: it is asked instead. Nor is what the person called another type. */
export function send(rules: DialogRules, state: Conversation): Outcome | null {
  if (state.drafts.length === 0 || state.step.kind === 'choosing_type') return null;
  const next = nextStep(rules, state.drafts);
  if (next.kind !== 'reviewing') return goOnWith(rules, state, state.drafts, next);
  return withPending(outcome(settle(state), { kind: 'file', drafts: state.drafts }), state);
}

/** A draft left for a while is taken up with what was written meanwhile. */
function goOnWith(rules: DialogRules, state: Conversation, drafts: readonly Draft[], next: Step): Outcome {
  const resumed = state.step.kind === 'resuming' ? takenUp(rules, drafts, state.step.pending) : drafts;
  return ask(rules, moveTo(state, next, resumed), next.kind === 'asking' ? leftLines(rules, resumed) : []);
}

/** 「今のまま送る」: what may be unknown becomes so; a question that must be answered is asked all the same. */
export function sendAsIs(rules: DialogRules, state: Conversation): Outcome | null {
  return send(rules, {
    ...state,
    drafts: state.drafts.map((draft) => withUnknowns(typeOf(rules, draft.type), draft)),
  });
}

export function discard(state: Conversation): Outcome | null {
  if (state.step.kind === 'idle') return null;
  const discarded = notice([phrase('draft.discarded')], START_BUTTONS);
  return withPending(outcome(settle(state), say(discarded)), state);
}

/** What was written while the draft stood open is taken up once the draft is out of the way. */
function withPending(done: Outcome, before: Conversation): Outcome {
  const pending = before.step.kind === 'resuming' ? before.step.pending : null;
  if (pending === null) return done;
  return outcome(done.state, ...done.effects, { kind: 'consider', text: pending, settled: NOTHING_SETTLED });
}

export function resume(rules: DialogRules, state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind === 'idle') return null;
  return step.kind === 'resuming' ? goOnWith(rules, state, state.drafts, step.step) : ask(rules, state);
}

export function takenUp(rules: DialogRules, drafts: readonly Draft[], pending: string | null): Draft[] {
  return drafts.map((draft, index) =>
    index === 0 && pending !== null
      ? withMoreText(typeOf(rules, draft.type), draft, pending, rules.now)
      : { ...draft, touchedAt: rules.now },
  );
}
