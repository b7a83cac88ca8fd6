import type { Input } from 'adaptivecards';

/** A field's controls carry its id, with a suffix after a dot where there are several. */
export function fieldOf(input: Input): string | undefined {
  return input.id?.split('.')[0];
}
