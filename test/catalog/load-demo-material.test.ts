import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../src/application/ports/catalogue.ts';
import { loadDemoMaterial } from '../../src/catalog/load-demo-material.ts';
import { theCatalogue } from '../support/builders.ts';

const SHIPPED = path.join(import.meta.dirname, '../../organization');

let catalogue: Catalogue;
let folder: string;
beforeAll(async () => {
  catalogue = await theCatalogue();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-material-'));
  cpSync(path.join(SHIPPED, 'demo'), path.join(folder, 'demo'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function problemsAfter(file: string, from: string | RegExp, to: string) {
  const at = path.join(folder, 'demo', file);
  const text = readFileSync(at, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(at, text.replace(from, to));
  const loaded = await loadDemoMaterial(folder, catalogue);
  return loaded.ok ? [] : loaded.problem.map(({ file: of, problem, values }) => ({ of, problem, values }));
}

test('what is shipped is sound', async () => {
  expect((await loadDemoMaterial(SHIPPED, catalogue)).ok).toBe(true);
});

test('a file that is missing is named', async () => {
  rmSync(path.join(folder, 'demo/risk.yaml'));
  const loaded = await loadDemoMaterial(folder, catalogue);
  expect(loaded).toMatchObject({
    ok: false,
    problem: [{ file: 'organization/demo/risk.yaml', problem: 'missing_file' }],
  });
});

test.each([
  ['risk.yaml', 'subtype: trust', 'subtype: thrust', 'unknown_subtype'],
  ['risk.yaml', 'safeguard:', 'safeguards:', 'unknown_field'],
  ['risk.yaml', /to: monitoring/, 'to: received', 'unknown_state'],
  ['risk.yaml', /^ {2}policy_decided:\n {4}ja/m, '  decided:\n    ja', 'unknown_state'],
  ['setting.yaml', /^ {2}yamada:/m, '  nobody:', 'unknown_person'],
  ['setting.yaml', 'perOffice: 3', 'perOffice: 0', 'too_little'],
])('%s with %s as %s says %s', async (file, from, to, problem) => {
  const problems = await problemsAfter(file, from, to);
  expect(problems).toContainEqual(expect.objectContaining({ of: `organization/demo/${file}`, problem }));
});
