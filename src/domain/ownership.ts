import { holds, type Condition, type Facts } from './condition.ts';

/** One row of the table that 「所管」 means; the first that holds wins. */
export interface OwnershipRow {
  id: string;
  unit: string;
  when: Condition;
  /** Words in the report's own (masked) text or document name that point to this owner. */
  words: readonly string[];
}

export interface OwnershipTable {
  rows: readonly OwnershipRow[];
  otherwise: string;
}

/** The owning department of a matter, by its facts first and its words next; triage decides what neither names. */
export function ownerOf(table: OwnershipTable, facts: Facts, text: string): string {
  const byFacts = table.rows.find((row) => row.when.kind !== 'always' && holds(row.when, facts));
  return (
    (byFacts ?? table.rows.find((row) => row.words.some((word) => text.includes(word))))?.unit ??
    table.otherwise
  );
}
