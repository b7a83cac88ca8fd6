import { localOf } from '../../domain/business-time.ts';
import { lasts, type Role } from '../../domain/organization.ts';
import { readContact } from './contact.ts';
import { PLATFORM, type Speaking } from './context.ts';
import type { OutgoingActivity } from './edge.ts';

/** Who answers for what comes to a department. */
const RESPONSIBLE: readonly Role[] = ['handler', 'manager'];
/** More than this would call a crowd, in which nobody feels called. */
const MOST_CALLED = 10;

interface Called {
  name: string;
  user: string;
}

/**
 * Calls those who are responsible in a channel, each by name: bots cannot call a channel as a whole. Whoever has never met
 * the bot in Teams cannot be called there, and sees the card all the same.
 */
export async function callIn(
  teams: Speaking,
  place: string,
): Promise<Pick<OutgoingActivity, 'text' | 'entities'>> {
  const called = await responsibleAt(teams, place);
  if (called.length === 0) return {};
  const entities = called.map(({ name, user }) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id: user, name },
  }));
  return { text: entities.map(({ text }) => text).join(' '), entities };
}

async function responsibleAt(teams: Speaking, place: string): Promise<Called[]> {
  const { organization, calendar, clock, accounts } = teams;
  const units = await unitsAt(teams, place);
  const today = localOf(calendar, clock.now()).date;
  const people = [...organization.people.values()].filter(({ posts }) =>
    posts.some(
      (post) =>
        units.has(post.unit) && lasts(post, today) && post.roles.some((role) => RESPONSIBLE.includes(role)),
    ),
  );
  const called = await Promise.all(
    people.map(async ({ id, name }): Promise<Called[]> => {
      const known = await accounts.of(PLATFORM, id);
      const contact = readContact(known[0]?.contact ?? null);
      return contact ? [{ name: name.ja, user: contact.user }] : [];
    }),
  );
  return called.flat().slice(0, MOST_CALLED);
}

/** Units that are reached in a channel; what an administrator has bound goes before the files. */
async function unitsAt({ organization, reach }: Speaking, place: string): Promise<ReadonlySet<string>> {
  const bound = (await reach.bindings()).filter(({ platform }) => platform === PLATFORM);
  const inFiles = [...organization.units.values()].flatMap(({ id, channels }) =>
    bound.some(({ unit }) => unit === id) ? [] : [{ unit: id, place: channels[PLATFORM] }],
  );
  return new Set([...bound, ...inFiles].filter((one) => one.place === place).map(({ unit }) => unit));
}
