import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(import.meta.dirname, '../..');
const READER = pathToFileURL(path.join(import.meta.dirname, 'read-typescript.mjs')).href;

/** What node is told to run a module of the project, built or not. */
export function typescriptWords(module: string, words: readonly string[]): string[] {
  return ['--import', READER, module, ...words];
}

/** Runs a module of the tests in a process of its own, which a test can kill. */
export function runTypescript(module: string, words: readonly string[]): ChildProcess {
  return spawn(process.execPath, typescriptWords(module, words), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
