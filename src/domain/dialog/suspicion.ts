import { assess, officeOf, typeOf, type Rules } from '../assessment.ts';
import type { LocalDate } from '../business-time.ts';
import { suspicionsOf } from '../facts.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Filing } from '../report.ts';
import type { Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';

/**
 * A voice that hides an error: the error is filed by itself, and the risk department finds out whether it is one [D2].
 * Not where a violation is suspected too: the same words would reach the office before triage has taken them out [D0].
 * @param subtype what the words point to, where they name a kind of error
 */
export function suspectedError(
  rules: Pick<Rules, 'types'>,
  draft: Draft,
  office: string,
  subtype: string | null,
): Draft | null {
  const suspicions = suspicionsOf(draft);
  if (draft.type !== 'customer_voice' || suspicions.includes('violation')) return null;
  if (!suspicions.includes('clerical_error')) return null;
  const { text, today } = draft;
  const { alike: _alike, joins: _joins, known: _known, ...own } = draft;
  return {
    ...own,
    ...errorIn(rules, draft, { office, today, subtype }),
    id: `${draft.id}:suspected`,
    text,
    voiceKind: null,
    takenFor: null,
  };
}

/** The error that a voice hides, as a report: its words, where it came in and when. */
export function errorIn(
  rules: Pick<Rules, 'types'>,
  voice: Filing,
  { office, today, subtype }: { office: string; today: LocalDate; subtype: string | null },
): Filing {
  const type = typeOf(rules, 'incident');
  return {
    ...voice,
    type: 'incident',
    subtype: type.subtypes.find((one) => one.id === subtype)?.id ?? type.defaultSubtype,
    formVersion: type.formVersion,
    suspicions: ['clerical_error'],
    answers: {
      [type.gistField]: { kind: 'text', text: voice.text },
      found_by: { kind: 'unit', unit: office },
      found_at: voice.answers['received_at'] ?? { kind: 'date', date: today },
    },
  };
}

/** A suspicion cannot be dropped by whoever reports it; where it goes is said before sending. */
export function suspicionLines(rules: DialogRules, draft: Draft): Phrase[] {
  if (draft.type !== 'customer_voice') return [];
  const violation = suspicionsOf(draft).includes('violation') ? [phrase('guess.voice_violation')] : [];
  const error = suspectedError(rules, draft, rules.office, null);
  if (!error) return violation;
  const voice = { unit: assess(rules, draft, rules.office, rules.today).route.primary };
  const sent = {
    unit: assess(rules, error, officeOf(error.answers, rules.office), rules.today).route.primary,
  };
  return [
    ...violation,
    phrase('guess.voice_error_route', { voice, error: sent }),
    phrase('guess.voice_error_check'),
  ];
}
