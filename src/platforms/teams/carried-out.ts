import { fail, ok, type Result } from '../../domain/result.ts';
import type { BotFailure } from './edge.ts';

/**
 * What becomes of a request that the SDK carries out within a turn of its own.
 * @param ask is given what to call with the outcome
 */
export async function carriedOut<T>(
  ask: (done: (value: T) => void) => Promise<void>,
  failureOf: (cause: unknown) => BotFailure,
): Promise<Result<T, BotFailure>> {
  const outcome: { value?: T } = {};
  try {
    await ask((value) => (outcome.value = value));
  } catch (cause) {
    return fail(failureOf(cause));
  }
  return ok(outcome.value as T);
}
