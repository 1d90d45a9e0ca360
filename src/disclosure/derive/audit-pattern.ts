/**
 * The attack on a pattern. For each withheld cell, the range that an outsider can work out who knows every published
 * number, every sum, that counts are whole and not negative, and our habits. A pattern is safe when no withheld cell is
 * worked out exactly and no unsafe one more narrowly than the specification asks. What the table's own shape gives away
 * whatever is withheld (a total of two cells that are not zero is at least 2) is set aside, and counted.
 *
 * The auditor believes nothing of what the protector did. Tables offered as proofs are checked, sum by sum, before they
 * count.
 */
import { unknown } from '#count/count.ts';
import type { AdditiveTable } from '../table/additive.ts';
import { isUnsafe } from '../table/additive.ts';
import type { Status } from '../table/cells-csv.ts';
import type { Certificate } from '../table/given-away.ts';
import { certificateFor, provedLeast } from '../table/given-away.ts';
import type { Offered } from './check-proofs.ts';
import { takeProofs } from './check-proofs.ts';
import { extremesOfGroup, PATIENCE } from './extremes-of-group.ts';
import { openGroups } from './groups.ts';
import { propagate } from './propagate.ts';
import type { Bounds } from './seen.ts';
import { ENDLESS, leastWithheld, seenBounds } from './seen.ts';
import { attacker } from './solver.ts';

export type CellRange = {
  readonly cell: number;
  readonly status: Status;
  /** What the outsider derives; `high` is Infinity when nothing bounds it. */
  readonly low: number;
  readonly high: number;
  /** What subtraction alone leaves: a range anybody can see, so one that a release may print. */
  readonly plainLow: number;
  readonly plainHigh: number;
  /** False where the audit stopped when it had seen enough: the outsider's range is this one or wider. */
  readonly isWholeRange: boolean;
};

export type TableAudit = {
  readonly cells: number;
  readonly primary: number;
  readonly secondary: number;
  readonly hiddenZeros: number;
  /** Unsafe cells that the pattern publishes. */
  readonly published: readonly number[];
  /** Withheld cells of which only one value is left. */
  readonly exact: readonly number[];
  /** Unsafe cells whose range is narrower than asked, or does not contain what it must. */
  readonly narrow: readonly number[];
  readonly uncovered: readonly number[];
  /** Unsafe cells that no pattern can protect further, because of the shape of the table. */
  readonly setAside: readonly number[];
  readonly undecided: readonly number[];
  /** Of those, the ones that no linear programme narrows: it is only not known whether whole numbers do. */
  readonly wideInFractions: number;
  readonly isPossible: boolean;
  readonly isSafe: boolean;
  readonly ranges: readonly CellRange[];
  readonly programmes: number;
};

/** Cells of which it is asked whether their shape gives them away: a pattern that fails in more is not one of ours. */
const MOST_CERTIFICATES = 200;

export type AuditOptions = {
  /** Works out every range to its ends, and does not stop when enough is proved. */
  readonly isFull: boolean;
  readonly proofs?: Offered;
  /** What somebody says the shape gives away: each is checked, and counts for what it proves. */
  readonly givenAway?: readonly Certificate[];
  readonly isLate?: () => boolean;
  /** Seconds that a group of cells that share sums is worth; what they do not decide is undecided, and no pattern with that is safe. */
  readonly secondsAGroup?: number;
  /** A first look at a large pattern: what subtraction rules out and linear programmes that take seconds. It finds what fails, and proves nothing. */
  readonly isQuick?: boolean;
  /** Cells of which it is asked whether the shape of the table explains that they are narrow. */
  readonly mostCertificates?: number;
};

