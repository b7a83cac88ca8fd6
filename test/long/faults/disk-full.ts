import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../support/postgres-cluster.ts';
import { onGrounds } from '../grounds.ts';
import { launch } from '../program.ts';
import type { DatabaseKind } from '../site.ts';
import { mountSmallDisk, type SmallDisk } from '../small-disk.ts';
import type { World } from '../world.ts';
import { acknowledgedIn, expectThat, liveThrough, refusedIn, type Fault, type Trial } from './fault.ts';

const MEGABYTE = 1024 * 1024;
/** Room for a database and little more. */
const DISK_MB = 400;
/** What is left, one time after another: nothing, and a little that is used up by and by. */
const LEFT_MB = [0, 2, 24];
const WORK_MS = 4_000;
const FULL_MS = 12_000;

/** What lies on the disk that fills up. */
interface Part {
  name: string;
  kind: DatabaseKind;
  on: 'data folder' | 'server';
}

const PARTS: readonly Part[] = [
  { name: 'embedded database', kind: 'pglite', on: 'data folder' },
  { name: 'server', kind: 'postgres', on: 'server' },
  { name: 'log beside a server', kind: 'postgres', on: 'data folder' },
];

/** The disk fills up while people work, and is emptied again. */
export const diskFull: Fault = {
  name: 'disk-full',
  async run(trial) {
    for (const part of PARTS) {
      const disk = mountSmallDisk(DISK_MB);
      if (!disk) return 'only root can mount a small disk';
      await fillAgainAndAgain(part, disk, trial);
      disk.remove();
    }
    return null;
  },
};

function fillAgainAndAgain(part: Part, disk: SmallDisk, trial: Trial): Promise<void> {
  const { name, kind, on } = part;
  const footing = { kind, organized: trial.organized, ...(on === 'server' && { under: disk.folder }) };
  return onGrounds(footing, async (grounds) => {
    const site = await grounds.newSite(on === 'data folder' ? { under: disk.folder } : {});
    await liveThrough(`disk-full, ${name}`, trial, { site }, async (world) => {
      for (const left of LEFT_MB) {
        await sleep(WORK_MS);
        disk.fill(left * MEGABYTE);
        await whileFull(world, part, left, trial);
        disk.empty();
        await goOn(world, grounds.server);
      }
      if (kind === 'pglite') await startOnFullDisk(world, disk);
    });
  });
}

async function whileFull(world: World, { name }: Part, left: number, trial: Trial): Promise<void> {
  const [acknowledged, refused] = [acknowledgedIn(world), refusedIn(world)];
  await sleep(FULL_MS);
  const status = await world.visit();
  const taken = acknowledgedIn(world) - acknowledged;
  const told = refusedIn(world) - refused;
  trial.say(`${name}, ${left} MB left: ${taken} acknowledged, ${told} told to try again, then ${status}`);
  expectThat(world.isRunning(), 'people are answered, not left without a program');
  if (name === 'embedded database') expectThat(status === 503, 'whoever comes is told to try again');
  if (name === 'log beside a server') expectThat(status === 202 && told === 0, 'nobody notices a full log');
}

/** A server that has ended for want of room is started again, as its administrator would. */
async function goOn(world: World, server: Cluster | null): Promise<void> {
  if (server && !server.isRunning()) await server.start();
  await world.rest();
}

/** Begun on a full disk it either works or ends with words; with room it works. */
async function startOnFullDisk(world: World, disk: SmallDisk): Promise<void> {
  disk.fill(0);
  await world.kill();
  const program = launch(['start'], world.site.settings);
  const address = await program.ready.catch(() => null);
  if (address === null) {
    const { code, err } = await program.ended;
    expectThat(code === 1 && err.trim().split('\n').length === 1, `a start that cannot be says so: ${err}`);
  } else await program.kill();
  disk.empty();
  await world.restart();
  await world.rest();
}
