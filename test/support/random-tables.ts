/**
 * Small random tables with all their totals: two and three dimensions, with groups of codes, and two tables that share a
 * margin; empty ones, ones with small counts only, and ones with a single huge cell among them.
 */
import fc from 'fast-check';
import { exact } from '#count/count.ts';
import type { AdditiveTable, GivenCell } from '#disclosure/table/additive.ts';
import { additiveTable } from '#disclosure/table/additive.ts';
import { readSpec } from '#disclosure/table/spec.ts';

const flat = (name: string, size: number) => [
  { code: 'all', parent: null },
  ...Array.from({ length: size }, (_, index) => ({ code: `${name}${index}`, parent: 'all' })),
];

const grouped = (name: string, size: number) => [
  { code: 'all', parent: null },
  { code: 'g0', parent: 'all' },
  { code: 'g1', parent: 'all' },
  ...Array.from({ length: size }, (_, index) => ({ code: `${name}${index}`, parent: `g${index % 2}` })),
];

const SHAPES = {
  flat: [
    { dims: { a: flat('a', 3), b: flat('b', 3) }, tables: [['a', 'b']] },
    { dims: { a: flat('a', 2), b: flat('b', 4) }, tables: [['a', 'b']] },
  ],
  deep: [
    { dims: { a: flat('a', 2), b: flat('b', 2), c: flat('c', 2) }, tables: [['a', 'b', 'c']] },
    { dims: { a: grouped('a', 4), b: flat('b', 3) }, tables: [['a', 'b']] },
  ],
  linked: [
    {
      dims: { a: flat('a', 3), b: flat('b', 2), c: flat('c', 2) },
      tables: [
        ['a', 'b'],
        ['a', 'c'],
      ],
    },
    {
      dims: { a: flat('a', 2), b: flat('b', 2), c: flat('c', 2) },
      tables: [
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'c'],
      ],
    },
  ],
  /** Two tables that share a margin with groups in it: only when asked for. */
  sharedGroups: [
    {
      dims: { a: grouped('a', 4), b: flat('b', 2), c: flat('c', 2) },
      tables: [
        ['a', 'b'],
        ['a', 'c'],
      ],
    },
  ],
} as const;

export type Shape = keyof typeof SHAPES;

const counts = fc.oneof(
  {
    arbitrary: fc.array(fc.oneof(fc.nat(6), fc.integer({ min: 0, max: 40 })), {
      minLength: 16,
      maxLength: 16,
    }),
    weight: 6,
  },
  { arbitrary: fc.array(fc.nat(3), { minLength: 16, maxLength: 16 }), weight: 2 },
  { arbitrary: fc.constant(new Array<number>(16).fill(0)), weight: 1 },
  {
    arbitrary: fc.nat(15).map((at) => Array.from({ length: 16 }, (_, index) => (index === at ? 50_000 : 1))),
    weight: 1,
  },
);

export type RandomTable = { readonly table: AdditiveTable; readonly truth: readonly number[] };

export function randomTables(...only: readonly Shape[]): fc.Arbitrary<RandomTable> {
  const wanted = only.length === 0 ? (['flat', 'deep', 'linked'] as const) : only;
  const shapes = fc.constantFrom(...wanted.flatMap((shape) => [...SHAPES[shape]]));
  return fc
    .record({ shape: shapes, values: counts, knows: fc.boolean(), base: fc.nat(5) })
    .map(({ shape, values, knows: isKnown, base }) => {
      const spec = readSpec(
        JSON.stringify({
          ...shape,
          primary: { unsafe_min: 1, unsafe_max: 2 },
          protection: { must_cover: [1, 3], min_width: 2 },
          attacker: { knowsZerosAreNeverHidden: isKnown },
        }),
        'spec',
      );
      const cells = cellsOf(spec, values, base);
      return { table: additiveTable(spec, cells, 'cells'), truth: cells.map(({ count }) => count.low) };
    });
}

/** Counts of people with a code in every dimension, added up to every cell of every table. */
function cellsOf(spec: AdditiveTable['spec'], values: readonly number[], base: number): GivenCell[] {
  const leaves = spec.dims.map(({ children }) =>
    [...children.keys()].filter((code) => children[code]?.length === 0),
  );
  const sums = new Map<string, number>();
  const places = leaves.reduce<number[][]>(
    (all, codes) => all.flatMap((place) => codes.map((code) => [...place, code])),
    [[]],
  );
  const upwards = (d: number, code: number): number[] => {
    const parent = spec.dims[d]?.parent[code] ?? -1;
    return parent < 0 ? [code] : [code, ...upwards(d, parent)];
  };
  for (const [index, place] of places.entries()) {
    const all = place.reduce<number[][]>(
      (sets, code, d) => sets.flatMap((set) => upwards(d, code).map((one) => [...set, one])),
      [[]],
    );
    for (const one of all)
      sums.set(one.join(), (sums.get(one.join()) ?? 0) + (values[(index + base) % values.length] ?? 0));
  }
  return [...sums].flatMap(([key, value]) => {
    const place = key.split(',').map(Number);
    const isIn = spec.tables.some((table) => place.every((code, d) => code === 0 || table.includes(d)));
    if (!isIn) return [];
    return [{ codes: place.map((code, d) => spec.dims[d]?.codes[code] ?? ''), count: exact(value), row: 0 }];
  });
}
