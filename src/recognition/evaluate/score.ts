import type { Masker, Recognizer, UnderstandingContext } from '../../application/ports.ts';
import type { Utterance } from '../utterances.ts';
import type { EvaluationSets } from './evaluation-sets.ts';
import { detection, type Detection } from './detection.ts';
import { share, type Judged, type Share } from './measures.ts';
import { scoreMasking, type MaskingScore } from './score-masking.ts';
import { scoreSeverity, type SeverityScore } from './score-severity.ts';

export interface Scores {
  japanese: Judged[];
  english: Judged[];
  /** The private route offered, for messages that are such a matter and those that are not. */
  complianceOffered: Detection;
  /** An error of ours told inside a customer's voice. */
  hiddenErrors: Detection;
  violations: Detection;
  urgency: Detection;
  severity: SeverityScore;
  masking: MaskingScore;
  /** Messages that were written to be recognised, with anything hidden in them: no more than that can be hidden wrongly. */
  everydayHidden: Share;
}

export interface Scored {
  recognizer: Recognizer;
  masker: Masker;
  context: UnderstandingContext;
}

/** The whole way that a message takes: masked, then understood. */
export function score(scored: Scored, sets: EvaluationSets): Scores {
  const { recognizer, masker, context } = scored;
  const understand = (text: string) => recognizer.understand(masker.mask(text).text, context);
  const read = (utterance: Utterance) => ({ utterance, understood: understand(utterance.text) });
  const labelled = sets.labelled.map(read);
  const judged = (language: string): Judged[] =>
    labelled
      .filter(({ utterance }) => utterance.language === language)
      .map(({ utterance, understood }) => ({ right: utterance.label, guesses: understood.alternatives }));
  const detected = (
    set: readonly ReturnType<typeof read>[],
    there: (utterance: Utterance) => boolean,
    found: (understood: ReturnType<typeof read>['understood']) => boolean,
  ) => detection(set.map(({ utterance, understood }) => [there(utterance), found(understood)] as const));
  return {
    japanese: judged('ja'),
    english: judged('en'),
    complianceOffered: detected(
      labelled,
      ({ label }) => label === 'compliance',
      ({ offerCompliance }) => offerCompliance,
    ),
    hiddenErrors: detected(sets.errors.map(read), holds('clerical_error'), finds('clerical_error')),
    violations: detected(sets.violations.map(read), holds('violation'), finds('violation')),
    urgency: detected(
      sets.urgency.map(read),
      ({ urgent }) => urgent === true,
      ({ urgent }) => urgent,
    ),
    severity: scoreSeverity(sets.severity.map((told) => ({ told, understood: understand(told.text) }))),
    masking: scoreMasking(masker, sets.masking),
    everydayHidden: hiddenIn(masker, sets),
  };
}

function hiddenIn(
  masker: Masker,
  { labelled, errors, violations, urgency, severity }: EvaluationSets,
): Share {
  const texts = [labelled, errors, violations, urgency, severity].flat().map(({ text }) => text);
  return share(texts.filter((text) => masker.mask(text).found.length > 0).length, texts.length);
}

type SuspicionName = 'clerical_error' | 'violation';

function holds(suspicion: SuspicionName) {
  return ({ suspicions }: Utterance) => suspicions?.includes(suspicion) === true;
}

function finds(suspicion: SuspicionName) {
  return ({ suspicions }: { suspicions: readonly SuspicionName[] }) => suspicions.includes(suspicion);
}