export async function auditPattern(
  table: AdditiveTable,
  status: readonly Status[],
  {
    isFull,
    proofs,
    givenAway = [],
    isLate = () => false,
    secondsAGroup = PATIENCE,
    isQuick = false,
    mostCertificates = MOST_CERTIFICATES,
  }: AuditOptions,
): Promise<TableAudit> {
  const { spec, given } = table;
  const bounds = seenBounds(table, status);
  const seen = { outerLow: bounds.outerLow.slice(), outerHigh: bounds.outerHigh.slice() };
  const { isPossible: fits } = propagate(table.relations, bounds.outerLow, bounds.outerHigh);
  const plain = { low: bounds.outerLow.slice(), high: bounds.outerHigh.slice() };
  const withheld = [...status.keys()].filter((cell) => status[cell] !== '');
  const isOpen = (cell: number) => (bounds.outerLow[cell] ?? 0) < (bounds.outerHigh[cell] ?? 0);
  const closeAll = () => {
    for (const cell of given.keys()) if (!isOpen(cell)) close(bounds, cell);
  };
  closeAll();
  if (proofs !== undefined) takeProofs(table, status, bounds, proofs);

  const least = anyway(table);
  for (const certificate of givenAway) raise(table, least, certificate);
  const asked = askedOf(table, least);
  /** Something is asked of the range of the cell: it is unsafe, or what is shown in its place must say as little. */
  const isAsked = (cell: number) => status[cell] === 'P' || (table.own?.asked[cell] ?? null) !== null;
  const isWatched = (cell: number) => status[cell] !== '' || isAsked(cell);
  const isLost = (cell: number) =>
    !meets(asked(cell), bounds.outerLow[cell] ?? 0, bounds.outerHigh[cell] ?? 0);
  /** Whether it is safe is known, where the cell goes so far; its whole range may not be. */
  const isDecided = (cell: number, low: number, high: number): boolean => {
    if (!isWatched(cell)) return true;
    if (isAsked(cell)) return meets(asked(cell), low, high) || isLost(cell);
    return high - low >= 1 || !isOpen(cell);
  };
  const isEnded = (cell: number, low: number, high: number): boolean => {
    const range = rangeOf(cell, status[cell] ?? '', bounds, { low, high });
    return range.low === bounds.outerLow[cell] && range.high === bounds.outerHigh[cell];
  };
  const isEnough = (cell: number, low: number, high: number): boolean =>
    isFull && status[cell] !== '' ? isEnded(cell, low, high) : isDecided(cell, low, high);
  const isSettled = (cell: number) => isEnough(cell, bounds.innerLow[cell] ?? 0, bounds.innerHigh[cell] ?? 0);
  const inFractions = (cell: number) => ({
    low: Math.min(bounds.innerLow[cell] ?? 0, bounds.reachLow[cell] ?? 0),
    high: Math.max(bounds.innerHigh[cell] ?? 0, bounds.reachHigh[cell] ?? 0),
  });
  const isSettledInFractions = (cell: number) => {
    const { low, high } = inFractions(cell);
    return isEnough(cell, low, high);
  };
  const goalOf = (cell: number, direction: 1 | -1): number | null => {
    if (isFull) return null;
    if (!isAsked(cell))
      return direction === 1 ? (bounds.innerLow[cell] ?? 0) + 1 : (bounds.innerHigh[cell] ?? 0) - 1;
    const { low, high, width } = asked(cell);
    return direction === 1 ? Math.max(high, low + width) : low;
  };
  let programmes = 0;
  let isPossible = fits;
  const tried = new Set<number>();
  for (let isNew = fits; isNew; ) {
    for (const group of openGroups(table, bounds, seen)) {
      const { solved, isPossible: has } = extremesOfGroup(await attacker(), {
        group,
        bounds,
        isSettled,
        isSettledInFractions,
        goalOf,
        isLate,
        seconds: secondsAGroup,
        isQuick,
      });
      programmes += solved;
      isPossible &&= has;
    }
    // What is too narrow from below may be so in any pattern; then less is asked of it, and it is looked at again.
    isNew = false;
    for (const cell of withheld) {
      if (
        table.own !== undefined ||
        status[cell] !== 'P' ||
        !isLost(cell) ||
        tried.has(cell) ||
        tried.size >= mostCertificates
      )
        continue;
      if ((bounds.outerLow[cell] ?? 0) <= asked(cell).low || isLate()) continue;
      tried.add(cell);
      const certificate = certificateFor(await attacker(), table, least, cell);
      if (certificate !== null && raise(table, least, certificate)) isNew = true;
    }
    if (!isNew) break;
    // What was ruled out of some cells says something of others.
    isPossible &&= propagate(table.relations, bounds.outerLow, bounds.outerHigh).isPossible;
    closeAll();
  }
  const unsafe = given.map((_, cell) => isUnsafe(table, cell));
  const primary = withheld.filter((cell) => status[cell] === 'P');
  /** Too narrow from below alone, which the shape of the table may explain, and not asked whether it does. */
  const isUnexplained = (cell: number): boolean => {
    if (table.own !== undefined || status[cell] !== 'P' || tried.has(cell) || !isLost(cell)) return false;
    const [low, high] = [bounds.outerLow[cell] ?? 0, bounds.outerHigh[cell] ?? 0];
    return (
      low > asked(cell).low &&
      meets({ low, high: Math.max(low, spec.cover[1]), width: spec.width }, low, high)
    );
  };
  const lacking = [...given.keys()].filter((cell) => isAsked(cell) && isLost(cell) && !isUnexplained(cell));
  const exact = withheld.filter((cell) => !isOpen(cell) && !isGivenAway(table, cell));
  const published = [...given.keys()].filter((cell) => unsafe[cell] === true && status[cell] === '');
  const isUndecided = (cell: number) =>
    isWatched(cell) &&
    isOpen(cell) &&
    (isUnexplained(cell) || !isDecided(cell, bounds.innerLow[cell] ?? 0, bounds.innerHigh[cell] ?? 0));
  const undecided = [...given.keys()].filter(isUndecided);
  const isWideInFractions = (cell: number) => {
    const { low, high } = inFractions(cell);
    return !isUnexplained(cell) && isDecided(cell, low, high);
  };
  return {
    cells: given.length,
    primary: primary.length,
    secondary: withheld.length - primary.length,
    hiddenZeros: withheld.filter((cell) => given[cell]?.high === 0).length,
    published,
    exact,
    narrow: lacking.filter(
      (cell) => (bounds.outerHigh[cell] ?? 0) - (bounds.outerLow[cell] ?? 0) < asked(cell).width,
    ),
    uncovered: lacking,
    setAside: primary.filter((cell) => asked(cell).low > spec.cover[0] || asked(cell).high < spec.cover[1]),
    undecided,
    wideInFractions: undecided.filter(isWideInFractions).length,
    isPossible,
    isSafe: isPossible && published.length + exact.length + lacking.length + undecided.length === 0,
    ranges: withheld.map((cell) => ({
      ...rangeOf(cell, status[cell] ?? '', bounds),
      plainLow: plain.low[cell] ?? 0,
      plainHigh: plain.high[cell] ?? 0,
    })),
    programmes,
  };
}

