import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/io.ts';
import { organize, type Organized } from '../../src/compose/knowledge.ts';
import { wordsAlone } from '../../src/compose/problem-lines.ts';
import { examineTeamsSetup, packageTeams } from '../../src/compose/teams-setup.ts';
import { readConfig, type Config } from '../../src/config.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SET_UP = {
  TEAMS_APP_ID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  TEAMS_TENANT_ID: '11111111-2222-4333-8444-555555555555',
  TEAMS_APP_SECRET: 'a secret',
};
const ABOUT = { organization: '年金機構', website: 'https://pension.example' };

const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-teams-'));
let organized: Organized;
beforeAll(async () => {
  const known = await organize(configOf({}));
  if (!known.ok) throw new Error('the organisation cannot be read');
  organized = known.value;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const say = (text: Parameters<ReturnType<typeof wordsAlone>>[0]) => wordsAlone()(text, 'ja');

function configOf(env: Record<string, string>): Config {
  const config = readConfig({ TSUTAE_LANG: 'ja', ...env }, ROOT);
  if (!config.ok) throw new Error(JSON.stringify(config.problem));
  return config.value;
}

function listening() {
  const said = { out: [] as string[], err: [] as string[] };
  const io = {
    out: (line: string) => void said.out.push(line),
    err: (line: string) => void said.err.push(line),
    lines: () => {
      throw new Error('nothing is read');
    },
  };
  return { said, io };
}

describe('teams package', () => {
  it('writes the app for an administrator to upload, and says where', async () => {
    const { said, io } = listening();
    const out = path.join(folder, 'app.zip');
    const code = await packageTeams(configOf(SET_UP), organized, { ...ABOUT, out }, io, say);
    expect(code).toBe(EXIT.ok);
    expect(said.out.join()).toContain(out);
    const archive = readFileSync(out);
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    expect(archive.includes('manifest.json')).toBe(true);
  });

  it('writes nothing before the app is registered', async () => {
    const { said, io } = listening();
    const out = path.join(folder, 'none.zip');
    expect(await packageTeams(configOf({}), organized, { ...ABOUT, out }, io, say)).toBe(EXIT.failed);
    expect(said.err.join()).toContain('アプリ ID');
    expect(existsSync(out)).toBe(false);
  });
});

describe('doctor teams', () => {
  it('says what to do first', async () => {
    const { said, io } = listening();
    expect(await examineTeamsSetup(configOf({}), null, io, say)).toBe(EXIT.failed);
    expect(said.out.join('\n')).toContain('TEAMS_APP_ID');
  });
});
