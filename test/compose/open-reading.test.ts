import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerFrom } from '../../src/compose/answer-from.ts';
import { openReading } from '../../src/compose/open-reading.ts';
import { COMMAND_LINE } from '../../src/domain/impersonal-actors.ts';
import { aWorld, testConfig, WORLD_READY_MS } from '../support/a-world.ts';
import { fileMishanded } from '../scenes/steps.ts';
import { silentLog } from '../support/storage-samples.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'what is read while no house is open is written down, and the report is listed as before',
  async () => {
    const world = await aWorld({ folder });
    const { id, number } = await fileMishanded(world, 'yamada');
    await world.pressCard('tanaka', number, 'take');
    await world.close();

    const reading = await openReading(testConfig(folder), world.organized.catalogue, silentLog());
    if (!reading.ok) throw new Error(reading.problem.kind);
    const show = { command: 'report-show', number, json: false, locale: 'ja' } as const;
    const shown = await answerFrom(world.organized, reading.value, show, world.clock);
    await reading.value.close();
    expect(shown.lines.join('\n')).toContain(number);

    const later = await aWorld({ folder });
    expect(await later.house.store.reports.views(id, 10)).toMatchObject([{ person: COMMAND_LINE }]);
    const query = { list: 'all', words: '', after: null, filter: { phase: 'in_progress' } } as const;
    const listed = await later.house.edge.reports('yoshida', query);
    expect(listed.ok && listed.value.reports.map((one) => one.number)).toEqual([number]);
    await later.close();
  },
  WORLD_READY_MS,
);
