import type { Address, Log, ReachBook } from '../application/ports.ts';
import type { Reach } from '../application/directory.ts';
import { personOf } from '../application/know-people.ts';
import type { Person } from '../domain/organization.ts';
import type { Clock } from '../application/ports.ts';
import { wordsOver, type Organized } from './knowledge.ts';

/** What another instance has learned is known here after this long at the latest. */
const REFRESH_EVERY_MS = 10_000;

/** What is learned about people and channels while the house runs, at hand without waiting. */
export interface LivingReach extends Reach {
  refresh(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** The organisation with people who register while the house runs. */
export function livingOrganized(
  organized: Organized,
  clock: Clock,
): { organized: Organized; people: Map<string, Person> } {
  const { catalogue } = organized;
  const people = new Map(catalogue.organization.people);
  const living = { ...catalogue, organization: { ...catalogue.organization, people } };
  return { organized: { ...organized, catalogue: living, words: wordsOver(living, clock) }, people };
}

/** @param people of the directory; those who register are put beside them, never in the place of one of the files */
export function livingReach(book: ReachBook, people: Map<string, Person>, log: Log): LivingReach {
  const state = { bound: new Map<string, string>(), lost: new Set<string>() };
  const inFiles = new Set(people.keys());
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  const refresh = async () => {
    const [registered, bindings, lost] = await Promise.all([book.people(), book.bindings(), book.lost()]);
    registered
      .filter(({ id }) => !inFiles.has(id))
      .forEach((person) => people.set(person.id, personOf(person)));
    state.bound = new Map(bindings.map(({ platform, unit, place }) => [keyOf(platform, unit), place]));
    state.lost = new Set(lost.map(({ platform, place }) => keyOf(platform, place)));
  };
  return {
    bound: (platform, unit) => state.bound.get(keyOf(platform, unit)) ?? null,
    isLost: ({ platform, place }: Address) => state.lost.has(keyOf(platform, place)),
    refresh,
    start: () => {
      timer = setInterval(() => {
        running = refresh().catch(() => log.warn('channels and people were not read again'));
      }, REFRESH_EVERY_MS);
    },
    stop: async () => {
      if (timer) clearInterval(timer);
      await running;
    },
  };
}

function keyOf(platform: string, name: string): string {
  return `${platform}\n${name}`;
}
