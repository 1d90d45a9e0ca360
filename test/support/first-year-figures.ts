/**
 * Figures and origins of the first year of the flag, 2015/16, put together by hand: the numbers are those first published
 * in June 2016, the rest is only as full as tests of pages and bulletins need.
 */
import { atLeast, between, exact } from '#count/count.ts';
import { perDay } from '#disclosure/released.ts';
import type { Origin, ReleasedFigure } from '#tables/release.ts';
import { areas, country } from './areas-of-england-and-wales.ts';
import { ageBreakdown, hash, stated } from './first-year-numbers.ts';
import {
  age13,
  midlands,
  national,
  northEast,
  rape,
  statements,
  under10,
  wales,
  walesUnder10,
} from './first-year-statements.ts';
import { coverage, figure, released } from './released.ts';

export const PERIOD = '2015-04-01/2016-03-31';
const STATED =
  'RECONSTRUCTED SAMPLE for software testing. The figures are real; layout and wording are invented.';

export const THREE = ['E23000018', 'E23000019', 'E23000020'];
export const named = [...stated.map(({ force }) => force), ...THREE];
export const name = new Map(areas.map((area) => [area.code, area.name]));

export const origins: Origin[] = [...statements];
export const figures: ReleasedFigure[] = [];

for (const one of stated) {
  const forceName = name.get(one.force) ?? one.force;
  const slug = areas.find(({ code }) => code === one.force)?.slug ?? one.force;
  const file = one.file.slice(0, one.file.indexOf('#'));
  const at = `${file.slice(file.indexOf('/') + 1)}${one.file.slice(one.file.indexOf('#'))}`;
  const only = coverage({ includedForces: [one.force], sentence: `${forceName} alone.` });
  const add = (id: string, shown: Origin['shown'], over: Parameters<typeof figure>[0]): void => {
    const origin = `${slug}-${id}`;
    origins.push({
      id: origin,
      kind: 'return',
      file: `returns/${file}`,
      sha256: hash(file),
      at,
      force: one.force,
      url: null,
      shown,
      declares: STATED,
    });
    figures.push(
      figure({
        id: `${slug}-${id}-2015-16`,
        area: one.force,
        coverage: only,
        origins: [origin],
        doubts: one.doubts ?? [],
        ...over,
      }),
    );
  };
  const sentence = `${forceName} recorded ${one.total} sexual offences against children with the online flag in 2015/16.`;
  add(
    'offences',
    {
      kind: 'sentence',
      parts: [
        { text: 'Offences with the online flag, 1 April 2015 to 31 March 2016: ', role: 'text' },
        { text: String(one.total), role: 'number' },
        { text: '. Of another class: ', role: 'text' },
        { text: '[c]', role: 'masked' },
      ],
    },
    { count: exact(one.total), sentence },
  );
  for (const [category, count] of one.ages ?? []) {
    const breakdown = ageBreakdown(category);
    add(
      `victims-age-${category}`,
      {
        kind: 'row',
        headers: ['Age of victim', '2015/16'],
        cells: [
          { text: category, role: 'text' },
          { text: String(count), role: 'number' },
        ],
      },
      {
        count: exact(count),
        unit: 'victims',
        measure: 'victims',
        breakdown,
        sentence: `${count} victims were ${breakdown.label}.`,
      },
    );
  }
  for (const [index, [category, count]] of (one.offences ?? []).entries()) {
    add(
      `offences-class-${index + 1}`,
      {
        kind: 'row',
        headers: ['Offence', 'Number'],
        cells: [
          { text: category, role: 'text' },
          { text: String(count), role: 'number' },
        ],
      },
      {
        count: exact(count),
        breakdown: { dimension: 'offence', category, label: category },
        sentence: `${count} offences of ${category}.`,
      },
    );
  }
}

const notPublic = 'Whether it supplied data is not public.';
const nationwide = coverage({
  included: 38,
  asked: 44,
  includedForces: named,
  includedUnnamed: 24,
  missing: [
    {
      force: 'E23000001',
      why: 'Reported in 2016 to have given no data; whether it refused or did not reply is not stated.',
    },
  ],
  sentence:
    '38 of the 44 forces asked supplied a figure: 14 are named and 24 are not. The Metropolitan Police Service and five forces that are not named gave no data.',
});

