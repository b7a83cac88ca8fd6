import path from 'node:path';
import { randomOf } from '../../src/demo/random.ts';
import { readUtterances } from '../../src/recognition/utterances.ts';
import type { TrainingExample } from './rival.ts';

const INTENTS = path.join(import.meta.dirname, '../../intents');

/** What the program learns its labels from, in Japanese. */
export async function trainingExamples(): Promise<TrainingExample[]> {
  const utterances = await readUtterances(path.join(INTENTS, 'utterances'), ['ja']);
  return utterances.map(({ text, label }) => ({ text, label }));
}

/** Half of such a sign, as a cut may leave it, ends the process of nlp.js. */
const OUTSIDE_PLANE = /[\u{10000}-\u{10ffff}]/u;

/**
 * Messages of so many characters: development utterances, which no model has learnt, one after another as chance has
 * it, so that hardly two are the same.
 */
export async function messagesOf(): Promise<(length: number, count: number) => string[]> {
  const development = await readUtterances(path.join(INTENTS, 'development'), ['ja']);
  const utterances = development.filter(({ text }) => !OUTSIDE_PLANE.test(text));
  const random = randomOf('messages');
  const message = (length: number): string => {
    let text = '';
    while (text.length < length) text += `${random.pick(utterances)?.text ?? ''}\n`;
    return text.slice(0, length);
  };
  return (length, count) => Array.from({ length: count }, () => message(length));
}
