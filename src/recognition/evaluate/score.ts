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
  /** Messages that were written to be recognised, with anything hidden in them, rightly or not. */
  everydayHidden: Share;
  /** Of all messages, those with something hidden wrongly, and the everyday ones with anything hidden: it is no more. */
  hiddenWrongly: Share;
}

export interface Scored {
  recognizer: Recognizer;
  masker: Masker;
  context: UnderstandingContext;
}

/** The whole way that a message takes: masked, then understood. */
export function score(scored: Scored, sets: EvaluationSets): Scores {
  const { recognizer, masker, context } = scored;
  const everyday: boolean[] = [];
  const understand = (text: string) => {
    const masked = masker.mask(text);
    everyday.push(masked.found.length > 0);
    return recognizer.understand(masked.text, context);
  };
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
  const understood = {
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
  };
  return { ...understood, ...scoreHiding(scoreMasking(masker, sets.masking), everyday) };
}

/** @param everyday whether anything was hidden in each of the messages that were written for everything else */
function scoreHiding(
  masking: MaskingScore,
  everyday: readonly boolean[],
): Pick<Scores, 'masking' | 'everydayHidden' | 'hiddenWrongly'> {
  const hidden = everyday.filter(Boolean).length;
  const { hits, of } = masking.falsePositives;
  return {
    masking,
    everydayHidden: share(hidden, everyday.length),
    hiddenWrongly: share(hits + hidden, of + everyday.length),
  };
}

type SuspicionName = 'clerical_error' | 'violation';

function holds(suspicion: SuspicionName) {
  return ({ suspicions }: Utterance) => suspicions?.includes(suspicion) === true;
}

function finds(suspicion: SuspicionName) {
  return ({ suspicions }: { suspicions: readonly SuspicionName[] }) => suspicions.includes(suspicion);
}
