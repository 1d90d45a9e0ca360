/**
 * The table model that protector and auditor share: cells with what is given of each, and every sum that binds them. All
 * tables of a specification are one: a cell that stands in several is one cell. Refuses cells that are missing, and
 * numbers that do not add up.
 */
import type { Count } from '#count/count.ts';
import { exact, isExact, unknown } from '#count/count.ts';
import { Refusal } from '#finding/refusal.ts';
import type { Spec } from './spec.ts';

/** Cells by index: `whole` is the sum of `parts`. `along` is the dimension, `table` the first table it stands in. */
export type Relation = {
  readonly whole: number;
  readonly parts: readonly number[];
  readonly along: number;
};

export type AdditiveTable = {
  readonly spec: Spec;
  /** Index of the code of each cell in each dimension. */
  readonly codes: readonly (readonly number[])[];
  readonly given: readonly Count[];
  readonly isStructuralZero: readonly boolean[];
  /** An earlier release published this very count: it is known whatever becomes of it now. */
  readonly isKnown: readonly boolean[];
  readonly relations: readonly Relation[];
  /** What stands in place of the specification's rule, where a table has one for each cell: see `release-table.ts`. */
  readonly own?: OwnRule;
  /** The cell at these codes; undefined where no table holds one. */
  readonly at: (codes: readonly number[]) => number | undefined;
};

/** By cell. What nobody may learn of a cell can also be asked of one that is shown as a range, or not at all. */
export type OwnRule = {
  readonly isUnsafe: readonly boolean[];
  /** The values that an outsider's range must still contain; null where nothing is asked. */
  readonly asked: readonly (Count | null)[];
};

export type GivenCell = { readonly codes: readonly string[]; readonly count: Count; readonly row: number };

export function additiveTable(spec: Spec, cells: readonly GivenCell[], path: string): AdditiveTable {
  const { dims } = spec;
  const known = dims.map(({ codes }) => new Map(codes.map((code, index) => [code, index])));
  const sizes = dims.map(({ codes }) => codes.length);
  const keyOf = (codes: readonly number[]) => {
    let key = 0;
    for (let d = 0; d < codes.length; d++) key = key * (sizes[d] ?? 1) + (codes[d] ?? 0);
    return key;
  };
  const indexes = new Map<number, number>();
  const codes = cells.map(({ codes: named, row }, index) => {
    const found = named.map((code, d) => {
      const at = known[d]?.get(code);
      if (at === undefined) {
        throw new Refusal(
          'bad-use',
          `${path}, line ${row}: "${code}" is no code of "${dims[d]?.name}". Add it to the specification.`,
        );
      }
      return at;
    });
    const key = keyOf(found);
    if (indexes.has(key))
      throw new Refusal('bad-use', `${path}, line ${row}: the cell ${named.join(', ')} stands twice.`);
    indexes.set(key, index);
    return found;
  });
  const at = (place: readonly number[]) => indexes.get(keyOf(place));
  const name = (place: readonly number[]) => place.map((code, d) => dims[d]?.codes[code] ?? '').join(', ');
  const zeros = new Set(
    spec.structural_zeros.map((place) => {
      const found = place.map((code, d) => known[d]?.get(code) ?? -1);
      if (found.length !== dims.length || found.includes(-1))
        throw new Refusal('bad-use', `the structural zero ${place.join(', ')} is no cell.`);
      return keyOf(found);
    }),
  );
  const isStructuralZero = codes.map((place) => zeros.has(keyOf(place)));
  const given = cells.map(({ count, row }, index) => {
    if (isStructuralZero[index] !== true) return count;
    if (count.low > 0)
      throw new Refusal('bad-use', `${path}, line ${row}: a structural zero holds a count that is not zero.`);
    return exact(0);
  });
  const relations: Relation[] = [];
  const seen = new Set<number>();
  for (const table of spec.tables) {
    for (const place of placesOf(spec, table)) {
      const whole = at(place);
      if (whole === undefined) throw missing(path, name(place));
      for (const along of table) {
        const children = dims[along]?.children[place[along] ?? 0] ?? [];
        if (children.length === 0) continue;
        const id = whole * dims.length + along;
        if (seen.has(id)) continue;
        seen.add(id);
        const parts = children.map((child) => {
          const part = at(place.with(along, child));
          if (part === undefined) throw missing(path, name(place.with(along, child)));
          return part;
        });
        relations.push({ whole, parts, along });
      }
    }
  }
  const table = { spec, codes, given, isStructuralZero, isKnown: given.map(() => false), relations, at };
  refuseWrongSums(table, path);
  return table;
}

function missing(path: string, cell: string): Refusal {
  return new Refusal(
    'bad-use',
    `${path}: the cell ${cell} is missing. A table needs every cell, also those that are zero or not known.`,
  );
}

/** Every place of a table, the last dimension running fastest; dimensions that it does not cross stand at their top. */
function* placesOf({ dims }: Spec, table: readonly number[]): Generator<readonly number[]> {
  const place = dims.map(() => 0);
  for (;;) {
    yield [...place];
    let d = dims.length - 1;
    for (; d >= 0; d--) {
      if (!table.includes(d)) continue;
      const next = (place[d] ?? 0) + 1;
      if (next < (dims[d]?.codes.length ?? 0)) {
        place[d] = next;
        break;
      }
      place[d] = 0;
    }
    if (d < 0) return;
  }
}

function refuseWrongSums({ relations, given, codes, spec }: AdditiveTable, path: string): void {
  const wrong = relations.filter(({ whole, parts }) => {
    let low = 0;
    let high = 0;
    for (const part of parts) {
      low += (given[part] ?? unknown).low;
      high += (given[part] ?? unknown).high;
    }
    const total = given[whole] ?? unknown;
    return total.low > high || total.high < low;
  });
  const [first] = wrong;
  if (first === undefined) return;
  const place = (codes[first.whole] ?? []).map((code, d) => spec.dims[d]?.codes[code] ?? '').join(', ');
  throw new Refusal(
    'bad-use',
    `${path}: ${wrong.length} sums do not hold, the first at ${place} along "${spec.dims[first.along]?.name}". Numbers that do not add up cannot be protected together.`,
  );
}

export function cellName({ spec, codes }: AdditiveTable, cell: number): string {
  return (codes[cell] ?? []).map((code, d) => spec.dims[d]?.codes[code] ?? '').join(', ');
}

/** Unsafe by the rule of the specification, or for all that is known so. */
export function isUnsafe({ spec, given, isStructuralZero, own }: AdditiveTable, cell: number): boolean {
  if (own !== undefined) return own.isUnsafe[cell] === true;
  if (isStructuralZero[cell] === true) return false;
  const { unsafe_min, unsafe_max, zeros } = spec.primary;
  const { low, high } = given[cell] ?? unknown;
  const isIn = (from: number, to: number) => low <= to && high >= from;
  return isIn(unsafe_min, unsafe_max) || (zeros === 'unsafe' && isIn(0, 0));
}

export function isGivenExactly({ given }: AdditiveTable, cell: number): boolean {
  return isExact(given[cell] ?? unknown);
}
