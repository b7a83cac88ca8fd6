import type { Answer } from '../answers.ts';
import { typeOf } from '../assessment.ts';
import { addDays } from '../business-time.ts';
import { fieldOf } from '../report-type.ts';
import type { Press } from '../view.ts';
import { take } from './asking.ts';
import type { Conversation, Step } from './conversation.ts';
import { NOTHING_SETTLED } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { ask } from './matter.ts';
import { isFileable } from './present.ts';
import { splitValue } from './press-value.ts';
import { isDate } from './question-view.ts';
import { moveTo, outcome, settle, type Outcome } from './turn.ts';

export function answer(rules: DialogRules, state: Conversation, press: Press): Outcome | null {
  const { step } = state;
  const [field, option] = splitValue(press.value);
  if (step.kind !== 'asking' || field !== step.field) return null;
  const value = optionAnswer(rules, state, step, option);
  return value && take(rules, state, step, value);
}

function optionAnswer(
  rules: DialogRules,
  state: Conversation,
  step: Extract<Step, { kind: 'asking' }>,
  option: string,
): Answer | null {
  const draft = state.drafts[step.draft];
  const field = draft && fieldOf(typeOf(rules, draft.type), step.field);
  if (!field) return null;
  if (option === 'unknown') return { kind: 'unknown' };
  if (isDate(field) && option === 'today') return { kind: 'date', date: rules.today };
  if (isDate(field) && option === 'yesterday') return { kind: 'date', date: addDays(rules.today, -1) };
  return field.options.find((one) => one.id === option)?.answer ?? null;
}

/** 「ちがう」: every type, with the same words. */
export function wrongType(rules: DialogRules, state: Conversation): Outcome | null {
  const [draft] = state.drafts;
  if (!draft) return null;
  const text = state.drafts.map((one) => one.text).join('\n');
  return ask(
    rules,
    moveTo(state, { kind: 'choosing_type', text, guesses: [], menu: true, drill: draft.drill }),
  );
}

export function chooseType(state: Conversation, press: Press): Outcome | null {
  const { step } = state;
  const type = press.value ?? '';
  if (step.kind !== 'choosing_type' || !isFileable(type)) return null;
  const settled = { type, chosen: true, drill: step.drill, whole: true };
  return outcome(settle(state), { kind: 'consider', text: step.text, settled });
}

export function split(state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind !== 'choosing_split') return null;
  return outcome(settle(state), { kind: 'consider_parts', parts: step.items, drill: step.drill });
}

export function whole(state: Conversation): Outcome | null {
  const { step } = state;
  if (step.kind !== 'choosing_split') return null;
  const settled = { ...NOTHING_SETTLED, drill: step.drill, whole: true };
  return outcome(settle(state), { kind: 'consider', text: step.text, settled });
}

export function drill(state: Conversation, isDrill: boolean): Outcome | null {
  const { step } = state;
  if (step.kind !== 'asking_drill') return null;
  return outcome(settle(state), {
    kind: 'consider',
    text: step.text,
    settled: { ...NOTHING_SETTLED, drill: isDrill },
  });
}
