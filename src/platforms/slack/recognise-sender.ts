import type { webApi } from '@slack/bolt';
import type { Profile } from '../../application/ports.ts';
import { COMMON_LOCALE, localeIn, type Locale } from '../../domain/organization.ts';
import { SLACK, type SlackContext } from './slack-context.ts';
import { slackErrorName } from './slack-failure.ts';

/** Who did something, as far as Slack has verified it. */
export type Sender =
  | { kind: 'known'; person: string; user: string; locale: Locale }
  /** A member whom no file of the organisation names, and who has not said yet where they work. */
  | { kind: 'unknown'; user: string; profile: Profile; locale: Locale }
  /** Invited from outside: what staff report is none of theirs. */
  | { kind: 'guest'; user: string; locale: Locale }
  /** A bot, or somebody of another workspace. */
  | { kind: 'stranger' };

export interface SlackUserId {
  id: string;
  /** The workspace the user belongs to, where Slack says so. */
  team: string | null;
}

/** The directory decides who somebody is, Slack who has an account; what a payload says besides is no evidence. */
export async function recogniseSender(
  { edge, quick, team, bot }: SlackContext,
  { id: user, team: home }: SlackUserId,
): Promise<Sender> {
  if (user === bot || (home !== null && home !== team)) return { kind: 'stranger' };
  const asked: { user: SlackMember | null } = { user: null };
  const account = { platform: SLACK, tenant: team, user };
  const person = await edge.recognise(account, async () => {
    asked.user = await memberCalled(quick, user);
    return asked.user && isMember(asked.user, team) ? profileOf(asked.user) : null;
  });
  if (person !== null) return { kind: 'known', person, user, locale: await edge.languageOf(person, account) };
  const member = asked.user;
  if (!member || isStranger(member, team)) return { kind: 'stranger' };
  const profile = profileOf(member);
  const { locale } = profile;
  return isGuest(member) ? { kind: 'guest', user, locale } : { kind: 'unknown', user, profile, locale };
}

/** What Slack says of a user that decides whether they are one of ours. */
export type SlackMember = NonNullable<webApi.UsersInfoResponse['user']>;

export async function memberCalled(api: webApi.WebClient, user: string): Promise<SlackMember | null> {
  try {
    return (await api.users.info({ user, include_locale: true })).user ?? null;
  } catch (error) {
    const name = slackErrorName(error);
    if (name === 'user_not_found' || name === 'user_not_visible') return null;
    throw error;
  }
}

/** A person of this workspace who was not invited from outside. */
export function isMember(member: SlackMember, team: string): boolean {
  return !isStranger(member, team) && !isGuest(member);
}

function isStranger(member: SlackMember, team: string): boolean {
  const { is_bot, is_stranger, deleted, team_id, id } = member as SlackMember & { is_stranger?: boolean };
  const elsewhere = team_id !== undefined && team_id !== team;
  return is_bot === true || is_stranger === true || deleted === true || elsewhere || id === 'USLACKBOT';
}

function isGuest({ is_restricted, is_ultra_restricted }: SlackMember): boolean {
  return is_restricted === true || is_ultra_restricted === true;
}

/** An address that nobody has confirmed may be anybody's. Most who read neither of our languages can read English. */
export function profileOf({
  profile,
  real_name,
  name,
  locale: language = '',
  is_email_confirmed,
}: SlackMember): Profile {
  const email = is_email_confirmed === false ? undefined : profile?.email;
  return {
    name: profile?.real_name ?? real_name ?? name ?? '',
    email: email ?? null,
    language,
    locale: language === '' ? COMMON_LOCALE : (localeIn(language) ?? 'en'),
  };
}
