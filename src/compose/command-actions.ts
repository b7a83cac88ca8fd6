import { existsSync } from 'node:fs';
import path from 'node:path';
import { classify } from '../cli/classify.ts';
import type { CommandActions } from '../cli/command-line.ts';
import { EXIT, type Io } from '../cli/io.ts';
import { mask } from '../cli/mask.ts';
import { rightsPage } from '../cli/rights.ts';
import type { DemoMaterial } from '../application/ports.ts';
import type { CatalogueProblem } from '../catalog/catalogue-problem.ts';
import { loadDemoMaterial } from '../catalog/load-demo-material.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { askHouse } from './ask-house.ts';
import { evaluateFiles, evaluateModel } from './evaluate.ts';
import { importDirectory } from './import-directory.ts';
import { learn, organize, type Organized, type Understandings } from './knowledge.ts';
import { logOf } from './log-of.ts';
import { systemClock } from './node-ports.ts';
import { MODEL_FOLDER, taughtModel } from './prepared-folders.ts';
import { catalogueLines, wordsAlone } from './problem-lines.ts';
import { examineTeamsSetup, packageTeams } from './teams-setup.ts';
import { train } from './train.ts';

/** The commands over the real house; each opens, and even reads in of the program, no more than it needs. */
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
        const { startHouse } = await import('./start-house.ts');
        if (!demo) return startHouse({ config, organized: known, material: null, io, say }, untilInterrupted);
        const material = await materialFor(config, known, io, say);
        if (!material) return EXIT.failed;
        const { populated } = await import('./demo.ts');
        const demoConfig = { ...config, dataFolder: config.demoFolder };
        const staffed = populated(known, material);
        return startHouse({ config: demoConfig, organized: staffed, material, io, say }, untilInterrupted);
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
    ask: (request) => askHouse(config, organized, say, { ...request, locale: config.locale }),
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
    slackManifest: async (address) => (await import('./slack-commands.ts')).printManifest(address, io, say),
    examineSlack: () =>
      withOrganized(async (known) => {
        const { doctorSlack } = await import('./slack-commands.ts');
        const question = { command: 'bindings', platform: 'slack', locale: config.locale } as const;
        const bindings = () =>
          hasHouse(config)
            ? askHouse(config, () => Promise.resolve(known), say, question)
            : Promise.resolve(null);
        return doctorSlack(config, known, { io, clock: systemClock, log: logOf(config), bindings });
      }),
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

/** Nothing is begun in a folder that nobody has used. */
function hasHouse({ databaseUrl, dataFolder }: Config): boolean {
  return databaseUrl !== null || existsSync(dataFolder);
}

function trainFor(
  config: Config,
  organized: Organized,
  io: Io,
  say: (text: Phrase) => string,
): Promise<number> {
  const question = { command: 'candidates-list', state: 'accepted', json: true } as const;
  const known = () => Promise.resolve(organized);
  const accepted = () => askHouse(config, known, say, { ...question, locale: config.locale });
  const models = { intents: config.intents, built: MODEL_FOLDER, taught: taughtModel(config) };
  return train({ ...models, accepted: hasHouse(config) ? accepted : null }, io, say);
}

function mistaken(io: Io, say: (text: Phrase) => string, problems: readonly CatalogueProblem[]): null {
  io.err(say(phrase('cli.check_failed', { n: problems.length })));
  catalogueLines(problems, say).forEach((line) => io.err(line));
  return null;
}
