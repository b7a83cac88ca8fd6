import { METHOD_SCOPES, scopeFor } from './scopes.ts';
import { SlackApiError } from './slack-error.ts';
import { checkMessage, checkView } from './check-blocks.ts';
import type { Triggers } from './triggers.ts';
import {
  openDirect,
  type FakeBlock,
  type FakeChannel,
  type FakeMessage,
  type FakeUser,
  type FakeView,
  type Workspace,
} from './workspace.ts';

/** Arguments as they come over the wire: strings, and what was JSON. */
export type Args = Record<string, unknown>;

export interface ApiParts {
  workspace: Workspace;
  scopes: ReadonlySet<string>;
  triggers: Triggers;
  /** A new time of a message, later than all before. */
  nextTs: () => string;
}

type Answer = Record<string, unknown>;
type Method = (args: Args, parts: ApiParts) => Answer;

/** The methods of the Web API that an app like ours uses, as strict as Slack. */
export function callMethod(method: string, args: Args, parts: ApiParts): Answer {
  const needed = METHOD_SCOPES[method];
  const run = METHODS[method];
  if (!needed || !run) throw new SlackApiError('unknown_method');
  for (const scope of needed)
    if (!parts.scopes.has(scope)) throw new SlackApiError('missing_scope', { needed: scope });
  return run(args, parts);
}

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': (_args, { workspace }) => ({
    team_id: workspace.team,
    team: '見本年金機構',
    url: 'https://pension.slack.example/',
    user_id: workspace.bot.user,
    user: 'tsutae',
    bot_id: workspace.bot.id,
  }),
  'chat.postMessage': postMessage,
  'chat.update': updateMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': (args, parts) => {
    seen(parts, text(args, 'channel'));
    const { channel, ts } = messageIn(parts, args, 'message_ts');
    return {
      channel,
      permalink: `https://pension.slack.example/archives/${channel}/p${ts.replace('.', '')}`,
    };
  },
  'conversations.open': (args, { workspace }) => {
    const user = workspace.users.get(text(args, 'users'));
    if (!user) throw new SlackApiError('user_not_found');
    if (user.isDeleted) throw new SlackApiError('user_disabled');
    if (user.isBot) throw new SlackApiError('cannot_dm_bot');
    return { channel: { id: openDirect(workspace, user.id).id } };
  },
  'conversations.info': (args, parts) => {
    const channel = readable(parts, args, 'conversations.info');
    return {
      channel: { ...channelAnswer(channel), is_member: channel.members.has(parts.workspace.bot.user) },
    };
  },
  'conversations.history': (args, parts) => {
    const { id } = readable(parts, args, 'conversations.history');
    const newestFirst = parts.workspace.messages
      .filter(({ channel, thread, ts }) => channel === id && (thread === null || thread === ts))
      .reverse();
    return page(newestFirst, args);
  },
  'conversations.replies': (args, parts) => {
    const { id } = readable(parts, args, 'conversations.replies');
    const root = text(args, 'ts');
    return page(
      parts.workspace.messages.filter(
        ({ channel, thread, ts }) => channel === id && (thread === root || ts === root),
      ),
      args,
    );
  },
  'users.conversations': (args, { workspace }) => ({
    channels: [...workspace.channels.values()]
      .filter(
        ({ kind, isArchived, members }) =>
          kind !== 'im' &&
          !(isArchived && String(args['exclude_archived']) === 'true') &&
          members.has(workspace.bot.user),
      )
      .map(channelAnswer),
  }),
  'users.info': (args, { workspace, scopes }) => {
    const user = workspace.users.get(text(args, 'user'));
    if (!user) throw new SlackApiError('user_not_found');
    return { user: userAnswer(user, scopes, wantsLocale(args)) };
  },
  'users.list': (args, { workspace, scopes }) =>
    paged(args, [...workspace.users.values()], (user) => userAnswer(user, scopes, wantsLocale(args))),
  'users.lookupByEmail': (args, { workspace, scopes }) => {
    const email = text(args, 'email').toLowerCase();
    const user = [...workspace.users.values()].find((one) => one.email?.toLowerCase() === email);
    if (!user || user.isDeleted) throw new SlackApiError('users_not_found');
    return { user: userAnswer(user, scopes, false) };
  },
  'usergroups.list': (_args, { workspace }) => ({ usergroups: workspace.groups }),
  'views.open': (args, parts) => openView(args, parts, 'open'),
  'views.push': (args, parts) => openView(args, parts, 'push'),
  'views.update': (args, { workspace }) => {
    const id = text(args, 'view_id');
    for (const stack of workspace.modals.values()) {
      const at = stack.findIndex((view) => view.id === id);
      const before = stack[at];
      if (before) {
        stack[at] = viewOf(viewIn(args), before.user, before.id);
        return { view: { id } };
      }
    }
    throw new SlackApiError('not_found');
  },
  'views.publish': (args, { workspace }) => {
    const user = text(args, 'user_id');
    const view = viewOf(viewIn(args), user);
    workspace.homes.set(user, view);
    return { view: { id: view.id } };
  },
};

