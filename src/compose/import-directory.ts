import { cp, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EXIT, type Io } from '../cli/io.ts';
import type { Clock } from '../application/ports.ts';
import type { CatalogueProblem } from '../catalog/catalogue-problem.ts';
import { readPeople, writePeople } from '../catalog/people-file.ts';
import type { Config } from '../config.ts';
import { localOf } from '../domain/business-time.ts';
import { changePhrase } from '../domain/directory-view.ts';
import { mergeDirectory } from '../domain/merge-directory.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { organize, type Organized } from './knowledge.ts';
import { catalogueLines } from './problem-lines.ts';

const PEOPLE = 'people.csv';

export interface DirectoryImport {
  config: Pick<Config, 'intents' | 'organization' | 'locale'>;
  organized: Organized;
  clock: Clock;
  io: Io;
}

/**
 * Shows how the present people would differ after a list of everybody was taken over, and with `apply` takes it over:
 * checked as a whole beforehand, and written at once or not at all.
 */
export async function importDirectory(
  on: DirectoryImport,
  file: string,
  { apply }: { apply: boolean },
): Promise<number> {
  const { config, organized, clock, io } = on;
  const { organization, calendar } = organized.catalogue;
  const say = (text: Phrase) => organized.words.say(text, config.locale);
  const text = await textOf(file);
  if (typeof text !== 'string') return refused(io, [say(text)]);
  const list = readPeople(path.basename(file), text, organization.units);
  if (!list.value || list.problems.length > 0) return mistaken(io, say, list.problems);
  const { date: today } = localOf(calendar, clock.now());
  const { people, changes } = mergeDirectory(organization.people, list.value, today);
  if (changes.length === 0) {
    io.out(say(phrase('cli.directory.same')));
    return EXIT.ok;
  }
  changes.forEach((change) => io.out(say(changePhrase(change, config.locale))));
  const merged = writePeople(people);
  const problems = await problemsOf(on, merged);
  if (problems.length > 0) return mistaken(io, say, problems);
  io.err(say(phrase('cli.directory.count', { n: changes.length })));
  if (!apply) {
    io.err(say(phrase('cli.directory.not_applied', { option: '--apply' })));
    return EXIT.ok;
  }
  await replace(path.join(config.organization, PEOPLE), merged);
  io.err(say(phrase('cli.directory.applied', { file: `organization/${PEOPLE}` })));
  return EXIT.ok;
}

/** The text of a file, or why there is none: a list saved in another encoding would put wrong names on everything. */
async function textOf(file: string): Promise<string | Phrase> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    return phrase('cli.directory.unreadable', { file });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return phrase('cli.directory.not_utf8', { file });
  }
}

/** What would be wrong with the whole catalogue, were this its people.csv. */
async function problemsOf(
  { config, clock }: DirectoryImport,
  people: string,
): Promise<readonly CatalogueProblem[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tsutae-directory-'));
  try {
    await cp(config.organization, folder, { recursive: true });
    await writeFile(path.join(folder, PEOPLE), people);
    const result = await organize({ intents: config.intents, organization: folder }, clock);
    return result.ok ? [] : result.problem;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Beside it and then in its place, so that nobody ever reads half of it. */
async function replace(file: string, text: string): Promise<void> {
  const beside = `${file}.${String(process.pid)}.new`;
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new Error('people.csv could not be written', { cause });
  }
}

function mistaken(io: Io, say: (text: Phrase) => string, problems: readonly CatalogueProblem[]): number {
  const lines = catalogueLines(problems, say);
  return refused(io, [say(phrase('cli.check_failed', { n: problems.length })), ...lines]);
}

function refused(io: Io, lines: readonly string[]): number {
  lines.forEach((line) => io.err(line));
  return EXIT.failed;
}
