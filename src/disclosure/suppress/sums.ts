/** The sums that bind some cells, as a solver takes them: a row for each sum, a column for each cell, the whole less its parts. */
import type { Problem } from './problem.ts';

export type Sums = {
  /** The column of each cell. */
  readonly position: ReadonlyMap<number, number>;
  readonly numRows: number;
  readonly matrix: {
    readonly format: 'csr';
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
};

/** Cells that are not among those asked for do not move. */
export function sumsOf({ rowsOf, rows }: Problem, cells: readonly number[]): Sums {
  const position = new Map(cells.map((cell, at) => [cell, at]));
  const used = [...new Set(cells.flatMap((cell) => rowsOf[cell] ?? []))].sort((a, b) => a - b);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of used) {
    for (const [index, cell] of (rows[row] ?? []).entries()) {
      const at = position.get(cell);
      if (at === undefined) continue;
      indices.push(at);
      values.push(index === 0 ? 1 : -1);
    }
    starts.push(indices.length);
  }
  return {
    position,
    numRows: used.length,
    matrix: {
      format: 'csr',
      numRows: used.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
