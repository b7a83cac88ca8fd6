import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { runProgram, startProgram, type Running } from '../support/a-program.ts';
import { chatClient, eventually } from '../support/chat-client.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { silentLog } from '../support/storage-samples.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';
const MISHANDED = '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです';
const WITHIN_MS = 300_000;

const home = mkdtempSync(path.join(os.tmpdir(), 'tsutae-program-'));
const folder = path.join(home, 'data');
const settings = { TSUTAE_DATA: folder };
const other = path.join(home, 'other');
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A folder of the program; a new one is a copy of a migrated database, which is quicker than a first start. */
async function openFolder(at = folder) {
  const opened = await openDatabase({
    url: null,
    folder: at,
    templates: await preparedTemplates(),
    log: silentLog(),
  });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

const QUESTIONS = ['窓口の番号札は、閉庁の何分前に止めますか', '委任状の写しは、どこに綴じますか'];

async function keepQuestions(database: Awaited<ReturnType<typeof openFolder>>): Promise<void> {
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  await store.work.transact(async (tx) => {
    for (const [index, text] of QUESTIONS.entries())
      await tx.openQuestions.keep({
        text,
        unit: 'quality',
        terms: [],
        at: `2026-11-2${index}T00:00:00.000Z`,
      });
  });
  await store.stop();
}

describe('while the program runs', () => {
  let program: Running;
  let numbers: string[];

  beforeAll(async () => {
    for (const one of [folder, other]) {
      const database = await openFolder(one);
      if (one === folder) await keepQuestions(database);
      await database.close();
    }
    program = await startProgram(settings);
    const suzuki = await chatClient(program.address, 'suzuki');
    numbers = [await suzuki.report(PROPOSAL), await suzuki.report(PROPOSAL)];
  }, WITHIN_MS);

  test(
    'the command line lists, shows, verifies and exports through it, with nothing but the result',
    async () => {
      const [first = '', second = ''] = numbers;
      const run = (...words: string[]) => runProgram(words, settings);
      const [list, show, verify] = await Promise.all([
        run('report', 'list', '--json'),
        run('report', 'show', first),
        run('verify'),
      ]);
      const [csv, json, unknown] = await Promise.all([
        run('export', '--format', 'csv'),
        run('export', '--format', 'json'),
        run('report', 'show', 'INC-26-QQQQQ'),
      ]);
      for (const { code, err } of [list, show, verify, csv, json]) expect([code, err]).toEqual([0, []]);
      const rows = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as { number: string });
      expect(rows(list.out).map(({ number }) => number)).toEqual([second, first]);
      expect(show.out[0]).toContain(first);
      expect(verify.out).toHaveLength(1);
      const table = parse<{ number: string }>(csv.out.join('\n'), { columns: true });
      expect(table.map(({ number }) => number)).toEqual([second, first]);
      expect(rows(json.out)).toEqual(rows(list.out));
      expect([unknown.code, unknown.out, unknown.err.length]).toEqual([1, [], 1]);
      expect(unknown.err[0]).toContain('INC-26-QQQQQ');
    },
    WITHIN_MS,
  );

  test(
    'it answers for itself while somebody changes the files of the organisation',
    async () => {
      const changing = { ...settings, TSUTAE_ORGANIZATION: path.join(home, 'nowhere') };
      const { code, out, err } = await runProgram(['report', 'show', numbers[0] ?? ''], changing);
      expect([code, err]).toEqual([0, []]);
      expect(out[0]).toContain(numbers[0]);
    },
    WITHIN_MS,
  );

  test(
    'corrected types are listed and decided on through it',
    async () => {
      const watanabe = await chatClient(program.address, 'watanabe');
      await watanabe.say(MISHANDED);
      await watanabe.press('ちがう');
      await watanabe.press('業務改善提案');
      await watanabe.press('送信');
      const run = (...words: string[]) => runProgram(['candidates', ...words], settings);
      const list = await eventually(async () => {
        const { out } = await run('list', '--json');
        return out.length > 0 ? out : null;
      }, 'a candidate');
      expect(list.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { text: MISHANDED, takenFor: 'incident', label: 'proposal', state: 'undecided' },
      ]);
      const { id } = JSON.parse(list[0] ?? '{}') as { id: number };
      const accept = await run('accept', String(id));
      expect([accept.code, accept.out, accept.err]).toEqual([0, [expect.stringContaining(`候補 ${id}`)], []]);
      const [undecided, accepted, unknown, wrong] = [
        await run('list'),
        await run('list', '--state', 'accepted'),
        await run('reject', '999'),
        await run('reject', 'one'),
      ];
      expect(undecided.out).toEqual([]);
      expect(accepted.out).toEqual([expect.stringContaining(MISHANDED)]);
      expect([unknown.code, unknown.out, unknown.err.length]).toEqual([1, [], 1]);
      expect([wrong.code, wrong.out, wrong.err.length]).toEqual([2, [], 1]);
    },
    WITHIN_MS,
  );

  test(
    'questions that nobody has answered are listed and taken off through it',
    async () => {
      const run = (...words: string[]) => runProgram(['questions', ...words], settings);
      const [text, json] = await Promise.all([run(), run('--json')]);
      const rows = json.out.map((line) => JSON.parse(line) as { id: number; text: string; times: number });
      expect(rows.map((row) => [row.text, row.times])).toEqual(
        [...QUESTIONS].reverse().map((one) => [one, 1]),
      );
      expect(text.out).toEqual(QUESTIONS.map((one) => expect.stringContaining(one) as string).reverse());
      const [first] = rows;
      const answered = await run('--answered', String(first?.id));
      expect([answered.code, answered.out, answered.err]).toEqual([
        0,
        [`質問 ${String(first?.id)} を一覧から外しました。`],
        [],
      ]);
      expect((await run('--json')).out).toHaveLength(1);
      const again = await run('--answered', String(first?.id));
      expect([again.code, again.out, again.err.length]).toEqual([1, [], 1]);
      // What cannot be meant is refused before anything is asked, in one line.
      const wrong = [['--answered', 'one'], ['--answered', '0'], ['--answered', '1', '--json'], ['1']];
      for (const { code, out, err } of await Promise.all(wrong.map((words) => run(...words))))
        expect([code, out, err.length]).toEqual([2, [], 1]);
      expect((await run('--json')).out).toHaveLength(1);
    },
    WITHIN_MS,
  );

  test(
    'a second start in its folder, and one at its port, end with one clear line',
    async () => {
      const { port } = new URL(program.address);
      const elsewhere = { TSUTAE_DATA: other, TSUTAE_PORT: port };
      const [sameFolder, samePort] = await Promise.all([
        runProgram(['start'], settings),
        runProgram(['start'], elsewhere),
      ]);
      expect([sameFolder.code, sameFolder.out]).toEqual([1, []]);
      expect(sameFolder.err).toEqual([expect.stringContaining(folder)]);
      expect([samePort.code, samePort.out]).toEqual([1, []]);
      expect(samePort.err).toEqual([expect.stringContaining(port)]);
    },
    WITHIN_MS,
  );

  test(
    'Ctrl-C ends it cleanly, with pages open, and releases the folder',
    async () => {
      const { client } = await chatClient(program.address, 'suzuki');
      const stream = await client.get('/stream');
      expect(stream.status).toBe(200);
      const { code, err } = await program.interrupt();
      expect(code).toBe(0);
      expect(err).toEqual(['つたえを終わります。']);
      const database = await openFolder();
      await database.execute(`
      ALTER TABLE ledger_event DISABLE TRIGGER USER;
      UPDATE ledger_event SET actor = 'kato' WHERE seq = 2 AND report_id =
        (SELECT id FROM report WHERE number = '${numbers[0] ?? ''}');
      ALTER TABLE ledger_event ENABLE TRIGGER USER`);
      await database.close();
      const verified = await runProgram(['verify'], settings);
      expect([verified.code, verified.out]).toEqual([1, []]);
      expect(verified.err).toEqual([expect.stringContaining(`${numbers[0] ?? ''} の2番目`)]);
    },
    WITHIN_MS,
  );
});

