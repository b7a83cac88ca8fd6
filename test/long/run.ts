import { organize, type Organized } from '../../src/compose/knowledge.ts';
import { testConfig } from '../support/a-world.ts';
import { partsIn } from '../support/house-parts.ts';
import { HANDLERS, REPORTS, workSideBySide, type Crowded } from './crowded.ts';
import { clockJumps } from './faults/clock-jumps.ts';
import { databaseGone } from './faults/database-gone.ts';
import { diskFull } from './faults/disk-full.ts';
import type { Fault } from './faults/fault.ts';
import { slowDatabase } from './faults/slow-database.ts';
import { noFigures, type Figures } from './figures.ts';
import { onGrounds } from './grounds.ts';
import { killAgainAndAgain } from './lane.ts';
import { compareHistories } from '../domain/clock-histories.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { LOOKS } from './overdue-stock.ts';
import { reportLines } from './report.ts';
import { killWhileTelling } from './telling-rounds.ts';
import type { DatabaseKind } from './site.ts';

const KILLS = 'kills';
const HISTORIES = 'histories';
const TELLING = 'telling';
const CROWD = 'crowd';
/** Of handlers at the same reports, unless told otherwise. */
const CROWD_MINUTES = 1;
/** Large enough for a look that takes seconds. */
const TOLD_REPORTS = 240;
const KILLS_OF_A_LOOK = 6;
/** Of reports, by whose clocks the domain and a slow reference must not differ once. */
const HISTORIES_COMPARED = 100_000;
const FAULTS: readonly Fault[] = [databaseGone, slowDatabase, clockJumps, diskFull];
const SCENARIOS = [KILLS, TELLING, CROWD, HISTORIES, ...FAULTS.map(({ name }) => name)];

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const options = optionsFrom(words);
  if (!options) return 2;
  const organized = await organize(testConfig(''));
  if (!organized.ok) throw new Error('the organisation of the checkout is wrong');
  console.log(`seed ${options.seed}`);
  const isWanted = (name: string): boolean => options.only === null || options.only === name;
  // Databases do not wait for each other; one that breaks leaves the other running.
  const kinds = isWanted(KILLS) ? options.databases : [];
  const held = await Promise.all(kinds.map((kind) => runKills(kind, options, organized.value)));
  if (isWanted(TELLING))
    for (const kind of options.databases) held.push(await runTelling(kind, options, organized.value));
  if (isWanted(CROWD))
    for (const kind of options.databases) held.push(await runCrowd(kind, options, organized.value));
  for (const fault of FAULTS.filter(({ name }) => isWanted(name)))
    held.push(await runFault(fault, options, organized.value));
  if (isWanted(HISTORIES)) held.push(await runHistories(options, organized.value));
  return held.every(Boolean) ? 0 : 1;
}

