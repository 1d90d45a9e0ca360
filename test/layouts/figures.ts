/**
 * What is true before anything is laid out: a collection, and for each measure the cases that are counted, each with its
 * period and categories. Every number of a return is a count of cases, so that all of them agree.
 */
import type { Collection } from '#collection/collection.ts';
import { parseCollection } from '#collection/read-collection.ts';
import { ages, type Category, offences, platforms, sexes } from './categories.ts';
import type { Chance } from './chance.ts';

export type Dim = 'age' | 'sex' | 'offence' | 'platform';

export type Key = Readonly<Record<Dim, string | null>> & {
  readonly measure: string;
  readonly period: string;
};

export type Case = Readonly<Record<Dim, string>> & { readonly period: string };

export type Figures = {
  readonly collection: Collection;
  /** The periods that the return answers for, the main one last. */
  readonly periods: readonly string[];
  readonly categories: Readonly<Record<Dim, readonly Category[]>>;
  readonly cases: ReadonlyMap<string, readonly Case[]>;
  readonly count: (key: Key) => number;
};

const HEADS = [
  { id: 'communication', code: '71/17', dims: [['platform'], ['age', 'sex']] },
  { id: 'flagged', code: null, dims: [['offence'], ['age']] },
  {
    id: 'online-image',
    code: null,
    dims: [
      ['offence', 'platform'],
      ['age', 'sex'],
    ],
  },
  { id: 'statutory', code: null, dims: [['offence'], ['age', 'sex']] },
] as const;

export function figures(by: Chance): Figures {
  const head = by.pick(HEADS);
  const year = by.int(2015, 2024);
  const span = (from: number): string => `${from}-04-01/${from + 1}-03-31`;
  const earlier = by.int(0, 3);
  const periods = Array.from({ length: earlier + 1 }, (_, at) => span(year - earlier + at));
  const collection = collectionOf(head, year, periods.slice(0, -1));
  const categories = { age: ages(by), sex: sexes(by), offence: offences(by), platform: platforms(by) };
  const size = by.pick([by.int(12, 60), by.int(40, 250), by.int(200, 900), by.int(1000, 2600)]);
  // An offence has at least one victim: fewer would be told as a doubt.
  const sizes = periods.map(() => Math.max(11, Math.round(size * (0.8 + by.int(0, 40) / 100))));
  const cases = new Map(
    collection.measures.map(({ id, unit }) => [
      id,
      casesOf(
        by,
        periods,
        sizes.map((many) => (unit === 'victims' ? many + by.int(0, 9) : many)),
        categories,
      ),
    ]),
  );
  return { collection, periods, categories, cases, count: counting(cases) };
}

function counting(cases: Figures['cases']): Figures['count'] {
  return ({ measure, period, age, sex, offence, platform }) =>
    (cases.get(measure) ?? []).filter(
      (one) =>
        one.period === period &&
        (age === null || one.age === age) &&
        (sex === null || one.sex === sex) &&
        (offence === null || one.offence === offence) &&
        (platform === null || one.platform === platform),
    ).length;
}

/** The same cases answered by calendar year, where financial years were asked about. */
export function byCalendarYear(made: Figures): Figures {
  const year = (period: string): string => `${period.slice(0, 4)}-01-01/${period.slice(0, 4)}-12-31`;
  const cases = new Map(
    [...made.cases].map(([id, some]) => [id, some.map((one) => ({ ...one, period: year(one.period) }))]),
  );
  return { ...made, periods: made.periods.map(year), cases, count: counting(cases) };
}

/** The years newest first, as many a table has them. */
export function newestFirst(made: Figures): Figures {
  return { ...made, periods: made.periods.toReversed() };
}

function casesOf(
  by: Chance,
  periods: readonly string[],
  sizes: readonly number[],
  categories: Figures['categories'],
): readonly Case[] {
  const weighted = (list: readonly Category[]): readonly string[] =>
    by.shuffled(list).flatMap(({ id }, at) => Array.from({ length: at === 0 ? 9 : 8 >> (at % 4) }, () => id));
  const from = {
    age: weighted(categories.age),
    sex: weighted(categories.sex),
    offence: weighted(categories.offence),
    platform: weighted(categories.platform),
  };
  return periods.flatMap((period, place) => {
    return Array.from({ length: sizes[place] ?? 0 }, (): Case => {
      return {
        period,
        age: by.pick(from.age),
        sex: by.pick(from.sex),
        offence: by.pick(from.offence),
        platform: by.pick(from.platform),
      };
    });
  });
}

function collectionOf(head: (typeof HEADS)[number], year: number, compare: readonly string[]): Collection {
  const label = `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  const [offence, victim] = head.dims;
  const what =
    head.code === null
      ? 'Recorded sexual offences against children with the online flag'
      : `Recorded offences of sexual communication with a child (Home Office code ${head.code})`;
  return parseCollection(
    `id: ${head.id}-${year}-${String((year + 1) % 100).padStart(2, '0')}
title: Online offences ${label} (practice data, invented)
basis: foi
asked_on: null
period: ${year}-04-01/${year + 1}-03-31
compare: [${compare.join(', ')}]
measures:
  - {id: offences, title: "${what}", unit: offences, breakdowns: [${offence.join(', ')}]}
  - {id: victims, title: "Victims by ${victim.join(' and ')}", unit: victims, breakdowns: [${victim.join(', ')}]}
age_bands: ["0-11", "12-15", "16-17"]
disclosure: {threshold: 5}
`,
    'collection.yaml',
  );
}
