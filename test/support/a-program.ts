import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { isBuilt } from './as-built.ts';
import { typescriptWords } from './run-typescript.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** Generous: a first start makes a database, and another process may be training the models. */
const STARTS_WITHIN_MS = 120_000;

export type Settings = Readonly<Record<string, string>>;

export interface Ended {
  code: number | null;
  out: string[];
  err: string[];
}

/** The real program in a process of its own, listening. */
export interface Running {
  address: string;
  /** As the kernel would on power loss: nothing of it runs any more. */
  kill(): Promise<Ended>;
  /** Ctrl-C. */
  interrupt(): Promise<Ended>;
}

/** Runs one command to its end. */
export async function runProgram(words: readonly string[], settings: Settings, input = ''): Promise<Ended> {
  const { child, ended } = launch(words, settings);
  child.stdin?.end(input);
  return ended;
}

/** Rejects, with what it said, when it ends instead of listening. */
export async function startProgram(settings: Settings): Promise<Running> {
  const { child, ended } = launch(['start'], settings);
  const stop = (signal: 'SIGKILL' | 'SIGINT') => {
    child.kill(signal);
    return ended;
  };
  const address = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the program did not start in time'));
    }, STARTS_WITHIN_MS);
    let printed = '';
    child.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      const found = /http:\/\/\S+(?=\n)/.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    void ended.then(({ err }) => reject(new Error(`the program ended: ${err.join(' ')}`)));
    void ended.finally(() => clearTimeout(late));
    child.stdout?.once('data', () => clearTimeout(late));
  });
  return { address, kill: () => stop('SIGKILL'), interrupt: () => stop('SIGINT') };
}

/** As it was built, where that was made from the sources as they are now: it starts in a fraction of the time. */
function program(): string[] {
  return isBuilt('src')
    ? [path.join(ROOT, 'dist/main.js')]
    : typescriptWords(path.join(ROOT, 'src/main.ts'), []);
}

function launch(
  words: readonly string[],
  settings: Settings,
): { child: ChildProcess; ended: Promise<Ended> } {
  const env = { ...process.env, DATABASE_URL: '', TSUTAE_LANG: 'ja', TSUTAE_PORT: '0', ...settings };
  const child = spawn(process.execPath, [...program(), ...words], { cwd: ROOT, env });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (printed.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (printed.err += part.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, out: lines(printed.out), err: lines(printed.err) }));
  });
  return { child, ended };
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
