import { holds, UNKNOWN, type Condition, type Facts } from './condition.ts';

/** 0: types without levels; 1 軽微; 2 通常; 3 重要; 4 重大. */
export const LEVELS = [0, 1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];

export interface SeverityRow {
  id: string;
  level: Level;
  when: Condition;
}

export interface SeverityTable {
  rows: readonly SeverityRow[];
  /** Facts whose 分からない raises the level by one until they are known. */
  unknownRaises: readonly string[];
}

export interface Severity {
  level: Level;
  /** Ids of the rows that gave the level, for 「なぜ」. */
  rows: string[];
  /** Facts that raised it because they are unknown. */
  raisedBy: string[];
}

/** The highest row that holds wins; floors live in this one table and nowhere else. */
export function severityOf(table: SeverityTable, facts: Facts): Severity {
  const holding = table.rows.filter((row) => holds(row.when, facts));
  const highest = Math.max(0, ...holding.map((row) => row.level)) as Level;
  const raisedBy = highest === 0 ? [] : table.unknownRaises.filter((fact) => facts[fact] === UNKNOWN);
  const level = raisedBy.length > 0 ? (Math.min(4, highest + 1) as Level) : highest;
  return { level, rows: holding.filter((row) => row.level === highest).map((row) => row.id), raisedBy };
}
