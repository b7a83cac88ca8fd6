import { SlackApiError } from './slack-error.ts';

/** Leaves to open one modal: each is good for three seconds, once. */
export interface Triggers {
  give(user: string): string;
  /** Whose it is; throws as Slack answers. */
  use(id: string): string;
}

const LASTS_MS = 3000;

/** @param now in milliseconds */
export function createTriggers(now: () => number): Triggers {
  const given = new Map<string, { user: string; at: number; used: boolean }>();
  return {
    give: (user) => {
      const id = `${given.size + 1}.${Math.floor(now())}.trigger`;
      given.set(id, { user, at: now(), used: false });
      return id;
    },
    use: (id) => {
      const trigger = given.get(id);
      if (!trigger) throw new SlackApiError('invalid_trigger_id');
      if (trigger.used) throw new SlackApiError('exchanged_trigger_id');
      if (now() - trigger.at > LASTS_MS) throw new SlackApiError('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
  };
}
