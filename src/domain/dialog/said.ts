import { phrase } from '../phrase.ts';
import { line, type Line } from '../view.ts';
import { addMinutes, type Instant } from '../business-time.ts';
import type { Conversation, Draft } from './conversation.ts';
import { NOTHING_SETTLED, type Effect, type Said } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { onAnswer } from './asking.ts';
import { pressFor } from './command.ts';
import { ask, onNewMatter, statusQuestion } from './matter.ts';
import { hasNothingOpen, isWriting, leaveWriting, type Writing } from './steering.ts';
import { onPress } from './pressed.ts';
import { isFileable } from './present.ts';
import { notice } from './question-view.ts';
import { onRemark } from './reviewing.ts';
import { afterStop, moveTo, outcome, say, settle, type Outcome } from './turn.ts';

/** After so long the draft is offered again before a free text is taken as the answer to yesterday's question. */
const FORGOTTEN_AFTER_MINUTES = 30;

/** Free text: a command, a status question in between, or whatever the question that stands makes of it. */
export function onSaid(rules: DialogRules, before: Conversation, said: Said): Outcome {
  const state = { ...before, language: said.understanding.language };
  if (said.attachments > 0) return refusedImage(rules, state, said);
  const command = said.understanding.command;
  const press = command === null ? null : pressFor(state, command);
  if (press) return onPress(rules, state, press);
  if (command === 'withdraw' && hasNothingOpen(state)) {
    const [number = null] = said.understanding.reportNumbers;
    return outcome(state, { kind: 'withdraw', number });
  }
  // 「違反ではない」 lets one message through, not whatever comes after it.
  return onWords(rules, { ...state, complianceWaivedUntil: null }, said);
}

function onWords(rules: DialogRules, state: Conversation, said: Said): Outcome {
  if (isWriting(state)) return atStep(rules, state, said);
  if (interrupts(state, said)) return interrupted(rules, state, said);
  if (isForgotten(rules, state, said))
    return ask(rules, moveTo(state, { kind: 'resuming', step: state.step, pending: pendingOf(said) }));
  return atStep(rules, state, said);
}

function atStep(rules: DialogRules, state: Conversation, said: Said): Outcome {
  switch (state.step.kind) {
    case 'writing_addition':
    case 'writing_for_act':
      return passedOn(rules, state, writtenFor(state.step, said.text));
    case 'idle':
      return onNewMatter(rules, state, said);
    case 'stopped': {
      const next = afterStop(rules, state);
      return next.step.kind === 'idle' ? onNewMatter(rules, next, said) : atStep(rules, next, said);
    }
    case 'choosing_type':
      return settleType(state, state.step, said);
    case 'asking':
      return onAnswer(rules, state, state.step, said);
    case 'reviewing':
    case 'choosing_field':
      return onRemark(rules, state, said);
    case 'known_already':
    case 'choosing_split':
    case 'asking_drill':
    case 'confirming_correction':
    case 'resuming':
      return ask(rules, state, [line(phrase('ask.press'))]);
  }
}

/** One clarifying question at most: what is said next settles it, or the riskier guess is taken. */
function settleType(
  state: Conversation,
  step: Extract<Conversation['step'], { kind: 'choosing_type' }>,
  said: Said,
): Outcome {
  const { label, confidence } = said.understanding;
  const riskier = step.guesses.map((guess) => guess.label).find(isFileable);
  // Who sees no answer at once sends the same again, which says nothing new.
  const isSame = isSameSaid(step.text, said.text);
  const type = !isSame && isFileable(label) && confidence >= 0.5 ? label : (riskier ?? null);
  const settled = { ...NOTHING_SETTLED, type, drill: step.drill, whole: true };
  const text = isSame ? step.text : `${step.text}\n${said.text}`;
  return outcome(settle(state), { kind: 'consider', text, settled });
}

/** Whether nothing but blanks and widths of signs differs. */
function isSameSaid(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '');
  return plain(one) === plain(other);
}

/** A status question in the middle is answered, and the question that stood is asked again. */
function interrupts(state: Conversation, said: Said): boolean {
  if (state.step.kind === 'idle' || state.step.kind === 'stopped' || said.target) return false;
  const { label, decision, reportNumbers } = said.understanding;
  return label === 'status' && (decision === 'assume' || reportNumbers.length > 0 || said.reading === null);
}

function interrupted(rules: DialogRules, state: Conversation, said: Said): Outcome {
  const back: Line[] = [line(phrase('interrupted.back'))];
  const again = ask(rules, state, back);
  return outcome(again.state, statusQuestion(said), ...again.effects);
}

function isForgotten(rules: DialogRules, state: Conversation, said: Said): boolean {
  const [draft] = state.drafts;
  const { step } = state;
  if (!draft || step.kind === 'resuming') return false;
  const readable = step.kind === 'asking' && said.reading !== null && said.reading.kind !== 'text';
  return !readable && isLeftAlone(draft, rules.now);
}

/** What is written now need not belong to the draft any more. */
export function isLeftAlone(draft: Draft, now: Instant): boolean {
  return addMinutes(draft.touchedAt, FORGOTTEN_AFTER_MINUTES) < now;
}

/** A greeting is no matter of its own; anything else is kept until the person has decided about the draft. */
function pendingOf(said: Said): string | null {
  return said.understanding.label === 'other' ? null : said.text;
}

/** Words for a report already sent: a message that was asked for is taken as it is. */
function writtenFor(step: Writing, text: string): Effect {
  if (step.kind === 'writing_addition') return { kind: 'add', report: step.report, text };
  const { report, act, value } = step;
  return { kind: 'write_for_act', report, act, value, text };
}

function passedOn(rules: DialogRules, state: Conversation, written: Effect): Outcome {
  const left = leaveWriting(rules, state);
  return outcome(left.state, written, ...left.effects);
}

/** The picture is refused; the words that came with it are taken. */
function refusedImage(rules: DialogRules, state: Conversation, said: Said): Outcome {
  const refused = say(notice([phrase('pii.image')]));
  const rest = said.text.trim() === '' ? ask(rules, state) : onWords(rules, state, said);
  return outcome(rest.state, refused, ...rest.effects);
}
