import type { webApi } from '@slack/bolt';
import type { Log } from '../../application/ports.ts';

/** Slack's user groups that stand for units: those whose handle is the unit's id. */
export interface UserGroups {
  /** The group to call in a place; null where no unit that is reached there has one. */
  groupFor(units: readonly string[]): Promise<string | null>;
}

const READ_EVERY_MS = 10 * 60_000;

/** @param now a clock that only goes forward, in milliseconds */
export function userGroups(api: webApi.WebClient, log: Log, now: () => number): UserGroups {
  let known = new Map<string, string>();
  let readAt = -Infinity;
  const read = async () => {
    readAt = now();
    const { usergroups } = await api.usergroups.list({ include_disabled: false });
    known = new Map(
      (usergroups ?? []).flatMap(({ handle, id }) =>
        handle !== undefined && id !== undefined ? [[handle, id] as const] : [],
      ),
    );
  };
  return {
    groupFor: async (units) => {
      // A card that calls nobody is better than none: workspaces without groups are no failure.
      if (now() - readAt >= READ_EVERY_MS)
        await read().catch(() => log.warn('user groups of Slack could not be read'));
      return units.map((unit) => known.get(unit)).find((group) => group !== undefined) ?? null;
    },
  };
}
