import { Command, CommanderError } from 'commander';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { HouseAnswer } from './house-request.ts';
import { EXIT, type Io } from './io.ts';
import { describeQueries, type Question } from './query-commands.ts';
import { describePlatforms, type PackageOptions } from './platform-commands.ts';

/** Labelled messages, `{"text","label"}` on each line. */
export interface EvaluationFiles {
  train: string;
  test: string;
}

/** What the commands need, opened only by the ones that need it. */
export interface CommandActions {
  say(phrase: Phrase): string;
  start(options: { demo: boolean }): Promise<number>;
  check(): Promise<number>;
  classify(): Promise<number>;
  mask(): Promise<number>;
  train(): Promise<number>;
  /** Who may do what, as a page in Markdown. */
  rights(): Promise<number>;
  /** Of the built model on this project's own messages; with files, of the same recipe on those. */
  evaluate(files: EvaluationFiles | null): Promise<number>;
  /** @param address where Slack reaches us; null for Socket Mode */
  slackManifest(address: string | null): Promise<number>;
  /** Whether Slack is set up. */
  examineSlack(): Promise<number>;
  /** A list of everybody in the format of people.csv. */
  importDirectory(file: string, options: { apply: boolean }): Promise<number>;
  /** Writes the app that an administrator uploads to Teams. */
  packageTeams(options: PackageOptions): Promise<number>;
  /** Whether Teams is set up. @param endpoint where it is told to post; null leaves it out */
  examineTeams(endpoint: string | null): Promise<number>;
  ask(request: Question): Promise<HouseAnswer>;
}

/** One command; returns the exit code. Without a command the house is started. */
export async function runCommandLine(
  args: readonly string[],
  io: Io,
  actions: CommandActions,
): Promise<number> {
  const result = { code: EXIT.ok as number };
  const end = (code: number) => (result.code = code);
  const program = describe(io, actions, end);
  describePlatforms(program, actions, end);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return result.code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    io.err(actions.say(phrase(wordsFor(error), { command: args.join(' '), help: 'tsutae --help' })));
    return EXIT.usage;
  }
}

function describe(io: Io, actions: CommandActions, end: (code: number) => void): Command {
  const about = (key: string) => actions.say(phrase(`cli.${key}.about`));
  const program = new Command('tsutae').description(actions.say(phrase('cli.about'))).exitOverride();
  program.configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: () => undefined });
  const run = (name: 'check' | 'classify' | 'mask' | 'rights' | 'train') => {
    const command = program.command(name).description(about(name));
    command.action(async () => end(await actions[name]()));
  };
  program
    .command('start', { isDefault: true })
    .description(about('start'))
    .option('--demo', actions.say(phrase('cli.start.demo')), false)
    .action(async (options: { demo: boolean }) => end(await actions.start(options)));
  (['check', 'classify', 'mask', 'rights', 'train'] as const).forEach(run);
  program
    .command('evaluate')
    .description(about('evaluate'))
    .option('--train <file>', actions.say(phrase('cli.evaluate.train')))
    .option('--test <file>', actions.say(phrase('cli.evaluate.test')))
    .action(async ({ train, test }: Partial<EvaluationFiles>, command: Command) => {
      if ((train === undefined) !== (test === undefined))
        command.error('', { code: 'commander.missingArgument' });
      end(await actions.evaluate(train === undefined || test === undefined ? null : { train, test }));
    });
  const ask = async (request: Question) => {
    const answer = await actions.ask(request);
    answer.problems.forEach((problem) => io.err(problem));
    answer.lines.forEach((line) => io.out(line));
    end(answer.code);
  };
  describeDirectory(program, about, actions, end);
  describeQueries(program, (text) => actions.say(text), ask);
  return program;
}

function describeDirectory(
  program: Command,
  about: (key: string) => string,
  actions: CommandActions,
  end: (code: number) => void,
): void {
  program
    .command('directory')
    .description(about('directory'))
    .command('import <file>')
    .description(about('directory_import'))
    .option('--apply', actions.say(phrase('cli.directory_import.apply')), false)
    .action(async (file: string, options: { apply: boolean }) =>
      end(await actions.importDirectory(file, options)),
    );
}

function wordsFor(error: CommanderError): string {
  switch (error.code) {
    case 'commander.unknownCommand':
    case 'commander.excessArguments':
      return 'cli.unknown_command';
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
      return 'cli.missing_argument.in';
    default:
      return 'cli.unknown_option.in';
  }
}
