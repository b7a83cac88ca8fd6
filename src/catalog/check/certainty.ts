import { holds, type Condition, type Facts } from '../../domain/condition.ts';

/** Whether a condition holds whatever the facts that are not known yet turn out to be. */
export type Certainty = 'always' | 'maybe' | 'never';

/** `settled` are the facts whose value is certain, an absent one included; all others are open. */
export function certaintyOf(condition: Condition, facts: Facts, settled: ReadonlySet<string>): Certainty {
  switch (condition.kind) {
    case 'always':
      return 'always';
    case 'all':
      return allOf(condition.of.map((part) => certaintyOf(part, facts, settled)));
    case 'any':
      return opposite(allOf(condition.of.map((part) => opposite(certaintyOf(part, facts, settled)))));
    case 'not':
      return opposite(certaintyOf(condition.of, facts, settled));
    case 'is':
    case 'atLeast':
    case 'known':
      if (!settled.has(condition.fact)) return 'maybe';
      return holds(condition, facts) ? 'always' : 'never';
  }
}

function allOf(parts: readonly Certainty[]): Certainty {
  if (parts.includes('never')) return 'never';
  return parts.includes('maybe') ? 'maybe' : 'always';
}

function opposite(certainty: Certainty): Certainty {
  if (certainty === 'maybe') return 'maybe';
  return certainty === 'always' ? 'never' : 'always';
}
