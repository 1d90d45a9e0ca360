/** Which positions of a block are totals of which others, along each line of labels. */
import { contains } from '#period/period.ts';
import type { Sum } from '../stated.ts';
import type { PeriodWord } from '../words/period-words.ts';
import type { LabelLine } from './label-line.ts';

/** Every total of a line of labels with the parts that it is the total of, for each position across that line. */
export function sumsOf(
  numbers: readonly (readonly (number | undefined)[])[],
  rowLines: readonly LabelLine[],
  colLines: readonly LabelLine[],
  groups: LabelLine,
): readonly Sum[] {
  const sums: Sum[] = [];
  const rows = numbers.length;
  const cols = numbers[0]?.length ?? 0;
  for (const { whole, parts, over } of totalsOf(
    [...rowLines.filter((one) => !one.namesNext), groups],
    rows,
  )) {
    for (let col = 0; col < cols; col += 1)
      addSum(
        sums,
        numbers[whole]?.[col],
        parts.map((row) => numbers[row]?.[col]),
        over,
      );
  }
  for (const { whole, parts, over } of totalsOf(colLines, cols)) {
    for (let row = 0; row < rows; row += 1)
      addSum(
        sums,
        numbers[row]?.[whole],
        parts.map((col) => numbers[row]?.[col]),
        over,
      );
  }
  return sums;
}

function addSum(
  sums: Sum[],
  whole: number | undefined,
  parts: readonly (number | undefined)[],
  over: string,
): void {
  if (whole === undefined || parts.length === 0 || parts.includes(undefined)) return;
  sums.push({ whole, parts: parts as number[], over });
}

/** Positions that total others, per line of labels: within the same labels of the other lines, or over everything. */
function totalsOf(
  lines: readonly LabelLine[],
  positions: number,
): { whole: number; parts: number[]; over: string }[] {
  const found: { whole: number; parts: number[]; over: string }[] = [];
  const isTotal = (at: number, except?: LabelLine): boolean =>
    lines.some((one) => one !== except && one.said[at]?.total !== undefined);
  // A line that names tables or notes tells its rows apart by its words alone.
  const key = (one: LabelLine, at: number): string =>
    JSON.stringify([one.said[at] ?? {}, one.about === null ? (one.cells[at]?.text ?? '') : '']);
  for (const own of lines) {
    for (let whole = 0; whole < positions; whole += 1) {
      const kind = own.said[whole]?.total;
      if (kind === undefined) continue;
      const others = lines.filter(
        (one) => one !== own && one.cells[whole] !== undefined && one.said[whole]?.total === undefined,
      );
      let parts: number[] = [];
      for (let at = 0; at < positions; at += 1) {
        if (at === whole || own.said[at]?.total !== undefined || isTotal(at, own)) continue;
        if (others.every((one) => key(one, at) === key(one, whole)) && alike(own, at, whole)) parts.push(at);
      }
      if (kind === 'sub-total') {
        const before = own.said.slice(0, whole).findLastIndex((said) => said.total !== undefined);
        parts = parts.filter((at) => at > before && at < whole);
      }
      for (const one of byKind(own, parts)) found.push({ whole, parts: one, over: own.about ?? 'all' });
    }
  }
  return found;
}

/** A column of ages and then of sexes under one total: each kind adds up to it, and not both together. */
function byKind(line: LabelLine, parts: number[]): readonly number[][] {
  const kinds = Map.groupBy(parts, (at) => {
    const { age, sex, platform, offence } = line.said[at] ?? {};
    const said = Object.entries({ age, sex, platform, offence }).filter(([, value]) => value !== undefined);
    return said.length === 1 ? said[0]?.[0] : undefined;
  });
  return kinds.has(undefined) || [...kinds.values()].some((one) => one.length < 2)
    ? [parts]
    : [...kinds.values()];
}

/** "April 2022" is a part of "Total 2022/23". */
function isInside(part: readonly PeriodWord[], whole: readonly PeriodWord[]): boolean {
  const [inner, outer] = [part, whole].map((words) => words.find((word) => word.kind === 'period'));
  return inner?.kind === 'period' && outer?.kind === 'period' && contains(outer.period, inner.period);
}

/** Parts of "Female total" are female; of "Total offences" they are counted in the same unit and period, if either says so. */
function alike(line: LabelLine, at: number, whole: number): boolean {
  const total = line.said[whole] ?? {};
  const part = line.said[at] ?? {};
  if (line.cells[at] === undefined || part.aside !== undefined || part.within !== undefined) return false;
  if (part.unit !== undefined && total.unit !== undefined && part.unit !== total.unit) return false;
  if (total.sex !== undefined && part.sex !== total.sex) return false;
  if (total.age !== undefined && part.age !== total.age) return false;
  if (total.platform !== undefined && part.platform !== total.platform) return false;
  if (total.offence !== undefined && part.offence?.code !== total.offence.code) return false;
  if (total.periods !== undefined && part.periods !== undefined) {
    const same =
      part.periods.map((word) => word.text).join() === total.periods.map((word) => word.text).join();
    return same || isInside(part.periods, total.periods);
  }
  return true;
}
