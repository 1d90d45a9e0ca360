/**
 * What a specification says of the tables to protect: dimensions with their hierarchies, which of them are crossed, which
 * counts are unsafe, how far an outsider must stay from them, and what the outsider is taken to know. Refuses what it does
 * not understand, and a hierarchy that is none.
 */
import { z } from 'zod';
import { Refusal } from '#finding/refusal.ts';

const code = z.strictObject({ code: z.string().min(1), parent: z.string().nullable() });
const whole = z.int().min(0);

const shape = z.object({
  name: z.string().default('table'),
  dims: z.record(z.string(), z.array(code).min(1)),
  tables: z.array(z.array(z.string()).min(1)).min(1),
  primary: z
    .object({
      unsafe_min: whole.default(1),
      unsafe_max: whole.default(4),
      zeros: z.enum(['safe', 'unsafe']).default('safe'),
    })
    .prefault({}),
  protection: z
    .object({ must_cover: z.tuple([whole, whole]).optional(), min_width: whole.optional() })
    .prefault({}),
  attacker: z.object({ knowsZerosAreNeverHidden: z.boolean().default(true) }).prefault({}),
  /** Cells that are zero by definition, each by its codes in the order of the dimensions: everybody knows them. */
  structural_zeros: z.array(z.array(z.string())).default([]),
  /** What is kept small: the number of withheld cells, what they add up to, or both alike. */
  cost: z.enum(['cells', 'total', 'both']).default('both'),
  method: z.enum(['suppression', 'rounding', 'cell-key']).default('suppression'),
  /** Why this method, for whoever reads the result: asked for wherever it is not suppression. */
  reason: z.string().trim().default(''),
  rounding: z.object({ base: z.literal([3, 5]).default(5) }).prefault({}),
  cell_key: z
    .object({ variance: z.number().min(0.5).max(50).default(2), largest: z.int().min(2).max(20).default(5) })
    .prefault({}),
  ranges: z.boolean().default(false),
});

export type SpecFile = z.infer<typeof shape>;

export type Dimension = {
  readonly name: string;
  readonly codes: readonly string[];
  /** Index of the parent of each code; -1 for the top, which stands first. */
  readonly parent: readonly number[];
  readonly children: readonly (readonly number[])[];
};

export type Spec = Omit<SpecFile, 'dims' | 'tables' | 'protection'> & {
  readonly dims: readonly Dimension[];
  /** Each table as indexes of its dimensions. */
  readonly tables: readonly (readonly number[])[];
  /** What an outsider's range of an unsafe cell must contain, and how wide it must be. */
  readonly cover: readonly [low: number, high: number];
  readonly width: number;
};

export function readSpec(text: string, path: string): Spec {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Refusal('bad-use', `${path}: this is not JSON. Write the specification as JSON.`, { cause });
  }
  const { success, data, error } = shape.safeParse(json);
  if (!success) {
    const [first] = error.issues;
    const at = first?.path.join('.') ?? '';
    throw new Refusal(
      'bad-use',
      `${path}, ${at === '' ? 'as a whole' : at}: ${first?.message ?? 'not understood'}.`,
    );
  }
  if (data.method !== 'suppression' && data.reason === '') {
    throw new Refusal(
      'bad-use',
      `${path}: "method" is "${data.method}" and there is no "reason". Write in a sentence why counts are changed rather than withheld.`,
    );
  }
  const dims = Object.entries(data.dims).map(([name, codes]) => dimension(name, codes, path));
  const tables = data.tables.map((table) =>
    table.map((name) => {
      const index = dims.findIndex((dim) => dim.name === name);
      if (index < 0)
        throw new Refusal(
          'bad-use',
          `${path}: a table crosses "${name}", which is no dimension. Add it to "dims".`,
        );
      return index;
    }),
  );
  const { unsafe_max } = data.primary;
  const cover = data.protection.must_cover ?? [
    data.primary.zeros === 'unsafe' ? 0 : data.primary.unsafe_min,
    unsafe_max + 1,
  ];
  if (cover[1] < cover[0]) throw new Refusal('bad-use', `${path}: must_cover ends before it begins.`);
  return { ...data, dims, tables, cover, width: data.protection.min_width ?? cover[1] - cover[0] };
}

function dimension(name: string, listed: SpecFile['dims'][string], path: string): Dimension {
  const refuse = (what: string) => new Refusal('bad-use', `${path}, dimension "${name}": ${what}`);
  const indexes = new Map(listed.map(({ code }, index) => [code, index]));
  if (indexes.size < listed.length) throw refuse('a code is listed twice. List each once.');
  const parent = listed.map(({ parent }) => (parent === null ? -1 : (indexes.get(parent) ?? -2)));
  if (parent.includes(-2)) throw refuse('a parent is not listed as a code. Add it.');
  if (parent[0] !== -1 || parent.filter((one) => one === -1).length > 1) {
    throw refuse('exactly one code, the first, must have no parent.');
  }
  const children = listed.map((_, index) => [...parent.keys()].filter((child) => parent[child] === index));
  for (const start of parent.keys()) {
    let steps = 0;
    for (let at = start; at >= 0; at = parent[at] ?? -1)
      if (++steps > listed.length) throw refuse('the parents run in a circle.');
  }
  return { name, codes: listed.map(({ code }) => code), parent, children };
}
