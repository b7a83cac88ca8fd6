import { bindingsIn } from '../cli/answer-bindings.ts';
import type { HouseAnswer } from '../cli/house-request.ts';
import { EXIT, type Io } from '../cli/io.ts';
import type { Clock, Log } from '../application/ports.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { checkSlack } from '../platforms/slack/check-slack.ts';
import { slackManifest } from '../platforms/slack/slack-manifest.ts';
import type { Organized } from './knowledge.ts';
import { slackSettings } from './slack-settings.ts';

/** Prints the app manifest, to be pasted into Slack. */
export function printManifest(address: string | null, io: Io, say: (text: Phrase) => string): number {
  io.out(JSON.stringify(slackManifest(address, say), null, 2));
  return EXIT.ok;
}

export interface Examining {
  io: Io;
  clock: Clock;
  log: Log;
  /** What the house answers when it is asked for the channels that were given to units; null where there is no house. */
  bindings: () => Promise<HouseAnswer | null>;
}

/** Looks at everything that Slack needs, and says what is to be mended. */
export async function doctorSlack(
  { slack, locale }: Config,
  { catalogue, words }: Organized,
  { io, clock, log, bindings }: Examining,
): Promise<number> {
  const say = (text: Phrase) => words.say(text, locale);
  if (slack === null) {
    io.err(say(phrase('slack.doctor.not_set', { variable: 'SLACK_BOT_TOKEN' })));
    return EXIT.failed;
  }
  const settings = slackSettings(slack);
  const { organization, calendar } = catalogue;
  const today = localOf(calendar, clock.now()).date;
  const answer = await bindings();
  const known = answer === null || answer.code === EXIT.ok;
  answer?.problems.forEach((problem) => io.err(problem));
  if (!known) io.err(say(phrase('cli.doctor.wrong', { what: phrase('slack.doctor.no_bindings') })));
  const bound = answer && known ? bindingsIn(answer) : [];
  const findings = await checkSlack({ settings, organization, bound, today, log });
  for (const { ok, text } of findings) {
    if (ok) io.out(say(phrase('cli.doctor.right', { what: text })));
    else io.err(say(phrase('cli.doctor.wrong', { what: text })));
  }
  return known && findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
}
