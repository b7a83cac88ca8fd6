import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { lessonsIn } from '../cli/answer-candidates.ts';
import type { HouseAnswer } from '../cli/house-request.ts';
import { EXIT, type Io } from '../cli/io.ts';
import type { Config } from '../config.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { ensureModel } from '../recognition/ensure-model.ts';
import { saveEncoded } from '../recognition/model-file.ts';
import { isNotWorse, type ModelScore } from '../recognition/retrain.ts';
import { taughtFingerprint, wasTaughtOnly, type TaughtLabel } from '../recognition/taught-model.ts';
import { MODEL_FILE, MODEL_FOLDER, taughtModel } from './prepared-folders.ts';
import { retrainInThread } from './retrain-in-thread.ts';

type Say = (phrase: Phrase) => string;

/**
 * The model of the data, then, where candidates were accepted, one that has learned from them too: it takes the place
 * of the one in use when it is not worse.
 * @param accepted asks the house for the accepted candidates, as lines of JSON
 */
export async function train(
  config: Config,
  accepted: () => Promise<HouseAnswer>,
  io: Io,
  say: Say,
): Promise<number> {
  const { trained } = await ensureModel(config.intents, MODEL_FOLDER);
  io.out(say(phrase(trained ? 'cli.train.done' : 'cli.train.unchanged')));
  // Nothing is begun in a folder that nobody has used.
  if (config.databaseUrl === null && !existsSync(config.dataFolder)) return EXIT.ok;
  const answer = await accepted();
  answer.problems.forEach((problem) => io.err(problem));
  return answer.code === EXIT.ok ? teach(config, lessonsIn(answer), io, say) : answer.code;
}

async function teach(config: Config, lessons: readonly TaughtLabel[], io: Io, say: Say): Promise<number> {
  const file = taughtModel(config);
  if (await forget(config, lessons)) io.out(say(phrase('cli.train.forgotten')));
  if (lessons.length === 0) return EXIT.ok;
  const { model, fingerprint } = await ensureModel(config.intents, MODEL_FOLDER, file);
  const wanted = taughtFingerprint(fingerprint, lessons);
  io.out(say(phrase('cli.train.lessons', { n: lessons.length })));
  if (model.fingerprint === wanted) {
    io.out(say(phrase('cli.train.known')));
    return EXIT.ok;
  }
  const present = model.fingerprint === fingerprint ? MODEL_FILE : file;
  const retrained = await retrainInThread({ intents: config.intents, present, lessons, fingerprint: wanted });
  const { before, after } = retrained;
  io.out(say(phrase('cli.train.before', counts(before))));
  io.out(say(phrase('cli.train.after', counts(after))));
  const promoted = isNotWorse(after, before);
  if (promoted) {
    await mkdir(path.dirname(file), { recursive: true });
    await saveEncoded(retrained.model, file);
  }
  io.out(say(phrase(promoted ? 'cli.train.promoted' : 'cli.train.kept')));
  return EXIT.ok;
}

/** A model goes when it does not fit, and when something it has learned was rejected or purged since. */
async function forget(config: Config, lessons: readonly TaughtLabel[]): Promise<boolean> {
  const file = taughtModel(config);
  if (!existsSync(file)) return false;
  const { model, fingerprint } = await ensureModel(config.intents, MODEL_FOLDER, file);
  if (model.fingerprint !== fingerprint && wasTaughtOnly(model.fingerprint, lessons)) return false;
  await rm(file, { force: true });
  return true;
}

function counts({ right, of, offered, compliance }: ModelScore) {
  const percent = ((100 * right) / Math.max(of, 1)).toFixed(1);
  return { right, of, percent, offered, compliance };
}
