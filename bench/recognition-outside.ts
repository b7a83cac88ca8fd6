import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Evaluation } from '../src/application/ports.ts';
import { evaluationOf } from '../src/recognition/evaluate/evaluation.ts';
import { trainAndTest } from '../src/recognition/evaluate/train-and-test.ts';
import { loadLexicon } from '../src/recognition/lexicon.ts';
import { loadTokenizer } from '../src/recognition/tokenize.ts';
import { readLines } from '../src/recognition/utterances.ts';
import type { Aim, Benchmark, Findings, Setting } from './support/benchmark.ts';
import { rounded, timed } from './support/durations.ts';
import { trainedRival } from './support/rival.ts';

const LEXICON = path.join(import.meta.dirname, '../intents/lexicon.yaml');
const VARIABLE = 'TSUTAE_ASDC';
const HOW_TO_GET = [
  `${VARIABLE} names no file: nothing is measured.`,
  'The data are the topics of the Accommodation Search Dialog Corpus, github.com/megagonlabs/asdc (CC BY 4.0).',
  'Needed is one line of JSON for each sentence: {"split":"train"|"dev"|"test","label":TOPIC,"text":SENTENCE}.',
];
const AIMS = { accuracy: 79, macroF1: 75, ahead: 9 };
const QUICK_STEP = 10;

const sentenceLine = z.object({
  split: z.enum(['train', 'dev', 'test']),
  label: z.string(),
  text: z.string(),
});
type Sentence = z.infer<typeof sentenceLine>;

interface Scored {
  evaluation: Evaluation;
  seconds: number;
}

export const recognitionOutside: Benchmark = {
  name: 'recognition-outside',
  title: 'The recipe of recognition on messages of another field, next to nlp.js',
  run: async (setting) => {
    const file = process.env[VARIABLE];
    if (file === undefined || file === '') {
      HOW_TO_GET.forEach(setting.tell);
      return null;
    }
    const all = await sentencesIn(file);
    const sentences = all.filter((_, index) => !setting.quick || index % QUICK_STEP === 0);
    const of = (split: Sentence['split']) => sentences.filter((sentence) => sentence.split === split);
    const [training, testing] = [of('train'), of('test')];
    setting.tell(`tsutae: ${String(training.length)} sentences to learn, ${String(testing.length)} to tell`);
    const own = await ownScore(setting, training, testing);
    setting.tell('nlp.js: the same');
    const rival = await rivalScore(training, testing);
    return findings({ training: training.length, testing: testing.length, own, rival });
  },
};

/** A topic that occurs once cannot be both learnt and told. */
async function sentencesIn(file: string): Promise<Sentence[]> {
  const sentences = await readLines(file, sentenceLine);
  const counts = new Map<string, number>();
  for (const { label } of sentences) counts.set(label, (counts.get(label) ?? 0) + 1);
  return sentences.filter(({ label }) => (counts.get(label) ?? 0) > 1);
}

async function ownScore(
  { folder }: Setting,
  training: readonly Sentence[],
  testing: readonly Sentence[],
): Promise<Scored> {
  const write = (name: string, sentences: readonly Sentence[]): string => {
    const file = path.join(folder, name);
    writeFileSync(file, sentences.map(({ text, label }) => JSON.stringify({ text, label })).join('\n'));
    return file;
  };
  const files = { train: write('train.jsonl', training), test: write('test.jsonl', testing) };
  const [tokenize, lexicon] = await Promise.all([loadTokenizer(), loadLexicon(LEXICON)]);
  const { value, ms } = await timed(() => trainAndTest(files, { tokenize, lexicon }));
  return { evaluation: value, seconds: ms / 1000 };
}

async function rivalScore(training: readonly Sentence[], testing: readonly Sentence[]): Promise<Scored> {
  const { value, ms } = await timed(async () => {
    const rival = await trainedRival(training.map(({ text, label }) => ({ text, label })));
    const texts = testing.map(({ text }) => text);
    const guessed = await rival.ask<{ label: string; confidence: number }[][]>('guess', texts);
    await rival.stop();
    return testing.map(({ label }, index) => ({ right: label, guesses: guessed[index] ?? [] }));
  });
  const labels = [...new Set(training.map(({ label }) => label))].sort();
  return { evaluation: evaluationOf(value, labels), seconds: ms / 1000 };
}

function findings(measured: { training: number; testing: number; own: Scored; rival: Scored }): Findings {
  const { training, testing, own, rival } = measured;
  const ahead = (measure: Shown) => rounded(percent(own, measure).value - percent(rival, measure).value);
  return {
    how: [
      `The topics of sentences of the Accommodation Search Dialog Corpus (megagonlabs/asdc, CC BY 4.0) with its own split: ${String(training)} sentences to learn from, ${String(testing)} to tell, topics that occur once left out. Nothing of it is in this project; the recipe was chosen without a look at the part that is told here.`,
      `As \`tsutae evaluate --train FILE --test FILE\` does it: the features, members and calibration of the program’s own labels, learnt anew. nlp.js has its own settings and Japanese, and the same sentences in a shuffled order; its likeliest topic counts even below its threshold.`,
      `\`${VARIABLE}\` names the file, one JSON object with split, label and text on each line. In brackets 95 % intervals.`,
    ],
    tables: [
      {
        title: 'Percent, and seconds to learn and to tell',
        columns: ['', 'Accuracy', 'Macro-F1', 'Right among the two likeliest', 'Seconds'],
        rows: [row('tsutae', own), row('nlp.js', rival)],
      },
    ],
    aims: [
      aim('Accuracy on outside messages', AIMS.accuracy, percent(own, 'accuracy').value, '%'),
      aim('Macro-F1 on outside messages', AIMS.macroF1, percent(own, 'macro_f1').value, '%'),
      aim('Accuracy on outside messages, ahead of nlp.js', AIMS.ahead, ahead('accuracy'), 'points'),
      aim('Macro-F1 on outside messages, ahead of nlp.js', AIMS.ahead, ahead('macro_f1'), 'points'),
    ],
  };
}

function aim(what: string, least: number, measured: number, unit: string): Aim {
  return { what, least, measured, unit };
}

type Shown = 'accuracy' | 'macro_f1' | 'top_2';

function row(name: string, scored: Scored): (string | number)[] {
  const shown = (measure: Shown): string => {
    const { value, from, until } = percent(scored, measure);
    return `${String(value)} (${String(from)}–${String(until)})`;
  };
  return [name, shown('accuracy'), shown('macro_f1'), shown('top_2'), rounded(scored.seconds)];
}

function percent({ evaluation }: Scored, measure: Shown): { value: number; from: number; until: number } {
  const found = evaluation.measured.find((one) => one.measure === measure);
  if (!found) throw new Error(`${measure} was not measured`);
  const { value, from, until } = found;
  return { value: rounded(value * 100), from: rounded(from * 100), until: rounded(until * 100) };
}
