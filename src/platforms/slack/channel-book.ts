import type { webApi } from '@slack/bolt';
import { isUntold } from './slack-failure.ts';

/** Channels by the names that the organisation's files call them, and by Slack's ids. */
export interface ChannelBook {
  /** Of a place: an id, or a name after `#`; null when we are in no such channel. */
  idOf(place: string): Promise<string | null>;
  /** Whether we are in it, as far as it was read. */
  isIn(place: string): boolean;
  /**
   * Everything a channel may be called as a place: its id, and its name if Slack tells it. Throws what the call threw when
   * Slack could not be asked: who takes a channel for nameless then loses what is said there.
   */
  placesOf(id: string): Promise<string[]>;
  /** Reads which channels we are in. */
  read(): Promise<void>;
  /** Slack has said what the channel is called now, or that we are in it. Returns what it was called until now. */
  named(id: string, name: string): string | null;
  /** We are no longer in it, or it is gone: another one may get its name. */
  forget(id: string): void;
}

const ID = /^[CGD][A-Z0-9]{5,}$/;
const PAGE = 1000;
/** A name that nobody knows is looked for again after this long, in milliseconds. */
const LOOK_AGAIN_MS = 30_000;

/** Every channel that we are in; with the archived ones, if they are asked for. */
export async function* ownChannels(
  api: webApi.WebClient,
  { archived }: { archived: boolean },
): AsyncGenerator<NonNullable<webApi.UsersConversationsResponse['channels']>[number]> {
  for await (const page of api.paginate('users.conversations', {
    types: 'public_channel,private_channel',
    exclude_archived: !archived,
    limit: PAGE,
  }))
    yield* (page as webApi.UsersConversationsResponse).channels ?? [];
}

/** @param now a clock that only goes forward, in milliseconds */
export function channelBook(api: webApi.WebClient, now: () => number): ChannelBook {
  const names = new Map<string, string>();
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;
  const idNamed = (name: string) => [...names].find(([, known]) => known === name)?.[0] ?? null;

  async function read(): Promise<void> {
    for await (const { id, name } of ownChannels(api, { archived: false }))
      if (id !== undefined && name !== undefined) names.set(id, name);
    readAt = now();
  }

  async function look(id: string): Promise<void> {
    try {
      const { channel } = await api.conversations.info({ channel: id });
      if (channel?.name !== undefined) names.set(id, channel.name);
    } catch (error) {
      if (!isUntold(error)) throw error;
    }
  }

  return {
    idOf: async (place) => {
      if (ID.test(place)) return place;
      const name = place.replace(/^#/, '');
      const known = idNamed(name);
      if (known !== null || now() - readAt < LOOK_AGAIN_MS) return known;
      reading ??= read().finally(() => (reading = null));
      await reading;
      return idNamed(name);
    },
    isIn: (place) => names.has(place) || idNamed(place.replace(/^#/, '')) !== null,
    placesOf: async (id) => {
      if (!names.has(id)) await look(id);
      const name = names.get(id);
      return name === undefined ? [id] : [id, `#${name}`];
    },
    read,
    named: (id, name) => {
      const before = names.get(id) ?? null;
      names.set(id, name);
      return before;
    },
    forget: (id) => void names.delete(id),
  };
}
