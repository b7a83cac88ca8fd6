import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

const ORGANIZATION = path.join(import.meta.dirname, '../../organization');

/** Invented people for a benchmark, who can all sign in at once. */
export interface Staff {
  /** For TSUTAE_ORGANIZATION. */
  folder: string;
  /** Staff of offices all over the country. */
  reporters: string[];
  /** Members of the risk department, whose channel gets every report of an incident. */
  handlers: string[];
}

/** A copy of `organization/` with so many more people; they alone are in the switcher. */
export function employ(folder: string, count: { reporters: number; handlers: number }): Staff {
  cpSync(ORGANIZATION, folder, { recursive: true });
  const offices = livingOffices();
  const reporters = named('reporter', count.reporters);
  const handlers = named('handler', count.handlers);
  const rows = [
    ...reporters.map((id, index) => row(id, offices[index % offices.length] ?? '', 'staff')),
    ...handlers.map((id) => row(id, 'risk-compliance', 'staff handler risk_compliance')),
  ];
  appendFileSync(path.join(folder, 'people.csv'), `${rows.join('\n')}\n`);
  const identities = [
    ...reporters.map((person) => `  - { person: ${person}, part: reporter }`),
    ...handlers.map((person) => `  - { person: ${person}, part: risk_handler }`),
  ];
  writeFileSync(path.join(folder, 'sample-identities.yaml'), `identities:\n${identities.join('\n')}\n`);
  return { folder, reporters, handlers };
}

function livingOffices(): string[] {
  const text = readFileSync(path.join(ORGANIZATION, 'offices.csv'), 'utf8');
  const rows = parse<{ id: string; until: string }>(text, { columns: true });
  return rows.filter(({ until }) => until === '').map(({ id }) => id);
}

function named(part: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `bench-${part}-${String(index + 1)}`);
}

/** The name is one that no sentence of a benchmark has in it. */
function row(id: string, unit: string, roles: string): string {
  return [id, `計測 ${id}`, id, `${id}@pension.example`, 'ja', unit, roles, '2020-04-01', ''].join(',');
}
