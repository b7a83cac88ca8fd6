import type { Label } from '../domain/understanding.ts';

export interface Thresholds {
  /** At or above: go on with the best guess; measured precision 98 %. */
  assume: number;
  /** At or above: offer the two best; measured precision 90 %. */
  choose: number;
  /** At or above: offer the private route first. */
  compliance: number;
  /** At or above, something is taken to be in a message besides its label. */
  clericalError: number;
  violation: number;
  urgent: number;
}

/** One judged message: the probability given to the best guess, and to compliance, and what was right. */
export interface Judged {
  confidence: number;
  correct: boolean;
  complianceProbability: number;
  isCompliance: boolean;
}

const FEWEST = 20;
const NEVER = 1.01;
const FALSE_OFFERS = 0.05;

export function fitThresholds(
  judged: readonly Judged[],
): Pick<Thresholds, 'assume' | 'choose' | 'compliance'> {
  const choose = thresholdFor(judged, 0.9);
  return {
    assume: Math.max(choose, thresholdFor(judged, 0.98)),
    choose,
    compliance: complianceThreshold(judged),
  };
}

/** The lowest confidence from which on the given share is right; above 1 when no confidence is enough. */
function thresholdFor(judged: readonly Judged[], precision: number): number {
  const surest = [...judged].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = NEVER;
  surest.forEach(({ confidence, correct }, index) => {
    if (correct) right += 1;
    if (index + 1 >= FEWEST && right / (index + 1) >= precision) threshold = confidence;
  });
  return threshold;
}

/** A missed violation costs more than a false offer: as low as one false offer in twenty ordinary messages allows. */
function complianceThreshold(judged: readonly Judged[]): number {
  const ordinary = judged.filter((row) => !row.isCompliance).map((row) => row.complianceProbability);
  const first = likeliestLeft(ordinary, FALSE_OFFERS);
  return first === undefined ? 0.1 : Math.max(0.02, first + 1e-6);
}

/** Whether something is in a message, and how likely a side model finds it. */
export interface Detected {
  there: boolean;
  probability: number;
}

export interface DetectorJudged extends Readonly<Record<Detector, Detected>> {
  label: Label;
}

type Detector = 'clericalError' | 'violation' | 'urgent';

/**
 * A needless look costs less than harm that nobody saw: false alarms among messages without it, at most. At most 8 in
 * 100 voices may be looked at for nothing; the messages of other people bring a fourth more than those it is fitted on.
 */
const FALSE_ALARMS: Readonly<Record<Detector, number>> = {
  clericalError: 0.06,
  violation: 0.05,
  urgent: 0.08,
};

/** As many as can be found while false alarms stay bearable. */
export function fitDetectors(judged: readonly DetectorJudged[]): Pick<Thresholds, Detector> {
  const voices = judged.filter(({ label }) => label === 'customer_voice');
  return {
    clericalError: lowestWith(voices, 'clericalError'),
    violation: lowestWith(judged, 'violation'),
    urgent: lowestWith(judged, 'urgent'),
  };
}

/** The lowest probability from which on false alarms are few enough; one half when there is nothing to go by. */
function lowestWith(judged: readonly DetectorJudged[], detector: Detector): number {
  const rows = judged.map((row) => row[detector]);
  const ordinary = rows.filter(({ there }) => !there).map(({ probability }) => probability);
  if (ordinary.length === 0 || ordinary.length === rows.length) return 0.5;
  const first = likeliestLeft(ordinary, FALSE_ALARMS[detector]) ?? 0;
  return Math.min(
    ...rows.map(({ probability }) => probability).filter((probability) => probability > first),
    1,
  );
}

/** The highest probability once the given share of the highest ones is passed over; undefined of none. */
function likeliestLeft(probabilities: readonly number[], share: number): number | undefined {
  return [...probabilities].sort((a, b) => b - a)[Math.floor(probabilities.length * share)];
}
