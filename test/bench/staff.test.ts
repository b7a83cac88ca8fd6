import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { employ } from '../../bench/support/staff.ts';
import { loadCatalogue } from '../../src/catalog/load-catalogue.ts';
import { loadSampleIdentities } from '../../src/catalog/load-sample-identities.ts';

const INTENTS = path.join(import.meta.dirname, '../../intents');

test('fifty people of a benchmark are a sound organisation, and all of them can sign in', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-staff-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const staff = employ(folder, { reporters: 40, handlers: 10 });
  const catalogue = await loadCatalogue({ intents: INTENTS, organization: staff.folder });
  expect(catalogue).toMatchObject({ ok: true });
  const samples = await loadSampleIdentities(staff.folder);
  expect(samples.value?.map(({ person }) => person)).toEqual([...staff.reporters, ...staff.handlers]);
  expect(new Set([...staff.reporters, ...staff.handlers]).size).toBe(50);
});
