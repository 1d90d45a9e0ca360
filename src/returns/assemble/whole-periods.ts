/** Totals down a column of periods, and months and quarters that fill a period together. */
import type { Collection } from '#collection/collection.ts';
import { add, type Count, isSame } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { dayNumber, days, dayText, type Period, written } from '#period/period.ts';
import type { Stated, Sum } from '../stated.ts';
import { type Candidate, joinPlaces } from './candidate.ts';

/**
 * A total of parts from several periods, down a column of them or over a table that they are a part of, is for all of
 * them together, never for the one asked about.
 */
export function totalsOverPeriods(stated: readonly Stated[], sums: readonly Sum[]): readonly Stated[] {
  const spans = new Map<number, Period | null>();
  for (const { whole, parts } of sums) {
    const periods = parts
      .flatMap((part) => stated[part]?.period ?? [])
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    const distinct = periods.filter(
      (one, at) => at === 0 || written(one) !== written(periods[at - 1] ?? one),
    );
    if (distinct.length < 2) continue;
    const joined = distinct.every(
      (one, at) => at === 0 || distinct[at - 1]?.to === dayText(dayNumber(one.from) - 1),
    );
    const [first, last] = [distinct[0], distinct.at(-1)];
    spans.set(
      whole,
      joined && first !== undefined && last !== undefined && periods.length === parts.length
        ? { from: first.from, to: last.to }
        : null,
    );
  }
  return stated.map((one, at) => {
    const span = spans.get(at);
    if (span === undefined) return one;
    return span === null
      ? { ...one, not: { why: 'total over several periods', finding: null } }
      : { ...one, period: span };
  });
}

/** A number for a month or quarter, on its way to the period it is a part of. */
export type Piece = {
  readonly stated: Stated;
  readonly count: Count;
  readonly measure: string;
  readonly offence: string | null;
  /** Its position among the stated numbers. */
  readonly at: number;
};

function candidateOf(piece: Piece, period: string, count: Count, at: string): Candidate {
  const { stated } = piece;
  return {
    stated: piece.at,
    label: stated.labels,
    block: stated.block,
    // Not to be added to a total that the file states for the same period: the two are one number.
    isTotal: true,
    observation: {
      measure: piece.measure,
      period,
      age: stated.age === '0-17' ? null : stated.age,
      sex: stated.sex,
      offence: piece.offence,
      platform: stated.platform,
      count,
      at,
    },
  };
}

function spanOf(piece: Piece): string {
  return piece.stated.period === null ? '' : written(piece.stated.period);
}

/** Months and quarters added up to the periods they fill without gap or overlap; what fills none is reported. */
export function wholePeriods(
  pieces: readonly Piece[],
  collection: Collection,
  findings: Finding[],
): Candidate[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const { stated } = piece;
    const id = JSON.stringify([
      stated.block,
      piece.measure,
      piece.offence,
      stated.age,
      stated.sex,
      stated.platform,
    ]);
    groups.set(id, [...(groups.get(id) ?? []), piece]);
  }
  const found: Candidate[] = [];
  for (const group of groups.values()) {
    const used = new Set<Piece>();
    for (const text of [collection.period, ...collection.compare]) {
      const [from, to] = text.split('/');
      if (from === undefined || to === undefined) continue;
      const inside = group.filter(
        (piece) =>
          piece.stated.period !== null && from <= piece.stated.period.from && piece.stated.period.to <= to,
      );
      const once = onceEach(inside);
      // Months beside their quarters fill the year twice; the two sums are checked against each other.
      const ways = [once, once.filter(isMonth), once.filter((piece) => !isMonth(piece))];
      for (const way of ways) {
        const sorted = inOrder(way);
        const [first] = sorted;
        if (first === undefined || !fills(sorted, from, to)) continue;
        for (const piece of inside) used.add(piece);
        const count = sorted.map((piece) => piece.count).reduce(add);
        found.push(candidateOf(first, text, count, joinPlaces(sorted.map((piece) => piece.stated.at))));
        if (way === once) break;
      }
    }
    // Months that were asked for are answers of their own, whatever they add up to.
    const asked = collection.measures.find(({ id }) => id === group[0]?.measure);
    if (asked !== undefined && BY_MONTH.test(asked.title)) {
      for (const piece of onceEach(group)) {
        if (spanOf(piece) !== '') found.push(candidateOf(piece, spanOf(piece), piece.count, piece.stated.at));
      }
      continue;
    }
    const left = group.filter((piece) => !used.has(piece));
    const [first] = left;
    if (first === undefined) continue;
    // What fills no period asked for stays what it is: an answer for its own month or quarter.
    findings.push(
      finding('period-mismatch', first.stated.at, { period: spanOf(first), asked: collection.period }),
    );
    for (const piece of left) found.push(candidateOf(piece, spanOf(piece), piece.count, piece.stated.at));
  }
  return found;
}

/** A row and its total say one month twice; two different numbers for it are both kept, and fill nothing. */
function onceEach(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(
    (piece, at) =>
      pieces.findIndex((other) => spanOf(other) === spanOf(piece) && isSame(other.count, piece.count)) === at,
  );
}

function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  return [...pieces].sort((a, b) => (spanOf(a) < spanOf(b) ? -1 : 1));
}

function fills(sorted: readonly Piece[], from: string, to: string): boolean {
  const spans = sorted.flatMap((piece) => piece.stated.period ?? []);
  return (
    spans[0]?.from === from &&
    spans.at(-1)?.to === to &&
    spans.every((span, at) => at === 0 || spans[at - 1]?.to === dayText(dayNumber(span.from) - 1))
  );
}

function isMonth(piece: Piece): boolean {
  return piece.stated.period !== null && days(piece.stated.period) <= LONGEST_MONTH;
}

const BY_MONTH = /\b(?:months?|monthly|quarters?|quarterly)\b/iu;
const LONGEST_MONTH = 31;
