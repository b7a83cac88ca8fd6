import { stringify } from 'csv-stringify/sync';
import type { LedgerReader } from '../application/ports.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import { READER, rowOf, writeDown, type ReadingReports } from './answer-reports.ts';

const PAGE = 500;

/** Every report, a row of each. */
export async function reportLines(
  deps: ReadingReports,
  { format }: { format: 'csv' | 'json' },
): Promise<string[]> {
  const rows = [];
  for await (const page of everyPage(deps)) {
    await writeDown(deps, 'export', page);
    rows.push(...page.map(rowOf));
  }
  if (format === 'json') return rows.map((row) => JSON.stringify(row));
  // A cell that begins like a formula is only text when a spreadsheet opens it.
  return stringify(rows, { header: true, escape_formulas: true, cast: { boolean: String } })
    .trimEnd()
    .split('\n');
}

async function* everyPage(deps: ReadingReports): AsyncGenerator<Report[]> {
  let after: string | undefined;
  for (;;) {
    const page = await deps.reports.list(scopeOf(READER), { limit: PAGE, after });
    yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.number;
  }
}

/** Events without what people wrote: enough to check the chains elsewhere. */
export async function ledgerLines({ ledger }: { ledger: LedgerReader }): Promise<string[]> {
  const lines: string[] = [];
  for await (const chain of ledger.chains()) {
    for (const { event } of chain.events) lines.push(JSON.stringify(event));
  }
  return lines;
}
