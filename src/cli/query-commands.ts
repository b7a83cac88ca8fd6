import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import type { CandidateState } from '../application/ports.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { CANDIDATE_STATES, LAST_NUMBER, type HouseRequest } from './house-request.ts';

/** A request before it is said in which language the answer is to be. */
export type Question = HouseRequest extends infer R
  ? R extends HouseRequest
    ? Omit<R, 'locale'>
    : never
  : never;

type Say = (text: Phrase) => string;
type About = (key: string) => string;
type Ask = (request: Question) => Promise<void>;

/** The commands that the running house answers, or one that is opened for the moment. */
export function describeQueries(program: Command, say: Say, ask: Ask): void {
  const about = (key: string) => say(phrase(`cli.${key}.about`));
  describeReports(program, about, ask);
  describeCandidates(program, about, ask);
  describeQuestions(program, say, ask);
  program
    .command('campaigns')
    .description(about('campaigns'))
    .option('--json', '', false)
    .action((options: { json: boolean }) => ask({ command: 'campaigns', ...options }));
  for (const command of ['verify', 'queue', 'health'] as const)
    program
      .command(command)
      .description(about(command))
      .action(() => ask({ command }));
  program
    .command('export')
    .description(about('export'))
    .addOption(new Option('--what <what>').choices(['reports', 'ledger']).default('reports'))
    .addOption(new Option('--format <format>').choices(['csv', 'json']).default('csv'))
    .action((options: { what: 'reports' | 'ledger'; format: 'csv' | 'json' }) =>
      ask({ command: 'export', ...options }),
    );
}

function describeReports(program: Command, about: About, ask: Ask): void {
  const report = program.command('report').description(about('report'));
  report
    .command('list')
    .description(about('report_list'))
    .option('--type <type>')
    .option('--state <state>')
    .option('--office <id>')
    .option('--limit <n>', '', upTo(10_000), 50)
    .option('--json', '', false)
    .action((options: { type?: string; state?: string; office?: string; limit: number; json: boolean }) =>
      ask({ command: 'report-list', ...options }),
    );
  report
    .command('show <number>')
    .description(about('report_show'))
    .option('--json', '', false)
    .action((number: string, options: { json: boolean }) =>
      ask({ command: 'report-show', number, ...options }),
    );
  report
    .command('views <number>')
    .description(about('report_views'))
    .option('--json', '', false)
    .action((number: string, options: { json: boolean }) =>
      ask({ command: 'report-views', number, ...options }),
    );
}

function describeCandidates(program: Command, about: About, ask: Ask): void {
  const candidates = program.command('candidates').description(about('candidates'));
  candidates
    .command('list')
    .description(about('candidates_list'))
    .addOption(new Option('--state <state>').choices(CANDIDATE_STATES).default('undecided'))
    .option('--json', '', false)
    .action((options: { state: CandidateState; json: boolean }) =>
      ask({ command: 'candidates-list', ...options }),
    );
  const id = new Argument('<id>').argParser(upTo(LAST_NUMBER));
  candidates
    .command('accept')
    .addArgument(id)
    .description(about('candidates_accept'))
    .action((id: number) => ask({ command: 'candidates-decide', id, decision: 'accepted' }));
  candidates
    .command('reject')
    .addArgument(id)
    .description(about('candidates_reject'))
    .action((id: number) => ask({ command: 'candidates-decide', id, decision: 'rejected' }));
}

function describeQuestions(program: Command, say: Say, ask: Ask): void {
  program
    .command('questions')
    .description(say(phrase('cli.questions.about')))
    .addOption(
      new Option('--answered <id>', say(phrase('cli.questions.answered')))
        .argParser(upTo(LAST_NUMBER))
        .conflicts('json'),
    )
    .option('--json', '', false)
    .action(({ answered, json }: { answered?: number; json: boolean }) =>
      ask(
        answered === undefined
          ? { command: 'questions-list', json }
          : { command: 'questions-answered', id: answered },
      ),
    );
}

/** A whole number from 1 on. */
function upTo(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > most) throw new InvalidArgumentError(`1–${most}`);
    return value;
  };
}
