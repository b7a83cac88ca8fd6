import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LABELS } from '../../src/domain/understanding.ts';

const LEXICON = join(import.meta.dirname, '../../intents/lexicon.yaml');

/** A line of a file of messages. */
export function utterance(text: string): string {
  return JSON.stringify({ text, hand: 'test', register: 'test' });
}

/** Lays a few messages of every label into a folder: enough to train on in a moment. */
export async function smallIntents(intents: string): Promise<string> {
  for (const set of ['utterances', 'development']) {
    await mkdir(join(intents, set, 'ja'), { recursive: true });
    for (const label of LABELS) {
      const words = Array.from({ length: 6 }, (_, n) => utterance(`${label} ${n}番目の話`));
      await writeFile(join(intents, set, 'ja', `${label}.jsonl`), `${words.join('\n')}\n`);
    }
  }
  await mkdir(join(intents, 'detectors'));
  for (const part of ['training', 'development']) {
    const flagged = LABELS.map((label) =>
      JSON.stringify({ label, ...JSON.parse(utterance(`${label}の旗`)) }),
    );
    await writeFile(join(intents, 'detectors', `${part}.jsonl`), `${flagged.join('\n')}\n`);
  }
  await copyFile(LEXICON, join(intents, 'lexicon.yaml'));
  return intents;
}
