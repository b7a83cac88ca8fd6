import { z } from 'zod';
import type { Member } from './edge.ts';

const text = z.string().nullish();
const schema = z.object({ name: text, email: text, userPrincipalName: text, userRole: text });

/** A member of a conversation as the connector answers; null when it is of no such shape. */
export function readMember(answer: unknown): Member | null {
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
