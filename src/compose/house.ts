import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { ClockHealth } from '../application/audit-clocks.ts';
import { createDirectory } from '../application/directory.ts';
import { deliverDue } from '../application/deliver.ts';
import { keepWorking, type Workers } from '../application/keep-working.ts';
import { createPace } from '../application/pace.ts';
import type { Clock, Edge, Ids, Log, Messenger, Signer } from '../application/ports.ts';
import type { Surroundings } from '../application/surroundings.ts';
import { postCheckpoint, takeCheckpoint } from '../application/take-checkpoint.ts';
import { sweepInbox, workInbox } from '../application/work-inbox.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { createJobs } from '../jobs/create-jobs.ts';
import type { Listening, Platform, StartProblem } from '../platforms/platform.ts';
import { createWebPlatform } from '../platforms/web/web-platform.ts';
import type { Database } from '../storage/database.ts';
import type { RequestHandler } from '../storage/folder-socket.ts';
import { ledgerSigner } from '../storage/ledger-key.ts';
import { openDatabase, type DatabaseProblem } from '../storage/open-database.ts';
import { openStore, type Store } from '../storage/open-store.ts';
import { settlePurpose } from '../storage/purpose.ts';
import { secretFile } from '../storage/secret-file.ts';
import { tendTables } from '../storage/tend-tables.ts';
import type { Enqueue } from '../storage/unit-of-work.ts';
import { clockKeeper, type ClockKeeper } from './clock-keeping.ts';
import { dailyWork, type DailyWork } from './daily-work.ts';
import type { Organized, Understandings } from './knowledge.ts';
import { systemHash } from './node-ports.ts';
import { outlooks, refreshingOutlooks } from './outlook.ts';
import { openEdge } from './open-edge.ts';
import { listenForJobs, schedule } from './schedules.ts';
import { TEMPLATES_FOLDER } from './prepared-folders.ts';
import { webDirectory } from './web-directory.ts';

const TIME_ZONE = 'Asia/Tokyo';
const PAGE_FOLDER = fileURLToPath(new URL('../../dist/page', import.meta.url));

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
  /** Listens, and takes up what was left. */
  start(): Promise<Result<Listening, StartProblem>>;
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

/** The store alone, for a command that only reads. */
export async function openReading(
  config: Config,
  log: Log,
): Promise<Result<{ store: Store; signer: Signer; close: () => Promise<void> }, DatabaseProblem>> {
  const opened = await openDatabase({
    url: config.databaseUrl,
    folder: config.dataFolder,
    templates: TEMPLATES_FOLDER,
    log,
  });
  if (!opened.ok) return fail(opened.problem);
  const database = opened.value;
  const store = openStore({ database, enqueue: () => Promise.resolve(), log });
  const close = async () => {
    await store.stop();
    await database.close();
  };
  return ok({ store, signer: signerOf(config), close });
}

function signerOf(config: Config): Signer {
  return ledgerSigner(path.join(config.dataFolder, 'keys', 'ledger.pem'));
}

/** Everything over an open database; tests hand in theirs, with their own clock. */
export function furnish(parts: HouseParts, database: Database): House {
  const { config, log } = parts;
  const jobs = createJobs({ database, log, timeZone: TIME_ZONE });
  const { outlookOf, rules } = outlooks(parts.organized.catalogue, systemHash);
  const enqueue: Enqueue = (worker, transaction) => jobs.enqueueWithin(worker, transaction);
  const store = openStore({ database, enqueue, log, outlookOf });
  const web: Platform = openWeb(parts, store, () => clocks.health());
  const surroundings = surround(parts, messengerOver([web]));
  const signer = signerOf(config);
  const workers = employ(surroundings, store);
  const clocks = clockKeeper(surroundings, store, () => workers.outbox());
  const checkpointing = {
    ...surroundings,
    checkpoints: store.checkpoints,
    signer,
    unitOfWork: store.work,
    ledger: store.ledger,
  };
  const daily = dailyWork(surroundings, store, () => workers.outbox());
  listenForJobs(jobs, workers);
  const bySchedule = {
    checkpoint: () => postCheckpoint(checkpointing),
    tend: () => tendTables(database),
    digests: () => daily.digests(),
    clocks: () => clocks.keep(),
  };
  if (parts.schedules !== false) schedule(jobs, workers, bySchedule);
  const refreshing = refreshingOutlooks(store, rules, log);
  const edge = openEdge(surroundings, store, workers);
  return {
    store,
    surroundings,
    signer,
    edge,
    workers,
    daily,
    clocks,
    prepare: () => jobs.start(),
    start: async () => {
      const listening = await web.start(edge);
      // What a stopped or killed instance left behind is taken up at once.
      if (!listening.ok) return listening;
      void workers.inbox().then(() => workers.outbox());
      refreshing.start();
      void daily.catchUp();
      clocks.startAudit();
      return listening;
    },
    stop: async () => {
      await web.stop();
      await clocks.stopAudit();
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

function openWeb(
  { config, organized, log, clock, pageFolder = PAGE_FOLDER }: HouseParts,
  store: Store,
  health: () => Promise<ClockHealth>,
): Platform {
  return createWebPlatform({
    host: config.host,
    port: config.port,
    secret: secretFile(path.join(config.dataFolder, 'keys', 'sessions'), () =>
      randomBytes(32).toString('hex'),
    ),
    webChat: store.webChat,
    directory: webDirectory(organized, clock),
    words: organized.words,
    clock,
    log,
    pageFolder,
    health,
  });
}

function surround(
  { organized, understandings, log, clock, ids }: HouseParts,
  messenger: Messenger,
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
    directory: createDirectory({ organization: catalogue.organization, platforms: ['web'], today }),
    messenger,
  };
}

function messengerOver(platforms: readonly Platform[]): Messenger {
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  const unavailable = fail({ code: 'no_such_place' as const, retryAfterMs: null });
  return {
    send: (post) => byId.get(post.to.platform)?.send(post) ?? Promise.resolve(unavailable),
    update: (ref, post) => byId.get(post.to.platform)?.update(ref, post) ?? Promise.resolve(unavailable),
    paceMs: (platform) => byId.get(platform)?.capabilities.paceMs ?? 0,
    hasLists: (platform) => byId.get(platform)?.capabilities.lists ?? false,
    deletesOriginals: (platform) => byId.get(platform)?.capabilities.deletesOriginals ?? false,
  };
}

function employ(surroundings: Surroundings, store: Store): Workers {
  const inbox = {
    ...surroundings,
    unitOfWork: store.work,
    inboxQueue: store.inbox,
    onAnswered: () => void workers.outbox(),
  };
  const pace = createPace((platform) => surroundings.messenger.paceMs(platform), {
    now: () => performance.now(),
    wait: setTimeout,
  });
  const delivery = { ...surroundings, outboxQueue: store.outbox, reader: store.reports, pace };
  const workers: Workers = keepWorking({
    inboxOf: (person) => workInbox(inbox, person),
    inbox: () => sweepInbox(inbox),
    outbox: () => deliverDue(delivery),
    nextDue: () => store.outbox.nextDue(),
    now: () => surroundings.clock.now(),
    log: surroundings.log,
  });
  return workers;
}
