import { describe, expect, it } from 'vitest';
import { unitChoices } from '../../src/cards/unit-choices.ts';
import { theCatalogue } from '../support/builders.ts';
import { TOKYO } from '../support/small-organization.ts';

const { organization } = await theCatalogue();
const source = {
  directory: { organization, calendar: TOKYO },
  words: { say: ({ key }: { key: string }) => key },
  clock: { now: () => '2026-11-20T00:00:00.000Z' },
};
const choices = unitChoices(source, 'ja');
const ids = choices.map(({ id }) => id);

describe('the units of a form', () => {
  it('are every office and department of today, once', () => {
    expect(ids).toEqual(
      expect.arrayContaining(['midori', 'sapporo-higashi', 'risk-compliance', 'block-kinki']),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(choices.map(({ name }) => name)).size).toBe(ids.length);
    expect(ids).not.toContain('aoba');
  });

  it('are places where something can have happened', () => {
    for (const unit of ['all-staff', 'training', 'president-office']) expect(ids).not.toContain(unit);
  });

  it('stand together under their block', () => {
    const groups = choices.map(({ group }) => group);
    const runs = groups.filter((group, index) => group !== groups[index - 1]);
    expect(runs).toEqual([...new Set(groups)]);
    expect(choices.find(({ id }) => id === 'midori')?.group).toBe('南関東ブロック本部');
    expect(choices.find(({ id }) => id === 'audit')?.group).toBe('form.units.head_office');
  });
});