const total = (area: string, low: number, over: Omit<Parameters<typeof figure>[0], 'count'>): void => {
  figures.push(figure({ area, count: exact(low), ...over }));
};

total(country.code, 3186, {
  id: 'england-and-wales-offences-2015-16',
  method: 'published',
  origins: [national],
  coverage: nationwide,
  sentence:
    '3,186 sexual offences against children with the online flag were recorded in England and Wales in 2015/16 by the 38 of 44 forces that supplied a figure.',
  doubts: [
    'Later releases restate the same year over other forces: 3,903 in 2017 and, with Northern Ireland, 4,042 in 2019.',
  ],
});
figures.push(
  figure({
    id: 'england-and-wales-offences-a-day-2015-16',
    unit: 'offences a day',
    method: 'rate',
    decimals: 1,
    count: exact(3186),
    number: perDay(released(exact(3186)), 366, 1),
    from: ['england-and-wales-offences-2015-16'],
    vintage: null,
    coverage: nationwide,
    sentence: 'That is 8.7 offences a day over 366 days.',
  }),
);
const known = coverage({
  included: 11,
  asked: 44,
  includedForces: stated.map(({ force }) => force),
  sentence: 'The eleven forces whose own figure was published.',
});
total(country.code, 1034, {
  id: 'england-and-wales-offences-known-2015-16',
  method: 'sum',
  from: stated.map(({ force }) => `${areas.find(({ code }) => code === force)?.slug}-offences-2015-16`),
  vintage: null,
  coverage: known,
  sentence: 'The 11 forces with a figure of their own recorded 1,034 offences.',
});
total(country.code, 1957, {
  id: 'england-and-wales-offences-unnamed-2015-16',
  method: 'difference',
  group: { label: '24 forces not named', forces: [], unnamed: 24 },
  from: [
    'england-and-wales-offences-2015-16',
    ...stated.map(({ force }) => `${areas.find(({ code }) => code === force)?.slug}-offences-2015-16`),
    'east-midlands-three-forces-offences-2015-16',
  ],
  vintage: null,
  coverage: coverage({
    included: 24,
    asked: 30,
    includedUnnamed: 24,
    sentence: '24 of the 30 forces that no source names.',
  }),
  sentence: 'The 24 forces that are not named share 1,957 offences.',
});
total(country.code, 535, {
  id: 'england-and-wales-victims-age-13-2015-16',
  unit: 'victims',
  measure: 'victims',
  method: 'published',
  breakdown: ageBreakdown('13'),
  origins: [age13],
  coverage: nationwide,
  sentence: '535 victims were aged 13, the commonest single age, where an age was given.',
  doubts: ['Not all of the 38 forces gave ages.'],
});
total(country.code, 272, {
  id: 'england-and-wales-victims-age-0-9-2015-16',
  unit: 'victims',
  measure: 'victims',
  method: 'published',
  breakdown: ageBreakdown('0-9'),
  origins: [under10],
  coverage: nationwide,
  sentence: '272 victims were aged under 10, where an age was given.',
  doubts: ['Not all of the 38 forces gave ages.'],
});
figures.push(
  figure({
    id: 'england-and-wales-offences-rape-2015-16',
    method: 'published',
    count: atLeast(101),
    breakdown: { dimension: 'offence', category: 'rape', label: 'rape' },
    origins: [rape],
    coverage: nationwide,
    sentence: 'At least 101 of the offences were rape.',
    doubts: ['Published as “over 100”.'],
  }),
);

