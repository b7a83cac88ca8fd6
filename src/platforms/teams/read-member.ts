import { z } from 'zod';
import { ok, type Result } from '../../domain/result.ts';
import type { BotFailure, Member } from './edge.ts';

const text = z.string().nullish();
const schema = z.object({ name: text, email: text, userPrincipalName: text, userRole: text });

/** The connector's answer to who somebody in a conversation is; null for whoever is not in it. */
export function memberAnswered(found: Result<unknown, BotFailure>): Result<Member | null, BotFailure> {
  if (!found.ok) return found.problem.status === 404 ? ok(null) : found;
  return ok(readMember(found.value));
}

/** Null when it is of no shape that a member has. */
function readMember(answer: unknown): Member | null {
  const member = schema.safeParse(answer).data;
  if (!member) return null;
  const { name, email, userPrincipalName, userRole } = member;
  return {
    name: name ?? '',
    email: email || null,
    userPrincipalName: userPrincipalName || null,
    role: userRole ?? null,
  };
}
