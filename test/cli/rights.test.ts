import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rightsPage } from '../../src/cli/rights.ts';
import { organize, type Organized } from '../../src/compose/knowledge.ts';
import { GRANTS } from '../../src/domain/grants.ts';
import { rightsTables } from '../../src/domain/rights-table.ts';
import { testConfig } from '../support/a-world.ts';

let organized: Organized;
beforeAll(async () => {
  const result = await organize(testConfig(''));
  if (!result.ok) throw new Error('the organisation cannot be read');
  organized = result.value;
});

describe('the page of rights', () => {
  it.each(['ja', 'en'] as const)('that is committed is what the program decides by (%s)', (locale) => {
    const page = rightsPage((text) => organized.words.say(text, locale)).join('\n');
    expect(readFileSync(`organization/RIGHTS.${locale}.md`, 'utf8').trimEnd()).toBe(page);
  });

  it('has every right of every role, and no other', () => {
    const granted = GRANTS.flatMap(({ role, types, where, actions, visibilities }) =>
      types.flatMap((type) =>
        actions.map((action) => [type, role, action, where, visibilities.at(-1)].join(' ')),
      ),
    );
    const shown = rightsTables().flatMap(({ type, roles, rows }) =>
      rows.flatMap(({ action, cells }) =>
        cells.flatMap((rights, column) =>
          rights.map(({ where, until }) => [type, roles[column], action, where, until].join(' ')),
        ),
      ),
    );
    expect([...new Set(shown)].sort()).toEqual([...new Set(granted)].sort());
  });
});
