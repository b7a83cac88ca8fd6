import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.ts';
import { settlePurpose } from '../../src/storage/purpose.ts';
import { runProgram } from '../support/a-program.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { silentLog } from '../support/storage-samples.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A data folder that was started before, for the seeded example or for real reports. */
async function folderFor(demo: boolean): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-purpose-'));
  folders.push(folder);
  const templates = await preparedTemplates();
  const opened = await openDatabase({ url: null, folder, templates, log: silentLog() });
  if (!opened.ok) throw new Error(opened.problem.kind);
  await settlePurpose(opened.value.prisma, demo);
  await opened.value.close();
  return folder;
}

describe('sample reports and real ones', () => {
  it('are not mixed: a folder of real reports takes no sample', async () => {
    const folder = await folderFor(false);
    const ended = await runProgram(['start', '--demo'], { TSUTAE_DEMO_DATA: folder });
    expect(ended).toMatchObject({ code: 1, out: [] });
    expect(ended.err.join('\n')).toContain('見本の報告は混ぜられません');
    expect(ended.err.join('\n')).toContain('TSUTAE_DEMO_DATA');
  }, 120_000);

  it('are not mixed: a folder of samples takes no real report', async () => {
    const folder = await folderFor(true);
    const ended = await runProgram(['start'], { TSUTAE_DATA: folder, TSUTAE_LANG: 'en' });
    expect(ended).toMatchObject({ code: 1, out: [] });
    expect(ended.err.join('\n')).toContain('Start with --demo');
    expect(ended.err.join('\n')).toContain('TSUTAE_DATA');
  }, 120_000);
});
