import { createDirectory } from '../application/directory.ts';
import type { Workers } from '../application/keep-working.ts';
import type { Clock, Edge, Ids, Log, Signer } from '../application/ports.ts';
import type { Surroundings } from '../application/surroundings.ts';
import { postCheckpoint, takeCheckpoint } from '../application/take-checkpoint.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { createJobs } from '../jobs/create-jobs.ts';
import type { Platform, StartProblem } from '../platforms/platform.ts';
import type { Database } from '../storage/database.ts';
import type { RequestHandler } from '../storage/folder-socket.ts';
import { openDatabase, type DatabaseProblem } from '../storage/open-database.ts';
import { openStore, type Store } from '../storage/open-store.ts';
import { settlePurpose } from '../storage/purpose.ts';
import { forgetOldForms } from '../application/keep-form.ts';
import { tendTables } from '../storage/tend-tables.ts';
import { clockKeeper, type ClockKeeper } from './clock-keeping.ts';
import { dailyWork, type DailyWork } from './daily-work.ts';
import type { Organized, Understandings } from './knowledge.ts';
import { systemHash } from './node-ports.ts';
import { outlooks, refreshingOutlooks } from './outlook.ts';
import { livingOrganized, livingReach, type LivingReach } from './living-reach.ts';
import { openEdge } from './open-edge.ts';
import { employWorkers } from './employ-workers.ts';
import {
  messengerOver,
  PAGE_FOLDER,
  platformsInUse,
  startPlatforms,
  type HouseListening,
  type OpenPlatform,
  type PlatformParts,
} from './platforms.ts';
import { listenForJobs, schedule } from './schedules.ts';
import { signerOf } from './signer-of.ts';
import { TEMPLATES_FOLDER } from './prepared-folders.ts';

const TIME_ZONE = 'Asia/Tokyo';

/** The whole house over one database: what the command line reads, and what runs once it is started. */
export interface House {
  store: Store;
  surroundings: Surroundings;
  signer: Signer;
  edge: Edge;
  workers: Workers;
  daily: DailyWork;
  clocks: ClockKeeper;
  /** Queues and schedules; needed before anything is received. */
  prepare(): Promise<void>;
  /** Listens on every platform, and takes up what was left. */
  start(): Promise<Result<HouseListening, StartProblem>>;
  stop(): Promise<void>;
}

export interface HouseParts {
  config: Config;
  organized: Organized;
  understandings: Understandings;
  log: Log;
  clock: Clock;
  ids: Ids;
  /** Where the page of the web chat lies; the one that was built with the program when it is left out. */
  pageFolder?: string;
  /** Those of the configuration when it is left out. */
  platforms?: readonly OpenPlatform[];
  /** False where somebody else says when things are done that are done at a time of day: tests own the clock. */
  schedules?: false;
  /** Called when the embedded database has stopped for good; only a restart helps. */
  onStopped: () => void;
  /** Answers the command line while this process holds the folder. */
  onRequest: (house: House) => RequestHandler;
}

/** The database belongs to the other: to the seeded example, or to what people really report. */
export interface PurposeProblem {
  kind: 'demo_data' | 'real_data';
  /** Null on a server. */
  folder: string | null;
}

/**
 * Opens the database while what it takes to understand is still loading.
 * @param demo whether it is to be the house of the seeded example
 */
export async function composeHouse(
  parts: Omit<HouseParts, 'understandings'> & { understandings: Promise<Understandings> },
  demo = false,
): Promise<Result<House, DatabaseProblem | PurposeProblem>> {
  const { config, log } = parts;
  const late: { handler: RequestHandler } = { handler: () => Promise.resolve('null') };
  const opening = openDatabase({
    url: config.databaseUrl,
    folder: config.dataFolder,
    templates: TEMPLATES_FOLDER,
    onRequest: (line) => late.handler(line),
    onStopped: parts.onStopped,
    log,
  });
  const [opened, understandings] = await Promise.all([opening, parts.understandings]);
  if (!opened.ok) return fail(opened.problem);
  const isDemo = await settlePurpose(opened.value.prisma, demo);
  if (isDemo !== demo) {
    await opened.value.close();
    const folder = config.databaseUrl === null ? config.dataFolder : null;
    return fail({ kind: isDemo ? 'demo_data' : 'real_data', folder });
  }
  const house = furnish({ ...parts, understandings }, opened.value);
  late.handler = parts.onRequest(house);
  return ok(house);
}

