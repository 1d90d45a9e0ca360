/**
 * Change from one year to the next, as far as published figures bear it. Like for like means one release that states both
 * years: its own base, on its own basis. Beside it stands the change from the base as first published, when that differs.
 * For many forces together only those are added that one release states for both years; releases are never mixed.
 */
import type { PublishedFact } from '#register/published-figures.ts';
import type { SeriesCell } from './cells.ts';

export type SeriesChange = {
  readonly measure: string;
  readonly code: string;
  /** Both of one release. */
  readonly before: PublishedFact;
  readonly after: PublishedFact;
  /** The base as first published, when it is another number; the change from it is the raw one. */
  readonly firstBefore: PublishedFact | null;
  /** Percentages that sources print for this change. */
  readonly printed: readonly PublishedFact[];
};

export type MatchedChange = {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly release: string;
  /** One pair a force, in order of code. */
  readonly pairs: readonly {
    readonly code: string;
    readonly before: PublishedFact;
    readonly after: PublishedFact;
  }[];
  /** Totals printed for the country for the two years, with whatever forces stood behind each; null where none is. */
  readonly raw: { readonly before: PublishedFact; readonly after: PublishedFact } | null;
};

const FEWEST_MATCHED = 3;

export function seriesChanges(cells: readonly SeriesCell[]): readonly SeriesChange[] {
  const ofPeriod = Map.groupBy(cells, periodKey);
  return yearPairs(cells.filter(isForceTotal)).flatMap(([before, after]) => {
    const pair = sameRelease(before, after).at(-1);
    if (pair === undefined || before.code === null) return [];
    const earliest = before.statements.find(({ grade }) => grade === 'exact');
    const isOther = earliest !== undefined && earliest.value !== pair.before.value;
    return [
      {
        ...pair,
        measure: before.measure,
        code: before.code,
        firstBefore: isOther ? earliest : null,
        printed: printedFor(ofPeriod.get(periodKey(after)) ?? []),
      },
    ];
  });
}

function periodKey({ measure, period, code }: SeriesCell): string {
  return `${measure}|${period}|${code}`;
}

function printedFor(cells: readonly SeriesCell[]): readonly PublishedFact[] {
  return cells
    .filter(({ category }) => category.startsWith('percent change on previous year'))
    .flatMap(({ statements }) => statements);
}

/** For each measure and pair of years the release that states both for most forces; fewer than three say nothing of many. */
export function matchedChanges(cells: readonly SeriesCell[]): readonly MatchedChange[] {
  const pairs = yearPairs(cells.filter((cell) => isForceTotal(cell) && isInside(cell))).flatMap(
    ([before, after]) =>
      sameRelease(before, after).map((pair) => ({
        ...pair,
        code: before.code ?? '',
        cell: before,
        next: after,
      })),
  );
  const groups = Map.groupBy(pairs, ({ cell, before }) => `${cell.measure}|${cell.period}|${before.release}`);
  const best = new Map<string, MatchedChange>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < FEWEST_MATCHED) continue;
    const { measure, period: from } = first.cell;
    const key = `${measure}|${from}`;
    if ((best.get(key)?.pairs.length ?? 0) >= group.length) continue;
    best.set(key, {
      measure,
      from,
      to: first.next.period,
      release: first.before.release ?? '',
      pairs: group
        .map(({ code, before, after }) => ({ code, before, after }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
      raw: rawChange(measure, from, first.next.period, cells),
    });
  }
  return [...best.values()];
}

/** The two totals of England and Wales as first published. */
function rawChange(
  measure: string,
  from: string,
  to: string,
  cells: readonly SeriesCell[],
): MatchedChange['raw'] {
  const first = (period: string) =>
    firstExact(
      cells.find(
        (cell) =>
          cell.measure === measure && cell.period === period && cell.code === 'K04000001' && isTotal(cell),
      ),
    );
  const [before, after] = [first(from), first(to)];
  return before === undefined || after === undefined ? null : { before, after };
}

/** Where pages of one release print the same number over different counts of forces, the statement that the cell uses. */
function firstExact(cell: SeriesCell | undefined): PublishedFact | undefined {
  const first = cell?.statements.find(({ grade }) => grade === 'exact');
  const used = cell?.used ?? null;
  return used !== null && used.value === first?.value && used.release === first.release ? used : first;
}

type Pair = { readonly before: PublishedFact; readonly after: PublishedFact };

/** Exact numbers of both years in one release, earliest release first; a release that prints two numbers for one is left out. */
function sameRelease(before: SeriesCell, after: SeriesCell): readonly Pair[] {
  return before.statements.flatMap((one, at) => {
    const isFirst = before.statements.findIndex(({ release }) => release === one.release) === at;
    if (!isFirst || one.release === null) return [];
    const [a, b] = [only(before, one.release), only(after, one.release)];
    return a === null || b === null ? [] : [{ before: a, after: b }];
  });
}

function only(cell: SeriesCell, release: string): PublishedFact | null {
  const all = cell.statements.filter((one) => one.release === release && one.grade === 'exact');
  return new Set(all.map(({ value }) => value)).size === 1 ? (all[0] ?? null) : null;
}

function yearPairs(cells: readonly SeriesCell[]): readonly (readonly [SeriesCell, SeriesCell])[] {
  const key = ({ measure, code }: SeriesCell, from: string) => `${measure}|${code}|${from}`;
  const starting = Map.groupBy(cells, (cell) => key(cell, cell.said.span.from));
  return cells.flatMap((before) => {
    const next = Number(before.said.span.from.slice(0, 4)) + 1;
    const after = starting.get(key(before, `${next}-04-01`)) ?? [];
    return after.map((one): [SeriesCell, SeriesCell] => [before, one]);
  });
}

export function isTotal({ dimension, unit, said }: SeriesCell): boolean {
  return dimension === '' && unit === 'offences' && said.kind === 'year';
}

export function isForceTotal(cell: SeriesCell): boolean {
  return cell.areaType === 'force' && cell.code !== null && isTotal(cell);
}

/** Of the forces of England and Wales, which the national totals are of. */
function isInside({ code }: SeriesCell): boolean {
  return code !== null && /^[EW]\d{8}$/.test(code);
}
