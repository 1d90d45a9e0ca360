/** The count of a year told by its months or quarters, which add up to it: down the rows, over the columns, or in one line. */
import type { Measure } from '#collection/collection.ts';
import type { Chance } from './chance.ts';
import type { Dim, Figures, Key } from './figures.ts';
import { cell, line, type PageCell, type PageTable, type Piece, type Text } from './page.ts';
import type { Told } from './told.ts';

export type PartsOf = {
  readonly by: Chance;
  readonly figures: Figures;
  readonly told: Told;
  readonly periodLabel: (period: string) => string;
};

const MONTHS = ['April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December', 'January', 'February', 'March']; // biome-ignore format: one line a year reads as the list it is

const shortOf = (month: string): string => month.slice(0, 3);
const yearOf = (period: string, at: number, of: number): number =>
  Number(period.slice(0, 4)) + (at * (12 / of) >= 9 ? 1 : 0);

type Style = { readonly of: 4 | 12; readonly write: (period: string, at: number) => string };

/** Months and quarters as forces write them; those without a year stand below a heading that names it. */
function styleOf(by: Chance, isHeaded: boolean): Style {
  const month = (at: number): string => MONTHS[at] ?? '';
  const span = (at: number, name: (month: string) => string): string =>
    `${name(month(at * 3))}-${name(month(at * 3 + 2))}`;
  const two = (year: number): string => String(year % 100);
  const dated: readonly Style[] = [
    { of: 12, write: (period, at) => `${shortOf(month(at))}-${two(yearOf(period, at, 12))}` },
    { of: 12, write: (period, at) => `${month(at)} ${yearOf(period, at, 12)}` },
    {
      of: 12,
      write: (period, at) => `${yearOf(period, at, 12)}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
    },
    { of: 4, write: (period, at) => `${span(at, shortOf)} ${yearOf(period, at, 4)}` },
    {
      of: 4,
      write: (period, at) => `${span(at, (name) => name).replace('-', ' to ')} ${yearOf(period, at, 4)}`,
    },
    {
      of: 4,
      write: (period, at) => `Q${at + 1} ${period.slice(0, 4)}/${two(Number(period.slice(0, 4)) + 1)}`,
    },
  ];
  const bare: readonly Style[] = [
    { of: 12, write: (_, at) => month(at) },
    { of: 12, write: (_, at) => shortOf(month(at)) },
    { of: 4, write: (_, at) => `Q${at + 1}` },
    { of: 4, write: (_, at) => span(at, shortOf) },
  ];
  return by.pick(isHeaded ? [...dated, ...bare] : dated);
}

/** A number cut by chance into so many that add up to it. */
function cut(by: Chance, whole: number, into: number): readonly number[] {
  const parts = Array<number>(into).fill(Math.floor(whole / into));
  for (let left = whole - into * Math.floor(whole / into); left > 0; left -= 1) {
    const at = by.int(0, into - 1);
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts;
}

const keyOf = (measure: Measure, period: string): Key => ({
  measure: measure.id,
  period,
  age: null,
  sex: null,
  offence: null,
  platform: null,
});

/** A table of months or quarters for each year, of everything or by the categories of one breakdown. */
export function partsOfYears(parts: PartsOf, measure: Measure): { pieces: readonly Piece[]; shape: string } {
  const { by, figures, told, periodLabel } = parts;
  const [dim] = by.maybe(0.5) ? by.shuffled(measure.breakdowns) : [];
  const style = styleOf(by, true);
  const unit = measure.unit === 'offences' ? 'Offences' : 'Victims';
  const name = style.of === 12 ? 'Month' : 'Quarter';
  const withTotal = by.maybe(0.6);
  const isAcross = dim === undefined && by.maybe(0.4);
  const categories = dim === undefined ? [] : figures.categories[dim];
  const columns = dim === undefined ? [unit] : categories.map(({ label }) => label);
  const pieces = figures.periods.flatMap((period): readonly Piece[] => {
    const keys =
      dim === undefined
        ? [keyOf(measure, period)]
        : categories.map(({ id }) => ({ ...keyOf(measure, period), [dim]: id }));
    const counts = keys.map((key) => cut(by, Number(told.say(key).replaceAll(',', '')), style.of));
    const labels = Array.from({ length: style.of }, (_, at) => style.write(period, at));
    const sums = counts.map((some) => some.reduce((left, one) => left + one, 0));
    const rows: readonly (readonly Text[])[] = [
      [name, ...columns],
      ...labels.map((label, at) => [label, ...counts.map((some) => some[at] ?? 0)]),
      ...(withTotal ? [['Total', ...sums]] : []),
    ];
    const title = `${unit} by ${name.toLowerCase()}${dim === undefined ? '' : ` and ${dim}`}, ${periodLabel(period)}`;
    return [line(title), tableOf(isAcross ? turned(rows) : rows)];
  });
  return {
    pieces,
    shape: `${name.toLowerCase()}s${dim === undefined ? '' : ` and ${dim}`}${isAcross ? ' across' : ''}`,
  };
}

/** "Apr-Jun 2023 - 12 - Jul-Sep 2023 - 9 - …": label and number in turn on one line, a line each year, or a line each part. */
export function partsInLines(
  { by, figures, told, periodLabel }: PartsOf,
  measure: Measure,
): readonly Piece[] {
  const style = styleOf(by, false);
  const isOneLine = by.maybe(0.5);
  const mark = isOneLine ? ' - ' : by.pick([' - ', ': ', ' = ']);
  const unit = measure.unit === 'offences' ? 'Offences' : 'Victims';
  return figures.periods.flatMap((period): readonly Piece[] => {
    const counts = cut(by, Number(told.say(keyOf(measure, period)).replaceAll(',', '')), style.of);
    const pairs = counts.map((count, at) => `${style.write(period, at)}${mark}${count}`);
    return [
      line(`${unit} recorded in ${periodLabel(period)}${isOneLine ? '' : ':'}`),
      ...(isOneLine ? [line(pairs.join(mark))] : pairs.map((pair) => line(pair))),
    ];
  });
}

/** Years in a list of label and number: "2022/23 - 54", "2023/24 - 61", or all on one line. */
export function yearsInLines(
  { by, figures, told, periodLabel }: PartsOf,
  measure: Measure,
): readonly Piece[] {
  const mark = by.pick([' - ', ': ', ' = ', ' – ']);
  const pairs = figures.periods.map(
    (period) => `${periodLabel(period)}${mark}${told.say(keyOf(measure, period))}`,
  );
  const unit = measure.unit === 'offences' ? 'offences' : 'victims';
  return [
    line(`Number of ${unit} recorded each year:`),
    ...(by.maybe(0.7) ? pairs : [pairs.join('; ')]).map((text) => line(text)),
  ];
}

const tableOf = (rows: readonly (readonly Text[])[]): PageTable => ({
  kind: 'table',
  rows: rows.map((row) => row.map((text): PageCell | null => cell(text))),
});

function turned(rows: readonly (readonly Text[])[]): readonly (readonly Text[])[] {
  return (rows[0] ?? []).map((_, col) => rows.map((row) => row[col] ?? null));
}

/** A breakdown of one year by a dimension, set as `label | number` rows that no heading stands over. */
export function keysAndValues(
  { by, figures, told, periodLabel }: PartsOf,
  measure: Measure,
  dim: Dim,
): readonly Piece[] {
  const unit = measure.unit === 'offences' ? 'Offences' : 'Victims';
  const colon = by.pick(['', ':']);
  return figures.periods.flatMap((period): readonly Piece[] => [
    line(`${unit} by ${dim}, ${periodLabel(period)}`),
    tableOf(
      figures.categories[dim].map(({ id, label }) => [
        `${label}${colon}`,
        Number(told.say({ ...keyOf(measure, period), [dim]: id }).replaceAll(',', '')),
      ]),
    ),
  ]);
}
