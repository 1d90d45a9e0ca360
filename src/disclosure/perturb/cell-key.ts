/**
 * Perturbs counts by cell keys: a change drawn from the noise table by the secret key and by which cell it is, so that a cell
 * has the same change in every table it stands in, under whatever name of specification. Dimensions at their top are left
 * out of what a cell is. A total with a single part that is not zero counts the same records as the part, and gets its
 * change. Sums of perturbed counts do not add up, and are not made to.
 */
import type { AdditiveTable } from '../table/additive.ts';
import { exactCounts } from './exact-counts.ts';
import type { NoiseTable } from './noise-table.ts';
import type { SecretKey } from './secret.ts';

export function perturbByKey(table: AdditiveTable, noise: NoiseTable, key: SecretKey): readonly number[] {
  const counts = exactCounts(table, 'Cell keys');
  const names = namesOfRecords(table, counts);
  return counts.map((count, cell) =>
    count === 0 ? 0 : count + noise.change(count, key.draw(`cell|${names[cell]}`)),
  );
}

/** One name for all cells that count the same records, as far as the table shows it: the least detailed. */
function namesOfRecords(table: AdditiveTable, counts: readonly number[]): readonly string[] {
  const { spec, codes, relations } = table;
  const own = codes.map((place) =>
    place
      .map(
        (code, d) => [spec.dims[d]?.name ?? '', code === 0 ? '' : (spec.dims[d]?.codes[code] ?? '')] as const,
      )
      .filter(([, code]) => code !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const names = own.map((pairs) => JSON.stringify(pairs));
  const root = [...names.keys()];
  const find = (cell: number): number => {
    let at = cell;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  const isBefore = (a: number, b: number) => {
    const [one, other] = [own[a]?.length ?? 0, own[b]?.length ?? 0];
    return one !== other ? one < other : (names[a] ?? '') < (names[b] ?? '');
  };
  for (const { whole, parts } of relations) {
    const filled = parts.filter((part) => (counts[part] ?? 0) > 0);
    const [only] = filled;
    if (filled.length !== 1 || only === undefined) continue;
    const [a, b] = [find(whole), find(only)];
    if (a === b) continue;
    if (isBefore(a, b)) root[b] = a;
    else root[a] = b;
  }
  return names.map((_, cell) => names[find(cell)] ?? '');
}
