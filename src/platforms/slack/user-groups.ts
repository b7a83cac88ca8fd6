import type { webApi } from '@slack/bolt';
import type { Log } from '../../application/ports.ts';
import type { LocalDate } from '../../domain/business-time.ts';
import { actorOn, type Organization, type Role } from '../../domain/organization.ts';
import { SLACK } from './slack-context.ts';

/**
 * Slack's user groups by their handles: that of a unit is the unit's id, that of those with a role there `roleHandle`.
 * Who is in one is asked nowhere: a group is only ever called, and gives nobody a right.
 */
export interface UserGroups {
  /** The first of these that there is; null where there is none. */
  groupCalled(handles: readonly string[]): Promise<string | null>;
}

/** Roles of a unit that an overdue report goes to first. */
const CALLED: readonly Role[] = ['handler', 'manager'];

const READ_EVERY_MS = 10 * 60_000;

/** @param now a clock that only goes forward, in milliseconds */
export function userGroups(api: webApi.WebClient, log: Log, now: () => number): UserGroups {
  let known: ReadonlyMap<string, string> = new Map();
  let readAt = -Infinity;
  const read = async () => {
    readAt = now();
    known = await groupsByHandle(api);
  };
  return {
    groupCalled: async (handles) => {
      // A card that calls nobody is better than none: workspaces without groups are no failure.
      if (now() - readAt >= READ_EVERY_MS)
        await read().catch(() => log.warn('user groups of Slack could not be read'));
      return handles.map((handle) => known.get(handle)).find((group) => group !== undefined) ?? null;
    },
  };
}

/** Ids of those that are in use. */
export async function groupsByHandle(api: webApi.WebClient): Promise<ReadonlyMap<string, string>> {
  const { usergroups } = await api.usergroups.list({ include_disabled: false });
  return new Map(
    (usergroups ?? []).flatMap(({ handle, id }) =>
      handle !== undefined && id !== undefined ? [[handle, id] as const] : [],
    ),
  );
}

/** Of every unit with a channel of its own, and of each role that somebody has there and that a clock can call. */
export function callableHandles({ units, people }: Organization, today: LocalDate): string[] {
  const standings = [...people.values()].flatMap((person) => actorOn(person, today).standings);
  return [...units.values()]
    .filter(({ channels, handles }) => handles && channels[SLACK] !== undefined)
    .flatMap(({ id }) => {
      const held = new Set(standings.filter(({ unit }) => unit === id).map(({ role }) => role));
      return [id, ...CALLED.filter((role) => held.has(role)).map((role) => roleHandle(id, role))];
    });
}

/** Of those who have a role in a unit, e.g. `risk-compliance-manager`. */
export function roleHandle(unit: string, role: Role): string {
  return `${unit}-${role.replaceAll('_', '-')}`;
}
