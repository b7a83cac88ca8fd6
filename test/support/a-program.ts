import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const RUN = `const { runnerImport } = await import('vite'); await runnerImport(process.argv[1], { logLevel: 'silent', configFile: false });`;
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

function launch(
  words: readonly string[],
  settings: Settings,
): { child: ChildProcess; ended: Promise<Ended> } {
  const main = path.join(ROOT, 'src/main.ts');
  const env = { ...process.env, DATABASE_URL: '', TSUTAE_LANG: 'ja', TSUTAE_PORT: '0', ...settings };
  const child = spawn(process.execPath, ['--input-type=module', '-e', RUN, main, ...words], {
    cwd: ROOT,
    env,
  });
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
