/** Releases that ask other things of the same forces, and still tell of the same numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exact } from '#count/count.ts';
import type { FigureArea } from '#figures/figure.ts';
import { workOutFigures } from '#figures/work-out-figures.ts';
import { madeUpCollection } from '../../test/support/made-up-collection.ts';
import { toldRelease } from '../../test/support/told-release.ts';

const YEAR = '2015-04-01/2016-03-31';
const QUARTERS = '2015-04-01/2015-12-31';
const FORCES = ['f0', 'f1'];
const areas: readonly FigureArea[] = [
  { code: 'K1', kind: 'country', name: 'Country', short: 'Country', forces: FORCES, region: null },
  ...FORCES.map(
    (code): FigureArea => ({ code, kind: 'force', name: code, short: code, forces: [code], region: null }),
  ),
];

type Said = readonly (readonly [force: string, age: string | null, value: number])[];

function worked(period: string, said: Said) {
  return workOutFigures({
    collection: madeUpCollection(period),
    areas,
    requests: [],
    returns: FORCES.map((force) => ({
      force,
      observations: said
        .filter(([own]) => own === force)
        .map(([, age, value], at) => ({
          ...{ measure: 'offences', period, age, sex: null, offence: null, platform: null },
          ...{ count: exact(value), at: `a.csv#A${at}` },
        })),
    })),
    published: [],
    later: [],
    decided: [],
  });
}

async function statuses(said: ReturnType<typeof worked>, before: Parameters<typeof toldRelease>[1]) {
  const { told, besides } = await toldRelease(said, before, 5);
  const at = new Map(told.figures.map(({ id, number }) => [id, number.status]));
  return { told, besides, of: (area: string, what: string) => at.get(`${area}.offences.${what}`) };
}

test('a number cut in other ages is not told where the ages of an earlier release leave a small one of it', async () => {
  const first = await statuses(
    worked(YEAR, [
      ['f0', null, 60],
      ['f0', '11', 18],
      ['f0', '12', 3],
      ['f0', '13', 29],
      ['f0', '14', 10],
    ]),
    [],
  );
  const year = YEAR.replace('/', '-');
  assert.equal(first.of('f0', `${year}.age-12.stated`), 'withheld');
  assert.equal(first.of('f0', `${year}.age-11.stated`), 'published');
  const bands = worked(YEAR, [
    ['f0', null, 60],
    ['f0', '11-12', 21],
    ['f0', '13-14', 39],
  ]);
  assert.equal((await statuses(bands, [])).of('f0', `${year}.age-11-12.stated`), 'published');
  const beside = await statuses(bands, [first.told]);
  assert.equal(beside.of('f0', `${year}.age-11-12.stated`), 'withheld');
  assert.ok(beside.besides.includes(`f0, offences aged 11 to 12, ${YEAR}`));
});

test('three quarters are not told where a year that was told before leaves a small last one', async () => {
  const year = await statuses(worked(YEAR, [['f0', null, 20]]), []);
  assert.equal(year.of('f0', `${YEAR.replace('/', '-')}.all.stated`), 'published');
  const quarters = worked(QUARTERS, [['f0', null, 17]]);
  const at = `${QUARTERS.replace('/', '-')}.all.stated`;
  assert.equal((await statuses(quarters, [])).of('f0', at), 'published');
  assert.equal((await statuses(quarters, [year.told])).of('f0', at), 'withheld');
});

test('a year and three quarters of it that one release asks for do not leave a small last one', async () => {
  const said = worked(YEAR, [['f0', null, 20]]);
  const both = workOutFigures({
    collection: { ...madeUpCollection(YEAR), compare: [QUARTERS] },
    areas,
    requests: [],
    returns: [
      {
        force: 'f0',
        observations: [
          [YEAR, 20],
          [QUARTERS, 17],
        ].map(([period, value], at) => ({
          ...{
            measure: 'offences',
            period: String(period),
            age: null,
            sex: null,
            offence: null,
            platform: null,
          },
          ...{ count: exact(Number(value)), at: `a.csv#A${at}` },
        })),
      },
    ],
    published: [],
    later: [],
    decided: [],
  });
  assert.ok(said.sums.every(({ id }) => !id.endsWith('by period')));
  const { told } = await toldRelease(both, [], 5);
  const published = told.figures.filter(
    ({ area, method, number }) => area === 'f0' && method === 'stated' && number.status === 'published',
  );
  assert.ok(published.length < 2);
});
