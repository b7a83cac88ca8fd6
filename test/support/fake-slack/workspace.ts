/** What a workspace of the fake holds: the part of Slack that tests look at. */

export interface FakeUser {
  id: string;
  name: string;
  email: string | null;
  locale: string;
  team: string;
  isBot: boolean;
  isGuest: boolean;
  isDeleted: boolean;
  isEmailConfirmed: boolean;
}

export interface FakeChannel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  isArchived: boolean;
  /** User ids. */
  members: Set<string>;
}

export interface FakeMessage {
  channel: string;
  ts: string;
  thread: string | null;
  /** User id; the bot's own for what was posted by the API. */
  user: string;
  text: string;
  blocks: FakeBlock[];
  metadata: { event_type: string; event_payload: Record<string, unknown> } | null;
  isEdited: boolean;
  isDeleted: boolean;
}

/** What one person alone is shown. */
export interface FakeEphemeral {
  channel: string;
  user: string;
  ts: string;
  text: string;
  blocks: FakeBlock[];
}

export interface FakeView {
  id: string;
  hash: string;
  user: string;
  type: 'modal' | 'home';
  callback_id: string;
  private_metadata: string;
  blocks: FakeBlock[];
  title: string;
  submit: string | null;
  close: string | null;
  notify_on_close: boolean;
}

export interface FakeBlock {
  type: string;
  block_id?: string;
  text?: { text: string };
  label?: { text: string };
  elements?: FakeElement[];
  element?: FakeElement;
  accessory?: FakeElement;
  optional?: boolean;
  dispatch_action?: boolean;
}

export interface FakeElement {
  type: string;
  action_id?: string;
  text?: string | { text: string };
  value?: string;
  elements?: FakeElement[];
  options?: { text: { text: string }; value: string }[];
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_option?: { text: { text: string }; value: string };
}

export interface FakeGroup {
  id: string;
  handle: string;
  /** User ids. */
  users?: string[];
}

export interface Workspace {
  team: string;
  bot: { user: string; id: string };
  users: Map<string, FakeUser>;
  channels: Map<string, FakeChannel>;
  groups: FakeGroup[];
  messages: FakeMessage[];
  ephemerals: FakeEphemeral[];
  /** Open modals of each user, the upper one last. */
  modals: Map<string, FakeView[]>;
  homes: Map<string, FakeView>;
}

export function emptyWorkspace(): Workspace {
  const bot = { user: 'U0TSUTAE', id: 'B0TSUTAE' };
  const team = 'T0PENSION';
  const self = { ...aUser(bot.user, team), name: 'tsutae', isBot: true };
  return {
    team,
    bot,
    users: new Map([[bot.user, self]]),
    channels: new Map(),
    groups: [],
    messages: [],
    ephemerals: [],
    modals: new Map(),
    homes: new Map(),
  };
}

export function aUser(id: string, team: string): FakeUser {
  const flags = { isBot: false, isGuest: false, isDeleted: false, isEmailConfirmed: true };
  return { id, name: id, email: null, locale: 'ja-JP', team, ...flags };
}

/** The direct messages of a user with the bot. */
export function directOf(workspace: Workspace, user: string): FakeChannel | undefined {
  return [...workspace.channels.values()].find(({ kind, members }) => kind === 'im' && members.has(user));
}

export function openDirect(workspace: Workspace, user: string): FakeChannel {
  const open = directOf(workspace, user);
  if (open) return open;
  const members = new Set([user, workspace.bot.user]);
  const id = `D0${user.slice(1)}`;
  const channel: FakeChannel = { id, name: '', kind: 'im', isArchived: false, members };
  workspace.channels.set(id, channel);
  return channel;
}

/** Everything that is written in blocks, a line a text, as a person reads it. */
export function textOf(blocks: readonly FakeBlock[]): string {
  return blocks
    .flatMap((block) => [
      ...(block.type === 'actions' ? [] : [block.text?.text, block.label?.text]),
      ...(block.type === 'actions' ? [] : (block.elements ?? []).map(wordsOf)),
    ])
    .filter((text): text is string => text !== undefined && text !== '')
    .join('\n');
}

function wordsOf({ text, elements }: FakeElement): string {
  const own = typeof text === 'string' ? text : (text?.text ?? '');
  return own + (elements ?? []).map(wordsOf).join('');
}

/** Buttons in their order. */
export function buttonsOf(
  blocks: readonly FakeBlock[],
): { label: string; element: FakeElement; block: FakeBlock }[] {
  return blocks.flatMap((block) =>
    (block.type === 'actions' ? (block.elements ?? []) : []).flatMap((element) =>
      element.type === 'button' ? [{ label: wordsOf(element), element, block }] : [],
    ),
  );
}
