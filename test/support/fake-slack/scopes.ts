import type { FakeChannel } from './workspace.ts';

/** The bot scopes of each method, from its page below https://docs.slack.dev/reference/methods. */
export const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.getPermalink': [],
  'conversations.open': ['im:write'],
  'conversations.info': [],
  'conversations.history': [],
  'conversations.replies': [],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'usergroups.list': ['usergroups:read'],
  'views.open': [],
  'views.push': [],
  'views.update': [],
  'views.publish': [],
};

/** Methods that ask for another scope in each kind of conversation. */
export function scopeFor(method: string, { kind }: FakeChannel): string | null {
  const prefix = { public: 'channels', private: 'groups', im: 'im' }[kind];
  if (method === 'conversations.history' || method === 'conversations.replies') return `${prefix}:history`;
  return method === 'conversations.info' ? `${prefix}:read` : null;
}

/** The scopes of the events that are delivered, from their pages below https://docs.slack.dev/reference/events. */
export const EVENT_SCOPES: Readonly<Record<string, string | null>> = {
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  app_mention: 'app_mentions:read',
  app_home_opened: null,
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_deleted: 'channels:read',
  channel_left: 'channels:read',
  channel_rename: 'channels:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_deleted: 'groups:read',
  group_left: 'groups:read',
  group_rename: 'groups:read',
  member_joined_channel: 'channels:read',
  user_change: 'users:read',
};
