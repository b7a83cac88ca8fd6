import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { importDirectory } from '../../src/compose/import-directory.ts';
import type { Locale } from '../../src/domain/organization.ts';
import { organize } from '../../src/compose/knowledge.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const clock = { now: () => '2026-11-20T00:12:00.000Z' };

let organization: string;
let present: string;
beforeEach(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tsutae-import-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  organization = path.join(folder, 'organization');
  await cp(path.join(ROOT, 'organization'), organization, { recursive: true });
  present = await readFile(path.join(organization, 'people.csv'), 'utf8');
});

/** Runs the command on a list that differs from the present one as told. */
const run = async (
  list: string | Buffer | null,
  { apply = false, locale = 'ja' }: { apply?: boolean; locale?: Locale } = {},
) => {
  const file = path.join(organization, '..', 'staff.csv');
  if (list !== null) await writeFile(file, list);
  const config = { intents: path.join(ROOT, 'intents'), organization, locale };
  const organized = await organize(config, clock);
  if (!organized.ok) throw new Error(organized.problem[0]?.problem);
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    lines: () => {
      throw new Error('nothing is read');
    },
  };
  const code = await importDirectory({ config, organized: organized.value, clock, io }, file, { apply });
  return { code, out, err, now: await readFile(path.join(organization, 'people.csv'), 'utf8') };
};
const without = (start: string) =>
  present
    .split('\n')
    .filter((row) => !row.startsWith(start))
    .join('\n');
const NEW = 'hara,原,Hara,hara@pension.example,ja,akita,staff,2026-12-01,\n';

describe('directory import', () => {
  it('shows what differs and writes nothing until it is told to', async () => {
    const list = without('suzuki,').replace('山田,Yamada,', '山田（旧姓 森）,Yamada,') + NEW;
    const { code, out, err, now } = await run(list);
    expect(code).toBe(0);
    expect(out).toEqual([
      '新規：原（hara） 秋田年金事務所 職員（12/1(火)から）',
      '氏名など：山田（旧姓 森）（yamada） 山田、Yamada、yamada@pension.example、ja → 山田（旧姓 森）、Yamada、yamada@pension.example、ja',
      '退職：鈴木（suzuki） 秋田年金事務所 職員',
    ]);
    expect(err).toEqual(['違いは3件です。', 'まだ書いていません。よければ --apply を付けてください。']);
    expect(now).toBe(present);
  });

  it('ends posts instead of removing them, and leaves every other line as it was', async () => {
    const { code, err, now } = await run(`\uFEFF${without('suzuki,')}${NEW}`, { apply: true });
    expect(code).toBe(0);
    expect(err.at(-1)).toBe('organization/people.csv を書きました。つたえを再起動すると使われます。');
    expect(now).toBe(
      present.replace('akita,staff,2020-04-01,\nkudo', 'akita,staff,2020-04-01,2026-11-19\nkudo') + NEW,
    );
    expect((await readdir(organization)).filter((file) => file.endsWith('.new'))).toEqual([]);
    expect(await run(now)).toMatchObject({ code: 0, out: ['今の名簿と違いはありません。'] });
  });

  it('names the line of what is wrong, and writes nothing', async () => {
    const { code, err, now } = await run(present + NEW.replace('akita', 'nowhere'), { apply: true });
    expect(code).toBe(1);
    expect(err[1]).toMatch(new RegExp(`^staff\\.csv:${present.split('\n').length} .*nowhere`));
    expect(now).toBe(present);
    const unheld = await run(without('ito,'), { apply: true });
    expect(unheld.code).toBe(1);
    expect(unheld.now).toBe(present);
  });

  it('refuses another encoding and a file that is not there', async () => {
    const shiftJis = Buffer.from([0x69, 0x64, 0x2c, 0x8e, 0x52, 0x93, 0x63, 0x0a]);
    const { code, err, now } = await run(shiftJis, { apply: true });
    expect(code).toBe(1);
    expect(err[0]).toContain('UTF-8 ではありません');
    expect(now).toBe(present);
    await rm(path.join(organization, '..', 'staff.csv'));
    const missing = await run(null, { apply: true });
    expect([missing.code, missing.out]).toEqual([1, []]);
    expect(missing.err[0]).toContain('を読めません');
  });

  it('speaks English', async () => {
    const { out } = await run(without('suzuki,'), { locale: 'en' });
    expect(out).toEqual(['Left: Suzuki (suzuki), Akita Pension Office: staff']);
  });
});
