import type { Answer, Answers } from '../answers.ts';
import { applicable, takenBack } from '../applicable.ts';
import { flawOf } from '../check-answer.ts';
import type { Field } from '../field.ts';
import { fieldOf, type ReportType } from '../report-type.ts';
import type { ReportLabel, Understanding } from '../understanding.ts';
import type { Draft } from './conversation.ts';
import type { Said } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { typeOf } from '../assessment.ts';
import { takenFor, withoutLesson } from './lesson.ts';

/** A new draft with everything the message already says, and the defaults that the summary will show. */
export function startDraft(rules: DialogRules, said: Said, label: ReportLabel): Draft {
  const type = typeOf(rules, label);
  const { understanding } = said;
  const draft: Draft = {
    id: `${said.id}:${label}`,
    type: label,
    subtype: subtypeIn(type, understanding.subtype),
    formVersion: type.formVersion,
    text: said.text,
    answers: sound(rules, type, { ...voiceKind(type, understanding), ...said.extracted }),
    cues: understanding.cues,
    suspicions: understanding.suspicions.filter((one) => label === 'customer_voice' || one === 'violation'),
    voiceKind: understanding.voiceKind,
    urgent: understanding.urgent,
    drill: false,
    evidence: understanding.evidence,
    takenFor: said.settled.chosen ? takenFor(understanding, label) : null,
    startedAt: rules.now,
    touchedAt: rules.now,
    today: rules.today,
    ...alikeOf(said, label),
  };
  return { ...draft, answers: { ...defaults(rules, type, draft), ...draft.answers } };
}

/** Found for what the message was taken for: nothing to do with a draft of another type. */
function alikeOf({ alike = [], known }: Said, label: ReportLabel): Pick<Draft, 'alike' | 'known'> {
  const same = alike.filter(({ type, number }) => type === label && number !== known?.number);
  return {
    ...(same.length > 0 ? { alike: same } : {}),
    ...(known?.type === label ? { known: { number: known.number, since: known.since } } : {}),
  };
}

/** The same draft under a form that has changed: answers stay where the form still takes them. */
export function carriedOver(rules: DialogRules, draft: Draft): Draft {
  const type = typeOf(rules, draft.type);
  const kept = {
    ...draft,
    formVersion: type.formVersion,
    subtype: subtypeIn(type, draft.subtype),
    answers: sound(rules, type, draft.answers),
  };
  return { ...kept, answers: { ...defaults(rules, type, kept), ...kept.answers } };
}

export function withAnswer(draft: Draft, field: string, answer: Answer, now: string): Draft {
  return { ...draft, answers: { ...draft.answers, [field]: answer }, touchedAt: now };
}

/** Without what was said together with an answer that is taken back: it is asked. */
export function withoutTakenBack(type: ReportType, before: Draft, after: Draft): Draft {
  const gone = new Set(takenBack(type, before, after.answers));
  const answers = Object.fromEntries(Object.entries(after.answers).filter(([id]) => !gone.has(id)));
  return gone.size === 0 ? after : { ...after, answers };
}

/** More of the story: the answer that holds the person's own words grows with them. */
export function withMoreText(type: ReportType, draft: Draft, more: string, now: string): Draft {
  const told = draft.answers[type.gistField];
  const longer = { ...withoutLesson(draft), text: `${draft.text}\n${more}`, touchedAt: now };
  return told?.kind === 'text' && told.text === draft.text
    ? withAnswer(longer, type.gistField, { kind: 'text', text: longer.text }, now)
    : longer;
}

/** What chat still has to ask: the mandatory rest, and what can change the severity. */
export function openQuestions(type: ReportType, draft: Draft): Field[] {
  return applicable(type, draft).filter(
    (field) =>
      draft.answers[field.id] === undefined && (field.ask || (field.required && field.default === null)),
  );
}

/** Of all the drafts of a conversation together. */
export function questionsLeft(rules: DialogRules, drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + openQuestions(typeOf(rules, draft.type), draft).length, 0);
}

/** 「今のまま送る」: what is still open becomes 分からない where the form allows it. */
export function withUnknowns(type: ReportType, draft: Draft): Draft {
  const unknown = openQuestions(type, draft).filter((field) => field.allowUnknown);
  return unknown.reduce(
    (next, field) => withAnswer(next, field.id, { kind: 'unknown' }, draft.touchedAt),
    draft,
  );
}

function subtypeIn(type: ReportType, subtype: string | null): string {
  return type.subtypes.some((one) => one.id === subtype) && subtype !== null ? subtype : type.defaultSubtype;
}

/** What the form takes: a day to come or an abolished office is asked for, as if it had not been said. */
export function sound(rules: DialogRules, type: ReportType, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => {
      const field = fieldOf(type, id);
      return field && flawOf(field, answer, rules.today, rules.organization) === null;
    }),
  );
}

/** The kind of a voice is recognised, shown and changeable; it is never asked. */
function voiceKind(type: ReportType, understanding: Understanding): Answers {
  if (type.id !== 'customer_voice' || understanding.voiceKind === null) return {};
  return { voice_kind: { kind: 'choice', choice: understanding.voiceKind } };
}

function defaults(rules: DialogRules, type: ReportType, draft: Draft): Answers {
  const entries = type.fields.flatMap((field) => {
    const answer = defaultOf(rules, field, draft);
    return answer ? [[field.id, answer] as const] : [];
  });
  return Object.fromEntries(entries);
}

function defaultOf(rules: DialogRules, field: Field, draft: Draft): Answer | null {
  switch (field.default) {
    case null:
      return null;
    case 'now':
      return { kind: 'date', date: rules.today, time: rules.timeOfDay };
    case 'office':
      return { kind: 'unit', unit: rules.office };
    case 'message':
      return { kind: 'text', text: draft.text };
    default:
      return field.default.answer;
  }
}