/** At most three at a time, whatever is asked for: Slack too gives fewer where it likes. */
function paged<T>(args: Args, all: readonly T[], answer: (one: T) => Answer): Answer {
  const from = Number(args['cursor'] ?? 0);
  const next = from + 3 < all.length ? String(from + 3) : '';
  return {
    members: all.slice(from, from + 3).map(answer),
    response_metadata: { next_cursor: next },
  };
}

function postMessage(args: Args, parts: ApiParts): Answer {
  const channel = writable(parts, args);
  const blocks = blocksIn(args);
  const said = text(args, 'text');
  checkMessage(said, blocks);
  const thread = typeof args['thread_ts'] === 'string' ? args['thread_ts'] : null;
  if (thread !== null) messageIn(parts, { channel: channel.id, ts: thread }, 'ts');
  const message: FakeMessage = {
    channel: channel.id,
    ts: parts.nextTs(),
    thread,
    user: parts.workspace.bot.user,
    text: said,
    blocks: withIds(blocks),
    metadata: args['metadata'] === undefined ? null : (json(args, 'metadata') as FakeMessage['metadata']),
    isEdited: false,
    isDeleted: false,
  };
  parts.workspace.messages.push(message);
  return { channel: channel.id, ts: message.ts, message: messageAnswer(message, true) };
}

function updateMessage(args: Args, parts: ApiParts): Answer {
  writable(parts, args);
  const message = messageIn(parts, args, 'ts');
  if (message.user !== parts.workspace.bot.user) throw new SlackApiError('cant_update_message');
  const blocks = blocksIn(args);
  const said = text(args, 'text');
  checkMessage(said, blocks);
  Object.assign(message, { blocks: withIds(blocks), text: said, isEdited: true });
  return { channel: message.channel, ts: message.ts };
}

function postEphemeral(args: Args, parts: ApiParts): Answer {
  const channel = writable(parts, args);
  const user = text(args, 'user');
  if (!channel.members.has(user)) throw new SlackApiError('user_not_in_channel');
  const blocks = blocksIn(args);
  checkMessage(text(args, 'text'), blocks);
  const ts = parts.nextTs();
  parts.workspace.ephemerals.push({
    channel: channel.id,
    user,
    ts,
    text: text(args, 'text'),
    blocks: withIds(blocks),
  });
  return { message_ts: ts };
}

function openView(args: Args, { workspace, triggers }: ApiParts, how: 'open' | 'push'): Answer {
  const user = triggers.use(text(args, 'trigger_id'));
  const stack = how === 'push' ? (workspace.modals.get(user) ?? []) : [];
  if (how === 'push' && stack.length === 0) throw new SlackApiError('not_found');
  if (stack.length >= 3) throw new SlackApiError('push_limit_reached');
  const view = viewOf(viewIn(args), user);
  workspace.modals.set(user, [...stack, view]);
  return { view: { id: view.id, hash: view.hash } };
}

let views = 0;

/** A view as Slack keeps it. */
export function viewOf(
  given: Record<string, unknown>,
  user: string,
  id = `V${String(++views).padStart(8, '0')}`,
): FakeView {
  checkView(given);
  const words = (value: unknown): string | null => (value as { text?: string } | undefined)?.text ?? null;
  return {
    id,
    hash: `${Date.now()}.${++views}`,
    user,
    type: given['type'] as FakeView['type'],
    callback_id: typeof given['callback_id'] === 'string' ? given['callback_id'] : '',
    private_metadata: typeof given['private_metadata'] === 'string' ? given['private_metadata'] : '',
    blocks: withIds(given['blocks'] as FakeBlock[]),
    title: words(given['title']) ?? '',
    submit: words(given['submit']),
    close: words(given['close']),
    notify_on_close: given['notify_on_close'] === true,
  };
}

function withIds(blocks: readonly FakeBlock[]): FakeBlock[] {
  return blocks.map((block, index) => ({ ...block, block_id: block.block_id ?? `b${index}` }));
}

