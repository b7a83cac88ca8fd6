import { typeOf, type Rules } from './assessment.ts';
import { doerOf, type Doer } from './byline.ts';
import type { Instant } from './business-time.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { fieldOf } from './report-type.ts';

/**
 * The cause is analysed together by the unit that caused it and the risk department [D2], and each signs what was
 * found: a signature is for one cause, and a cause that changes has none.
 */
export const CAUSE_SIDES = ['unit', 'risk'] as const;
export type CauseSide = (typeof CAUSE_SIDES)[number];

export interface Signature extends Doer {
  side: CauseSide;
  at: Instant;
}

/** The field in which the cause is kept. */
export const CAUSE = 'cause';

/** The unit that caused it, once that is known: not always the one that found it [D2]. */
export function causingUnit({ filing }: Pick<Report, 'filing'>): string | null {
  const answer = filing.answers['causing_unit'];
  return answer?.kind === 'unit' ? answer.unit : null;
}

/** Who has signed the cause as it now stands. */
export function causeSignatures({ steps }: Pick<Report, 'steps'>): Signature[] {
  return steps.reduce<Signature[]>((signed, step) => {
    if (step.kind !== 'cause_signed') return changesCause(step) ? [] : signed;
    const { side, changed } = step.facts;
    const own = { side: side as CauseSide, ...doerOf(step), at: step.at };
    return [...(changed === true ? [] : signed.filter((one) => one.side !== own.side)), own];
  }, []);
}

/** Signatures that are still to come, as their words. */
export function causeMissing(_rules: Pick<Rules, 'types'>, report: Report): Phrase[] {
  const signed = new Set(causeSignatures(report).map(({ side }) => side));
  return CAUSE_SIDES.filter((side) => !signed.has(side)).map((side) => phrase(`cause.missing.${side}`));
}

/** The same before the end, for types whose cause is looked for. */
export function causeUnsigned(rules: Pick<Rules, 'types'>, report: Report): Phrase[] {
  return fieldOf(typeOf(rules, report.type), CAUSE) ? causeMissing(rules, report) : [];
}

/** Whoever was found to have caused it, or why, is another matter then. */
function changesCause({ kind, facts }: StepRecord): boolean {
  const fields = kind === 'corrected' ? [facts['field']] : kind === 'updated' ? facts['fields'] : [];
  return Array.isArray(fields) && (fields.includes(CAUSE) || fields.includes('causing_unit'));
}
