export interface Thresholds {
  /** At or above: go on with the best guess; measured precision 98 %. */
  assume: number;
  /** At or above: offer the two best; measured precision 90 %. */
  choose: number;
  /** At or above: offer the private route first. */
  compliance: number;
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
const FALSE_OFFERS = 0.1;

export function fitThresholds(judged: readonly Judged[]): Thresholds {
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

/** A missed violation costs more than a false offer: as low as one false offer in ten ordinary messages allows. */
function complianceThreshold(judged: readonly Judged[]): number {
  const ordinary = judged.filter((row) => !row.isCompliance).map((row) => row.complianceProbability);
  ordinary.sort((a, b) => b - a);
  const first = ordinary[Math.floor(ordinary.length * FALSE_OFFERS)];
  return first === undefined ? 0.1 : Math.max(0.02, first + 1e-6);
}
