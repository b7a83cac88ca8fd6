import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const MAIN = path.join(ROOT, 'dist/main.js');

/** Generous: a first start makes a database, perhaps on a busy machine. */
const STARTS_WITHIN_MS = 180_000;

export type Settings = Readonly<Record<string, string>>;

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The built program in a process of its own, from the moment it was begun. */
export interface Program {
  /** Rejects, with what it said, when it ends instead of listening. */
  ready: Promise<string>;
  ended: Promise<Ended>;
  isReady(): boolean;
  hasEnded(): boolean;
  /** SIGKILL: nothing of it runs any more. */
  kill(): Promise<Ended>;
  /** SIGTERM: the polite request to stop. */
  terminate(): void;
}

/** `node` gets `flags` before the program, e.g. a module to load first. */
export function launch(words: readonly string[], settings: Settings, flags: readonly string[] = []): Program {
  const env = { ...process.env, DATABASE_URL: '', TSUTAE_LANG: 'ja', TSUTAE_PORT: '0', ...settings };
  const child = spawn(process.execPath, [...flags, MAIN, ...words], { cwd: ROOT, env, stdio: 'pipe' });
  const printed = { out: '', err: '' };
  const state = { ready: false, ended: false };
  child.stderr.on('data', (part: Buffer) => (printed.err += part.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      state.ended = true;
      resolve({ code, ...printed });
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the program did not start in time')), STARTS_WITHIN_MS);
    void ended.finally(() => clearTimeout(late));
    child.stdout.on('data', (part: Buffer) => {
      printed.out += part.toString();
      const address = /http:\/\/\S+(?=\n)/.exec(printed.out)?.[0];
      if (address === undefined) return;
      state.ready = true;
      clearTimeout(late);
      resolve(address);
    });
    void ended.then(({ code, err }) => reject(new Error(`the program ended with ${String(code)}: ${err}`)));
  });
  // Killed before it was ready: nobody waits for it then.
  ready.catch(() => undefined);
  return {
    ready,
    ended,
    isReady: () => state.ready,
    hasEnded: () => state.ended,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
    terminate: () => void child.kill('SIGTERM'),
  };
}

/** Runs one command to its end. */
export function run(words: readonly string[], settings: Settings): Promise<Ended> {
  return launch(words, settings).ended;
}
