import type { PostgresServer } from '../../test/support/postgres.ts';

export interface Benchmark {
  name: string;
  title: string;
  /** Null when what it needs is not here, which it has told; results of an earlier run then stay. */
  run(setting: Setting): Promise<Findings | null>;
}

export interface Setting {
  /** Short enough to be tried out: the figures say little then. */
  quick: boolean;
  /** A server of its own that flushes to disk at every commit; null where none is installed. */
  postgres: PostgresServer | null;
  /** A folder that is removed afterwards. */
  folder: string;
  /** What is being done, for whoever waits. */
  tell: (line: string) => void;
}

export interface Findings {
  /** What was measured and how, one sentence each. */
  how: readonly string[];
  tables: readonly Table[];
  aims: readonly Aim[];
}

export interface Table {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export type Aim = Measured & ({ /** The most that is aimed at. */ most: number } | { least: number });

interface Measured {
  what: string;
  measured: number;
  unit: string;
}

export function isMet(aim: Aim): boolean {
  return 'most' in aim ? aim.measured <= aim.most : aim.measured >= aim.least;
}
