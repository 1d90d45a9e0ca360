/**
 * By how much a count may be changed, and how likely each change is: the p-table of the cell-key method. For each count the
 * changes reach from the largest allowed downwards, but never below zero, to the largest allowed upwards; their mean is 0
 * and their variance is as stated, and of all such tables this one says least otherwise (the greatest entropy). Zero stays
 * zero. Refuses a variance that no table can have for a count of one.
 */
import { Refusal } from '#finding/refusal.ts';

export type NoiseTable = {
  readonly variance: number;
  readonly largest: number;
  /** The change of this count for a draw from 0 to 1. */
  readonly change: (count: number, draw: number) => number;
  /** How likely each change of this count is. */
  readonly chances: (count: number) => ReadonlyMap<number, number>;
};

export function noiseTable(variance: number, largest: number): NoiseTable {
  // With changes from -1 to `largest` and a mean of 0, the variance is at most `largest`; it must also fit the widest row.
  if (variance >= largest) {
    throw new Refusal(
      'bad-use',
      `A variance of ${variance} cannot be had for a count of 1 with changes of at most ${largest}. The variance must be less than the largest change.`,
    );
  }
  const rows = Array.from({ length: largest + 1 }, (_, count) =>
    count === 0 ? new Map([[0, 1]]) : chancesOf(count, variance, largest),
  );
  const chances = (count: number) => rows[Math.min(count, largest)] ?? new Map([[0, 1]]);
  return {
    variance,
    largest,
    chances,
    change(count, draw) {
      let reached = 0;
      let last = 0;
      for (const [by, chance] of chances(count)) {
        reached += chance;
        last = by;
        if (draw < reached) return by;
      }
      return last;
    },
  };
}

/** Chances as exp(a j + b j^2), with a and b by Newton's method such that mean and variance are as asked. */
function chancesOf(count: number, variance: number, largest: number): ReadonlyMap<number, number> {
  const changes = Array.from(
    { length: Math.min(count, largest) + largest + 1 },
    (_, index) => index - Math.min(count, largest),
  );
  let a = 0;
  let b = 0;
  const at = (one: number, two: number) => {
    const powers = changes.map((j) => one * j + two * j * j);
    const most = Math.max(...powers);
    const weights = powers.map((power) => Math.exp(power - most));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / all);
  };
  const moment = (chances: readonly number[], power: number) =>
    changes.reduce((sum, j, index) => sum + (chances[index] ?? 0) * j ** power, 0);
  const distance = (chances: readonly number[]) =>
    Math.abs(moment(chances, 1)) + Math.abs(moment(chances, 2) - variance);
  let chances = at(a, b);
  for (let step = 0; step < 200 && distance(chances) > 1e-13; step++) {
    const [m1, m2, m3, m4] = [1, 2, 3, 4].map((power) => moment(chances, power)) as [
      number,
      number,
      number,
      number,
    ];
    const [aa, ab, bb] = [m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2];
    const determinant = aa * bb - ab * ab;
    const [off1, off2] = [-m1, variance - m2];
    const [da, db] = [(bb * off1 - ab * off2) / determinant, (aa * off2 - ab * off1) / determinant];
    // Half a step, and half again, until it comes nearer: a full one may overshoot far from the goal.
    let part = 1;
    while (part > 1e-9 && distance(at(a + part * da, b + part * db)) >= distance(chances)) part /= 2;
    if (part <= 1e-9) break;
    a += part * da;
    b += part * db;
    chances = at(a, b);
  }
  if (distance(chances) > 1e-9) throw new Error(`no chances were found for a count of ${count}`);
  return new Map(changes.map((j, index) => [j, chances[index] ?? 0]));
}
