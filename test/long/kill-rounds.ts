import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../support/postgres-cluster.ts';
import { Broken, Failure } from './broken.ts';
import { planKill, type KillPlan, type Moment } from './kill-plan.ts';
import type { Program } from './program.ts';
import { randomFrom } from './random.ts';
import { createWorld, type Setting, type World } from './world.ts';

/** How long each phase may be before the kill, in milliseconds; a start is as long as the last one was. */
const FIRST_START_MS = 6_000;
const CATCHING_UP_MS = 500;
const WORK_MS = 2_500;
const SHUTDOWN_MS = 500;

/** The server of a site, when it has one. */
export type Server = Pick<Cluster, 'start' | 'stop'> | null;

export interface Life extends Setting {
  server: Server;
  /** Tells one world's choices apart from another's. */
  seed: readonly (string | number)[];
  /** The program is killed so often before the world is brought to its end. */
  rounds: number;
  /** Ends the world early. */
  isOver: () => boolean;
  onRound: (killedAt: Moment) => void;
}

/** One world: killed again and again while everybody acts, and everything checked in between. */
export async function liveThroughKills(life: Life): Promise<void> {
  const { figures, seed, site } = life;
  const world = createWorld(life, seed);
  const state = { hasRun: false };
  let at = 'the end';
  try {
    for (let round = 0; round < life.rounds && !life.isOver(); round++) {
      const plan = planKill(randomFrom(...seed, 'plan', round), site.kind, state.hasRun);
      at = `round ${round} ${JSON.stringify(plan)}`;
      const killedAt = await liveAndDie(world, life.server, plan, state);
      if (killedAt === null) figures.orderlyEnds++;
      else {
        figures.rounds++;
        figures.kills[killedAt]++;
        life.onRound(killedAt);
      }
    }
    at = 'the end';
    await world.end();
  } catch (cause) {
    await world.abandon();
    throw new Failure(`${seed.join(' ')}, ${at}`, site.remains, cause);
  }
}

/** What it was at when it was killed; null when it was stopped and quicker than the kill. */
async function liveAndDie(
  world: World,
  server: Server,
  plan: KillPlan,
  state: { hasRun: boolean },
): Promise<Moment | null> {
  const program = world.begin();
  if (plan.aim === 'start') {
    const usualMs = world.figures.startMs.at(-1) ?? FIRST_START_MS;
    await Promise.race([sleep(plan.share * usualMs), program.ended]);
    return kill(world, program, program.isReady() ? 'catching up' : state.hasRun ? 'start' : 'first start');
  }
  await world.arrive(program);
  state.hasRun = true;
  if (plan.aim === 'catching up') {
    await sleep(plan.share * CATCHING_UP_MS);
    return kill(world, program, 'catching up');
  }
  await world.rest();
  if (plan.server && server) {
    await sleep(plan.share * WORK_MS);
    await server.stop(plan.server);
    world.figures.serverFalls++;
    await server.start();
    await world.rest();
  }
  await sleep(plan.share * WORK_MS);
  if (plan.aim === 'work') return kill(world, program, 'work');
  program.terminate();
  await Promise.race([sleep(plan.share * SHUTDOWN_MS), program.ended]);
  return kill(world, program, 'shutdown');
}

async function kill(world: World, program: Program, at: Moment): Promise<Moment | null> {
  world.depart();
  const isQuicker = program.hasEnded();
  const { code, err } = await program.kill();
  if (isQuicker && (at !== 'shutdown' || code !== 0))
    throw new Broken(`the program ended by itself with ${String(code)}: ${err}`);
  return isQuicker ? null : at;
}
