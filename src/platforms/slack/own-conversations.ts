import type { webApi } from '@slack/bolt';
import type { AccountBook, Clock, KnownAccount } from '../../application/ports.ts';
import { localeOf, type Locale, type Organization } from '../../domain/organization.ts';
import { slackErrorName } from './slack-failure.ts';
import { isMember, memberCalled, profileOf } from './recognise-sender.ts';
import { SLACK } from './slack-context.ts';

/** People's own conversations with the bot. */
export interface OwnConversations {
  /** The channel of a person's direct messages, opened when there is none yet; null when they cannot be reached here. */
  channelOf(person: string): Promise<string | null>;
  /** Their account here, where it is known; nobody is looked for. */
  userOf(person: string): Promise<string | null>;
  /** In which language a person is written to here who has chosen none: that of their profile, else of the directory. */
  languageOf(person: string): Promise<Locale>;
  /** Slack has shown whose conversation a channel is. */
  met(person: string, user: string, channel: string): Promise<void>;
  /** Slack refused to bring anything there: it is opened anew the next time. */
  lost(person: string): Promise<void>;
  /** Whose account it was is asked of the account book the next time. */
  forget(user: string): void;
}

export interface ConversationParts {
  api: webApi.WebClient;
  accounts: AccountBook;
  organization: Organization;
  clock: Clock;
  team: string;
}

interface Known {
  user: string;
  channel: string;
}

/** What else was learned of an account. */
type Said = Partial<Pick<KnownAccount, 'language' | 'reachable'>>;

/** Another instance may have been told that an account is nobody's any more. */
const REMEMBERED_MS = 60_000;

/** Slack's names for accounts that cannot be written to, whoever asks. */
const UNREACHABLE = new Set([
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'invalid_user_combination',
]);

export function ownConversations({
  api,
  accounts,
  organization,
  clock,
  team,
}: ConversationParts): OwnConversations {
  const known = shortMemory(() => Date.parse(clock.now()));
  const accountOf = async (person: string) =>
    (await accounts.of(SLACK, person)).find(({ tenant }) => tenant === team);

  async function keep(person: string, { user, channel }: Known, said: Said = {}): Promise<void> {
    const account = { platform: SLACK, tenant: team, user, person, contact: { channel } };
    const { reachable = true } = said;
    await accounts.keep({ ...account, ...said, reachable }, clock.now());
    if (reachable) known.set(person, { user, channel });
    else known.delete(person);
  }

  async function stored(person: string): Promise<{ user: string; channel: string | null } | null> {
    const account = await accountOf(person);
    if (!account) return null;
    const { user, contact, reachable } = account;
    return { user, channel: reachable ? channelIn(contact) : null };
  }

  async function open(person: string, user: string, said: Said = {}): Promise<string | null> {
    const channel = await directOf(api, user);
    if (channel === null) return null;
    await keep(person, { user, channel }, said);
    return channel;
  }

  /** Somebody who has never written: the lookup itself does not say their language. */
  async function openByEmail(person: string): Promise<string | null> {
    const user = await userByEmail(api, organization.people.get(person)?.email ?? '', team);
    const member = user === null ? null : await memberCalled(api, user);
    return user === null || !member ? null : open(person, user, { language: profileOf(member).language });
  }

  return {
    channelOf: async (person) => {
      const met = known.get(person) ?? (await stored(person));
      if (met && met.channel !== null) {
        known.set(person, { user: met.user, channel: met.channel });
        return met.channel;
      }
      return met ? open(person, met.user) : openByEmail(person);
    },
    userOf: async (person) => (await accountOf(person))?.user ?? null,
    languageOf: async (person) => localeOf(organization, person, (await accountOf(person))?.language ?? null),
    met: async (person, user, channel) => {
      const before = known.get(person);
      if (before?.user !== user || before.channel !== channel) await keep(person, { user, channel });
    },
    lost: async (person) => {
      const before = known.get(person);
      if (before) await keep(person, before, { reachable: false });
    },
    forget: known.forget,
  };
}

/** Who is reached where, for a minute each: after that the account book is asked again. */
function shortMemory(now: () => number) {
  const remembered = new Map<string, Known & { until: number }>();
  return {
    get: (person: string): Known | undefined => {
      const one = remembered.get(person);
      return one && now() < one.until ? one : undefined;
    },
    set: (person: string, one: Known) => remembered.set(person, { ...one, until: now() + REMEMBERED_MS }),
    delete: (person: string) => remembered.delete(person),
    forget: (user: string) => {
      for (const [person, one] of remembered) if (one.user === user) remembered.delete(person);
    },
  };
}

async function userByEmail(api: webApi.WebClient, email: string, team: string): Promise<string | null> {
  if (email === '') return null;
  const found = await answered(() => api.users.lookupByEmail({ email }));
  const user = found?.user;
  return user?.id !== undefined && user.team_id === team && isMember(user, team) ? user.id : null;
}

/** A user's own conversation with us; null for somebody who cannot be written to. */
export async function directOf(api: webApi.WebClient, user: string): Promise<string | null> {
  const opened = await answered(() => api.conversations.open({ users: user }));
  return opened?.channel?.id ?? null;
}

/** Null where Slack says that there is nobody to write to; every other failure is thrown on. */
async function answered<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    const name = slackErrorName(error);
    if (name !== null && UNREACHABLE.has(name)) return null;
    throw error;
  }
}

function channelIn(contact: object | null): string | null {
  return contact && 'channel' in contact && typeof contact.channel === 'string' ? contact.channel : null;
}
