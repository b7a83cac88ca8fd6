import type { Condition } from '../../domain/condition.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import type { FactVocabulary } from '../fact-vocabulary.ts';
import type { Source, SourcePath } from '../source/source.ts';

/** A condition that asks for a fact or a value that does not exist would silently never hold. */
export function checkCondition(
  source: Source,
  path: SourcePath,
  condition: Condition,
  facts: FactVocabulary,
): CatalogueProblem[] {
  switch (condition.kind) {
    case 'always':
      return [];
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => checkCondition(source, path, part, facts));
    case 'not':
      return checkCondition(source, path, condition.of, facts);
    case 'is':
    case 'atLeast':
    case 'known':
      return checkFact(source, [...path, condition.fact], condition, facts);
  }
}

function checkFact(
  source: Source,
  path: SourcePath,
  condition: Extract<Condition, { fact: string }>,
  facts: FactVocabulary,
): CatalogueProblem[] {
  const { fact } = condition;
  const shape = facts.get(fact);
  if (!shape) return [problemAt(source, path, 'unknown_fact', { fact })];
  if (condition.kind === 'atLeast' && !shape.counted)
    return [problemAt(source, path, 'fact_not_counted', { fact })];
  if (condition.kind !== 'is' || shape.values === null) return [];
  const allowed = shape.values;
  return condition.values
    .filter((value) => !allowed.includes(value))
    .map((value) => problemAt(source, path, 'unknown_value', { fact, value, allowed: allowed.join(', ') }));
}
