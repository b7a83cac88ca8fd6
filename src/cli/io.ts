/** Where a command reads and writes: results to standard output, everything else to standard error. */
export interface Io {
  out(line: string): void;
  err(line: string): void;
  /** Standard input, line by line. */
  lines(): AsyncIterable<string>;
}

/** Exit codes: 0 done, 1 not done or something is wrong, 2 the command line itself is wrong. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
