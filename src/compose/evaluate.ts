import { join } from 'node:path';
import type { EvaluationFiles } from '../cli/command-line.ts';
import { evaluationLines } from '../cli/evaluate.ts';
import { EXIT, type Io } from '../cli/io.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { evaluationOfScores } from '../recognition/evaluate/evaluation.ts';
import { readEvaluationSets } from '../recognition/evaluate/evaluation-sets.ts';
import { score } from '../recognition/evaluate/score.ts';
import { trainAndTest } from '../recognition/evaluate/train-and-test.ts';
import { loadLexicon } from '../recognition/lexicon.ts';
import { loadTokenizer } from '../recognition/tokenize.ts';
import { UnreadableLine } from '../recognition/utterances.ts';
import type { Organized, Understandings } from './knowledge.ts';
import { systemClock } from './node-ports.ts';
import { DICTIONARY_FOLDER } from './prepared-folders.ts';

/** The model as it was built, on messages by hands that wrote nothing else. */
export async function evaluateModel(
  config: Config,
  { catalogue, recognizer, masker }: Organized & Understandings,
  io: Io,
  say: (phrase: Phrase) => string,
): Promise<number> {
  const sets = await readEvaluationSets(join(config.intents, 'evaluation'));
  const context = { today: localOf(catalogue.calendar, systemClock.now()).date, unit: null };
  const scores = score({ recognizer, masker, context }, sets);
  evaluationLines(evaluationOfScores(scores), say).forEach((line) => io.out(line));
  return EXIT.ok;
}

/** The recipe on files of somebody else. */
export async function evaluateFiles(
  config: Config,
  files: EvaluationFiles,
  io: Io,
  say: (phrase: Phrase) => string,
): Promise<number> {
  const [tokenize, lexicon] = await Promise.all([
    loadTokenizer(DICTIONARY_FOLDER),
    loadLexicon(join(config.intents, 'lexicon.yaml')),
  ]);
  try {
    const evaluation = await trainAndTest(files, { tokenize, lexicon });
    evaluationLines(evaluation, say).forEach((line) => io.out(line));
    return EXIT.ok;
  } catch (error) {
    const problem = unreadable(error, files);
    if (problem === null) throw error;
    io.err(say(problem));
    return EXIT.failed;
  }
}

function unreadable(error: unknown, { train, test }: EvaluationFiles): Phrase | null {
  if (error instanceof UnreadableLine) {
    const { file, line } = error;
    return phrase('cli.evaluate.bad_line', { file, line });
  }
  if (!(error instanceof Error && 'path' in error)) return null;
  return phrase('cli.evaluate.no_file', { file: error.path === train ? train : test });
}
