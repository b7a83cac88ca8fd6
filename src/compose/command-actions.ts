import { existsSync } from 'node:fs';
import path from 'node:path';
import { classify } from '../cli/classify.ts';
import type { CommandActions } from '../cli/command-line.ts';
import {
  houseAnswerSchema,
  houseRequestSchema,
  type HouseAnswer,
  type HouseRequest,
} from '../cli/house-request.ts';
import { EXIT, type Io } from '../cli/io.ts';
import { mask } from '../cli/mask.ts';
import { rightsPage } from '../cli/rights.ts';
import type { DemoMaterial, Log, Seeding } from '../application/ports.ts';
import type { CatalogueProblem } from '../catalog/catalogue-problem.ts';
import { loadDemoMaterial } from '../catalog/load-demo-material.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { createLog } from '../observability/log.ts';
import { askOwner } from '../storage/lock-folder.ts';
import { evaluateFiles, evaluateModel } from './evaluate.ts';
import { answerFrom } from './answer-from.ts';
import { composeHouse, openReading, type House } from './house.ts';
import { populated, seedStore } from './demo.ts';
import { importDirectory } from './import-directory.ts';
import { learn, organize, type Organized, type Understandings } from './knowledge.ts';
import { systemClock, systemIds } from './node-ports.ts';
import { MODEL_FOLDER, taughtModel } from './prepared-folders.ts';
import { catalogueLines, databasePhrase, startPhrase, wordsAlone } from './problem-lines.ts';
import { doctorSlack, printManifest } from './slack-commands.ts';
import { examineTeamsSetup, packageTeams } from './teams-setup.ts';
import { train } from './train.ts';

/** The commands over the real house; each opens no more than it needs. */
export function commandActions(
  config: Config,
  io: Io,
  untilInterrupted: () => Promise<void>,
): CommandActions {
  const words = wordsAlone();
  const say = (text: Phrase) => words(text, config.locale);
  const organized = async (): Promise<Organized | null> => {
    const result = await organize(config);
    return result.ok ? result.value : mistaken(io, say, result.problem);
  };
  const withOrganized = async (use: (known: Organized) => Promise<number>): Promise<number> => {
    const known = await organized();
    return known ? use(known) : EXIT.failed;
  };
  const withUnderstanding = (use: (all: Organized & Understandings) => Promise<number>) =>
    withOrganized(async (known) => use({ ...known, ...(await learn(config, known)) }));
  return {
    say,
    start: ({ demo }) =>
      withOrganized(async (known) => {
        if (!demo) return start({ config, organized: known, material: null, io, say }, untilInterrupted);
        const material = await materialFor(config, known, io, say);
        if (!material) return EXIT.failed;
        const demoConfig = { ...config, dataFolder: config.demoFolder };
        const staffed = populated(known, material);
        return start({ config: demoConfig, organized: staffed, material, io, say }, untilInterrupted);
      }),
    check: () => withOrganized((known) => checkMaterial(config, known, io, say)),
    classify: () =>
      withUnderstanding(({ recognizer, masker, catalogue }) => {
        const today = localOf(catalogue.calendar, systemClock.now()).date;
        return classify(io, say, { recognizer, masker, context: { today, unit: null } });
      }),
    mask: () => withUnderstanding(({ masker }) => mask(io, say, masker)),
    rights: () => {
      rightsPage(say).forEach((row) => io.out(row));
      return Promise.resolve(EXIT.ok);
    },
    train: () => withOrganized((known) => trainFor(config, known, io, say)),
    evaluate: (files) =>
      files
        ? evaluateFiles(config, files, io, say)
        : withUnderstanding((known) => evaluateModel(config, known, io, say)),
    importDirectory: (file, options) =>
      withOrganized((known) =>
        importDirectory({ config, organized: known, clock: systemClock, io }, file, options),
      ),
    ...platformActions(config, io, say, withOrganized),
    ask: async (request) => {
      const known = await organized();
      return known
        ? ask(config, known, say, { ...request, locale: config.locale })
        : { lines: [], problems: [], code: EXIT.failed };
    },
  };
}

/** The organisation's data was in order, or nothing would have come as far as this. */
async function checkMaterial(
  config: Config,
  known: Organized,
  io: Io,
  say: (text: Phrase) => string,
): Promise<number> {
  const hasMaterial = existsSync(path.join(config.organization, 'demo'));
  if (hasMaterial && !(await materialFor(config, known, io, say))) return EXIT.failed;
  io.out(say(phrase('cli.check_ok')));
  return EXIT.ok;
}

/** Setting up the platforms. */
function platformActions(
  config: Config,
  io: Io,
  say: (text: Phrase) => string,
  withOrganized: (use: (known: Organized) => Promise<number>) => Promise<number>,
): Pick<CommandActions, 'slackManifest' | 'examineSlack' | 'packageTeams' | 'examineTeams'> {
  return {
    slackManifest: (address) => Promise.resolve(printManifest(address, io, say)),
    examineSlack: () =>
      withOrganized((known) => doctorSlack(config, known, { io, clock: systemClock, log: logOf(config) })),
    packageTeams: (options) => withOrganized((known) => packageTeams(config, known, options, io, say)),
    examineTeams: (endpoint) => examineTeamsSetup(config, endpoint, io, say),
  };
}

