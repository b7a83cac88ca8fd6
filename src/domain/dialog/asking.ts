import { sameAnswer, type Answer, type Answers } from '../answers.ts';
import { applicable } from '../applicable.ts';
import { typeOf } from '../assessment.ts';
import { flawOf, unreadable } from '../check-answer.ts';
import type { Field } from '../field.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { fieldOf, type ReportType } from '../report-type.ts';
import { line, type Line } from '../view.ts';
import type { Conversation, Draft, Step } from './conversation.ts';
import type { Said } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { sound, withAnswer, withMoreText, withoutTakenBack } from './drafts.ts';
import { ask } from './matter.ts';
import { moveTo, nextStep, type Outcome } from './turn.ts';

/** From this many characters on, an unread answer is told as part of what happened. */
const STORY_FROM = 12;

/** Recognised from the whole message, not said in so many words: no remark changes them. */
const GUESSED = new Set(['voice_kind', 'suspicion']);

type Asking = Extract<Step, { kind: 'asking' }>;

/** Free text while a question stands: its answer, a correction of an earlier one, or something that cannot be read. */
export function onAnswer(rules: DialogRules, state: Conversation, step: Asking, said: Said): Outcome {
  const place = placeOf(rules, state, step);
  if (!place) return ask(rules, state);
  const { draft, type, field } = place;
  const corrections = said.understanding.correction ? changes(type, draft, said, field.id) : [];
  if (corrections.length > 0) return correct(rules, state, step.draft, corrections);
  if (said.reading === null) return unread(rules, state, step.draft, said.text, field);
  return take(rules, state, step, said.reading, said);
}

/** No answer to the question, but perhaps part of the story: a longer text is kept with the report. */
function unread(rules: DialogRules, state: Conversation, index: number, text: string, field: Field): Outcome {
  if ([...text].length < STORY_FROM) return ask(rules, state, [line(unreadable(field))]);
  const drafts = state.drafts.map((draft, position) =>
    position === index ? withMoreText(typeOf(rules, draft.type), draft, text, rules.now) : draft,
  );
  return ask(rules, { ...state, drafts }, [line(phrase('added.draft')), line(unreadable(field))]);
}

/** An answer by button or by words; a flaw asks again and says what to do. */
export function take(
  rules: DialogRules,
  state: Conversation,
  step: Asking,
  answer: Answer,
  said?: Said,
): Outcome {
  const place = placeOf(rules, state, step);
  if (!place) return ask(rules, state);
  const { draft, type, field } = place;
  const flaw = flawOf(field, answer, rules.today, rules.organization);
  if (flaw) return ask(rules, state, [line(flaw)]);
  const answered = withAnswer(said ? withSignals(draft, said) : draft, field.id, answer, rules.now);
  const also = said ? newlySaid(type, answered, sound(rules, type, said.extracted)) : [];
  const told = withoutTakenBack(type, draft, answered);
  const next = also.reduce((one, [id, value]) => withAnswer(one, id, value, rules.now), told);
  return forward(rules, state, step.draft, next);
}

/** Draft answers set at once, as a correction: what changed is said, and the question that stands is asked again. */
export function correct(
  rules: DialogRules,
  state: Conversation,
  index: number,
  corrections: readonly (readonly [Field, Answer])[],
): Outcome {
  const draft = state.drafts[index];
  if (!draft) return ask(rules, state);
  const flaw = firstFlaw(rules, corrections);
  if (flaw) return ask(rules, state, [line(flaw)]);
  const changed = corrections.reduce(
    (one, [field, answer]) => withAnswer(one, field.id, answer, rules.now),
    draft,
  );
  return forward(
    rules,
    state,
    index,
    withoutTakenBack(typeOf(rules, draft.type), draft, changed),
    corrections.map(([field, answer]) => line(corrected(draft, field, answer))),
  );
}

function forward(
  rules: DialogRules,
  state: Conversation,
  index: number,
  draft: Draft,
  before: Line[] = [],
): Outcome {
  const drafts = state.drafts.map((one, position) => (position === index ? draft : one));
  return ask(rules, moveTo(state, nextStep(rules, drafts), drafts), before);
}

/** Fields that the message gives a value to and that had another one. */
export function changes(
  type: ReportType,
  draft: Draft,
  said: Said,
  except: string | null,
): [Field, Answer][] {
  return applicable(type, draft).flatMap((field): [Field, Answer][] => {
    const answer = said.extracted[field.id];
    const had = draft.answers[field.id];
    if (!answer || field.id === except || had === undefined || sameAnswer(answer, had)) return [];
    if (GUESSED.has(field.id) || (answer.kind === 'text' && !said.understanding.correction)) return [];
    // The whole message is always an answer to 「何が起きましたか」, and never a correction of it.
    if (field.default === 'message') return [];
    return [[field, answer]];
  });
}

/** What an answer reveals besides itself: press, money, a suspicion. It can only be added to. */
export function withSignals(draft: Draft, { understanding }: Said): Draft {
  const suspicions = understanding.suspicions.filter(
    (one) => draft.type === 'customer_voice' || one === 'violation',
  );
  return {
    ...draft,
    cues: [...new Set([...draft.cues, ...understanding.cues])],
    suspicions: [...new Set([...draft.suspicions, ...suspicions])],
  };
}

/** 「1人です、見ていません」 answers two questions at once. */
function newlySaid(type: ReportType, draft: Draft, extracted: Answers): [string, Answer][] {
  return applicable(type, draft).flatMap((field): [string, Answer][] => {
    const answer = extracted[field.id];
    return answer && draft.answers[field.id] === undefined ? [[field.id, answer]] : [];
  });
}

/** What was changed, from what to what. */
export function corrected(draft: Draft, field: { id: string }, to: Answer): Phrase {
  const before = draft.answers[field.id];
  const shown = (answer: Answer) => ({ field: field.id, of: draft.type, answer });
  return phrase('corrected', {
    field: phrase(`field.${draft.type}.${field.id}.label`),
    from: before ? shown(before) : phrase('nothing_yet'),
    to: shown(to),
  });
}

function firstFlaw(rules: DialogRules, corrections: readonly (readonly [Field, Answer])[]): Phrase | null {
  for (const [field, answer] of corrections) {
    const flaw = flawOf(field, answer, rules.today, rules.organization);
    if (flaw) return flaw;
  }
  return null;
}

function placeOf(
  rules: DialogRules,
  state: Conversation,
  step: Asking,
): { draft: Draft; type: ReportType; field: Field } | null {
  const draft = state.drafts[step.draft];
  if (!draft) return null;
  const type = typeOf(rules, draft.type);
  const field = fieldOf(type, step.field);
  return field ? { draft, type, field } : null;
}