describe('a start that is refused', () => {
  test(
    'at a host that others can reach: one line, and nothing listens',
    async () => {
      const ended = await runProgram(['start'], { TSUTAE_DATA: other, TSUTAE_HOST: '0.0.0.0' });
      expect([ended.code, ended.out]).toEqual([1, []]);
      expect(ended.err).toEqual([expect.stringContaining('0.0.0.0')]);
    },
    WITHIN_MS,
  );

  test(
    'with a broken line of YAML: file, line and remedy, and nothing is begun',
    async () => {
      const intents = path.join(home, 'intents');
      cpSync(path.join(ROOT, 'intents'), intents, { recursive: true });
      const file = path.join(intents, 'incident.yaml');
      const lines = readFileSync(file, 'utf8').split('\n');
      const broken = lines.length;
      writeFileSync(file, [...lines, 'broken: [', ''].join('\n'));
      const data = path.join(home, 'never');
      const ended = await runProgram(['start'], { TSUTAE_DATA: data, TSUTAE_INTENTS: intents });
      expect([ended.code, ended.out]).toEqual([1, []]);
      expect(ended.err.join('\n')).toMatch(
        new RegExp(`incident\\.yaml:(${broken}|${broken + 1}|${broken + 2})\\b`),
      );
      expect(existsSync(data)).toBe(false);
    },
    WITHIN_MS,
  );
});

describe('JSON lines', () => {
  const input = [
    '{"id":"a","text":"昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです"}',
    'no JSON at all',
    '{"id":3,"text":"連絡先は 090-1234-5678 です"}',
    '{"id":"d"}',
    '',
  ].join('\n');

  test(
    'classify and mask write one line each, name the bad ones and do the rest',
    async () => {
      const [classified, masked] = await Promise.all([
        runProgram(['classify'], settings, input),
        runProgram(['mask'], settings, input),
      ]);
      for (const { code, err } of [classified, masked]) {
        expect(code).toBe(1);
        expect(err).toEqual([expect.stringMatching(/^2行目/), expect.stringMatching(/^4行目/)]);
      }
      const answers = classified.out.map((line) => JSON.parse(line) as { id: unknown; label: unknown });
      expect(answers.map(({ id }) => id)).toEqual(['a', 3]);
      expect(answers[0]?.label).toBe('incident');
      expect(masked.out.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { id: 'a', found: [] },
        { id: 3, masked: '連絡先は 〔電話番号〕 です', found: [{ type: 'phone', start: 5, end: 18 }] },
      ]);
    },
    WITHIN_MS,
  );
});
