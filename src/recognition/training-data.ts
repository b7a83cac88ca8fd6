import { join } from 'node:path';
import type { Document } from './features.ts';
import { readDocument } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { loadLexicon } from './lexicon.ts';
import type { Tokenize } from './tokenize.ts';
import { loadTokenizer } from './tokenize.ts';
import type { Example, TrainingData } from './example.ts';
import type { Utterance } from './utterances.ts';
import { readFlagged, readUtterances } from './utterances.ts';

/** Where below `intents/` lies what models are made from. */
export const DATA = {
  utterances: 'utterances',
  development: 'development',
  detectors: 'detectors',
  lexicon: 'lexicon.yaml',
} as const;

export interface ReadTrainingData {
  training: TrainingData;
  development: TrainingData;
  /** Any further text as the models see it. */
  read: (text: string) => Document;
}

export async function readTrainingData(intentsDir: string): Promise<ReadTrainingData> {
  const detectors = (part: string) => readFlagged(join(intentsDir, DATA.detectors, `${part}.jsonl`));
  const [training, development, flagged, flaggedDevelopment, lexicon, tokenize] = await Promise.all([
    readUtterances(join(intentsDir, DATA.utterances)),
    readUtterances(join(intentsDir, DATA.development)),
    detectors('training'),
    detectors('development'),
    loadLexicon(join(intentsDir, DATA.lexicon)),
    loadTokenizer(),
  ]);
  const examples = (utterances: readonly Utterance[]) => toExamples(utterances, tokenize, lexicon);
  return {
    training: {
      labelled: examples(training.filter(isOneMatter)),
      flagged: examples(flagged.filter(isOneMatter)),
    },
    development: { labelled: examples(development), flagged: examples(flaggedDevelopment) },
    read: (text) => readDocument(text, tokenize, lexicon),
  };
}

/** Labelled messages as the models see them. */
function toExamples(utterances: readonly Utterance[], tokenize: Tokenize, lexicon: Lexicon): Example[] {
  return utterances.map((utterance) => ({
    document: readDocument(utterance.text, tokenize, lexicon),
    label: utterance.label,
    voiceKind: utterance.kind ?? null,
    subtype: utterance.subtype ?? null,
    suspicions: utterance.suspicions ?? [],
    urgent: utterance.urgent ?? false,
  }));
}

/** A message of two matters would teach its label the words of the other one. */
function isOneMatter({ items }: Utterance): boolean {
  return items === undefined || items === 1;
}
