import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const STARTS_WITHIN_MS = 120_000;

/** A server in a process of its own, as a rule the built program. */
export interface Program {
  address: string;
  /** From the start of the process until it says that it listens, in milliseconds. */
  readyMs: number;
  memory(): Memory;
  /** Ctrl-C; resolves when the process has ended. */
  stop(): Promise<void>;
}

/** Megabytes (10⁶ bytes) of physical memory: at this moment, and the most so far. */
export interface Memory {
  now: number;
  peak: number;
}

export function startProgram(settings: Readonly<Record<string, string>>): Promise<Program> {
  return startServer([path.join(ROOT, 'dist/main.js'), 'start'], settings);
}

/** Node with these words, until it prints its address. */
export function startServer(
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Program> {
  const start = performance.now();
  const env = {
    ...process.env,
    NODE_ENV: '',
    DATABASE_URL: '',
    TSUTAE_LANG: 'ja',
    TSUTAE_PORT: '0',
    ...settings,
  };
  const child = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
  };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), STARTS_WITHIN_MS);
    const said = { out: '', err: '' };
    child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
    child.stdout.on('data', (part: Buffer) => {
      said.out += part.toString();
      const address = /http:\/\/\S+(?=\n)/.exec(said.out)?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve({ address, readyMs: performance.now() - start, memory: () => memoryOf(child), stop });
    });
    void ended.then(() => {
      clearTimeout(late);
      reject(new Error(`the program ended: ${said.err}`));
    });
  });
}

/** As the kernel counts it (Linux). */
function memoryOf({ pid }: ChildProcess): Memory {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const megabytes = (name: string): number => {
    const kibibytes = Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
    return Math.round((kibibytes * 1024) / 1e6);
  };
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
