/** Figures over a made-up country of one region and four forces: every method, and what must not be worked out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Published } from '#collection/read-published.ts';
import { between, exact, unknown } from '#count/count.ts';
import { madeUpCollection } from '../../test/support/made-up-collection.ts';
import type { FigureArea } from './figure.ts';
import type { FigureInput, StatedNumber } from './input.ts';
import { placed } from './input.ts';
import { workOutFigures } from './work-out-figures.ts';

const PERIOD = '2015-04-01/2016-03-31';
const FORCES = ['ashire', 'beeshire', 'ceeshire', 'deeshire'];

const areas: readonly FigureArea[] = [
  { code: 'K1', kind: 'country', name: 'Country', short: 'Country', forces: FORCES, region: null },
  { code: 'R1', kind: 'region', name: 'North', short: 'North', forces: FORCES.slice(0, 3), region: null },
  ...FORCES.map(
    (code): FigureArea => ({
      code,
      kind: 'force',
      name: `${code} Police`,
      short: code,
      forces: [code],
      region: 'R1',
    }),
  ),
];

const nothing = { age: null, sex: null, offence: null, platform: null };

function stated(low: number, high = low, dimensions: Partial<StatedNumber> = {}): StatedNumber {
  const count = high === Number.POSITIVE_INFINITY ? { low, high } : between(low, high);
  return { measure: 'offences', period: PERIOD, ...nothing, count, at: 'a.csv#B2', ...dimensions };
}

function published(value: number, forces: Published['forces'], extra: Partial<Published> = {}): Published {
  return {
    area: 'Country',
    forces,
    value,
    count: { low: value, high: value },
    measure: 'offences',
    period: PERIOD,
    dimension: '',
    category: '',
    unit: 'offences',
    forcesResponding: null,
    release: '2016-06',
    use: 'constraint',
    note: '',
    sourceUrl: 'https://www.example.org/',
    row: 2,
    cells: { area: '', forces: '', value: String(value) },
    ...extra,
  };
}

const named = (...forces: string[]) => ({ kind: 'named', forces }) as const;

function input(
  returns: Readonly<Record<string, readonly StatedNumber[]>>,
  lines: readonly Published[] = [],
  states: Readonly<Record<string, FigureInput['requests'][number]['state']>> = {},
): FigureInput {
  return {
    collection: madeUpCollection(PERIOD, [
      { id: 'offences', title: 'Offences', unit: 'offences', breakdowns: ['offence'] },
      { id: 'victims', title: 'Victims', unit: 'victims', breakdowns: ['age'] },
    ]),
    areas,
    requests: FORCES.map((force, row) => ({
      force,
      askedOn: null,
      state: states[force] ?? (returns[force] === undefined ? 'unknown' : 'answered'),
      answeredOn: null,
      exemptions: [],
      note: '',
      row,
    })),
    returns: Object.entries(returns).map(([force, observations]) => ({ force, observations })),
    published: placed(
      lines.map((line, index) => ({ ...line, row: index + 2 })),
      'published.csv',
    ),
    later: [],
    decided: [],
  };
}

function figures(of: FigureInput) {
  const { figures: found, findings } = workOutFigures(of);
  const told = found
    .filter(({ count }) => count.low > 0 || count.high < Number.POSITIVE_INFINITY)
    .map(({ area, method, group, breakdown, count: { low, high } }) =>
      [area, method, group?.label, breakdown?.category, low === high ? low : `${low}-${high}`]
        .filter((part) => part !== undefined)
        .join(' '),
    );
  return { told: told.sort(), findings: findings.map(({ code, at }) => `${code} ${at}`) };
}

test('a published total less the known force leaves a share for the others and a range for each', () => {
  const { told, findings } = figures(
    input({ ashire: [stated(97)] }, [published(292, named('ashire', 'beeshire', 'ceeshire'))]),
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(told, [
    'K1 sum 97',
    'R1 difference beeshire and ceeshire 195',
    'R1 published 292',
    'R1 sum 97',
    'ashire stated 97',
    'beeshire bounds 0-195',
    'ceeshire bounds 0-195',
  ]);
});

test('a published total that leaves one force gives that force its number', () => {
  const { told } = figures(
    input({ ashire: [stated(97)], beeshire: [stated(100)] }, [
      published(292, named('ashire', 'beeshire', 'ceeshire')),
    ]),
  );
  assert.ok(told.includes('ceeshire difference 95'));
});

test('a share that a smaller statement settles is taken away whole before what is left is told', () => {
  const { told } = figures(
    input({ ashire: [stated(97)] }, [
      published(292, named('ashire', 'beeshire', 'ceeshire')),
      published(400, { kind: 'unnamed', included: 4, asked: 4, said: '4 of 4' }),
    ]),
  );
  assert.ok(told.includes('deeshire difference 108'));
});

test('forces without a name share what a national total leaves, and none of them gets a range of its own', () => {
  const { told } = figures(
    input({ ashire: [stated(97)] }, [
      published(150, { kind: 'unnamed', included: 3, asked: 4, said: '3 of 4' }),
    ]),
  );
  assert.ok(told.includes('K1 difference 2 forces not named 53'));
  assert.ok(!told.some((one) => one.includes('bounds')));
});

test('parts that exceed a published total are a finding at the line of the total, and change no number', () => {
  const { told, findings } = figures(
    input({ ashire: [stated(97)], beeshire: [stated(250)] }, [
      published(292, named('ashire', 'beeshire', 'ceeshire')),
    ]),
  );
  assert.ok(findings.length > 0 && findings.every((one) => one === 'total-mismatch published.csv#C2'));
  assert.ok(told.includes('R1 published 292'));
  assert.ok(told.includes('ashire stated 97'));
});

test('a force figure that repeats the return is its second source, and one that differs is a finding', () => {
  const same = workOutFigures(
    input({ ashire: [stated(97)] }, [published(97, named('ashire'), { use: 'force figure' })]),
  );
  const own = same.figures.find(({ area, method }) => area === 'ashire' && method === 'stated');
  assert.deepEqual(
    own?.sources.map(({ at }) => at),
    ['a.csv#B2', 'published.csv#C2'],
  );
  assert.equal(own?.vintage, '2016-06');
  const other = figures(
    input({ ashire: [stated(97)] }, [published(98, named('ashire'), { use: 'force figure' })]),
  );
  assert.deepEqual(other.findings, ['total-mismatch published.csv#C2']);
  assert.ok(other.told.includes('ashire stated 97'));
});

test('context, doubtful, derived and later lines make no figure and bind nothing', () => {
  for (const use of ['context', 'doubtful', 'derived', 'later release'] as const) {
    const { told, findings } = figures(
      input({ ashire: [stated(97)] }, [published(50, named('ashire'), { use })]),
    );
    assert.deepEqual([told, findings], [['K1 sum 97', 'R1 sum 97', 'ashire stated 97'], []]);
  }
});

test('a hidden number is a range, and enters a sum as one', () => {
  const { told } = figures(input({ ashire: [stated(10)], beeshire: [stated(0, 4)] }));
  assert.ok(told.includes('R1 sum 10-14'));
});

test('a number hidden whole adds nothing to a sum and is not taken for zero', () => {
  const found = workOutFigures(input({ ashire: [stated(10)], beeshire: [{ ...stated(0), count: unknown }] }));
  const sum = found.figures.find(({ area, method }) => area === 'R1' && method === 'sum');
  assert.deepEqual(sum?.count, exact(10));
  assert.deepEqual(sum?.coverage.includedForces, ['ashire']);
  const hidden = found.figures.find(({ area }) => area === 'beeshire');
  assert.deepEqual(hidden?.count, unknown);
});

test('a hidden part is narrowed by its own total, and is then a range of ours', () => {
  const victims = (age: string | null, count: StatedNumber['count']) => ({
    ...stated(0, 0, { measure: 'victims', age }),
    count,
    at: `a.csv#${age}`,
  });
  const { told } = figures(
    input({ ashire: [victims(null, exact(20)), victims('0-11', exact(12)), victims('12-17', unknown)] }),
  );
  assert.ok(told.includes('ashire bounds 12-17 0-8'));
});

test('overlapping bands of ages are compared through the ages they share', () => {
  const victims = (age: string, count: number) =>
    stated(count, count, { measure: 'victims', age, at: `a.csv#${age}` });
  const fine = figures(input({ ashire: [victims('0-10', 8), victims('0-9', 6), victims('10', 2)] }));
  assert.deepEqual(fine.findings, []);
  const broken = figures(input({ ashire: [victims('0-10', 8), victims('0-9', 9)] }));
  assert.equal(broken.findings.length, 1);
});

test('a sum over categories needs two forces, and names those in it', () => {
  const rape = (count: number) => stated(count, count, { offence: 'rape', at: 'a.csv#B3' });
  const { told } = figures(
    input({ ashire: [rape(6)], beeshire: [rape(9)], ceeshire: [stated(5, 5, { offence: 'other' })] }),
  );
  assert.ok(told.includes('R1 sum rape 15'));
  assert.ok(!told.some((one) => one.includes('sum other')));
});

test('numbers broken down two ways, or for a period that was not asked for, make no figure', () => {
  const { told } = figures(
    input({
      ashire: [
        stated(7, 7, { measure: 'victims', age: '13', sex: 'female' }),
        stated(9, 9, { period: '2015-01-01/2015-12-31' }),
      ],
    }),
  );
  assert.deepEqual(told, []);
});

test('titles that overlap may add up to more than their total without a finding', () => {
  const kind = (offence: string, count: number) => stated(count, count, { offence, at: `a.csv#${offence}` });
  const { findings } = figures(
    input({ ashire: [stated(20), kind('rape', 15), kind('rape of a female under 13', 10)] }),
  );
  assert.deepEqual(findings, []);
});

test('a line about an area that is not known is a finding and not a number', () => {
  const { findings } = figures(
    input({}, [published(10, { kind: 'not said' }, { area: 'Middle (NSPCC region)' })]),
  );
  assert.deepEqual(findings, ['unknown-category published.csv#C2']);
});
