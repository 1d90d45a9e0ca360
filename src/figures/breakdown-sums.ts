/**
 * How the numbers of one force and measure hang together. A total is the sum of its ages, or of its sexes, and of what
 * no category holds; each offence or platform is a part of it. Offences and platforms may overlap (one title inside
 * another, one record under two platforms), so that they add up with the rest to the total is only what a reader would
 * assume: such sums are marked, used by disclosure, and never used to work out a figure.
 */
import type { Sum } from '#count/tighten.ts';
import { ageSegments } from './age-segments.ts';
import { breakdown } from './category.ts';
import type { Breakdown } from './figure.ts';
import { restNumber } from './number.ts';

export type BoundSum = Sum & { readonly isCertain: boolean };

/**
 * `name` gives the id of the number with this breakdown; null is the total. `where` tells tables of one total apart that hold
 * other categories, since what is left after them is another number.
 */
export function breakdownSums(
  categories: readonly Breakdown[],
  name: (breakdown: Breakdown | null) => string,
  where = '',
): readonly BoundSum[] {
  const total = name(null);
  const of = (dimension: Breakdown['dimension']) => categories.filter((one) => one.dimension === dimension);
  return [
    ...ageSums(of('age'), name, where),
    ...wholeSum(of('sex'), name, { isCertain: true, where }),
    ...(['offence', 'platform'] as const).flatMap((dimension) => [
      ...of(dimension).map((one) => ({
        id: `${name(one)} is part of ${total}`,
        whole: total,
        parts: [name(one), restNumber(total, name(one))],
        isCertain: true,
      })),
      ...wholeSum(of(dimension), name, { isCertain: false, where }),
    ]),
  ];
}

function wholeSum(
  categories: readonly Breakdown[],
  name: (breakdown: Breakdown | null) => string,
  { isCertain, where }: { readonly isCertain: boolean; readonly where: string },
): readonly BoundSum[] {
  const [first] = categories;
  if (first === undefined) return [];
  const total = name(null);
  const parts = [...categories.map(name), restNumber(total, after(`every ${first.dimension} stated`, where))];
  return [{ id: after(`${total} by ${first.dimension}`, where), whole: total, parts, isCertain }];
}

function ageSums(
  ages: readonly Breakdown[],
  name: (breakdown: Breakdown | null) => string,
  where: string,
): readonly BoundSum[] {
  if (ages.length === 0) return [];
  const segments = ageSegments(ages.map(({ category }) => category));
  const nameOf = (segment: string) => name(breakdown('age', segment));
  const bands = ages.flatMap((age): readonly BoundSum[] => {
    const parts = segments.of(age.category);
    // A band that is one span is that span.
    if (parts.length < 2) return [];
    return [
      {
        id: after(`${name(age)} by age`, where),
        whole: name(age),
        parts: parts.map(nameOf),
        isCertain: true,
      },
    ];
  });
  const others = ages.filter(({ category }) => segments.of(category).length === 0).map(name);
  const total = name(null);
  const parts = [...segments.all.map(nameOf), ...others, restNumber(total, after('every age', where))];
  return [...bands, { id: after(`${total} by age`, where), whole: total, parts, isCertain: true }];
}

function after(what: string, where: string): string {
  return where === '' ? what : `${what}, ${where}`;
}
