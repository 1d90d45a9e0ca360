/** Totals down a column of periods, and months and quarters that fill a period together. */
import type { Collection } from '#collection/collection.ts';
import { add, type Count } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { dayNumber, dayText, type Period, written } from '#period/period.ts';
import type { Stated, Sum } from '../stated.ts';
import { type Candidate, joinPlaces } from './candidate.ts';

/** A total down a column of periods is for all of them together, never for the one asked about. */
export function totalsOverPeriods(stated: readonly Stated[], sums: readonly Sum[]): readonly Stated[] {
  const spans = new Map<number, Period | null>();
  for (const { whole, parts, over } of sums) {
    if (over !== 'period') continue;
    const periods = parts
      .flatMap((part) => stated[part]?.period ?? [])
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    const distinct = periods.filter(
      (one, at) => at === 0 || written(one) !== written(periods[at - 1] ?? one),
    );
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

/** Months and quarters added up to the periods they fill without gap or overlap; what fills none is reported. */
export function wholePeriods(
  pieces: readonly { stated: Stated; count: Count; measure: string; offence: string | null; at: number }[],
  collection: Collection,
  findings: Finding[],
): Candidate[] {
  const groups = new Map<string, (typeof pieces)[number][]>();
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
    const used = new Set<(typeof pieces)[number]>();
    for (const text of [collection.period, ...collection.compare]) {
      const [from, to] = text.split('/');
      if (from === undefined || to === undefined) continue;
      const inside = group.filter(
        (piece) =>
          piece.stated.period !== null && from <= piece.stated.period.from && piece.stated.period.to <= to,
      );
      const sorted = [...inside].sort((a, b) =>
        (a.stated.period?.from ?? '') < (b.stated.period?.from ?? '') ? -1 : 1,
      );
      const fills =
        sorted.length > 0 &&
        sorted[0]?.stated.period?.from === from &&
        sorted.at(-1)?.stated.period?.to === to &&
        sorted.every(
          (piece, at) =>
            at === 0 ||
            sorted[at - 1]?.stated.period?.to === dayText(dayNumber(piece.stated.period?.from ?? '') - 1),
        );
      const [first] = sorted;
      if (!fills || first === undefined) continue;
      for (const piece of inside) used.add(piece);
      found.push({
        stated: first.at,
        label: first.stated.labels,
        block: first.stated.block,
        isTotal: false,
        observation: {
          measure: first.measure,
          period: text,
          age: first.stated.age === '0-17' ? null : first.stated.age,
          sex: first.stated.sex,
          offence: first.offence,
          platform: first.stated.platform,
          count: sorted.map((piece) => piece.count).reduce(add),
          at: joinPlaces(sorted.map((piece) => piece.stated.at)),
        },
      });
    }
    for (const piece of group) {
      if (!used.has(piece)) {
        findings.push(
          finding('period-mismatch', piece.stated.at, {
            period: piece.stated.period === null ? '' : written(piece.stated.period),
            asked: collection.period,
          }),
        );
        break;
      }
    }
  }
  return found;
}