/** Everything over an open database; tests hand in theirs, with their own clock. */
export function furnish(given: HouseParts, database: Database): House {
  const { config, log } = given;
  const { organized, people } = livingOrganized(given.organized, given.clock);
  const parts = { ...given, organized };
  const jobs = createJobs({ database, log, timeZone: TIME_ZONE });
  const { outlookOf, rules } = outlooks(parts.organized.catalogue, systemHash);
  const store = openStore({ database, enqueue: (...wake) => jobs.enqueueWithin(...wake), log, outlookOf });
  const reach = livingReach(store.reach, people, log);
  const platforms = openPlatforms(parts, store, () => clocks.health());
  const surroundings = surround(parts, platforms, reach);
  const signer = signerOf(config);
  const workers = employWorkers(surroundings, store, reach);
  const clocks = clockKeeper(surroundings, store, () => workers.outbox());
  const checkpointing = checkpointsOf(surroundings, store, signer);
  const daily = dailyWork(surroundings, store, () => workers.outbox());
  listenForJobs(jobs, workers);
  if (parts.schedules !== false)
    schedule(jobs, workers, {
      checkpoint: () => postCheckpoint(checkpointing),
      tend: () => tend(surroundings, store, database),
      ...daily,
      clocks: () => clocks.keep(),
    });
  const refreshing = refreshingOutlooks(store, rules, log);
  const edge = openEdge(surroundings, store, workers, reach);
  return {
    store,
    surroundings,
    signer,
    edge,
    workers,
    daily,
    clocks,
    prepare: async () => {
      await reach.refresh();
      await jobs.start();
    },
    start: async () => {
      const listening = await startPlatforms(platforms, edge);
      // What a stopped or killed instance left behind is taken up at once.
      if (!listening.ok) return listening;
      void workers.inbox().then(() => workers.outbox());
      refreshing.start();
      void daily.catchUp();
      clocks.start();
      reach.start();
      return listening;
    },
    stop: async () => {
      await Promise.all(platforms.map((platform) => platform.stop()));
      await reach.stop();
      await clocks.stop();
      await workers.stop();
      await refreshing.stop();
      // Without a database there is none, and the rest must still be let go.
      await takeCheckpoint(checkpointing).catch(() => log.warn('stopped without a checkpoint'));
      await jobs.stop();
      await store.stop();
      await database.close();
    },
  };
}

/** What is shown to nobody any more goes before its room is made free. */
async function tend(surroundings: Surroundings, store: Store, database: Database): Promise<void> {
  await forgetOldForms({ ...surroundings, unitOfWork: store.work });
  await tendTables(database);
}

function checkpointsOf(surroundings: Surroundings, store: Store, signer: Signer) {
  const { checkpoints, work, ledger } = store;
  return { ...surroundings, checkpoints, signer, unitOfWork: work, ledger };
}

function surround(
  { organized, understandings, log, clock, ids }: HouseParts,
  platforms: readonly Platform[],
  reach: LivingReach,
): Surroundings {
  const { catalogue, words } = organized;
  const today = () => localOf(catalogue.calendar, clock.now()).date;
  return {
    catalogue,
    words,
    ...understandings,
    clock,
    ids,
    hash: systemHash,
    log,
    directory: createDirectory({
      organization: catalogue.organization,
      platforms: platforms.map(({ id }) => id),
      today,
      reach,
    }),
    messenger: messengerOver(platforms),
  };
}

function openPlatforms(
  { platforms, pageFolder = PAGE_FOLDER, ...parts }: HouseParts,
  store: Store,
  health: PlatformParts['health'],
): Platform[] {
  return (platforms ?? platformsInUse(parts.config)).map((open) =>
    open({ ...parts, pageFolder, store, health }),
  );
}
