import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Benchmark, Setting } from './support/benchmark.ts';
import { durations } from './support/durations.ts';
import { mecabPerSecond } from './support/mecab.ts';
import { messagesOf, trainingExamples } from './support/messages.ts';
import {
  findings,
  HOSTILE_LENGTH,
  SHORT,
  type Loading,
  type Measured,
  type Size,
  type Spent,
} from './support/recognition-findings.ts';
import { trainedRival } from './support/rival.ts';
import { startWorker, type Time, type Worker } from './support/worker.ts';

const LOADING = path.join(import.meta.dirname, 'support/load-recognition.mjs');
const SIZES = [
  { length: 80, count: 2_000, aimMs: 4 },
  { length: 500, count: 1_000, aimMs: 15 },
  { length: 4_000, count: 300, aimMs: 90 },
];
/** What a message of 40,000 characters may consist of that costs a tokenizer or a pattern most. */
const HOSTILE = {
  'one katakana': 'ア',
  'one kanji': '年',
  'one digit': '1',
  emoji: '😊',
  'lone surrogates': '\ud800',
  'open brackets': '「',
  'names and honorifics': '山田太郎様',
  'telephone numbers': '03-1234-5678 ',
  'digits typed singly': '1 ',
  'digits read aloud': 'さん',
  'dates and addresses of e-mail': '昭和30年4月1日a@b.jp12',
  addresses: '東京都千代田区霞が関1-2-2',
  'combining marks': 'か\u3099',
};

type Messages = (length: number, count: number) => string[];

export const recognitionSpeed: Benchmark = {
  name: 'recognition-speed',
  title: 'Speed and memory of recognition, next to nlp.js and native MeCab',
  run: async (setting) => {
    const { quick, tell } = setting;
    tell('loading');
    const loadings: Loading[] = [];
    for (let run = 0; run < (quick ? 1 : 9); run++) loadings.push(await load());
    const messages = await messagesOf();
    const examples = await trainingExamples();
    tell('nlp.js learns');
    const rival = await trainedRival(examples.filter((_, index) => !quick || index % 10 === 0));
    const own = await startWorker('recognition-worker.mjs');
    // What the mask compiles is in the way of all the rest, as it is in use.
    await own.ask('understandAndMask', messages(SHORT, quick ? 50 : 1_000));
    await rival.ask('understand', messages(SHORT, quick ? 50 : 1_000));
    const rates = await measureRates(setting, own, rival, messages);
    const sizes: Size[] = [];
    for (const { length, count, aimMs } of SIZES) {
      tell(`${String(length)} characters`);
      sizes.push({
        length,
        aimMs,
        ...(await measureSize(own, rival, () => messages(length, quick ? 4 : count / ROUNDS))),
      });
    }
    tell(`${String(HOSTILE_LENGTH)} characters`);
    const hostile = await measureHostile(own, quick ? 1 : 5);
    const machineCodeMb = await own.ask<number>('machineCodeMb', null);
    await Promise.all([own.stop(), rival.stop()]);
    return findings({ loadings, rates, sizes, hostile, machineCodeMb });
  },
};

async function load(): Promise<Loading> {
  const { stdout } = await promisify(execFile)(process.execPath, [LOADING]);
  return JSON.parse(stdout) as Loading;
}

/** Whatever else the machine does meets all that is compared. */
const ROUNDS = 10;

async function measureRates(
  { quick, folder, tell }: Setting,
  own: Worker,
  rival: Worker,
  messages: Messages,
): Promise<Measured['rates']> {
  const rates: Measured['rates'] = { classify: [], rival: [], tokenize: [], mecab: [] };
  tell('messages per second');
  for (let round = 0; round < (quick ? 1 : ROUNDS); round++) {
    const texts = messages(SHORT, quick ? 100 : 1_000);
    rates.classify.push(perSecond(await own.ask('classify', texts)));
    rates.rival.push(perSecond(await rival.ask('understand', texts)));
    rates.tokenize.push(perSecond(await own.ask('tokenize', texts)));
    // Long enough that its start does not matter.
    rates.mecab.push(await mecabPerSecond(folder, Array.from({ length: 50 }, () => texts).flat()));
  }
  return rates;
}

/** Of processor time: what one core does when nobody else wants it. */
function perSecond(times: readonly Time[]): number {
  return (times.length * 1000) / times.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

async function measureSize(
  own: Worker,
  rival: Worker,
  draw: () => string[],
): Promise<{ own: Spent; rival: Spent }> {
  const spent = () => ({ passed: durations(), computed: durations() });
  const measured = { own: spent(), rival: spent() };
  for (let round = 0; round < ROUNDS; round++) {
    const texts = draw();
    add(measured.own, await own.ask('understand', texts));
    add(measured.rival, await rival.ask('understand', texts));
  }
  return measured;
}

function add({ passed, computed }: Spent, times: readonly Time[]): void {
  for (const { ms, cpuMs } of times) {
    passed.add(ms);
    computed.add(cpuMs);
  }
}

async function measureHostile(own: Worker, repetitions: number): Promise<Measured['hostile']> {
  const measured: Measured['hostile'] = [];
  for (const [what, piece] of Object.entries(HOSTILE)) {
    const text = piece.repeat(HOSTILE_LENGTH).slice(0, HOSTILE_LENGTH);
    const texts = Array.from({ length: repetitions }, () => text);
    measured.push({ what, times: await own.ask('understandAndMask', texts) });
  }
  return measured;
}
