import type { Post } from '../../application/ports.ts';
import type { OwnConversations } from './own-conversations.ts';
import { roleHandle, type UserGroups } from './user-groups.ts';

/** Who is called by a message: one user group, or people by their user ids. */
export type Called = { group: string } | { users: readonly string[] };

export interface CallParts {
  groups: UserGroups;
  conversations: Pick<OwnConversations, 'userOf'>;
  /** Units that are reached in a place. */
  unitsAt: (place: string) => Promise<string[]>;
}

/** More than this would call a crowd, in which nobody feels called. */
const MOST_CALLED = 10;

/**
 * Whom a post calls: the group of the role that it is for, else, where somebody is to be called in any case, that of the
 * unit that is reached there, else those with the role by name, as far as they have an account here. Null for nobody.
 */
export async function calledBy(
  { groups, conversations, unitsAt }: CallParts,
  { mention, calls, to }: Post,
): Promise<Called | null> {
  if (!mention && !calls) return null;
  const ofRole = calls ? [roleHandle(calls.unit, calls.role)] : [];
  const ofUnits = mention ? await unitsAt(to.place) : [];
  const group = await groups.groupCalled([...ofRole, ...ofUnits]);
  if (group !== null) return { group };
  if (!mention) return null;
  const users = await Promise.all((calls?.people ?? []).slice(0, MOST_CALLED).map(conversations.userOf));
  const known = users.filter((user) => user !== null);
  return known.length === 0 ? null : { users: known };
}
