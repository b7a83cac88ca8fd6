import type { CHANNEL_EVENTS } from './follow-channels.ts';
import type { PEOPLE_EVENTS } from './follow-people.ts';

type Scopes = readonly string[];

/**
 * The methods of the Web API that are called here, by family, and the bot scopes that each asks for
 * (https://docs.slack.dev/reference/methods). A test holds the list to the calls.
 */
const METHODS: Readonly<Record<string, Readonly<Record<string, Scopes>>>> = {
  auth: { test: [] },
  chat: {
    getPermalink: [],
    postEphemeral: ['chat:write'],
    postMessage: ['chat:write'],
    update: ['chat:write'],
  },
  conversations: {
    history: ['channels:history', 'groups:history', 'im:history'],
    info: ['channels:read', 'groups:read'],
    open: ['im:write'],
    replies: ['channels:history', 'groups:history'],
  },
  usergroups: { list: ['usergroups:read'] },
  users: {
    conversations: ['channels:read', 'groups:read'],
    info: ['users:read', 'users:read.email'],
    list: ['users:read', 'users:read.email'],
    lookupByEmail: ['users:read.email'],
  },
  views: { open: [], publish: [], push: [] },
};

const OF_CHANNELS: Readonly<Record<(typeof CHANNEL_EVENTS)[number], string>> = {
  channel_archive: 'channels:read',
  channel_deleted: 'channels:read',
  channel_left: 'channels:read',
  channel_rename: 'channels:read',
  channel_unarchive: 'channels:read',
  group_archive: 'groups:read',
  group_deleted: 'groups:read',
  group_left: 'groups:read',
  group_rename: 'groups:read',
  group_unarchive: 'groups:read',
  member_joined_channel: 'channels:read',
};

const OF_PEOPLE: Readonly<Record<(typeof PEOPLE_EVENTS)[number], string>> = { user_change: 'users:read' };

/** The events that are listened to, and the scope of each (https://docs.slack.dev/reference/events). */
const EVENTS: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  ...OF_CHANNELS,
  ...OF_PEOPLE,
};

/** Messages are subscribed to by the kind of conversation. */
const MESSAGES: Readonly<Record<string, string>> = {
  channels: 'channels:history',
  groups: 'groups:history',
  im: 'im:history',
};

/** Slash commands and shortcuts have one of their own. */
const COMMANDS_SCOPE = 'commands';

/** Scopes by the name of the method. */
export function usedMethods(): ReadonlyMap<string, Scopes> {
  return new Map(
    Object.entries(METHODS).flatMap(([family, methods]) =>
      Object.entries(methods).map(([method, scopes]) => [[family, method].join('.'), scopes] as const),
    ),
  );
}

/** Scopes by the name of the event, as it is subscribed to. */
export function usedEvents(): ReadonlyMap<string, string | null> {
  const messages = Object.entries(MESSAGES).map(
    ([kind, scope]) => [['message', kind].join('.'), scope] as const,
  );
  return new Map<string, string | null>([...Object.entries(EVENTS), ...messages]);
}

/** Everything that the app has to be allowed, and nothing more. */
export function botScopes(): string[] {
  const needed = [...[...usedMethods().values()].flat(), ...usedEvents().values(), COMMANDS_SCOPE];
  return [...new Set(needed.filter((scope) => scope !== null))].sort();
}
