/**
 * The least and the most that one number can be, given equations over numbers that are not negative: a small, dense
 * simplex method. It starts once from a table that satisfies every equation and walks from there for each question, so
 * that later questions are cheap. Answers are for real numbers; whole ones lie inside them. Null when nothing fits.
 */

export type Row = {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly equals: number;
};

export type Extremes = {
  readonly most: (column: number) => number;
  readonly least: (column: number) => number;
  /** The values of the table it stands at: each one proves that the number can be that. */
  readonly standing: () => readonly number[];
};

/** Sums and differences of whole numbers well below 2^40 stay exact to this; anything smaller is rounding. */
const NOTHING = 1e-7;

export function extremes(columns: number, rows: readonly Row[]): Extremes | null {
  const width = columns + rows.length;
  const tableau = rows.map((row, index) => {
    const line = new Float64Array(width + 1);
    const sign = row.equals < 0 ? -1 : 1;
    for (const [column, factor] of row.terms) line[column] = (line[column] ?? 0) + sign * factor;
    line[columns + index] = 1;
    line[width] = sign * row.equals;
    return line;
  });
  /** Which column each line solves for; at first one helper column a line, worth what the line still lacks. */
  const basis = rows.map((_, index) => columns + index);

  const value = (line: number) => tableau[line]?.[width] ?? 0;
  const at = (line: number, column: number) => tableau[line]?.[column] ?? 0;

  function pivot(line: number, column: number): void {
    const own = tableau[line] as Float64Array;
    const by = own[column] as number;
    for (let k = 0; k <= width; k++) own[k] = (own[k] as number) / by;
    for (const other of tableau) {
      const times = other[column] as number;
      if (other === own || Math.abs(times) < NOTHING) continue;
      for (let k = 0; k <= width; k++) {
        const next = (other[k] as number) - times * (own[k] as number);
        other[k] = Math.abs(next) < NOTHING ? 0 : next;
      }
    }
    basis[line] = column;
  }

  /** The line that stops `column` from growing first; the lowest column on a tie, so that the walk cannot circle. */
  function limiting(column: number): number | null {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let line = 0; line < tableau.length; line++) {
      const factor = at(line, column);
      if (factor <= NOTHING) continue;
      const ratio = value(line) / factor;
      const isTie = best !== null && Math.abs(ratio - least) < NOTHING;
      if (best === null || (isTie ? (basis[line] ?? 0) < (basis[best] ?? 0) : ratio < least)) {
        best = line;
        least = ratio;
      }
    }
    return best;
  }

  if (!findTable()) return null;

  /** Drives every helper column to zero, and drops the lines that the others already say. */
  function findTable(): boolean {
    for (;;) {
      const column = firstThatHelps();
      if (column === null) break;
      const line = limiting(column);
      if (line === null) return false;
      pivot(line, column);
    }
    for (let line = tableau.length - 1; line >= 0; line--) {
      if ((basis[line] ?? 0) < columns) continue;
      if (value(line) > NOTHING * 10) return false;
      let column = 0;
      while (column < columns && Math.abs(at(line, column)) <= NOTHING) column++;
      if (column < columns) {
        pivot(line, column);
      } else {
        tableau.splice(line, 1);
        basis.splice(line, 1);
      }
    }
    return true;
  }

  function firstThatHelps(): number | null {
    for (let column = 0; column < columns; column++) {
      let gain = 0;
      for (let line = 0; line < tableau.length; line++) {
        if ((basis[line] ?? 0) >= columns) gain += at(line, column);
      }
      if (gain > NOTHING && !basis.includes(column)) return column;
    }
    return null;
  }

  function firstAlong(line: number, direction: 1 | -1): number | null {
    for (let column = 0; column < columns; column++) {
      if (basis[line] !== column && at(line, column) * direction > NOTHING) return column;
    }
    return null;
  }

  return {
    most(column) {
      if (!basis.includes(column)) {
        const line = limiting(column);
        if (line === null) return Number.POSITIVE_INFINITY;
        pivot(line, column);
      }
      for (;;) {
        const line = basis.indexOf(column);
        const next = firstAlong(line, -1);
        if (next === null) return value(line);
        const leaving = limiting(next);
        if (leaving === null) return Number.POSITIVE_INFINITY;
        pivot(leaving, next);
      }
    },
    least(column) {
      for (;;) {
        const line = basis.indexOf(column);
        if (line < 0) return 0;
        const next = firstAlong(line, 1);
        if (next === null) return value(line);
        const leaving = limiting(next);
        if (leaving === null) throw new Error('a number that is not negative fell without end');
        pivot(leaving, next);
      }
    },
    standing() {
      const values = new Array<number>(columns).fill(0);
      for (const [line, column] of basis.entries()) if (column < columns) values[column] = value(line);
      return values;
    },
  };
}
