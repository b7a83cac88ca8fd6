import { SlackApiError } from './slack-error.ts';

/** Addresses at which one message can be answered or changed. */
export interface ResponseUrls {
  /** What the address ends with. */
  give(channel: string, ts: string): string;
  /** The message it is for; throws as Slack answers. */
  use(id: string): { channel: string; ts: string };
}

/** "up to 5 times within 30 minutes": https://docs.slack.dev/interactivity/handling-user-interaction. */
const USES = 5;
const LASTS_MS = 30 * 60_000;

/** @param now in milliseconds */
export function createResponseUrls(now: () => number): ResponseUrls {
  const given = new Map<string, { channel: string; ts: string; at: number; uses: number }>();
  return {
    give: (channel, ts) => {
      const id = `R${String(given.size + 1).padStart(8, '0')}`;
      given.set(id, { channel, ts, at: now(), uses: 0 });
      return id;
    },
    use: (id) => {
      const url = given.get(id);
      if (!url) throw new SlackApiError('no_such_url');
      if (now() - url.at > LASTS_MS) throw new SlackApiError('expired_url');
      if (url.uses >= USES) throw new SlackApiError('used_url');
      url.uses += 1;
      return { channel: url.channel, ts: url.ts };
    },
  };
}
