import type { Aim, Findings, Table } from './benchmark.ts';
import { median, rounded, type Durations } from './durations.ts';
import type { Time } from './worker.ts';

/** In characters. */
export const SHORT = 80;
export const HOSTILE_LENGTH = 40_000;
const RATE_AIM = 700;
const LOADING_AIMS = { tokenizerMs: 400, addedMb: 330 };
const HOSTILE_AIM_MS = 400;
/** Beyond 16 MiB the engine compiles patterns without its optimisations, which makes them several times as slow. */
const MOST_MACHINE_CODE_MB = 16.7;

export interface Loading {
  tokenizerMs: number;
  modelsMs: number;
  addedMb: number;
}

export interface Size {
  length: number;
  aimMs: number;
  own: Spent;
  rival: Spent;
}

export interface Spent {
  /** By the clock. */
  passed: Durations;
  /** Of processor time. */
  computed: Durations;
}

export interface Measured {
  loadings: Loading[];
  /** Messages per second of processor time, one figure for each round. */
  rates: { classify: number[]; rival: number[]; tokenize: number[]; mecab: (number | null)[] };
  sizes: Size[];
  /** One time for each repetition. */
  hostile: { what: string; times: Time[] }[];
  /** Of patterns and program, when all was done. */
  machineCodeMb: number;
}

/** What was measured, told. */
export function findings(measured: Measured): Findings {
  const { loadings, rates, sizes, hostile } = measured;
  return {
    how: [
      'The built program’s modules, each side in a process of its own, one message after another, timed from within; the sides take turns with the same texts in ten rounds. Messages are development utterances strung together by chance and cut to length, which no model has learnt and which hardly ever repeat.',
      'Classified: read, tokenized and given its label. Understood: all that the program finds out of a message, with offices, dates, suspicions and what fills its questions. nlp.js has its own settings and Japanese, has learnt the same utterances in a shuffled order, and gives a label only.',
      'Processor time is that of all threads of the process, which others on the machine do not lengthen; messages per second are per second of it, as on one core that nobody else wants. All else is by the clock.',
      'MeCab is the native program with the IPA dictionary, splitting the same messages from a file; its start is not counted. It is the limit of a tokenizer, not an alternative: it needs an installation.',
      'Machine code is what the engine keeps of patterns and program; beyond 16 MiB it compiles patterns without its optimisations.',
      `Loading: processes of their own, the dictionary unpacked by the build, files in the page cache; memory is what the RSS of the process grew by, from before the first import until the first message was understood, 1 MB being 10⁶ bytes. Hostile: understood and masked whole, ${String(hostile[0]?.times.length ?? 0)} times.`,
    ],
    tables: [loadingTable(loadings), rateTable(rates), sizeTable(sizes), hostileTable(hostile)],
    aims: aims(measured),
  };
}

function loadingTable(loadings: readonly Loading[]): Table {
  const row = (what: string, values: readonly number[]) => [
    what,
    rounded(median(values)),
    rounded(Math.max(...values)),
  ];
  return {
    title: `Loading, ${String(loadings.length)} times`,
    columns: ['', 'Median', 'Most'],
    rows: [
      row(
        'Tokenizer, ms',
        loadings.map(({ tokenizerMs }) => tokenizerMs),
      ),
      row(
        'Models, ms',
        loadings.map(({ modelsMs }) => modelsMs),
      ),
      row(
        'Memory of both, MB',
        loadings.map(({ addedMb }) => addedMb),
      ),
    ],
  };
}

function rateTable({ classify, rival, tokenize, mecab }: Measured['rates']): Table {
  const native = mecab.filter((rate) => rate !== null);
  const row = (what: string, rates: readonly number[]) => [
    what,
    rates.length === 0 ? 'not installed' : rounded(median(rates)),
  ];
  return {
    title: `Messages of ${String(SHORT)} characters per second of processor time, median of the rounds`,
    columns: ['', 'Per second'],
    rows: [
      row('tsutae, tokenized and classified', classify),
      row('nlp.js, tokenized and classified', rival),
      row('tsutae, tokenized', tokenize),
      row('MeCab, tokenized', native),
    ],
  };
}

function sizeTable(sizes: readonly Size[]): Table {
  const columns = (name: string) => [`${name} p50`, `${name} p99`, `${name} p99 of processor time`];
  const cells = ({ passed, computed }: Spent) => [
    passed.percentile(50),
    passed.percentile(99),
    computed.percentile(99),
  ];
  return {
    title: 'Milliseconds to understand a message',
    columns: ['Characters', 'Messages', ...columns('tsutae'), ...columns('nlp.js')],
    rows: sizes.map(({ length, own, rival }) => [length, own.passed.count, ...cells(own), ...cells(rival)]),
  };
}

function hostileTable(hostile: Measured['hostile']): Table {
  return {
    title: `Milliseconds for ${String(HOSTILE_LENGTH)} characters, understood and masked`,
    columns: ['Of', 'Median', 'Most', 'Median of processor time'],
    rows: hostile.map(({ what, times }) => [
      what,
      rounded(median(times.map(({ ms }) => ms))),
      rounded(Math.max(...times.map(({ ms }) => ms))),
      rounded(median(times.map(({ cpuMs }) => cpuMs))),
    ]),
  };
}

function aims({ loadings, rates, sizes, hostile, machineCodeMb }: Measured): Aim[] {
  const loaded = (of: (loading: Loading) => number) => rounded(median(loadings.map(of)));
  return [
    {
      what: 'Tokenizer loaded, median',
      most: LOADING_AIMS.tokenizerMs,
      measured: loaded(({ tokenizerMs }) => tokenizerMs),
      unit: 'ms',
    },
    {
      what: 'Memory of tokenizer and models, median',
      most: LOADING_AIMS.addedMb,
      measured: loaded(({ addedMb }) => addedMb),
      unit: 'MB',
    },
    {
      what: `Messages of ${String(SHORT)} characters classified, median`,
      least: RATE_AIM,
      measured: rounded(median(rates.classify)),
      unit: 'per s',
    },
    ...sizes.map(({ length, aimMs, own }) => ({
      what: `Message of ${String(length)} characters understood, p99`,
      most: aimMs,
      measured: own.passed.percentile(99),
      unit: 'ms',
    })),
    {
      what: `Worst of ${String(HOSTILE_LENGTH)} characters understood and masked, median`,
      most: HOSTILE_AIM_MS,
      measured: rounded(Math.max(...hostile.map(({ times }) => median(times.map(({ ms }) => ms))))),
      unit: 'ms',
    },
    {
      what: 'Machine code of patterns and program at the end',
      most: MOST_MACHINE_CODE_MB,
      measured: rounded(machineCodeMb),
      unit: 'MB',
    },
  ];
}
