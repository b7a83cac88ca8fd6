import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DATABASES, type DatabaseKind } from './site.ts';

/** What a run is told. */
export interface Options {
  databases: readonly DatabaseKind[];
  /** Kills of the program on each database, unless `minutes` ends them. */
  rounds: number;
  minutes: number | null;
  seed: string;
  /** Only this world of the seed, as far as it goes. */
  world: number | null;
  /** Only this scenario. */
  only: string | null;
}

export const USAGE = `npm run test:long -- [options]
  --database pglite|postgres|both   (both)
  --rounds N      kills of the program on each database (200)
  --minutes M     goes on for M minutes instead (crowd: 1)
  --seed TEXT     repeats the choices of an earlier run
  --world N       with --seed: only that world
  --only NAME     one scenario: `;

const ROUNDS = 200;

/** Throws, with a sentence for whoever typed it. */
export function readOptions(words: readonly string[], scenarios: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      database: { type: 'string', default: 'both' },
      rounds: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      world: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const databases = DATABASES.filter((kind) => values.database === 'both' || values.database === kind);
  if (databases.length === 0) throw new Error(`--database ${values.database}`);
  if (values.only !== undefined && !scenarios.includes(values.only)) throw new Error(`--only ${values.only}`);
  const minutes = numberFrom('minutes', values.minutes);
  return {
    databases,
    rounds: numberFrom('rounds', values.rounds) ?? (minutes === null ? ROUNDS : Infinity),
    minutes,
    seed: values.seed ?? String(randomInt(2 ** 32)),
    world: numberFrom('world', values.world),
    only: values.only ?? null,
  };
}

function numberFrom(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (!(number >= 0)) throw new Error(`--${name} ${text}`);
  return number;
}
