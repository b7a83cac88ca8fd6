import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { lessonsIn } from '../cli/answer-candidates.ts';
import type { HouseAnswer } from '../cli/house-request.ts';
import { EXIT, type Io } from '../cli/io.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { fingerprintOfData } from '../recognition/data-fingerprint.ts';
import { ensureModel, type EnsuredModel } from '../recognition/ensure-model.ts';
import { modelIn, saveEncoded } from '../recognition/model-file.ts';
import { isNotWorse, type ModelScore } from '../recognition/retrain.ts';
import { taughtFingerprint, wasTaughtOnly, type TaughtLabel } from '../recognition/taught-model.ts';
import { retrainInThread } from './retrain-in-thread.ts';

export interface Training {
  /** Folder of the data. */
  intents: string;
  /** Folder of the model that is made from the data alone. */
  built: string;
  /** File of the model that corrections have taught. */
  taught: string;
  /** Asks the house for the accepted candidates, as lines of JSON; null where there is no house yet. */
  accepted: (() => Promise<HouseAnswer>) | null;
}

type Say = (phrase: Phrase) => string;

/**
 * The model of the data, then, where candidates were accepted, one that has learned from them too: it takes the place
 * of the one in use when it is not worse.
 */
export async function train(training: Training, io: Io, say: Say): Promise<number> {
  const { intents, built, taught } = training;
  const data = fingerprintOfData(intents);
  const own = await ensureModel(intents, built, null, data);
  io.out(say(phrase(own.trained ? 'cli.train.done' : 'cli.train.unchanged')));
  const answer = await training.accepted?.();
  if (!answer) return EXIT.ok;
  answer.problems.forEach((problem) => io.err(problem));
  if (answer.code !== EXIT.ok) return answer.code;
  const lessons = lessonsIn(answer);
  let present = existsSync(taught) ? await ensureModel(intents, built, taught, data) : own;
  if (await forget(training, present, lessons)) {
    present = own;
    io.out(say(phrase('cli.train.forgotten')));
  }
  if (lessons.length > 0) await teach(training, present, lessons, io, say);
  return EXIT.ok;
}

async function teach(
  { intents, built, taught }: Training,
  { model, fingerprint }: EnsuredModel,
  lessons: readonly TaughtLabel[],
  io: Io,
  say: Say,
): Promise<void> {
  const tell = (text: Phrase) => io.out(say(text));
  const wanted = taughtFingerprint(fingerprint, lessons);
  tell(phrase('cli.train.lessons', { n: lessons.length }));
  if (model.fingerprint === wanted) {
    tell(phrase('cli.train.known'));
    return;
  }
  const present = model.fingerprint === fingerprint ? modelIn(built) : taught;
  const retrained = await retrainInThread({ intents, present, lessons, fingerprint: wanted });
  const { before, after } = retrained;
  tell(phrase('cli.train.before', counts(before)));
  tell(phrase('cli.train.after', counts(after)));
  const promoted = isNotWorse(after, before);
  if (promoted) {
    await mkdir(path.dirname(taught), { recursive: true });
    await saveEncoded(retrained.model, taught);
  }
  tell(phrase(promoted ? 'cli.train.promoted' : 'cli.train.kept'));
}

/** A model goes when it does not fit, and when something it has learned was rejected or purged since. */
async function forget(
  { taught }: Training,
  { model, fingerprint }: EnsuredModel,
  lessons: readonly TaughtLabel[],
): Promise<boolean> {
  if (!existsSync(taught)) return false;
  if (model.fingerprint !== fingerprint && wasTaughtOnly(model.fingerprint, lessons)) return false;
  await rm(taught, { force: true });
  return true;
}

function counts({ right, of, offered, compliance }: ModelScore) {
  const percent = ((100 * right) / Math.max(of, 1)).toFixed(1);
  return { right, of, percent, offered, compliance };
}
