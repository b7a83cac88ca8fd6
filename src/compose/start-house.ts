import type { DemoMaterial, Seeding } from '../application/ports.ts';
import { EXIT, type Io } from '../cli/io.ts';
import type { Config } from '../config.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { answerLine } from './answer-from.ts';
import { seedStore } from './demo.ts';
import { composeHouse, type House } from './house.ts';
import { learn, type Organized, type Understandings } from './knowledge.ts';
import { logOf } from './log-of.ts';
import { systemClock, systemIds } from './node-ports.ts';
import { databasePhrase, startPhrase } from './problem-lines.ts';

export interface Starting {
  config: Config;
  organized: Organized;
  /** Of the seeded example; null for the real house. */
  material: DemoMaterial | null;
  io: Io;
  say: (text: Phrase) => string;
}

/** Runs the house until it is interrupted, or its database has stopped. */
export async function startHouse(starting: Starting, untilInterrupted: () => Promise<void>): Promise<number> {
  const { config, organized, material, io, say } = starting;
  const stopping = new AbortController();
  const interrupted = untilInterrupted().then(() => {
    stopping.abort();
    return 'interrupted' as const;
  });
  const stopped = signal();
  const log = logOf(config);
  const onRequest = (house: House) => (line: string) => answerLine(organized, house, line);
  const understandings = learn(config, organized);
  const composed = await composeHouse(
    {
      config,
      organized,
      understandings,
      log,
      clock: systemClock,
      ids: systemIds,
      onStopped: stopped.give,
      onRequest,
    },
    material !== null,
  );
  if (!composed.ok) return refused(io, say(databasePhrase(composed.problem)));
  const house = composed.value;
  await house.prepare();
  if (material && !(await filled(starting, material, await understandings, house, stopping.signal))) {
    await house.stop();
    return EXIT.ok;
  }
  const listening = await house.start();
  if (!listening.ok) {
    await house.stop();
    return refused(io, say(startPhrase(listening.problem)));
  }
  listening.value.platforms.forEach(({ address }) => io.out(say(phrase('cli.ready', { address }))));
  // A database that has stopped cannot be closed any more; what was acknowledged is in the folder.
  if ((await Promise.race([interrupted, stopped.given])) === 'stopped') {
    return refused(io, say(phrase('cli.database_stopped', { folder: config.dataFolder })));
  }
  io.err(say(phrase('cli.stopping')));
  await house.stop();
  return EXIT.ok;
}

const TOLD_EVERY = 1_000;

/** Whether the seeded example is there as a whole; it takes some seconds at the first start. */
function filled(
  { organized, io, say }: Starting,
  material: DemoMaterial,
  understandings: Understandings,
  { store }: House,
  stopping: AbortSignal,
): Promise<boolean> {
  let told = -1;
  const tell = ({ written, reports, finished }: Seeding) => {
    const thousands = Math.floor(written / TOLD_EVERY);
    if (thousands === told && !finished) return;
    told = thousands;
    io.err(say(phrase('cli.demo_seeding', { written, reports })));
  };
  return seedStore({ organized, understandings, material, store }, tell, stopping);
}

function signal(): { given: Promise<'stopped'>; give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<'stopped'>((resolve) => (give = () => resolve('stopped')));
  return { given, give: () => give() };
}

function refused(io: Io, line: string): number {
  io.err(line);
  return EXIT.failed;
}