/** Where the bot may write; a name is as good as an id where it is in the channel. */
function writable({ workspace }: ApiParts, args: Args): FakeChannel {
  const wanted = text(args, 'channel');
  const channel =
    workspace.channels.get(wanted) ??
    [...workspace.channels.values()].find(({ name }) => name !== '' && `#${name}` === wanted);
  if (!channel) throw new SlackApiError('channel_not_found');
  const isIn = channel.members.has(workspace.bot.user);
  if (!isIn) throw new SlackApiError(channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel');
  if (channel.isArchived) throw new SlackApiError('is_archived');
  return channel;
}

/** What is private or between two does not exist for whoever is not in it. */
function seen({ workspace }: ApiParts, id: string): FakeChannel {
  const channel = workspace.channels.get(id);
  const isIn = channel?.members.has(workspace.bot.user) === true;
  if (!channel || (channel.kind !== 'public' && !isIn)) throw new SlackApiError('channel_not_found');
  return channel;
}

function readable(parts: ApiParts, args: Args, method: string): FakeChannel {
  const { workspace, scopes } = parts;
  const channel = workspace.channels.get(text(args, 'channel'));
  if (!channel) throw new SlackApiError('channel_not_found');
  const scope = scopeFor(method, channel);
  if (scope !== null && !scopes.has(scope)) throw new SlackApiError('missing_scope', { needed: scope });
  const isIn = channel.members.has(workspace.bot.user);
  seen(parts, channel.id);
  if (method !== 'conversations.info' && !isIn) throw new SlackApiError('not_in_channel');
  return channel;
}

function messageIn({ workspace }: ApiParts, args: Args, name: string): FakeMessage {
  const [channel, ts] = [text(args, 'channel'), text(args, name)];
  const message = workspace.messages.find(
    (one) => one.channel === channel && one.ts === ts && !one.isDeleted,
  );
  if (!message)
    throw new SlackApiError(name === 'ts' && 'thread_ts' in args ? 'thread_not_found' : 'message_not_found');
  return message;
}

/** In their order: what stands in a channel comes newest first, what stands in a thread oldest first. */
function page(messages: readonly FakeMessage[], args: Args): Answer {
  const limit = Math.min(Number(args['limit'] ?? 100), 999);
  const from = Number(args['cursor'] ?? 0);
  const all = messages.filter(({ isDeleted }) => !isDeleted);
  const more = all.length > from + limit;
  return {
    messages: all
      .slice(from, from + limit)
      .map((message) => messageAnswer(message, String(args['include_all_metadata']) === 'true')),
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + limit) : '' },
  };
}

function messageAnswer(
  { user, text, ts, thread, blocks, metadata }: FakeMessage,
  withMetadata: boolean,
): Answer {
  return {
    type: 'message',
    user,
    text,
    ts,
    blocks,
    ...(thread !== null && { thread_ts: thread }),
    ...(withMetadata && metadata && { metadata }),
  };
}

function channelAnswer({ id, name, kind, isArchived }: FakeChannel): Answer {
  return { id, name, is_private: kind === 'private', is_archived: isArchived, is_im: kind === 'im' };
}

/** https://docs.slack.dev/reference/methods/users.info: said to whoever asks for it, and never by a lookup. */
function wantsLocale(args: Args): boolean {
  return String(args['include_locale']) === 'true';
}

function userAnswer(user: FakeUser, scopes: ReadonlySet<string>, withLocale: boolean): Answer {
  const { id, name, email, locale, team } = user;
  return {
    id,
    name,
    real_name: name,
    team_id: team,
    ...(withLocale && { locale }),
    deleted: user.isDeleted,
    is_bot: user.isBot,
    is_restricted: user.isGuest,
    is_ultra_restricted: false,
    is_email_confirmed: user.isEmailConfirmed,
    profile: { real_name: name, ...(scopes.has('users:read.email') && email !== null && { email }) },
  };
}

function text(args: Args, name: string): string {
  const value = args[name];
  if (typeof value !== 'string') throw new SlackApiError('invalid_arguments', { missing: name });
  return value;
}

function json(args: Args, name: string): unknown {
  const value = args[name];
  if (value === undefined) throw new SlackApiError('invalid_arguments', { missing: name });
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function blocksIn(args: Args): FakeBlock[] {
  return json(args, 'blocks') as FakeBlock[];
}

function viewIn(args: Args): Record<string, unknown> {
  return json(args, 'view') as Record<string, unknown>;
}
