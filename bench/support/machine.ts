import { execFileSync } from 'node:child_process';
import os from 'node:os';

export interface Machine {
  cpu: string;
  cores: number;
  /** Gigabytes (10⁹ bytes). */
  memory: number;
  system: string;
  node: string;
  postgres: string | null;
  /** Of the last minute, before the first benchmark: above a small fraction of the cores, others were working too. */
  load: number;
}

export function machine(postgres: string | null): Machine {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memory: Math.round(os.totalmem() / 1e9),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
    postgres,
    load: Number((os.loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** The commit that was measured; marked when files differ from it. */
export function commit(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  try {
    const changed = git(
      'status',
      '--porcelain',
      '--',
      ':/',
      ':!/bench/results',
      ':!/bench/RESULTS.md',
      ':!/README.md',
    );
    return `${git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}