function close({ outerLow, innerLow, innerHigh }: Bounds, cell: number): void {
  innerLow[cell] = outerLow[cell] ?? 0;
  innerHigh[cell] = outerLow[cell] ?? 0;
}

function rangeOf(
  cell: number,
  status: Status,
  { outerLow, outerHigh, innerLow, innerHigh }: Bounds,
  reached = { low: innerLow[cell] ?? 0, high: innerHigh[cell] ?? 0 },
): Omit<CellRange, 'plainLow' | 'plainHigh'> {
  const [low, high] = [outerLow[cell] ?? 0, outerHigh[cell] ?? 0];
  const isLowReached = reached.low <= low;
  const isHighReached = reached.high >= high || reached.high >= ENDLESS;
  const isWholeRange = isLowReached && isHighReached;
  return {
    cell,
    status,
    low: isLowReached ? low : reached.low,
    high: isHighReached ? high : reached.high,
    isWholeRange,
  };
}

export type Asked = { readonly low: number; readonly high: number; readonly width: number };

function meets({ low: least, high: most, width }: Asked, low: number, high: number): boolean {
  return low <= least && high >= most && high - low >= width;
}

/** A table with a rule for each cell says itself of which cells one value is left in any pattern. */
function isGivenAway({ own }: AdditiveTable, cell: number): boolean {
  const its = own?.asked[cell] ?? null;
  return its !== null && its.low === its.high;
}

/** What is asked of the range of a cell, less what the shape of the table gives away in any pattern. */
function askedOf({ spec, own }: AdditiveTable, least: Float64Array): (cell: number) => Asked {
  const [from, to] = spec.cover;
  return (cell) => {
    const its = own?.asked[cell] ?? null;
    if (its !== null) return { ...its, width: its.high - its.low };
    const low = Math.max(from, least[cell] ?? 0);
    return { low, high: Math.max(low, to), width: spec.width };
  };
}

/** True when the certificate holds and says something new. */
function raise(table: AdditiveTable, least: Float64Array, certificate: Certificate): boolean {
  const proved = provedLeast(table, least, certificate);
  if (proved <= (least[certificate.cell] ?? 0)) return false;
  least[certificate.cell] = proved;
  return true;
}

/** The least that each cell can be for an outsider from whom everything but the zeros is withheld. */
export function anyway(table: AdditiveTable): Float64Array {
  const least = leastWithheld(table);
  const low = Float64Array.from(table.given, ({ low, high }, cell) =>
    high === 0 || table.isStructuralZero[cell] === true ? 0 : Math.min(least, low),
  );
  const high = Float64Array.from(table.given, (count) =>
    (count ?? unknown).high === 0 && table.spec.primary.zeros === 'safe' ? 0 : Number.POSITIVE_INFINITY,
  );
  propagate(table.relations, low, high);
  return low;
}
