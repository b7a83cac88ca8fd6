import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { train } from '../../src/compose/train.ts';
import { LABELS } from '../../src/domain/understanding.ts';
import { ensureModel } from '../../src/recognition/ensure-model.ts';
import { smallIntents } from '../support/small-intents.ts';

const GOOD = [{ text: 'incident 7番目の話', label: 'incident' }];
/** The words of every label, all called one type. */
const MISLEADING = LABELS.flatMap((label) =>
  Array.from({ length: 40 }, (_, n) => ({ text: `${label} ${n % 6}番目の話`, label: 'knowledge' })),
);

const folders: string[] = [];
let intents: string;
let built: string;
let taught: string;

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tsutae-train-'));
  folders.push(folder);
  intents = await smallIntents(path.join(folder, 'intents'));
  built = path.join(folder, 'built');
  taught = path.join(folder, 'data', 'model', 'taught.bin');
  await ensureModel(intents, built);
}, 60_000);
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The keys of what was said. */
async function trained(lessons: readonly { text: string; label: string }[] | null): Promise<string[]> {
  const told: string[] = [];
  const io = {
    out: (line: string) => void told.push(line),
    err: (line: string) => expect.fail(line),
    lines: () => expect.fail('nothing is read'),
  };
  const lines = lessons?.map((lesson) => JSON.stringify(lesson)) ?? [];
  const accepted = () => Promise.resolve({ lines, problems: [], code: 0 });
  const training = { intents, built, taught, accepted: lessons && accepted };
  expect(await train(training, io, ({ key, values }) => `${key} ${JSON.stringify(values)}`)).toBe(0);
  return told;
}

const keys = (told: readonly string[]) => told.map((line) => line.split(' ')[0]);
const used = async () => (await ensureModel(intents, built, taught)).model.fingerprint;

test('without a house or a candidate only the data is learned, and nothing is laid beside it', async () => {
  expect(keys(await trained(null))).toEqual(['cli.train.unchanged']);
  expect(keys(await trained([]))).toEqual(['cli.train.unchanged']);
  expect(existsSync(path.dirname(taught))).toBe(false);
});

test('an accepted candidate is learned once, with the counts before and after', async () => {
  const base = await used();
  const told = await trained(GOOD);
  const steps = ['unchanged', 'lessons', 'before', 'after', 'promoted'].map((step) => `cli.train.${step}`);
  expect(keys(told)).toEqual(steps);
  for (const line of told.slice(2, 4)) expect(line).toMatch(/"right":\d+,"of":48,"percent":"[\d.]+"/);
  expect(await used()).toMatch(new RegExp(`^${base}\\+`));
  expect(readdirSync(path.dirname(taught))).toEqual(['taught.bin']);
  expect(keys(await trained(GOOD))).toEqual(['cli.train.unchanged', 'cli.train.lessons', 'cli.train.known']);
}, 60_000);

test('what makes it worse is not promoted', async () => {
  await trained(GOOD);
  const before = await used();
  expect(keys(await trained([...GOOD, ...MISLEADING])).at(-1)).toBe('cli.train.kept');
  expect(await used()).toBe(before);
}, 60_000);

test('what was taken back is forgotten', async () => {
  const base = await used();
  await trained(GOOD);
  expect(keys(await trained([]))).toEqual(['cli.train.unchanged', 'cli.train.forgotten']);
  expect(existsSync(taught)).toBe(false);
  expect(await used()).toBe(base);
}, 60_000);

test('when the data changes, it is taught anew on top of it', async () => {
  await trained(GOOD);
  const file = path.join(intents, 'utterances/ja/other.jsonl');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, `${lines.slice(1).join('\n')}\n`);
  expect(keys(await trained(GOOD)).slice(0, 3)).toEqual([
    'cli.train.done',
    'cli.train.forgotten',
    'cli.train.lessons',
  ]);
}, 60_000);
