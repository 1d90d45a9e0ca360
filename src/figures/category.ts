/** Names one category of a breakdown for people: `aged 13`, `aged under 10`, `female`, an offence by its code or title. */
import type { Breakdown } from './figure.ts';

type Dimensions = {
  readonly age: string | null;
  readonly sex: string | null;
  readonly offence: string | null;
  readonly platform: string | null;
};

/** The one breakdown of a number; null for a total, `crossed` when it is broken down two ways or more at once. */
export function breakdownOf(dimensions: Dimensions): Breakdown | null | 'crossed' {
  const set = (['age', 'sex', 'offence', 'platform'] as const).flatMap((dimension) => {
    const category = dimensions[dimension];
    return category === null ? [] : [breakdown(dimension, category)];
  });
  if (set.length > 1) return 'crossed';
  return set[0] ?? null;
}

export function breakdown(dimension: Breakdown['dimension'], category: string): Breakdown {
  return { dimension, category, label: label(dimension, category) };
}

function label(dimension: Breakdown['dimension'], category: string): string {
  switch (dimension) {
    case 'age':
      return ageLabel(category);
    case 'sex':
      return category === 'unknown' ? 'sex not known' : category;
    case 'offence':
      return category;
    case 'platform':
      return category === 'unknown' ? 'platform not known' : category.replaceAll('-', ' ');
  }
}

function ageLabel(category: string): string {
  const range = /^(\d+)-(\d+)$/.exec(category);
  if (range !== null) {
    return range[1] === '0' ? `aged under ${Number(range[2]) + 1}` : `aged ${range[1]} to ${range[2]}`;
  }
  const open = /^(\d+)\+$/.exec(category);
  if (open !== null) return `aged ${open[1]} and over`;
  return category === 'unknown' ? 'age not known' : `aged ${category}`;
}
