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
  ordinary.sort((a, b) => b - a);
  const first = ordinary[Math.floor(ordinary.length * FALSE_OFFERS)];
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

/** An error that no voice holds costs its department a needless look: at most so many of the ordinary voices. */
const ERRORS_WRONGLY_FOUND = 0.07;
const VIOLATION_PRECISION = 0.85;
const URGENT_PRECISION = 0.65;

/** As many as can be found while false alarms stay bearable. */
export function fitDetectors(judged: readonly DetectorJudged[]): Pick<Thresholds, Detector> {
  const voices = judged.filter(({ label }) => label === 'customer_voice');
  return {
    clericalError: lowestWith(
      voices.map((row) => row.clericalError),
      ({ alarms, without }) => alarms / without <= ERRORS_WRONGLY_FOUND,
    ),
    violation: lowestWith(
      judged.map((row) => row.violation),
      ({ hits, alarms }) => hits / (hits + alarms) >= VIOLATION_PRECISION,
    ),
    urgent: lowestWith(
      judged.map((row) => row.urgent),
      ({ hits, alarms }) => hits / (hits + alarms) >= URGENT_PRECISION,
    ),
  };
}

/** The lowest probability from which on what is found is still good enough; one half when there is nothing to go by. */
function lowestWith(
  rows: readonly Detected[],
  isGood: (counts: { hits: number; alarms: number; without: number }) => boolean,
): number {
  const without = rows.filter(({ there }) => !there).length;
  let hits = 0;
  let alarms = 0;
  let lowest = 0.5;
  for (const { there, probability } of [...rows].sort((a, b) => b.probability - a.probability)) {
    if (there) hits += 1;
    else alarms += 1;
    if (hits + alarms >= FEWEST && isGood({ hits, alarms, without })) lowest = probability;
  }
  return lowest;
}
