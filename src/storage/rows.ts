import type { Queries } from './connect-prisma.ts';

type Table = 'report' | 'ledger_event' | 'ledger_content' | 'web_message' | 'posting';

/**
 * Any number of rows in one statement with one parameter, many times faster than a parameter for each value. Keys are
 * the client's names of the columns; what is left out is null, whatever default the column has.
 */
export async function insertRows(tx: Queries, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    JSON.stringify(rows.map(inColumns)),
  );
}

/** The same for rows that are there, each by its id: every column that is named in the first of them is overwritten. */
export async function updateRows(
  tx: Queries,
  table: Table,
  rows: readonly ({ id: string } & object)[],
): Promise<void> {
  const [first] = rows.map(inColumns);
  if (first === undefined) return;
  const columns = Object.keys(first).filter((column) => column !== 'id');
  const assigned = columns.map((column) => `"${column}" = next."${column}"`).join(', ');
  await tx.$executeRawUnsafe(
    `UPDATE "${table}" SET ${assigned}
     FROM json_populate_recordset(NULL::"${table}", $1::json) AS next WHERE "${table}".id = next.id`,
    JSON.stringify(rows.map(inColumns)),
  );
}

function inColumns(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value as unknown]));
}

const columns = new Map<string, string>();

function columnOf(name: string): string {
  const known = columns.get(name);
  if (known !== undefined) return known;
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(name, column);
  return column;
}
