import type { Grounds } from './grounds.ts';
import { liveThroughKills, type Life } from './kill-rounds.ts';
import type { Options } from './options.ts';
import { randomFrom } from './random.ts';
import type { DatabaseKind } from './site.ts';

/** A world is short enough to be repeated, and long enough for its people to have a history. */
const FEWEST_ROUNDS = 4;
const MORE_ROUNDS = 13;

export type LaneWork = Pick<Life, 'figures' | 'catalogue' | 'isOver' | 'onRound'>;

/** World after world on one kind of database, until there were enough rounds. */
export async function killAgainAndAgain(
  kind: DatabaseKind,
  grounds: Grounds,
  options: Options,
  work: LaneWork,
): Promise<void> {
  const { figures } = work;
  for (let world = options.world ?? 0; ; world++) {
    const seed = [options.seed, kind, world];
    const length = FEWEST_ROUNDS + randomFrom(...seed, 'length').below(MORE_ROUNDS);
    const rounds = Math.min(length, options.rounds - figures.rounds);
    const site = await grounds.newSite();
    await liveThroughKills({ ...work, site, server: grounds.server, seed, rounds });
    await site.clear();
    if (options.world !== null || work.isOver() || figures.rounds >= options.rounds) return;
  }
}
