import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numbersFrom } from '../../test/support/extract.ts';
import { accuracyOf, type Estimate, type ReadStratum } from './estimate.ts';
import { hypergeometric } from './exact-bounds.ts';
import { allocate, type Counted, guessOf } from './strata.ts';

const DECISIONS = ['flag', 'review', 'no-flag'] as const;

/** A made-up force: strata with their true numbers online, far from what the program would guess as often as near it. */
function force(random: () => number): readonly (Counted & { readonly truth: number })[] {
  return DECISIONS.flatMap((decision) =>
    [true, false].flatMap((flagged) =>
      ['22B', '86', 'other'].map((group) => {
        const records = Math.floor(random() ** 2 * 900) + (random() < 0.1 ? 0 : 1);
        const stratum = { id: `${decision}/${flagged}/${group}`, decision, flagged, group };
        const share = random() < 0.5 ? guessOf(stratum) * (0.6 + 0.6 * random()) : random() ** 3;
        return { ...stratum, records, truth: Math.round(records * Math.min(1, share)) };
      }),
    ),
  );
}

/** Draws without putting back, record by record. */
function read(
  stratum: Counted & { readonly truth: number },
  size: number,
  random: () => number,
): ReadStratum {
  let [left, marked, online] = [stratum.records, stratum.truth, 0];
  for (let n = 0; n < size; n++) {
    if (random() * left < marked) {
      online++;
      marked--;
    }
    left--;
  }
  return { ...stratum, online, offline: size - online, untold: 0 };
}

const holds = ({ low, high }: Estimate, truth: number) => low - 1e-9 <= truth && truth <= high + 1e-9;

test('over many made-up forces the intervals hold the truth at least 95 times in 100', () => {
  const random = numbersFrom(4);
  const runs = 1_500;
  const held = { missed: 0, completeness: 0, correctness: 0, leftByRules: 0, online: 0 };
  for (let run = 0; run < runs; run++) {
    const strata = force(random);
    const sizes = allocate(strata, 150 + Math.floor(random() * 400), 5);
    const accuracy = accuracyOf(strata.map((one) => read(one, sizes.get(one.id) ?? 0, random)));
    const total = (which: (one: Counted) => boolean) =>
      strata.reduce((sum, one) => sum + (which(one) ? one.truth : 0), 0);
    const flagged = total((one) => one.flagged);
    const all = total(() => true);
    const flaggedRecords = strata.reduce((sum, one) => sum + (one.flagged ? one.records : 0), 0);
    if (holds(accuracy.online, all)) held.online++;
    if (holds(accuracy.missed, all - flagged)) held.missed++;
    if (all === 0 || holds(accuracy.completeness, flagged / all)) held.completeness++;
    if (flaggedRecords === 0 || holds(accuracy.correctness, flagged / flaggedRecords)) held.correctness++;
    if (
      holds(
        accuracy.leftByRules,
        total((one) => !one.flagged && one.decision === 'no-flag'),
      )
    )
      held.leftByRules++;
  }
  for (const [name, count] of Object.entries(held)) {
    assert.ok(count / runs >= 0.95, `${name}: ${((count / runs) * 100).toFixed(1)} in 100`);
  }
});

test('exact bounds hold what was seen, narrow as more is read, and meet where all is read', () => {
  const cases = fc
    .integer({ min: 1, max: 400 })
    .chain((whole) =>
      fc
        .integer({ min: 0, max: whole })
        .chain((sample) =>
          fc.tuple(fc.constant(whole), fc.constant(sample), fc.integer({ min: 0, max: sample })),
        ),
    );
  fc.assert(
    fc.property(cases, ([whole, sample, hits]) => {
      const { low, high } = hypergeometric(hits, sample, whole, 0.05);
      assert.ok(low >= hits && high <= whole - (sample - hits) && low <= high);
      if (sample === whole) assert.deepEqual([low, high], [hits, hits]);
    }),
    { numRuns: 300 },
  );
});

test('with nothing found in 300 of 7,000 at most 86 may be there, and with 3 found from 14 to 203', () => {
  assert.deepEqual(hypergeometric(0, 300, 1_000_000, 0.05).low, 0);
  const share = (hits: number, n: number) => {
    const { low, high } = hypergeometric(hits, n, 1_000_000, 0.05);
    return [Math.round((low / 1_000_000) * 7_000), Math.round((high / 1_000_000) * 7_000)];
  };
  assert.deepEqual(share(0, 300), [0, 86]);
  assert.deepEqual(share(3, 300), [14, 203]);
  assert.deepEqual(share(3, 600), [7, 102]);
});

test('a sample is never larger than asked for or than there is, and no stratum goes unread while there is room', () => {
  const counted = fc.uniqueArray(
    fc.record({
      decision: fc.constantFrom(...DECISIONS),
      flagged: fc.boolean(),
      group: fc.constantFrom('a', 'b', 'c'),
      records: fc.integer({ min: 0, max: 3_000 }),
    }),
    { selector: (one) => `${one.decision}${one.flagged}${one.group}`, minLength: 1 },
  );
  fc.assert(
    fc.property(counted, fc.integer({ min: 0, max: 2_000 }), (list, total) => {
      const strata = list.map((one) => ({ ...one, id: `${one.decision}${one.flagged}${one.group}` }));
      const sizes = allocate(strata, total, 5);
      const sum = [...sizes.values()].reduce((all, size) => all + size, 0);
      const records = strata.reduce((all, one) => all + one.records, 0);
      const least = strata.reduce((all, one) => all + Math.min(5, one.records), 0);
      assert.equal(sum, Math.min(records, Math.max(total, least)));
      for (const one of strata) {
        assert.ok((sizes.get(one.id) ?? 0) <= one.records);
        assert.ok((sizes.get(one.id) ?? 0) >= Math.min(5, one.records));
      }
    }),
  );
});

test('what a reader cannot tell widens an interval and never narrows it', () => {
  const stratum = { id: 'a', decision: 'no-flag', flagged: false, group: 'x', records: 500 } as const;
  const plain = accuracyOf([{ ...stratum, online: 4, offline: 46, untold: 0 }]).missed;
  const doubtful = accuracyOf([{ ...stratum, online: 4, offline: 40, untold: 6 }]).missed;
  assert.ok(doubtful.high > plain.high && doubtful.low <= plain.low + 1e-9);
});
