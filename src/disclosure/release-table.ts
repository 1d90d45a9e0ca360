/**
 * The numbers of a release as a table that the auditor of tables can attack: cells that no dimensions describe, each with
 * a rule of its own. What nobody states is never shown, a range that we worked out is shown as it was given, and what
 * others published is shown whether or not the release repeats it. Sums that cannot be true with what is shown are left
 * out, as an outsider would leave them out.
 */
import type { Count } from '#count/count.ts';
import { both, exact, isExact, isSame, unknown } from '#count/count.ts';
import type { Target } from './audit.ts';
import type { Cell, Model, Withheld } from './model.ts';
import { knownOf } from './model.ts';
import { simpleRanges } from './ranges.ts';
import type { AdditiveTable } from './table/additive.ts';
import type { Status } from './table/cells-csv.ts';
import type { Spec } from './table/spec.ts';

export type ReleaseTable = { readonly table: AdditiveTable; readonly status: readonly Status[] };

export function releaseTable(model: Model, withheld: Withheld, targets: readonly Target[]): ReleaseTable {
  const { cells } = model;
  const asked = new Map(targets.map(({ id, enough }) => [id, enough]));
  const at = new Map(cells.map(({ id }, index) => [id, index]));
  const seen = cells.map((cell) => shown(cell, withheld));
  const { sums } = simpleRanges(
    new Map(cells.map(({ id }, index) => [id, seen[index] ?? unknown])),
    model.sums,
  );
  const place = (id: string) => {
    const found = at.get(id);
    if (found === undefined) throw new Error(`${id} stands in a sum and is no cell`);
    return found;
  };
  // Where others said something of a withheld number, that is all that is shown of it.
  const isHidden = (cell: Cell) => withheld.has(cell.id) && isSame(knownOf(cell), unknown);
  const table: AdditiveTable = {
    spec: ruleOf(cells, model.threshold),
    codes: cells.map((_, index) => [index]),
    given: seen,
    isStructuralZero: cells.map(({ count }) => count.high === 0),
    isKnown: cells.map(() => false),
    relations: sums.map(({ whole, parts }) => ({ whole: place(whole), parts: parts.map(place), along: 0 })),
    own: {
      isUnsafe: cells.map((cell) => asked.has(cell.id) && isHidden(cell)),
      asked: cells.map(({ id }) => asked.get(id) ?? null),
    },
    at: ([code = -1]) => (code in cells ? code : undefined),
  };
  const status = cells.map((cell): Status => (!isHidden(cell) ? '' : asked.has(cell.id) ? 'P' : 'S'));
  return { table, status };
}

/** What is seen of a cell; of a hidden one its own count, of which the auditor takes no more than that it is no zero. */
function shown(cell: Cell, withheld: Withheld): Count {
  const { count, given, standing } = cell;
  const known = knownOf(cell);
  if (count.high === 0) return exact(0);
  if (standing === 'rest') return known;
  if (withheld.has(cell.id)) return isSame(known, unknown) ? count : (both(known, notZero(count)) ?? known);
  const told = isExact(count) ? count : given;
  return both(told, known) ?? told;
}

/** A zero is never withheld; what may be one can be. */
function notZero({ low }: Count): Count {
  return { low: Math.min(1, low), high: Number.POSITIVE_INFINITY };
}

function ruleOf(cells: readonly Cell[], threshold: number): Spec {
  const parent = cells.map(() => -1);
  return {
    name: 'release',
    dims: [{ name: 'number', codes: cells.map(({ id }) => id), parent, children: cells.map(() => []) }],
    tables: [],
    primary: { unsafe_min: 1, unsafe_max: threshold - 1, zeros: 'safe' },
    attacker: { knowsZerosAreNeverHidden: true },
    structural_zeros: [],
    cost: 'both',
    method: 'suppression',
    reason: '',
    rounding: { base: 5 },
    cell_key: { variance: 2, largest: 5 },
    ranges: false,
    cover: [1, threshold],
    width: threshold - 1,
  };
}
