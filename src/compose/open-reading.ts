import type { Catalogue, Log, Signer } from '../application/ports.ts';
import type { Config } from '../config.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { openDatabase, type DatabaseProblem } from '../storage/open-database.ts';
import { openStore, type Store } from '../storage/open-store.ts';
import { systemHash } from './node-ports.ts';
import { outlooks } from './outlook.ts';
import { TEMPLATES_FOLDER } from './prepared-folders.ts';
import { signerOf } from './signer-of.ts';

/** The store alone, for one command: it reads, and writes down what it has read. */
export async function openReading(
  config: Config,
  catalogue: Catalogue,
  log: Log,
): Promise<Result<{ store: Store; signer: Signer; close: () => Promise<void> }, DatabaseProblem>> {
  const opened = await openDatabase({
    url: config.databaseUrl,
    folder: config.dataFolder,
    templates: TEMPLATES_FOLDER,
    log,
  });
  if (!opened.ok) return fail(opened.problem);
  const database = opened.value;
  const { outlookOf } = outlooks(catalogue, systemHash);
  const store = openStore({ database, enqueue: () => Promise.resolve(), log, outlookOf });
  const close = async () => {
    await store.stop();
    await database.close();
  };
  return ok({ store, signer: signerOf(config), close });
}
