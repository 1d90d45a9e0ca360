/** The same numbers as a letter tells them: in sentences, in lists of label and number, in answers to numbered questions. */
import type { Measure } from '#collection/collection.ts';
import type { Chance } from './chance.ts';
import type { Dim, Figures, Key } from './figures.ts';
import { line, type Piece } from './page.ts';
import type { Told } from './told.ts';

export type ProseParts = {
  readonly by: Chance;
  readonly figures: Figures;
  readonly told: Told;
  readonly periodLabel: (period: string) => string;
};

const keyOf = (measure: Measure, period: string): Key => ({
  measure: measure.id,
  period,
  age: null,
  sex: null,
  offence: null,
  platform: null,
});

/** A total of one measure for each period, in a sentence each or in one. */
export function totalsInSentences(
  { by, figures, told, periodLabel }: ProseParts,
  measure: Measure,
): readonly Piece[] {
  const unit = measure.unit;
  const say = (period: string): string => told.say(keyOf(measure, period));
  const style = by.int(0, 4);
  const each = (period: string): string => {
    const [year, n] = [periodLabel(period), say(period)];
    return (
      [
        unit === 'offences'
          ? `The force recorded ${n} offences in ${year}.`
          : `There were ${n} victims in ${year}.`,
        `In ${year} there were ${n} ${unit === 'offences' ? 'recorded offences' : 'victims'}.`,
        `Number of ${unit} in ${year}: ${n}`,
        `A total of ${n} ${unit} were recorded in ${year}.`,
        `${year} = ${n} ${unit}`,
      ][style] ?? ''
    );
  };
  const [first, second, ...others] = figures.periods;
  if (style === 0 && first !== undefined && second !== undefined && others.length === 0)
    return [
      line(
        `We recorded ${say(first)} ${unit} in ${periodLabel(first)} and ${say(second)} in ${periodLabel(second)}.`,
      ),
    ];
  return figures.periods.map((period) => line(each(period)));
}

/** A breakdown by one dimension: a caption and a line each, all on one line, or a sentence. */
export function breakdownInLines(
  { by, figures, told, periodLabel }: ProseParts,
  measure: Measure,
  dim: Dim,
): readonly Piece[] {
  const style = by.int(0, 3);
  const mark = by.pick([': ', ' - ', ' = ', ' – ']);
  const unit = measure.unit === 'offences' ? 'Offences' : 'Victims';
  return figures.periods.flatMap((period) => {
    const year = periodLabel(period);
    const pairs = figures.categories[dim].map(({ id, label }) => ({
      label,
      n: told.say({ ...keyOf(measure, period), [dim]: id }),
    }));
    if (style < 2) {
      const caption = by.pick([
        `${unit} by ${dim}, ${year}`,
        `${unit} by ${dim} in ${year}:`,
        `${year} - ${unit.toLowerCase()} by ${dim}`,
      ]);
      return [line(caption, style === 1), ...pairs.map(({ label, n }) => line(`${label}${mark}${n}`))];
    }
    if (style === 2)
      return [line(`${unit} by ${dim}, ${year}: ${pairs.map(({ label, n }) => `${label} ${n}`).join(', ')}`)];
    return [
      line(`${unit} by ${dim}, ${year}: ${pairs.map(({ label, n }) => `${label} = ${n}`).join('; ')}.`),
    ];
  });
}

/** The request quoted with its numbers, and answers under the same numbers. */
export function numberedAnswers(parts: ProseParts): readonly Piece[] {
  const { by, figures, told, periodLabel } = parts;
  const asked = figures.collection.period;
  const period = figures.periods.includes(asked) ? asked : (figures.periods.at(-1) ?? asked);
  const [offences, victims] = figures.collection.measures;
  if (offences === undefined || victims === undefined) return [];
  const [dim] = victims.breakdowns;
  const categories = dim === undefined ? [] : figures.categories[dim];
  const pairs = categories.map(
    ({ id, label }) => `${label}: ${told.say({ ...keyOf(victims, period), [dim ?? 'age']: id })}`,
  );
  const mark = by.pick(['.', ')', ':']);
  return [
    line('Your request', true),
    line(`1${mark} How many offences were recorded in ${periodLabel(period)}?`),
    line(`2${mark} How many victims were there, by ${dim}, in the same period?`),
    line('Our response', true),
    line(`1${mark} ${told.say(keyOf(offences, period))}`),
    ...(by.maybe(0.5)
      ? [line(`2${mark} ${pairs.join(', ')}`)]
      : [line(`2${mark} See below.`), ...pairs.map((pair) => line(pair))]),
  ];
}
