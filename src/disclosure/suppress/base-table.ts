/**
 * One table of whole numbers that agrees with everything given: the truth where it is given exactly, else some table that
 * could be the truth. Null when there is none.
 */
import { unknown } from '#count/count.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { isGivenExactly } from '../table/additive.ts';
import { solver } from './solver.ts';

export async function baseTable(table: AdditiveTable): Promise<Float64Array | null> {
  const { given, relations } = table;
  const value = Float64Array.from(given, ({ low }) => low);
  const open = [...given.keys()].filter((cell) => !isGivenExactly(table, cell));
  if (open.length === 0) return value;
  const at = new Map(open.map((cell, index) => [cell, index]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const equals: number[] = [];
  for (const { whole, parts } of relations) {
    let rest = 0;
    let isOpen = false;
    const take = (cell: number, factor: number) => {
      const column = at.get(cell);
      if (column === undefined) {
        rest -= factor * (value[cell] ?? 0);
        return;
      }
      isOpen = true;
      indices.push(column);
      values.push(factor);
    };
    take(whole, 1);
    for (const part of parts) take(part, -1);
    if (!isOpen) continue;
    starts.push(indices.length);
    equals.push(rest);
  }
  const highs = await solver();
  const numCols = open.length;
  const model = highs.createModel({
    numCols,
    numRows: equals.length,
    colCost: new Float64Array(numCols).fill(1),
    colLower: Float64Array.from(open, (cell) => (given[cell] ?? unknown).low),
    colUpper: Float64Array.from(open, (cell) => Math.min(1e7, (given[cell] ?? unknown).high)),
    rowLower: Float64Array.from(equals),
    rowUpper: Float64Array.from(equals),
    integrality: new Int32Array(numCols).fill(1),
    matrix: {
      format: 'csr',
      numRows: equals.length,
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
    const { colValue } = model.getSolution();
    for (const [index, cell] of open.entries()) value[cell] = Math.round(colValue[index] ?? 0);
    return value;
  } finally {
    model.dispose();
  }
}
