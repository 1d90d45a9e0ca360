/** Perturbation changes counts, so it needs them: refuses a table with a range or an unknown count in it. */
import { isExact, unknown } from '#count/count.ts';
import { Refusal } from '#finding/refusal.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { cellName } from '../table/additive.ts';

export function exactCounts(table: AdditiveTable, method: string): readonly number[] {
  return table.given.map((count, cell) => {
    if (isExact(count ?? unknown)) return count.low;
    throw new Refusal(
      'bad-use',
      `The cell ${cellName(table, cell)} is a range or unknown. ${method} need every count exactly; suppression does not.`,
    );
  });
}