const four = coverage({
  included: 4,
  asked: 5,
  includedForces: [...THREE, 'E23000021'],
  missing: [{ force: 'E23000022', why: notPublic }],
  sentence:
    'Four of the five forces of the region: Derbyshire, Leicestershire, Lincolnshire and Nottinghamshire. Northamptonshire is not in the figure.',
});
total('E12000004', 292, {
  id: 'east-midlands-offences-2015-16',
  method: 'published',
  origins: [midlands],
  coverage: four,
  sentence: 'Four of the five forces of the East Midlands recorded 292 offences.',
});
const three = coverage({
  included: 3,
  asked: 3,
  includedForces: THREE,
  sentence: 'Derbyshire, Lincolnshire and Nottinghamshire together.',
});
total('E12000004', 195, {
  id: 'east-midlands-three-forces-offences-2015-16',
  method: 'difference',
  group: { label: 'Derbyshire, Lincolnshire and Nottinghamshire', forces: THREE, unnamed: 0 },
  from: ['east-midlands-offences-2015-16', 'leicestershire-offences-2015-16'],
  vintage: null,
  coverage: three,
  sentence:
    'Derbyshire, Lincolnshire and Nottinghamshire together recorded 195 offences: 292 less the 97 of Leicestershire.',
});
for (const force of THREE) {
  const slug = areas.find(({ code }) => code === force)?.slug;
  figures.push(
    figure({
      id: `${slug}-offences-2015-16`,
      area: force,
      method: 'bounds',
      count: between(0, 195),
      from: ['east-midlands-three-forces-offences-2015-16'],
      vintage: null,
      coverage: coverage({ includedForces: [force] }),
      sentence: `${name.get(force)} recorded between 0 and 195 offences: three forces share 195.`,
    }),
  );
}
total('E12000001', 183, {
  id: 'north-east-offences-2015-16',
  method: 'published',
  origins: [northEast],
  coverage: coverage({
    included: 2,
    asked: 3,
    includedForces: ['E23000007', 'E23000008'],
    missing: [{ force: 'E23000013', why: notPublic }],
    sentence:
      'Two of the three forces of the region: Northumbria and Durham. Cleveland is not in the figure.',
  }),
  sentence: 'Two of the three forces of the North East recorded 183 offences.',
});
total('W92000004', 296, {
  id: 'wales-offences-2015-16',
  method: 'published',
  origins: [wales],
  coverage: coverage({
    included: 4,
    asked: 4,
    includedForces: ['W15000001', 'W15000002', 'W15000003', 'W15000004'],
    sentence: 'All four forces of Wales.',
  }),
  sentence: 'The four forces of Wales recorded 296 offences.',
});
total('W92000004', 21, {
  id: 'wales-victims-age-0-9-2015-16',
  unit: 'victims',
  measure: 'victims',
  method: 'published',
  breakdown: ageBreakdown('0-9'),
  origins: [walesUnder10],
  coverage: coverage({
    included: 4,
    asked: 4,
    includedForces: ['W15000001', 'W15000002', 'W15000003', 'W15000004'],
    sentence: 'All four forces of Wales.',
  }),
  sentence: '21 victims were aged under 10.',
});

for (const [area, force, own] of [
  ['E12000002', 'E23000004', 164],
  ['E12000009', 'E23000036', 68],
] as const) {
  const sumOver = coverage({
    asked: 5,
    includedForces: [force],
    sentence: `1 of the 5 forces: ${name.get(force)}.`,
  });
  total(area, own, {
    id: `${area}-offences-sum-2015-16`.toLowerCase(),
    method: 'sum',
    from: figures.filter((one) => one.area === force && one.breakdown === null).map(({ id }) => id),
    vintage: null,
    coverage: sumOver,
    sentence: `The only force in the area whose figure is known stated ${own} offences for 2015/16.`,
  });
}
for (const area of areas) {
  if (figures.some((one) => one.area === area.code && one.breakdown === null && one.group === null)) continue;
  figures.push(
    figure({
      id: `${area.kind}-${area.slug}-offences-2015-16`,
      area: area.code,
      count: 'not-available',
      vintage: null,
      coverage: coverage({
        included: 0,
        asked: area.forces.length,
        missing: area.forces.map((force) => ({ force, why: notPublic })),
        sentence: 'No force of this area is named as having supplied a figure.',
      }),
      sentence: `No figure for ${area.name} was published.`,
    }),
  );
}
