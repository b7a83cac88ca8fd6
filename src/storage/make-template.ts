import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '../application/ports/surroundings.ts';
import { templatePath } from './find-template.ts';
import { openDatabase } from './open-database.ts';

/**
 * Makes the database that new folders are copies of, whole or not at all; nothing when it is there. It holds the
 * schema and no row but the records of the migrations: keys lie outside the database.
 */
export async function makeTemplate(templates: string, log: Log): Promise<void> {
  const template = await templatePath(templates);
  if (existsSync(template)) return;
  const scratch = path.join(templates, `${randomUUID()}.partial`);
  try {
    const opened = await openDatabase({ url: null, folder: scratch, log });
    if (!opened.ok) throw new Error(`the template could not be made: ${opened.problem.kind}`);
    await opened.value.close();
    await rename(path.join(scratch, 'postgres'), template);
  } catch (cause) {
    // Another process may have been quicker.
    if (!existsSync(template)) throw cause;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
