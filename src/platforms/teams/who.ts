import { isDeepStrictEqual } from 'node:util';
import type { Account, KnownAccount, Profile } from '../../application/ports.ts';
import { COMMON_LOCALE, localeIn, type Locale } from '../../domain/organization.ts';
import { atMost } from './at-most.ts';
import { readContact, sameContact, type Contact } from './contact.ts';
import { PLATFORM, type TeamsContext } from './context.ts';
import type { Member } from './edge.ts';
import { LIMITS } from './limits.ts';
import { clientLanguage, isPersonal, tenantOf, type Activity } from './read-activity.ts';

/** Who did it, by what the tenant has verified: never by anything that a card or a message says. */
export type Who =
  | { kind: 'person'; person: string; locale: Locale }
  /** One of the tenant whom the directory does not name: they say first where they work. */
  | { kind: 'stranger'; account: Account; profile: Profile; locale: Locale }
  | { kind: 'guest'; locale: Locale }
  | { kind: 'other_tenant' }
  /** A bot, an anonymous participant of a meeting. */
  | { kind: 'nobody' }
  /** Teams did not say who it is. */
  | { kind: 'unavailable'; locale: Locale };

export async function whoDid(teams: TeamsContext, activity: Activity): Promise<Who> {
  const tenant = tenantOf(activity);
  if (teams.tenant !== null && tenant !== teams.tenant) return { kind: 'other_tenant' };
  const user = activity.from.aadObjectId;
  if (user === undefined) return { kind: 'nobody' };
  const account: Account = { platform: PLATFORM, tenant: tenant ?? '', user };
  const locale = localeIn(clientLanguage(activity)) ?? COMMON_LOCALE;
  const asked = askOnce(teams, activity, locale);
  const person = await teams.edge.recognise(account, async () => {
    const answer = await asked();
    return answer.kind === 'member' ? answer.profile : null;
  });
  if (person === null) return unknown(await asked(), account, locale);
  await keepContact(teams, account, person, activity);
  return { kind: 'person', person, locale: await teams.edge.languageOf(person, account) };
}

type Asked =
  { kind: 'member'; profile: Profile } | { kind: 'guest' } | { kind: 'nobody' } | { kind: 'unavailable' };

function unknown(asked: Asked, account: Account, locale: Locale): Who {
  switch (asked.kind) {
    case 'member':
      return { kind: 'stranger', account, profile: asked.profile, locale };
    case 'nobody':
      return { kind: 'nobody' };
    case 'guest':
    case 'unavailable':
      return { kind: asked.kind, locale };
  }
}

/** The connector is asked at the first contact only, and once. */
function askOnce(teams: TeamsContext, activity: Activity, locale: Locale): () => Promise<Asked> {
  let asked: Promise<Asked> | null = null;
  const ask = async (): Promise<Asked> => {
    const { serviceUrl, conversation, from } = activity;
    const asked = teams.bot.member({ serviceUrl, id: conversation.id }, from.id);
    const found = await atMost(LIMITS.turnMs, asked);
    if (found === 'late' || !found.ok) return { kind: 'unavailable' };
    if (!found.value) return { kind: 'nobody' };
    if (isGuest(found.value)) return { kind: 'guest' };
    const { name, email, userPrincipalName } = found.value;
    const language = clientLanguage(activity);
    return { kind: 'member', profile: { name, email: email ?? userPrincipalName, language, locale } };
  };
  return () => (asked ??= ask());
}

/** Guests of the tenant carry their home in their name: taro_elsewhere.example#EXT#@tenant. */
function isGuest({ role, userPrincipalName }: Member): boolean {
  return role === 'guest' || role === 'anonymous' || /#EXT#/iu.test(userPrincipalName ?? '');
}

/** How they are reached, and spoken to, from now on; what they did in a channel does not say where their own conversation is. */
async function keepContact(
  { accounts, clock }: TeamsContext,
  account: Account,
  person: string,
  activity: Activity,
): Promise<void> {
  const known = await accounts.find(account);
  const before = readContact(known?.contact ?? null);
  const { serviceUrl, from, conversation } = activity;
  const contact: Contact = {
    serviceUrl,
    user: from.id,
    conversation: isPersonal(activity) ? conversation.id : (before?.conversation ?? null),
  };
  const reachable = isPersonal(activity) || (known?.reachable ?? true);
  const language = clientLanguage(activity) || (known?.language ?? '');
  const now: KnownAccount = { ...account, person, contact, reachable, language };
  if (known && sameContact(before, contact) && isDeepStrictEqual({ ...known, contact }, now)) return;
  await accounts.keep(now, clock.now());
}
