import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Aim, Benchmark, Findings, Setting } from './support/benchmark.ts';
import { median, p95, rounded } from './support/durations.ts';
import { startProgram } from './support/program.ts';

interface Start {
  readySeconds: number;
  /** Of physical memory, in megabytes: the most until it listened, and a while after. */
  peakMb: number;
  restMb: number;
}

interface Case {
  title: string;
  starts: Start[];
}

const AIMS = { firstReady: 8, laterReady: 3, firstPeak: 950, laterPeak: 850 };

export const coldStart: Benchmark = {
  name: 'cold-start',
  title: 'Start of the program until it listens, and its memory',
  run: async (setting) => {
    const url = await setting.postgres?.createDatabase();
    const cases: Case[] = [
      { title: 'embedded, first', starts: [] },
      { title: 'embedded, later', starts: [] },
      { title: 'PostgreSQL, later', starts: [] },
    ];
    const runs = setting.quick ? 1 : 9;
    // The cases take turns, so that whatever else the machine does meets all of them.
    for (let run = 0; run < runs; run++) {
      setting.tell(`start ${String(run + 1)} of ${String(runs)}`);
      rmSync(path.join(setting.folder, 'embedded'), { recursive: true, force: true });
      cases[0]?.starts.push(await measure(setting, 'embedded', null));
      cases[1]?.starts.push(await measure(setting, 'embedded', null));
      if (url === undefined) continue;
      if (run === 0) await measure(setting, 'server', url);
      cases[2]?.starts.push(await measure(setting, 'server', url));
    }
    return findings(setting, cases);
  },
};

async function measure({ quick, folder }: Setting, data: string, url: string | null): Promise<Start> {
  const program = await startProgram({
    TSUTAE_DATA: path.join(folder, data),
    ...(url === null ? {} : { DATABASE_URL: url }),
  });
  await sleep(quick ? 1_000 : 10_000);
  const { now, peak } = program.memory();
  await program.stop();
  return { readySeconds: program.readyMs / 1000, peakMb: peak, restMb: now };
}

function findings({ quick }: Setting, cases: readonly Case[]): Findings {
  const rest = quick ? 1 : 10;
  const starts = cases
    .map(({ title, starts }) => ({ title, starts }))
    .filter(({ starts }) => starts.length > 0);
  const [first, later] = starts;
  return {
    how: [
      '`node dist/main.js start` until it prints its address; first: with an empty data folder, later: with the same folder after a clean stop. `npm start` checks besides that the build is up to date.',
      `Files are in the page cache of the operating system, as after an installation. Peak is the VmHWM of the process, at rest its VmRSS ${String(rest)} s after it began to listen; 1 MB is 10⁶ bytes. Memory under load is in the benchmark of replies.`,
    ],
    tables: [
      {
        title: 'Seconds and megabytes',
        columns: [
          'Start',
          'Runs',
          'Ready median, s',
          'Ready p95, s',
          'Peak RSS median, MB',
          'Peak RSS p95, MB',
          'RSS at rest median, MB',
        ],
        rows: starts.map(({ title, starts }) => [
          title,
          starts.length,
          rounded(median(readyOf(starts))),
          rounded(p95(readyOf(starts))),
          median(starts.map(({ peakMb }) => peakMb)),
          p95(starts.map(({ peakMb }) => peakMb)),
          median(starts.map(({ restMb }) => restMb)),
        ]),
      },
    ],
    aims: [
      ...(first ? aimsOf(first, AIMS.firstReady, AIMS.firstPeak) : []),
      ...(later ? aimsOf(later, AIMS.laterReady, AIMS.laterPeak) : []),
    ],
  };
}

function readyOf(starts: readonly Start[]): number[] {
  return starts.map(({ readySeconds }) => readySeconds);
}

function aimsOf({ title, starts }: Case, ready: number, peak: number): Aim[] {
  return [
    {
      what: `Ready, median (${title} start)`,
      most: ready,
      measured: rounded(median(readyOf(starts))),
      unit: 's',
    },
    {
      what: `Peak RSS, median (${title} start)`,
      most: peak,
      measured: median(starts.map(({ peakMb }) => peakMb)),
      unit: 'MB',
    },
  ];
}
