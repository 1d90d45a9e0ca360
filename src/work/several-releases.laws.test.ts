/**
 * Releases of one period, attacked together: whoever holds them all learns of no small count, as it is or as it was, more than
 * the earlier ones told already. Checked by trying every table that agrees with what they tell, for an outsider who even knows
 * which forces have changed their answer from one release to the next.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exact } from '#count/count.ts';
import type { ToldRelease } from '#figures/earlier/told.ts';
import type { Figure, FigureArea } from '#figures/figure.ts';
import type { FigureInput } from '#figures/input.ts';
import { workOutFigures } from '#figures/work-out-figures.ts';
import { Refusal } from '#finding/refusal.ts';
import { madeUpCollection } from '../../test/support/made-up-collection.ts';
import { toldRelease } from '../../test/support/told-release.ts';

const THRESHOLD = 3;
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

const RUNS = 60;

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

type Told = {
  readonly stated: Stated;
  readonly figures: readonly Figure[];
  readonly told: ToldRelease;
  readonly besides: readonly string[];
};

/** What a release of these answers tells beside those before it; null where it is refused. */
async function releaseOf(stated: Stated, before: readonly Told[]): Promise<Told | null> {
  const worked = workOutFigures(inputOf(stated));
  try {
    const next = await toldRelease(
      worked,
      before.map(({ told }) => told),
      THRESHOLD,
    );
    return { stated, figures: worked.figures, ...next };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** All releases, one after the other; null where one is refused. */
async function releasesOf(all: readonly Stated[]): Promise<readonly Told[] | null> {
  const made: Told[] = [];
  for (const stated of all) {
    const next = await releaseOf(stated, made);
    if (next === null) return null;
    made.push(next);
  }
  return made;
}

/** More than any answer, and enough for what is open to seem open. */
const MOST = 10;

/** A force has a number in each release, the same until its answer changes: which number it is, by release and force. */
function numbersOf(all: readonly Stated[]): {
  readonly place: readonly (readonly number[])[];
  readonly many: number;
} {
  let many = 0;
  const place: number[][] = [];
  for (const [at, stated] of all.entries()) {
    place.push(
      stated.map((value, force) =>
        at > 0 && all[at - 1]?.[force] === value ? (place[at - 1]?.[force] ?? 0) : many++,
      ),
    );
  }
  return { place, many };
}

type Rule = { readonly of: readonly number[]; readonly low: number; readonly high: number };

/** Whether some table that agrees with all that `known` tell gives one number this value. */
function possible(all: readonly Stated[], known: readonly Told[]): (one: number, value: number) => boolean {
  const { place, many } = numbersOf(all);
  const rules = known.flatMap(({ figures, told }, release) =>
    told.figures.flatMap(({ number }, at): readonly Rule[] => {
      const figure = figures[at];
      if (figure === undefined || number.status === 'not-available') return [];
      const behind = figure.coverage.includedForces;
      const of = behind.map((code) => place[release]?.[FORCES.indexOf(code as 'f0')] ?? 0);
      // A number that is withheld is at least 1, as everybody knows.
      const [low, high] = number.status === 'published' ? [number.low, number.high] : [1, null];
      return [{ of, low, high: high ?? Number.POSITIVE_INFINITY }];
    }),
  );
  const sums = rules.filter(({ of }) => of.length > 1);
  return (pinned, wanted) => {
    const ends = Array.from({ length: many }, (_, one) => {
      const own = rules.filter(({ of }) => of.length === 1 && of[0] === one);
      const is = one === pinned ? [{ low: wanted, high: wanted }] : [];
      return {
        low: Math.max(0, ...[...own, ...is].map(({ low }) => low)),
        high: Math.min(MOST, ...[...own, ...is].map(({ high }) => high)),
      };
    });
    const table = new Array<number>(many).fill(0);
    const fits = (until: number) =>
      sums.every(({ of, low, high }) => {
        let [least, most] = [0, 0];
        for (const one of of) {
          least += one <= until ? (table[one] ?? 0) : (ends[one]?.low ?? 0);
          most += one <= until ? (table[one] ?? 0) : (ends[one]?.high ?? MOST);
        }
        return least <= high && most >= low;
      });
    const go = (at: number): boolean => {
      if (at === many) return true;
      const { low, high } = ends[at] ?? { low: 0, high: MOST };
      for (let value = low; value <= high; value++) {
        table[at] = value;
        if (fits(at) && go(at + 1)) return true;
      }
      return false;
    };
    return go(0);
  };
}

/** Every value from 1 to the threshold that the last release rules out of a small number, as it is or as it was. */
function giveaways(all: readonly Stated[], made: readonly Told[]): readonly string[] {
  const { place } = numbersOf(all);
  const before = possible(all, made.slice(0, -1));
  const now = possible(all, made);
  return all.flatMap((stated, release) =>
    stated.flatMap((value, force) => {
      if (value === null || value < 1 || value >= THRESHOLD) return [];
      const one = place[release]?.[force] ?? 0;
      return Array.from({ length: THRESHOLD }, (_, at) => at + 1)
        .filter((wanted) => before(one, wanted) && !now(one, wanted))
        .map((wanted) => `force ${force} in release ${release + 1} is not ${wanted}`);
    }),
  );
}

const count = fc.nat(5);
const answer = fc.tuple(count, count, count, count);
const coin = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());

/** Forces that answer late, in one release and its correction. */
const late: fc.Arbitrary<readonly Stated[]> = fc
  .tuple(answer, coin)
  .map(([second, isLate]) => [second.map((value, at) => (isLate[at] ? null : value)), second]);

/** Up to two answers that change from each release to the next. */
const revised: fc.Arbitrary<readonly Stated[]> = fc
  .tuple(
    answer,
    fc.array(fc.array(fc.tuple(fc.nat(3), count), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([first, changes]) => {
    const all: Stated[] = [first];
    for (const change of changes) {
      const next = [...(all.at(-1) ?? first)];
      for (const [force, value] of change) next[force] = value;
      all.push(next);
    }
    return all;
  });

for (const [what, answers] of [
  ['whoever holds a release and one with late answers', late],
  ['whoever holds releases between which answers were revised', revised],
] as const) {
  test(`${what} can derive no more of a small count than was told before`, async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(answers, async (all) => {
        const made = await releasesOf(all);
        if (made === null) refused += 1;
        else assert.deepEqual(giveaways(all, made), [], JSON.stringify(all));
      }),
      { numRuns: RUNS },
    );
    assert.ok(refused <= RUNS / 10, `${refused} refused`);
  });
}

test('a release joined with earlier ones is as safe for somebody who holds it alone', async () => {
  await fc.assert(
    fc.asyncProperty(revised, async (all) => {
      const made = await releasesOf(all);
      const [last, stated] = [made?.at(-1), all.at(-1)];
      if (last === undefined || stated === undefined) return;
      const alone = await releaseOf(stated, []);
      assert.ok(alone !== null);
      assert.deepEqual(giveaways([stated], [last]), [], JSON.stringify(all));
    }),
    { numRuns: RUNS },
  );
});

test('a force that answers late with a small count is not the new total less the old one', async () => {
  const all = [
    [3, 5, null, null],
    [3, 5, 2, 4],
  ];
  const first = await releaseOf(all[0] ?? [], []);
  assert.ok(first !== null);
  const careless = await releaseOf(all[1] ?? [], []);
  assert.ok(careless !== null);
  // Each release by itself is safe; beside the first one, the careless second gives the small count away.
  assert.notDeepEqual(giveaways(all, [first, careless]), []);
  const careful = await releaseOf(all[1] ?? [], [first]);
  assert.ok(careful !== null);
  assert.deepEqual(giveaways(all, [first, careful]), []);
  assert.notDeepEqual(careful.besides, []);
});

test('a small count that was withheld before is not what a revised total leaves of the one before', async () => {
  // The second force is the only one that was small: it is what the first total leaves once the third is told.
  const all = [
    [6, 2, 4, 9],
    [6, 3, 4, 9],
  ];
  const first = await releaseOf(all[0] ?? [], []);
  assert.ok(first !== null);
  const careful = await releaseOf(all[1] ?? [], [first]);
  assert.ok(careful !== null);
  assert.deepEqual(giveaways(all, [first, careful]), []);
});

test('what one of three releases withheld is not what the other two leave', async () => {
  const all = [
    [0, 3, 1, 0],
    [2, 3, 2, 0],
    [2, 0, 2, 0],
  ];
  const made = await releasesOf(all);
  assert.ok(made !== null);
  assert.deepEqual(giveaways(all, made), []);
  const forgetful = await releaseOf(all[2] ?? [], made.slice(1, 2));
  assert.ok(forgetful !== null);
  assert.notDeepEqual(giveaways(all, [...made.slice(0, 2), forgetful]), []);
});

test('a number that was told before and is the same now is not withheld to protect another', async () => {
  const made = await releasesOf([
    [6, 8, null, 7],
    [6, 8, 2, 7],
  ]);
  assert.ok(made !== null);
  for (const { told } of made) {
    const statusOf = (force: string) =>
      told.figures.find(({ area, method }) => area === force && method === 'stated')?.number.status;
    for (const force of ['f0', 'f1', 'f3']) assert.equal(statusOf(force), 'published');
  }
});
