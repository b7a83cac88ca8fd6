import type { Io } from '../cli/io.ts';
import type { ConfigProblem } from '../config.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { wordsAlone } from './problem-lines.ts';

/** Says every setting that cannot be used, before anything else is there to say it. */
export function explainConfig(
  problems: readonly ConfigProblem[],
  language: string | undefined,
  io: Io,
): void {
  const words = wordsAlone();
  const say = (text: Phrase) => words(text, language?.startsWith('en') ? 'en' : 'ja');
  io.err(say(phrase('cli.config_wrong', { n: problems.length })));
  for (const { setting, remedy } of problems) {
    io.err(say(phrase('cli.config_problem', { variable: setting, remedy: phrase(remedy) })));
  }
}
