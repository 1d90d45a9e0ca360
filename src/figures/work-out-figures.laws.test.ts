/** What holds for every country: figures worked out from true statements hold the truth, and nothing contradicts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Count } from '#count/count.ts';
import { between, exact, sum } from '#count/count.ts';
import { madeUpCollection } from '../../test/support/made-up-collection.ts';
import type { FigureArea } from './figure.ts';
import type { FigureInput } from './input.ts';
import { placed } from './input.ts';
import { workOutFigures } from './work-out-figures.ts';

const PERIOD = '2015-04-01/2016-03-31';
const FORCES = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
const areas: readonly FigureArea[] = [
  { code: 'K1', kind: 'country', name: 'Country', short: 'Country', forces: FORCES, region: null },
  { code: 'R1', kind: 'region', name: 'North', short: 'North', forces: FORCES.slice(0, 3), region: null },
  { code: 'R2', kind: 'region', name: 'South', short: 'South', forces: FORCES.slice(3), region: null },
  ...FORCES.map(
    (code): FigureArea => ({ code, kind: 'force', name: code, short: code, forces: [code], region: null }),
  ),
];

type Case = { readonly truth: readonly number[]; readonly input: FigureInput };

const cases: fc.Arbitrary<Case> = fc
  .record({
    truth: fc.array(fc.nat(60), { minLength: 6, maxLength: 6 }),
    known: fc.array(fc.constantFrom('exact', 'range', 'nothing'), { minLength: 6, maxLength: 6 }),
    spoken: fc.array(fc.subarray(FORCES, { minLength: 1 }), { maxLength: 4 }),
  })
  .map(({ truth, known, spoken }) => {
    const of = (force: string) => truth[FORCES.indexOf(force)] ?? 0;
    const counts = FORCES.map((force, index): Count | null => {
      if (known[index] === 'nothing') return null;
      return known[index] === 'exact' ? exact(of(force)) : between(Math.max(0, of(force) - 3), of(force) + 3);
    });
    const lines = spoken.map((forces, index) => {
      const value = forces.reduce((all, force) => all + of(force), 0);
      return {
        area: 'said',
        forces: { kind: 'named', forces } as const,
        value,
        count: { low: value, high: value },
        measure: 'offences',
        period: PERIOD,
        dimension: '',
        category: '',
        unit: 'offences',
        forcesResponding: null,
        release: '2016-06',
        use: 'constraint' as const,
        note: '',
        sourceUrl: '',
        row: index + 2,
        cells: { value: '' },
      };
    });
    const input: FigureInput = {
      collection: madeUpCollection(PERIOD),
      areas,
      requests: [],
      returns: FORCES.flatMap((force, index) => {
        const count = counts[index];
        if (count === null || count === undefined) return [];
        const total = { age: null, sex: null, offence: null, platform: null };
        return [
          { force, observations: [{ measure: 'offences', period: PERIOD, ...total, count, at: 'a.csv#A1' }] },
        ];
      }),
      published: placed(lines, 'published.csv'),
      later: [],
      decided: [],
    };
    return { truth, input };
  });

test('every figure worked out from true statements holds the truth, and none contradicts another', () => {
  fc.assert(
    fc.property(cases, ({ truth, input }) => {
      const { figures, findings } = workOutFigures(input);
      assert.deepEqual(findings, []);
      for (const figure of figures) {
        const isKnown = figure.coverage.includedForces.length > 0;
        const value = sum(
          figure.coverage.includedForces.map((force) => exact(truth[FORCES.indexOf(force)] ?? 0)),
        ).low;
        if (isKnown) assert.ok(figure.count.low <= value && value <= figure.count.high, figure.id);
      }
    }),
  );
});

test('figures have ids of their own, and come from figures that exist', () => {
  fc.assert(
    fc.property(cases, ({ input }) => {
      const { figures } = workOutFigures(input);
      const ids = new Set(figures.map(({ id }) => id));
      const twice = figures.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index);
      assert.deepEqual(twice, []);
      for (const figure of figures) for (const id of figure.from) assert.ok(ids.has(id) && id !== figure.id);
    }),
  );
});
