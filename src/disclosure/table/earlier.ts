/**
 * What earlier releases of the same table published. A count that one of them published and that has not changed is known,
 * so withholding it now hides nothing and protects nobody. Refuses a table with an unsafe count that is known already.
 */
import { Refusal } from '#finding/refusal.ts';
import type { AdditiveTable } from './additive.ts';
import { cellName, isGivenExactly, isUnsafe } from './additive.ts';
import type { ReadCells } from './cells-csv.ts';

export type EarlierRelease = { readonly path: string; readonly read: ReadCells };

export function knowing(table: AdditiveTable, earlier: readonly EarlierRelease[]): AdditiveTable {
  const places = new Map(table.codes.map((_, cell) => [cellName(table, cell), cell]));
  const isKnown = table.given.map(() => false);
  for (const { path, read } of earlier) {
    if (read.status === null) {
      throw new Refusal(
        'bad-use',
        `${path}: there is no column "status". An earlier release is given as its pattern.`,
      );
    }
    for (const [index, { codes, count }] of read.cells.entries()) {
      const cell = places.get(codes.join(', '));
      if (cell === undefined || read.status[index] !== '' || !isGivenExactly(table, cell)) continue;
      const now = table.given[cell];
      if (count.low !== count.high || now === undefined || now.low !== count.low) continue;
      if (isUnsafe(table, cell)) {
        throw new Refusal(
          'not-protected',
          `The cell ${cellName(table, cell)} is unsafe, and ${path} has published it already. A new release cannot hide it: leave out the codes that hold it.`,
        );
      }
      isKnown[cell] = true;
    }
  }
  return { ...table, isKnown };
}
