import type { Report, StepRecord } from './report.ts';

/** Questions of the department that the reporter has not answered yet, oldest first: they are answered in this order. */
export function openQuestions({ steps }: Pick<Report, 'steps'>): StepRecord[] {
  const answered = new Set(steps.filter(({ kind }) => kind === 'replied').map(({ facts }) => facts['to']));
  return steps.filter(({ kind, seq }) => kind === 'asked' && !answered.has(seq));
}
