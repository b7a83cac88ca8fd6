import { formPress } from '../domain/acts/act-form-view.ts';
import { actCalled } from '../domain/acts/acts.ts';
import type { Conversation } from '../domain/dialog/conversation.ts';
import type { Effect } from '../domain/dialog/dialog-event.ts';
import { present } from '../domain/dialog/present.ts';
import { moveTo } from '../domain/dialog/turn.ts';
import type { Problem } from '../domain/problems.ts';
import type { Result } from '../domain/result.ts';
import type { FormValues } from '../domain/view.ts';
import { actOnReport, type Acted, type ReportPress } from './act-on-report.ts';
import { problemView } from './answer-effect.ts';
import type { Turn } from './conversation-turn.ts';
import { writingFor, type WritingForAct } from './write-for-act.ts';

/** A button of a report, pressed in the conversation or sent with its form. */
export async function actFromTalk(
  turn: Turn,
  state: Conversation,
  press: ReportPress,
  values: FormValues,
): Promise<Conversation> {
  return acted(turn, state, await actOnReport(turn.deps, turn.tx, { actor: turn.actor, press, values }));
}

/** Says what came of it, and awaits the message that it asks for. */
export function acted(turn: Turn, state: Conversation, result: Result<Acted, Problem>): Conversation {
  if (!result.ok) {
    turn.said.push(problemView(turn.deps, result.problem));
    return state;
  }
  const { said, writing } = result.value;
  if (said) turn.said.push(said);
  return writing ? awaiting(turn, state, writing) : state;
}

/** What was asked for is asked again where something is wrong with it: nothing else becomes of the next message. */
export async function writtenForAct(
  turn: Turn,
  state: Conversation,
  { report, act, value, text }: Extract<Effect, { kind: 'write_for_act' }>,
): Promise<Conversation> {
  const pressed = actCalled(act);
  if (!pressed) return state;
  const result = await actOnReport(turn.deps, turn.tx, {
    actor: turn.actor,
    press: { action: formPress(pressed), report, value },
    values: { [pressed.inChat ?? '']: { answer: { kind: 'text', text } } },
  });
  if (result.ok && result.value.said) turn.said.push(result.value.said);
  if (result.ok) return state;
  turn.said.push(problemView(turn.deps, result.problem));
  const mendable = result.problem.kind === 'fields';
  return mendable ? awaiting(turn, state, writingFor(pressed, { action: act, report, value })) : state;
}

function awaiting(turn: Turn, state: Conversation, step: WritingForAct): Conversation {
  const next = moveTo(state, step);
  const asked = present(turn.rules, next);
  if (asked) turn.said.push(asked);
  return next;
}
