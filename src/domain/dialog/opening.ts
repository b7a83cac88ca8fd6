import type { Answer } from '../answers.ts';
import { typeOf } from '../assessment.ts';
import { phrase, type Phrase, type PhraseValue } from '../phrase.ts';
import { line, type Line } from '../view.ts';
import type { Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { questionsLeft } from './drafts.ts';
import { suspicionLines } from './suspicion.ts';

/** One piece of evidence convinces; several read like a list. */
const WORDS_SHOWN = 1;

/** What was understood, from which words, what is known already and how much is left to ask. */
export function openingLines(rules: DialogRules, drafts: readonly Draft[]): Line[] {
  const [first] = drafts;
  if (!first) return [];
  return [
    ...safety(first),
    ...guess(first).map((one) => line(one)),
    ...suspicionLines(rules, first).map((one) => line(one)),
    ...knownLine(rules, first),
    ...leftLines(rules, drafts),
    ...(drafts.length > 1 ? [line(phrase('urgent_first', { n: 1 }))] : []),
  ];
}

/** How many questions are left, when there are any. */
export function leftLines(rules: DialogRules, drafts: readonly Draft[]): Line[] {
  const left = questionsLeft(rules, drafts);
  return left > 0 ? [line(phrase('ask.left', { n: left }))] : [];
}

function guess(draft: Draft): Phrase[] {
  const words = { list: draft.evidence.slice(0, WORDS_SHOWN) };
  const type = phrase(`type.${draft.type}`);
  if (draft.type === 'customer_voice' && draft.voiceKind !== null) return voice(draft, draft.voiceKind);
  if (draft.evidence.length === 0) return [phrase('guess.plain', { type })];
  if (draft.type !== 'incident') return [phrase('guess', { type, words })];
  return [phrase('guess.subtype', { type, subtype: phrase(`subtype.incident.${draft.subtype}`), words })];
}

function voice(draft: Draft, voiceKind: string): Phrase[] {
  const kind = phrase(`field.customer_voice.voice_kind.option.${voiceKind}`);
  const suspected = draft.suspicions.includes('clerical_error') && !draft.suspicions.includes('violation');
  const error = suspected ? [phrase('guess.voice_error')] : [];
  const words = { list: draft.evidence.slice(0, WORDS_SHOWN) };
  const because = draft.evidence.length > 0 ? [phrase('guess.because', { words })] : [];
  return [phrase('guess.voice', { kind }), ...error, ...because];
}

/** Only what came from the message; defaults such as 判明日時 are shown in the summary. */
function knownLine(rules: DialogRules, draft: Draft): Line[] {
  const type = typeOf(rules, draft.type);
  const facts = type.fields.flatMap((field): PhraseValue[] => {
    const answer = draft.answers[field.id];
    const said =
      answer !== undefined && field.default === null && answer.kind !== 'text' && field.id !== 'voice_kind';
    return said ? [factValue(draft, field.id, answer)] : [];
  });
  const all = draft.type === 'incident' ? [...facts, { unit: rules.office }] : facts;
  return all.length === 0 ? [] : [line(phrase('known', { facts: { list: all } }))];
}

/** A day speaks for itself; 「ある」 needs its label. */
function factValue(draft: Draft, field: string, answer: Answer): PhraseValue {
  const value = { field, of: draft.type, answer };
  if (answer.kind === 'date' || answer.kind === 'unit') return value;
  return phrase('summary.field', { label: phrase(`field.${draft.type}.${field}.label`), value });
}

/** People before paper. */
function safety(draft: Draft): Line[] {
  const danger = draft.subtype === 'crime' || draft.subtype === 'accident' || draft.cues.includes('injury');
  return draft.type === 'incident' && danger ? [line(phrase('safety'), 'strong')] : [];
}
