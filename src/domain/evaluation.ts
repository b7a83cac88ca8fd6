import { phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { fact, type Line } from './view.ts';

/** One criterion and where on the scale it was put. */
export interface Score {
  criterion: string;
  step: string;
}

export function scoresIn({ facts }: Pick<StepRecord, 'facts'>): Score[] {
  const scores = facts['scores'];
  if (!Array.isArray(scores)) return [];
  return (scores as readonly string[]).map((score) => {
    const [criterion = '', step = ''] = score.split('=');
    return { criterion, step };
  });
}

/** What an evaluation, or the owner's comment, says besides its words. */
export function evaluationLines({ type }: Pick<Report, 'type'>, step: Pick<StepRecord, 'facts'>): Line[] {
  const scores = scoresIn(step).map((score) =>
    fact(phrase(`evaluation.${type}.${score.criterion}`), phrase(`evaluation.scale.${score.step}`)),
  );
  const { opinion, unit } = step.facts;
  const owner =
    typeof opinion === 'string' && typeof unit === 'string'
      ? [fact(phrase('evaluation.owner', { unit: { unit } }), phrase(`evaluation.opinion.${opinion}`))]
      : [];
  return [...scores, ...owner];
}
