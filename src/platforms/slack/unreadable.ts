import type { z } from 'zod';
import type { PayloadProblem } from './payload-problem.ts';

/** Where the payload first differs from what it should be; never what stands there. */
export function unreadable({ issues }: z.ZodError): PayloadProblem {
  return { kind: 'unreadable', at: issues[0]?.path.join('.') ?? '' };
}
