import { handle } from './handling.ts';
import { createPerson, type Person, type Surrounding } from './person.ts';
import { randomFrom } from './random.ts';
import { ENGLISH, JAPANESE, report, reportForSure } from './reporting.ts';

/** Who plays, and what: reporters with one matter after another, and two handlers in each of two departments. */
const REPORTERS = ['yamada', 'suzuki', 'watanabe', 'ishii', 'yamaguchi', 'lee'];
const HANDLERS: Readonly<Record<string, string>> = {
  tanaka: 'risk-compliance',
  yoshida: 'risk-compliance',
  sato: 'service-promotion',
  kato: 'service-promotion',
};

export const CAST = [...REPORTERS, ...Object.keys(HANDLERS)];
export const CHANNELS = [...new Set(Object.values(HANDLERS))];

export interface Company {
  people: readonly Person[];
  /** Whoever can read a channel. */
  readerOf(channel: string): Person;
  /** Ends when the stage is over and everybody has finished what they were at; rejects when somebody cannot. */
  played: Promise<void>;
}

/** Everybody begins at once; each has a sequence of choices of their own. */
export function assemble(surrounding: Surrounding, seed: readonly (string | number)[]): Company {
  const people = CAST.map((id) => createPerson(id, randomFrom(...seed, id), surrounding));
  const byId = new Map(people.map((person) => [person.id, person]));
  const readerOf = (channel: string): Person => {
    const reader = CAST.find((id) => HANDLERS[id] === channel);
    const person = byId.get(reader ?? '');
    if (!person) throw new Error(`nobody reads ${channel}`);
    return person;
  };
  const played = Promise.all(people.map((person) => play(person, surrounding))).then(() => undefined);
  // Whoever waits for it hears of a failure; until then it must not end the process.
  played.catch(() => undefined);
  return { people, readerOf, played };
}

async function play(person: Person, { stage }: Surrounding): Promise<void> {
  const channel = HANDLERS[person.id];
  const sentences = person.id === 'lee' ? ENGLISH : JAPANESE;
  while (!stage.isOver()) {
    await stage.enter(person.id);
    await (channel === undefined ? report(person, sentences) : handle(person, channel));
  }
  if (channel === undefined) await reportForSure(person, sentences);
  stage.leave(person.id);
}
