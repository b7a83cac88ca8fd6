/** A model's row of each feature of the vocabulary; features beyond its end were met after the model. */
export type FeatureRows = Int32Array;

/** The row of a feature that is none of the model's. */
export const NO_ROW = -1;

/** Rows in the order of the given indices. */
export function numberRows(indices: readonly number[]): FeatureRows {
  const last = indices.reduce((highest, index) => Math.max(highest, index), -1);
  const rows = new Int32Array(last + 1).fill(NO_ROW);
  indices.forEach((index, row) => (rows[index] = row));
  return rows;
}

export function rowOf(rows: FeatureRows, index: number): number {
  return rows[index] ?? NO_ROW;
}
