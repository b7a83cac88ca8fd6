import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { houseAnswerSchema, type HouseAnswer, type HouseRequest } from '../../src/cli/house-request.ts';
import { answerFrom } from '../../src/compose/answer-from.ts';
import { openReading } from '../../src/compose/open-reading.ts';
import type { Organized } from '../../src/compose/knowledge.ts';
import type { Database } from '../../src/storage/database.ts';
import { askOwner } from '../../src/storage/lock-folder.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { testConfig } from '../support/a-world.ts';
import { silentLog } from '../support/storage-samples.ts';
import type { Settings } from './program.ts';

export const DATABASES = ['pglite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** One data folder with its database, on which the program lives, is killed and lives again. */
export interface Site {
  kind: DatabaseKind;
  folder: string;
  /** What is left of it after a failure, for people. */
  remains: string;
  /** What the program has to be started with. */
  settings: Settings;
  /** What the command line asks, of the running program or of its database. */
  ask(request: HouseRequest): Promise<HouseAnswer>;
  /** The database itself; an embedded one only while the program does not run. */
  open(): Promise<Database>;
  /** The end of it: nothing is left. */
  clear(): Promise<void>;
}

/** @param under where the data folder is made */
export function embeddedSite(under = os.tmpdir()): Site {
  const folder = newFolder(under);
  return {
    kind: 'pglite',
    folder,
    remains: folder,
    settings: { TSUTAE_DATA: folder },
    async ask(request) {
      const answer = await askOwner(folder, JSON.stringify(request));
      if (answer === null) throw new Error('the program does not answer the command line');
      return houseAnswerSchema.parse(JSON.parse(answer));
    },
    open: () => opened(null, folder),
    clear: () => {
      rmSync(path.dirname(folder), { recursive: true });
      return Promise.resolve();
    },
  };
}

export interface ServerSite {
  /** An empty database on a PostgreSQL server. */
  url: string;
  organized: Organized;
  /** Where the program is sent instead: something that stands before the server. */
  through?: string;
  /** Where the data folder is made. */
  under?: string;
}

export function serverSite({ url, organized, through = url, under = os.tmpdir() }: ServerSite): Site {
  const folder = newFolder(under);
  let reading: Awaited<ReturnType<typeof read>> | null = null;
  const read = async () => {
    const config = { ...testConfig(folder), databaseUrl: url };
    const result = await openReading(config, organized.catalogue, silentLog());
    if (!result.ok) throw new Error(result.problem.kind);
    return result.value;
  };
  return {
    kind: 'postgres',
    folder,
    remains: `${folder} and ${url} of a server that is stopped`,
    settings: { TSUTAE_DATA: folder, DATABASE_URL: through },
    async ask(request) {
      reading ??= await read();
      return answerFrom(organized, reading, request);
    },
    open: () => opened(url, folder),
    clear: async () => {
      await reading?.close();
      rmSync(path.dirname(folder), { recursive: true });
    },
  };
}

function newFolder(under: string): string {
  return path.join(mkdtempSync(path.join(under, 'tsutae-long-')), 'data');
}

async function opened(url: string | null, folder: string): Promise<Database> {
  const result = await openDatabase({ url, folder, log: silentLog() });
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}