function optionsFrom(words: readonly string[]): Options | null {
  try {
    return readOptions(words, SCENARIOS);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : ''}\n${USAGE}${SCENARIOS.join(', ')}`);
    return null;
  }
}

function runKills(kind: DatabaseKind, options: Options, organized: Organized): Promise<boolean> {
  return told(`${KILLS} ${kind}`, options, async (figures, seconds) => {
    const work = {
      figures,
      catalogue: organized.catalogue,
      isOver: () => options.minutes !== null && seconds() > options.minutes * 60,
      onRound: (killedAt: string) =>
        console.log(`${kind} ${figures.rounds} killed at ${killedAt} (${Math.round(seconds())} s)`),
    };
    await onGrounds({ kind, organized }, (grounds) => killAgainAndAgain(kind, grounds, options, work)).catch(
      (error: unknown) => {
        console.log(
          `again: npm run test:long -- --only ${KILLS} --database ${kind} --seed ${options.seed} --world ${figures.worlds - 1}`,
        );
        throw error;
      },
    );
    return null;
  });
}

/** The whole program killed while its clocks have much to say; on a server two of them at once. */
function runTelling(kind: DatabaseKind, options: Options, organized: Organized): Promise<boolean> {
  return told(`${TELLING} ${kind}`, options, async (figures, seconds) => {
    const instances = kind === 'postgres' ? 2 : 1;
    const isOver = () => options.minutes !== null && seconds() > options.minutes * 60;
    for (let world = options.world ?? 0; ; world++) {
      await onGrounds({ kind, organized }, async (grounds) => {
        const site = await grounds.newSite();
        const size = { instances, reports: TOLD_REPORTS, looks: LOOKS.length, kills: KILLS_OF_A_LOOK };
        const { catalogue } = organized;
        const seed = [options.seed, kind, world];
        const { kills, inBetween, deeds, said } = await killWhileTelling({ site, catalogue, seed, ...size });
        figures.rounds += kills;
        figures.worlds++;
        figures.ledgerEvents += deeds;
        const counts = `${kills} kills, ${inBetween} in between; ${deeds} deeds, said ${said} times`;
        console.log(`${TELLING} ${kind} ${world}: ${counts} (${Math.round(seconds())} s)`);
        await site.clear();
      });
      if (options.world !== null || isOver() || figures.rounds >= options.rounds) return null;
    }
  });
}

/** Many handlers at the same reports, on a server in front of two instances. */
function runCrowd(kind: DatabaseKind, options: Options, organized: Organized): Promise<boolean> {
  return told(`${CROWD} ${kind}`, options, async (figures) => {
    await onGrounds({ kind, organized }, async (grounds) => {
      const site = await grounds.newSite();
      const parts = await partsIn(site.folder);
      const first = await site.open();
      const databases: Crowded['databases'] = kind === 'postgres' ? [first, await site.open()] : [first];
      const seconds = 60 * (options.minutes ?? CROWD_MINUTES);
      const work = { parts, databases, seed: options.seed, seconds, least: 0 };
      const { deeds, answered, refused } = await workSideBySide(work);
      figures.worlds++;
      figures.reports += REPORTS;
      figures.ledgerEvents += deeds.reduce((sum, { steps }) => sum + steps.length, 0);
      const counts = `${deeds.length} deeds, ${answered} answered, refused ${JSON.stringify(refused)}`;
      console.log(`${CROWD} ${kind}: ${HANDLERS} handlers, ${counts}`);
      await site.clear();
    });
    return null;
  });
}

function runHistories(options: Options, { catalogue }: Organized): Promise<boolean> {
  return told(HISTORIES, options, () => {
    const seed = Number.parseInt(options.seed, 10) || 0;
    const { running } = compareHistories(catalogue, HISTORIES_COMPARED, { seed });
    console.log(`${HISTORIES}: ${HISTORIES_COMPARED} histories, ${running} running clocks`);
    return Promise.resolve(null);
  });
}

function runFault(fault: Fault, { seed }: Options, organized: Organized): Promise<boolean> {
  return told(fault.name, { seed }, (figures) =>
    fault.run({ organized, figures, seed, say: (line) => console.log(`${fault.name}: ${line}`) }),
  );
}

/** Runs one scenario and says how it went; false when something broke. */
async function told(
  what: string,
  { seed }: Pick<Options, 'seed'>,
  work: (figures: Figures, seconds: () => number) => Promise<string | null>,
): Promise<boolean> {
  const began = Date.now();
  const seconds = (): number => (Date.now() - began) / 1000;
  const figures = noFigures();
  let verdict = 'everything held';
  let held = true;
  try {
    const reason = await work(figures, seconds);
    if (reason !== null) verdict = `not tried: ${reason}`;
  } catch (error) {
    held = false;
    verdict = `BROKEN ${error instanceof Error ? error.message : String(error)}`;
  }
  console.log([`${what}: ${verdict}`, ...reportLines(what, seed, seconds(), figures)].join('\n'));
  return held;
}
