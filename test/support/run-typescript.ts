import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const RUN = `const { runnerImport } = await import('vite'); await runnerImport(process.argv[1], { logLevel: 'silent', configFile: false });`;

/** What node is told to run a module that needs no build. */
export function typescriptWords(module: string, words: readonly string[]): string[] {
  return ['--input-type=module', '-e', RUN, module, ...words];
}

/** Runs a module of the tests in a process of its own, which a test can kill. */
export function runTypescript(module: string, words: readonly string[]): ChildProcess {
  return spawn(process.execPath, typescriptWords(module, words), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
