#!/usr/bin/env node
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './cli/command-line.ts';
import type { Io } from './cli/io.ts';
import { commandActions } from './compose/command-actions.ts';
import { readConfig } from './config.ts';
import { explainConfig } from './compose/explain-config.ts';

/** The only reader of the environment, the arguments and the standard streams. */
const root = fileURLToPath(new URL('..', import.meta.url));

const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
};

// A reader that has seen enough closes the pipe: no failure of ours.
process.stdout.on('error', () => process.exit(0));

const config = readConfig(process.env, root);
if (config.ok) {
  const actions = commandActions(config.value, io, untilInterrupted);
  process.exitCode = await runCommandLine(process.argv.slice(2), io, actions);
  // Output is still written; what a failed start has left open must not keep the process.
  if (process.exitCode !== 0) setTimeout(() => process.exit(), 1_000).unref();
} else {
  explainConfig(config.problem, process.env['LANG'], io);
  process.exitCode = 1;
}

/** Ctrl-C or a termination signal; a second one ends the process at once. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.once('SIGINT', () => process.exit(130));
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
