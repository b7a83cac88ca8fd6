import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LABELS } from '../domain/understanding.ts';
import { readDocument } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { loadLexicon } from './lexicon.ts';
import { loadModel, saveModel } from './model-file.ts';
import type { TrainedModel } from './model.ts';
import type { Tokenize } from './tokenize.ts';
import { loadTokenizer } from './tokenize.ts';
import type { Example } from './train.ts';
import { train } from './train.ts';
import type { Utterance } from './utterances.ts';
import { readFlagged, readUtterances } from './utterances.ts';

const DETECTORS = 'detectors';
const UTTERANCES = 'utterances';
const DEVELOPMENT = 'development';
const LEXICON = 'lexicon.yaml';

export interface EnsuredModel {
  model: TrainedModel;
  /** False when the cached model was still the right one. */
  trained: boolean;
}

/** The model for the data as it is now: loaded from `cacheDir`, or trained and kept there when the data changed. */
export async function ensureModel(intentsDir: string, cacheDir: string): Promise<EnsuredModel> {
  const path = join(cacheDir, 'model.bin');
  const [fingerprint, cached] = await Promise.all([fingerprintOf(intentsDir), loadIfPresent(path)]);
  if (cached?.fingerprint === fingerprint) return { model: cached, trained: false };
  const model = await trainOn(intentsDir, fingerprint);
  await mkdir(cacheDir, { recursive: true });
  await saveModel(model, path);
  return { model, trained: true };
}

/** Labelled messages as the models see them. */
export function toExamples(
  utterances: readonly Utterance[],
  tokenize: Tokenize,
  lexicon: Lexicon,
): Example[] {
  return utterances.map((utterance) => ({
    document: readDocument(utterance.text, tokenize, lexicon),
    label: utterance.label,
    voiceKind: utterance.kind ?? null,
    subtype: utterance.subtype ?? null,
    suspicions: utterance.suspicions ?? [],
    urgent: utterance.urgent ?? false,
  }));
}

/** Of the files as they are: reading what they say takes longer than loading the model. */
async function fingerprintOf(intentsDir: string): Promise<string> {
  const data = [
    ...(await filesBelow(join(intentsDir, UTTERANCES))),
    ...(await filesBelow(join(intentsDir, DEVELOPMENT))),
    ...(await filesBelow(join(intentsDir, DETECTORS))),
    join(intentsDir, LEXICON),
  ];
  const hash = createHash('sha256').update(JSON.stringify(LABELS));
  for (const path of data) hash.update(relative(intentsDir, path));
  for (const text of await textsOf([...(await recipeFiles()), ...data]))
    hash.update(`${text.length} ${text}`);
  return hash.digest('hex');
}

/** The program text that makes features and models: when it changes, a cached model no longer fits it. */
async function recipeFiles(): Promise<string[]> {
  const folders = [import.meta.dirname, join(import.meta.dirname, 'detect')];
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return listed
    .flat()
    .filter((path) => /(?<!\.d)\.[jt]s$/u.test(path))
    .sort();
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function textsOf(paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map((path) => readFile(path, 'utf8')));
}

async function trainOn(intentsDir: string, fingerprint: string): Promise<TrainedModel> {
  const [training, development, flagged, flaggedDevelopment, lexicon, tokenize] = await Promise.all([
    readUtterances(join(intentsDir, UTTERANCES)),
    readUtterances(join(intentsDir, DEVELOPMENT)),
    readFlagged(join(intentsDir, DETECTORS, 'training.jsonl')),
    readFlagged(join(intentsDir, DETECTORS, 'development.jsonl')),
    loadLexicon(join(intentsDir, LEXICON)),
    loadTokenizer(),
  ]);
  const examples = (utterances: readonly Utterance[]) => toExamples(utterances, tokenize, lexicon);
  return train(
    { labelled: examples(training.filter(isOneMatter)), flagged: examples(flagged.filter(isOneMatter)) },
    { labelled: examples(development), flagged: examples(flaggedDevelopment) },
    fingerprint,
  );
}

/** A message of two matters would teach its label the words of the other one. */
function isOneMatter({ items }: Utterance): boolean {
  return items === undefined || items === 1;
}

/** A missing or damaged cache is no failure: the model is trained again. */
async function loadIfPresent(path: string): Promise<TrainedModel | null> {
  try {
    return await loadModel(path);
  } catch {
    return null;
  }
}
