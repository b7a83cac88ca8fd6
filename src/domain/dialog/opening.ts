import { typeOf } from '../assessment.ts';
import { phrase, type Phrase, type PhraseValue } from '../phrase.ts';
import { line, type Line } from '../view.ts';
import type { Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { openQuestions } from './drafts.ts';
import { suspicionLines } from './suspicion.ts';

const WORDS_SHOWN = 2;

/** What was understood, from which words, what is known already and how much is left to ask. */
export function openingLines(rules: DialogRules, drafts: readonly Draft[]): Line[] {
  const [first] = drafts;
  if (!first) return [];
  const left = drafts.reduce((sum, draft) => sum + openQuestions(typeOf(rules, draft.type), draft).length, 0);
  return [
    ...safety(first),
    ...guess(first).map((one) => line(one)),
    ...suspicionLines(rules, first).map((one) => line(one)),
    ...knownLine(rules, first),
    ...(left > 0 ? [line(phrase('ask.left', { n: left }))] : []),
  ];
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
  const error = draft.suspicions.includes('clerical_error') ? [phrase('guess.voice_error')] : [];
  const words = { list: draft.evidence.slice(0, WORDS_SHOWN) };
  const because = draft.evidence.length > 0 ? [phrase('guess.because', { words })] : [];
  return [phrase('guess.voice', { kind }), ...error, ...because];
}

/** Only what came from the message; defaults such as 判明日時 are shown in the summary. */
function knownLine(rules: DialogRules, draft: Draft): Line[] {
  const type = typeOf(rules, draft.type);
  const facts: PhraseValue[] = type.fields.flatMap((field) => {
    const answer = draft.answers[field.id];
    const shown = answer && field.default === null && answer.kind !== 'text';
    return shown ? [{ field: field.id, of: draft.type, answer }] : [];
  });
  const all = draft.type === 'incident' ? [...facts, { unit: rules.office }] : facts;
  return all.length === 0 ? [] : [line(phrase('known', { facts: { list: all } }))];
}

/** People before paper. */
function safety(draft: Draft): Line[] {
  const danger = draft.subtype === 'crime' || draft.subtype === 'accident' || draft.cues.includes('injury');
  return draft.type === 'incident' && danger ? [line(phrase('safety'), 'strong')] : [];
}