async function materialFor(
  config: Config,
  { catalogue }: Organized,
  io: Io,
  say: (text: Phrase) => string,
): Promise<DemoMaterial | null> {
  const result = await loadDemoMaterial(config.organization, catalogue);
  return result.ok ? result.value : mistaken(io, say, result.problem);
}

function trainFor(
  config: Config,
  organized: Organized,
  io: Io,
  say: (text: Phrase) => string,
): Promise<number> {
  // Nothing is begun in a folder that nobody has used.
  const hasHouse = config.databaseUrl !== null || existsSync(config.dataFolder);
  const question = { command: 'candidates-list', state: 'accepted', json: true } as const;
  const accepted = () => ask(config, organized, say, { ...question, locale: config.locale });
  const models = { intents: config.intents, built: MODEL_FOLDER, taught: taughtModel(config) };
  return train({ ...models, accepted: hasHouse ? accepted : null }, io, say);
}

function mistaken(io: Io, say: (text: Phrase) => string, problems: readonly CatalogueProblem[]): null {
  io.err(say(phrase('cli.check_failed', { n: problems.length })));
  catalogueLines(problems, say).forEach((line) => io.err(line));
  return null;
}

interface Starting {
  config: Config;
  organized: Organized;
  /** Of the seeded example; null for the real house. */
  material: DemoMaterial | null;
  io: Io;
  say: (text: Phrase) => string;
}

async function start(starting: Starting, untilInterrupted: () => Promise<void>): Promise<number> {
  const { config, organized, material, io, say } = starting;
  const stopping = new AbortController();
  const interrupted = untilInterrupted().then(() => {
    stopping.abort();
    return 'interrupted' as const;
  });
  const stopped = signal();
  const log = logOf(config);
  const onRequest = (house: House) => (line: string) => answerLine(organized, house, line);
  const understandings = learn(config, organized);
  const composed = await composeHouse(
    {
      config,
      organized,
      understandings,
      log,
      clock: systemClock,
      ids: systemIds,
      onStopped: stopped.give,
      onRequest,
    },
    material !== null,
  );
  if (!composed.ok) return refused(io, say(databasePhrase(composed.problem)));
  const house = composed.value;
  await house.prepare();
  if (material && !(await filled(starting, material, await understandings, house, stopping.signal))) {
    await house.stop();
    return EXIT.ok;
  }
  const listening = await house.start();
  if (!listening.ok) {
    await house.stop();
    return refused(io, say(startPhrase(listening.problem)));
  }
  listening.value.platforms.forEach(({ address }) => io.out(say(phrase('cli.ready', { address }))));
  // A database that has stopped cannot be closed any more; what was acknowledged is in the folder.
  if ((await Promise.race([interrupted, stopped.given])) === 'stopped') {
    return refused(io, say(phrase('cli.database_stopped', { folder: config.dataFolder })));
  }
  io.err(say(phrase('cli.stopping')));
  await house.stop();
  return EXIT.ok;
}

const TOLD_EVERY = 1_000;

/** Whether the seeded example is there as a whole; it takes some seconds at the first start. */
function filled(
  { organized, io, say }: Starting,
  material: DemoMaterial,
  understandings: Understandings,
  { store }: House,
  stopping: AbortSignal,
): Promise<boolean> {
  let told = -1;
  const tell = ({ written, reports, finished }: Seeding) => {
    const thousands = Math.floor(written / TOLD_EVERY);
    if (thousands === told && !finished) return;
    told = thousands;
    io.err(say(phrase('cli.demo_seeding', { written, reports })));
  };
  return seedStore({ organized, understandings, material, store }, tell, stopping);
}

function signal(): { given: Promise<'stopped'>; give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<'stopped'>((resolve) => (give = () => resolve('stopped')));
  return { given, give: () => give() };
}

/** The running house answers over its folder's socket; else the folder, or the server, is opened for the moment. */
async function ask(
  config: Config,
  organized: Organized,
  say: (text: Phrase) => string,
  request: HouseRequest,
): Promise<HouseAnswer> {
  if (config.databaseUrl === null && existsSync(config.dataFolder)) {
    const answer = await askOwner(config.dataFolder, JSON.stringify(request));
    const read = answer === null ? null : houseAnswerSchema.safeParse(JSON.parse(answer));
    if (read?.success) return read.data;
    // Held by an instance that is still opening its database.
    if (read) return { lines: [], problems: [say(phrase('cli.starting'))], code: EXIT.failed };
  }
  const reading = await openReading(config, organized.catalogue, logOf(config));
  if (!reading.ok) return { lines: [], problems: [say(databasePhrase(reading.problem))], code: EXIT.failed };
  try {
    return await answerFrom(organized, reading.value, request);
  } finally {
    await reading.value.close();
  }
}

async function answerLine(organized: Organized, house: House, line: string): Promise<string> {
  const request = houseRequestSchema.safeParse(JSON.parse(line));
  const answer = request.success
    ? await answerFrom(organized, house, request.data)
    : { lines: [], problems: [], code: EXIT.usage };
  return JSON.stringify(answer);
}

function logOf(config: Config): Log {
  const file = config.logTo === 'file' ? path.join(config.dataFolder, 'log', 'tsutae.log') : null;
  return createLog({ level: config.logLevel, file });
}

function refused(io: Io, line: string): number {
  io.err(line);
  return EXIT.failed;
}
