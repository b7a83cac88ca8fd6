import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalogue } from '../../src/application/ports.ts';
import { Broken } from './broken.ts';
import { assemble, CAST, type Company } from './cast.ts';
import { checkAtRest } from './check-at-rest.ts';
import { checkStored } from './check-stored.ts';
import { createConnection, type Connection } from './connection.ts';
import { addAccounts, type Figures } from './figures.ts';
import { launch, run, type Program } from './program.ts';
import type { Site } from './site.ts';
import { createStage, type Stage } from './stage.ts';
import { visit } from './visitor.ts';

/** What a world is made of. */
export interface Setting {
  site: Site;
  catalogue: Catalogue;
  figures: Figures;
  /** For node, before the program: e.g. a module to load first. */
  flags?: readonly string[];
}

/** One site with its people, over many lives of the program. */
export interface World {
  site: Site;
  company: Company;
  figures: Figures;
  /** Begins the program; it is not ready yet. */
  begin(): Program;
  /** Waits until it listens, and lets people reach it. */
  arrive(program: Program): Promise<void>;
  /** Nobody reaches the program any more. */
  depart(): void;
  isRunning(): boolean;
  /** The status that a passer-by is answered with. */
  visit(): Promise<number>;
  kill(): Promise<void>;
  /** Kills the program and waits until it listens again. */
  restart(): Promise<void>;
  /** Holds everybody, checks everything that must hold, and lets them go on. */
  rest(): Promise<void>;
  /** Everybody finishes a report, everything is checked once more, and the program ends in order. */
  end(): Promise<void>;
  /** After a failure: nothing of it runs any more, everything lies where it was. */
  abandon(): Promise<void>;
}

/** Whoever waits longer than this is stuck; a claim of a killed instance is over by then. */
const ANSWERED_WITHIN_MS = 120_000;

export function createWorld(
  { site, catalogue, figures, flags }: Setting,
  seed: readonly (string | number)[],
): World {
  const connection: Connection = createConnection();
  const stage: Stage = createStage(CAST);
  const company = assemble({ connection, stage }, seed);
  figures.worlds++;
  const failed = company.played.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  const current: { program: Program | null } = { program: null };

  async function arrive(program: Program): Promise<void> {
    const began = Date.now();
    connection.connect(await program.ready);
    figures.startMs.push(Date.now() - began);
  }

  async function rest(): Promise<void> {
    const began = Date.now();
    stage.hold();
    await Promise.race([stage.allWaiting(ANSWERED_WITHIN_MS), failed]);
    await checkAtRest(site, company);
    if (site.kind === 'postgres') await lookInside();
    figures.checks++;
    figures.restMs.push(Date.now() - began);
    stage.release();
  }

  /** Only one process can look into an embedded database. */
  async function lookInside(): Promise<void> {
    const database = await site.open();
    const acknowledged = company.people.flatMap(({ id, account }) =>
      account.acknowledged.map((eventId) => `${id}:${eventId}`),
    );
    await checkStored(database, catalogue, acknowledged).finally(() => database.close());
  }

  async function end(): Promise<void> {
    const program = await running();
    stage.end();
    const late = sleep(ANSWERED_WITHIN_MS, undefined, { ref: false }).then(() => {
      throw new Broken('somebody could not finish a report');
    });
    late.catch(() => undefined);
    await Promise.race([company.played, late]);
    const counted = await checkAtRest(site, company);
    figures.checks++;
    figures.reports += counted.reports;
    figures.ledgerEvents += counted.events;
    await expectEnd(run(['verify'], site.settings), 'verify of a running program');
    program.terminate();
    await expectEnd(program.ended, 'the stop');
    await expectEnd(run(['verify'], site.settings), 'verify of a stopped program');
    await lookInside();
    close();
  }

  function close(): void {
    connection.cut();
    addAccounts(
      figures,
      company.people.map(({ account }) => account),
    );
  }

  function begin(): Program {
    const program = launch(['start'], site.settings, flags);
    current.program = program;
    return program;
  }

  const isRunning = (): boolean => current.program?.hasEnded() === false;

  const visitNow = async (): Promise<number> => visit(await connection.address());

  async function kill(): Promise<void> {
    connection.cut();
    await current.program?.kill();
  }

  async function restart(): Promise<void> {
    await kill();
    await arrive(begin());
  }

  async function running(): Promise<Program> {
    if (current.program && isRunning()) return current.program;
    const program = begin();
    await arrive(program);
    return program;
  }

  async function abandon(): Promise<void> {
    close();
    await current.program?.kill();
  }

  const depart = (): void => connection.cut();
  return {
    site,
    company,
    figures,
    begin,
    arrive,
    depart,
    isRunning,
    visit: visitNow,
    kill,
    restart,
    rest,
    end,
    abandon,
  };
}

async function expectEnd(ended: Program['ended'], what: string): Promise<void> {
  const { code, err } = await ended;
  if (code !== 0) throw new Broken(`${what} ended with ${String(code)}: ${err}`);
}
