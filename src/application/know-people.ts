import { livingUnit, localeOf, type Locale, type Person } from '../domain/organization.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type {
  Account,
  AccountBook,
  PreferenceReader,
  Profile,
  ReachBook,
  RegisteredPerson,
} from './ports.ts';
import { moment, personNow, type Surroundings } from './surroundings.ts';

export interface Acquaintance extends Surroundings {
  accounts: AccountBook;
  reachBook: ReachBook;
  /** Called once somebody has registered. */
  onReachChanged: () => Promise<void>;
}

/**
 * Whose account it is: as it is known, else by the e-mail of the directory.
 * @param profile asked for when the account is new or its language is not known; a platform that gives none leaves a
 *   new account unknown
 * @returns directory id; null for somebody who has to say first where they work
 */
export async function recognisePerson(
  deps: Acquaintance,
  account: Account,
  profile: () => Promise<Profile | null>,
): Promise<string | null> {
  const known = await deps.accounts.find(account);
  if (known && personNow(deps, known.person)) {
    if (known.language === null) await learnLanguage(deps, account, profile);
    return known.person;
  }
  const verified = await profile();
  const email = verified?.email?.toLowerCase();
  if (!verified || email === undefined) return null;
  const person = [...deps.catalogue.organization.people.values()].find(
    (one) => one.email.toLowerCase() === email && personNow(deps, one.id),
  );
  if (!person) return null;
  await keep(deps, account, person.id, verified);
  return person.id;
}

/** Somebody whom no file names says once where they work: from then on they report as staff of that unit. */
export async function registerPerson(
  deps: Acquaintance,
  account: Account,
  profile: Profile,
  unit: string,
): Promise<Result<string, Problem>> {
  const { today } = moment(deps);
  const living = livingUnit(deps.catalogue.organization, unit, today);
  if (!living || living.kind === 'address') return fail({ kind: 'not_found' });
  const id = [account.platform, account.tenant, account.user].join('-').toLowerCase();
  const { name, email, locale } = profile;
  await deps.reachBook.register({ id, name, email, locale, unit: living.id, since: today });
  await keep(deps, account, id, profile);
  await deps.onReachChanged();
  return ok(id);
}

/** How a registered person stands in the directory: staff of one unit, under the one name they gave. */
export function personOf(registered: RegisteredPerson): Person {
  const { id, name, email, locale, unit, since } = registered;
  return {
    id,
    name: { ja: name, en: name },
    email: email ?? '',
    locale,
    posts: [{ unit, roles: ['staff'], from: since, until: null }],
    deputies: [],
  };
}

/** The one they have chosen, else that of the profile of their account, else that of the directory. */
export async function readingLanguage(
  { accounts, catalogue, preferences }: Acquaintance & { preferences: PreferenceReader },
  person: string,
  account: Account,
): Promise<Locale> {
  const [{ language }, known] = await Promise.all([preferences.of(person), accounts.find(account)]);
  return language ?? localeOf(catalogue.organization, person, known?.language ?? null);
}

/** Who is known is let in all the same where it cannot be asked: it is asked again the next time. */
async function learnLanguage(
  deps: Acquaintance,
  account: Account,
  profile: () => Promise<Profile | null>,
): Promise<void> {
  const said = await profile().catch(() => null);
  if (said) await deps.accounts.speaks(account, said.language);
}

async function keep(
  deps: Acquaintance,
  account: Account,
  person: string,
  { language }: Profile,
): Promise<void> {
  const contact = (await deps.accounts.find(account))?.contact ?? null;
  await deps.accounts.keep({ ...account, person, contact, reachable: true, language }, deps.clock.now());
}
