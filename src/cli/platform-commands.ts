import type { Command } from 'commander';
import { phrase } from '../domain/phrase.ts';
import type { CommandActions } from './command-line.ts';

/** What Teams needs to know of whoever runs the app, before anybody installs it. */
export interface PackageOptions {
  /** Name of the organisation. */
  organization: string;
  website: string;
  /** The website where they are left out. */
  privacy?: string;
  terms?: string;
  /** File that is written. */
  out: string;
}

/** Setting platforms up: what is given to them, and whether everything is in place. */
export function describePlatforms(
  program: Command,
  actions: CommandActions,
  end: (code: number) => void,
): void {
  const say = (key: string) => actions.say(phrase(key));
  program
    .command('slack')
    .description(say('cli.slack.about'))
    .command('manifest')
    .description(say('cli.slack_manifest.about'))
    .option('--url <address>', say('cli.slack_manifest.url'))
    .action(async ({ url }: { url?: string }, command: Command) => {
      if (url !== undefined && !URL.canParse(url)) command.error('', { code: 'commander.invalidArgument' });
      end(await actions.slackManifest(url ?? null));
    });
  program
    .command('teams')
    .description(say('cli.teams.about'))
    .command('package')
    .description(say('cli.teams_package.about'))
    .requiredOption('--organization <name>', say('cli.teams_package.organization'))
    .requiredOption('--website <url>', say('cli.teams_package.website'))
    .option('--privacy <url>', say('cli.teams_package.privacy'))
    .option('--terms <url>', say('cli.teams_package.terms'))
    .option('--out <file>', say('cli.teams_package.out'), 'tsutae-teams.zip')
    .action(async (options: PackageOptions) => end(await actions.packageTeams(options)));
  const doctor = program.command('doctor').description(say('cli.doctor.about'));
  doctor
    .command('slack')
    .description(say('cli.doctor_slack.about'))
    .action(async () => end(await actions.examineSlack()));
  doctor
    .command('teams')
    .description(say('cli.doctor_teams.about'))
    .option('--endpoint <url>', say('cli.doctor_teams.endpoint'))
    .action(async ({ endpoint }: { endpoint?: string }) => end(await actions.examineTeams(endpoint ?? null)));
}
