/**
 * A release and its correction, attacked together: whoever holds both learns of no small count more than the first told
 * already. Checked by trying every table that agrees with what both tell.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exact } from '#count/count.ts';
import { protect } from '#disclosure/protect.ts';
import type { Figure, FigureArea } from '#figures/figure.ts';
import type { FigureInput } from '#figures/input.ts';
import { workOutFigures } from '#figures/work-out-figures.ts';
import { Refusal } from '#finding/refusal.ts';
import { madeUpCollection } from '../../test/support/made-up-collection.ts';
import { knowingBefore, type ToldFigure } from './known-before.ts';

const THRESHOLD = 5;
const PERIOD = '2015-04-01/2016-03-31';
const FORCES = ['f0', 'f1', 'f2', 'f3'] as const;
const areas: readonly FigureArea[] = [
  { code: 'K1', kind: 'country', name: 'Country', short: 'Country', forces: FORCES, region: null },
  { code: 'R1', kind: 'region', name: 'North', short: 'North', forces: FORCES.slice(0, 3), region: null },
  { code: 'R2', kind: 'region', name: 'South', short: 'South', forces: FORCES.slice(3), region: null },
  ...FORCES.map(
    (code): FigureArea => ({ code, kind: 'force', name: code, short: code, forces: [code], region: null }),
  ),
];

/** What each force stated; null for one that has not answered. */
type Stated = readonly (number | null)[];

function inputOf(stated: Stated): FigureInput {
  const total = { age: null, sex: null, offence: null, platform: null };
  return {
    collection: madeUpCollection(PERIOD),
    areas,
    requests: [],
    returns: FORCES.flatMap((force, at) => {
      const value = stated[at] ?? null;
      if (value === null) return [];
      const count = exact(value);
      return [
        { force, observations: [{ measure: 'offences', period: PERIOD, ...total, count, at: 'a.csv#A1' }] },
      ];
    }),
    published: [],
    later: [],
    decided: [],
  };
}

type Told = { readonly figures: readonly Figure[]; readonly told: readonly ToldFigure[] };

/** What a release of these answers tells; null where it is refused. */
async function releaseOf(stated: Stated, before: readonly ToldFigure[] | null): Promise<Told | null> {
  const now = workOutFigures(inputOf(stated));
  const { numbers, sums } = before === null ? now : knowingBefore(now, before);
  try {
    const { released } = await protect({ cells: numbers, sums, threshold: THRESHOLD });
    const told = now.figures.map(({ id, method, from, number }): ToldFigure => {
      const value = released.get(number)?.value;
      return { id, method, from, number: value ?? { status: 'not-available' } };
    });
    return { figures: now.figures, told };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const MOST = 24;

/** The lowest and highest that a force can be, over every table that agrees with all that is told and known. */
function derived(force: number, known: readonly Told[], stated: Stated): { low: number; high: number } {
  const places = (figure: Figure) =>
    figure.coverage.includedForces.map((code) => FORCES.indexOf(code as 'f0'));
  const rules = known.flatMap(({ figures, told }) =>
    told.flatMap(({ number }, at) => {
      const figure = figures[at];
      if (figure === undefined || number.status === 'not-available') return [];
      const of = places(figure);
      // A number that is withheld is at least 1, as everybody knows.
      const [low, high] = number.status === 'published' ? [number.low, number.high] : [1, null];
      return [{ of, low, high: high ?? Number.POSITIVE_INFINITY }];
    }),
  );
  let [least, most] = [Number.POSITIVE_INFINITY, -1];
  const table = [0, 0, 0, 0];
  const fits = (until: number) =>
    rules.every(({ of, low, high }) => {
      if (of.some((at) => at > until)) return true;
      const sum = of.reduce((all, at) => all + (table[at] ?? 0), 0);
      return low <= sum && sum <= high;
    });
  const go = (at: number): void => {
    if (at === FORCES.length) {
      const value = table[force] ?? 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
      return;
    }
    const top = stated[at] === null ? 0 : MOST;
    for (let value = 0; value <= top; value++) {
      table[at] = value;
      if (fits(at)) go(at + 1);
    }
    table[at] = 0;
  };
  go(0);
  return { low: least, high: most };
}

const answers: fc.Arbitrary<{ readonly first: Stated; readonly second: Stated }> = fc
  .tuple(
    fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(8)),
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
  )
  .map(([second, isLate]) => ({ second, first: second.map((value, at) => (isLate[at] ? null : value)) }));

test('whoever holds a release and its correction can derive no more of a small count than the first told', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async ({ first, second }) => {
      const before = await releaseOf(first, null);
      const now = before === null ? null : await releaseOf(second, before.told);
      if (before === null || now === null) return;
      for (const [at, value] of second.entries()) {
        if (value === null || value < 1 || value >= THRESHOLD) continue;
        const alone = derived(at, [before], second);
        const together = derived(at, [before, now], second);
        const low = Math.max(1, alone.low);
        const high = Math.min(THRESHOLD, alone.high);
        assert.ok(
          together.low <= low && together.high >= high,
          `force ${at} of ${JSON.stringify({ first, second })}: ${together.low} to ${together.high}, and ${low} to ${high} must stay possible`,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('a force that answers late with a small count is not the new total less the old one', async () => {
  const [first, second] = [
    [6, 8, null, null],
    [6, 8, 3, 7],
  ] as const;
  const before = await releaseOf(first, null);
  assert.ok(before !== null);
  const careless = await releaseOf(second, null);
  const careful = await releaseOf(second, before.told);
  assert.ok(careless !== null);
  // Each release by itself is safe; beside the first one, the careless second gives the small count away.
  assert.deepEqual(derived(2, [before, careless], second), { low: 3, high: 3 });
  const range = careful === null ? { low: 1, high: MOST } : derived(2, [before, careful], second);
  assert.ok(range.low <= 1 && range.high >= THRESHOLD, JSON.stringify(range));
});

test('a number that was told before and is the same now is not withheld to protect another', async () => {
  const before = await releaseOf([6, 8, null, 7], null);
  const now = await releaseOf([6, 8, 3, 7], before?.told ?? []);
  assert.ok(before !== null && now !== null);
  const statusOf = (told: Told, force: string) =>
    told.told[told.figures.findIndex(({ area, method }) => area === force && method === 'stated')]?.number
      .status;
  for (const force of ['f0', 'f1', 'f3']) {
    assert.equal(statusOf(before, force), 'published');
    assert.equal(statusOf(now, force), 'published');
  }
  assert.equal(statusOf(now, 'f2'), 'withheld');
});
