/** Something that must hold does not. */
export class Broken extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Broken';
  }
}

/** Where a run broke, and what is left of it. */
export class Failure extends Error {
  constructor(where: string, remains: string, cause: unknown) {
    const what = cause instanceof Error ? cause.message : String(cause);
    super(`${where}: ${what}\n  kept: ${remains}`, { cause });
    this.name = 'Failure';
  }
}
