/**
 * What the shape of a table gives away of a cell in every pattern: the least it can be for an outsider from whom everything
 * but the zeros is withheld. Adding up parts gives most of it; for what sums give only together this finds a certificate,
 * sums with a weight each, that anybody can check by arithmetic: added up they say that the cell is other cells in
 * amounts that are not negative, and so at least what those are at least. It may miss one, and never makes one up.
 */
import type { Highs } from 'highs';
import type { AdditiveTable, Relation } from './additive.ts';

export type Certificate = {
  readonly cell: number;
  /** Sums by index, each with how many 60ths of it are taken. */
  readonly weights: readonly (readonly [relation: number, sixtieths: number])[];
};

/** Weights are halves, thirds, quarters, fifths and sums of those. */
const WHOLE = 60;
/** Cells of the largest table that is asked as a whole. */
const LARGEST = 6_000;

/**
 * What the certificate proves, given the least that each cell is known to be; zero when it proves nothing. Pure
 * arithmetic in whole numbers.
 */
export function provedLeast(
  { relations, given }: AdditiveTable,
  low: Float64Array,
  { cell, weights }: Certificate,
): number {
  const amounts = new Map([[cell, WHOLE]]);
  const add = (one: number, sixtieths: number) => amounts.set(one, (amounts.get(one) ?? 0) + sixtieths);
  for (const [index, sixtieths] of weights) {
    const relation = relations[index];
    if (relation === undefined || !Number.isInteger(sixtieths)) return 0;
    add(relation.whole, -sixtieths);
    for (const part of relation.parts) add(part, sixtieths);
  }
  let least = 0;
  for (const [one, sixtieths] of amounts) {
    if (given[one]?.high === 0) continue;
    if (sixtieths < 0) return 0;
    least += sixtieths * (low[one] ?? 0);
  }
  return Math.ceil(least / WHOLE);
}

/** A certificate that the cell is more than `low` says of it; null when none was found. */
export function certificateFor(
  highs: Highs,
  table: AdditiveTable,
  low: Float64Array,
  cell: number,
): Certificate | null {
  for (const sums of partsWith(table, cell)) {
    const certificate = certificateFrom(highs, table, low, cell, sums);
    if (certificate !== null && provedLeast(table, low, certificate) > (low[cell] ?? 0)) return certificate;
  }
  return null;
}

/** The sums that stay at the cell's own code of one dimension, for each dimension; then all of a table that is not large. */
function* partsWith({ codes, relations, given }: AdditiveTable, cell: number): Generator<readonly number[]> {
  const own = codes[cell] ?? [];
  const isOpen = ({ whole }: Relation) => given[whole]?.high !== 0;
  const those = (keep: (relation: Relation) => boolean) =>
    [...relations.keys()].filter((index) => {
      const relation = relations[index];
      return relation !== undefined && isOpen(relation) && keep(relation);
    });
  for (const [d, code] of own.entries()) {
    if (code !== 0) yield those(({ whole, along }) => along !== d && codes[whole]?.[d] === code);
  }
  if (given.length <= LARGEST) yield those(() => true);
}

function certificateFrom(
  highs: Highs,
  { relations, given }: AdditiveTable,
  low: Float64Array,
  cell: number,
  sums: readonly number[],
): Certificate | null {
  const at = new Map([[cell, 0]]);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const take = (one: number, factor: number) => {
    if (given[one]?.high === 0) return;
    const column = at.get(one) ?? at.size;
    at.set(one, column);
    indices.push(column);
    values.push(factor);
  };
  for (const index of sums) {
    const relation = relations[index];
    if (relation === undefined) continue;
    take(relation.whole, 1);
    for (const part of relation.parts) take(part, -1);
    starts.push(indices.length);
  }
  const numCols = at.size;
  const numRows = sums.length;
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: Float64Array.from({ length: numCols }, (_, column) => (column === 0 ? 1 : 0)),
    colLower: Float64Array.from(at.keys(), (one) => low[one] ?? 0),
    colUpper: new Float64Array(numCols).fill(highs.infinity),
    rowLower: new Float64Array(numRows),
    rowUpper: new Float64Array(numRows),
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  try {
    model.options.set({ output_flag: false });
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const { rowDual } = model.getSolution();
    const weights = sums
      .map((index, row) => [index, Math.round((rowDual[row] ?? 0) * WHOLE)] as const)
      .filter(([, sixtieths]) => sixtieths !== 0);
    return { cell, weights };
  } finally {
    model.dispose();
  }
}
