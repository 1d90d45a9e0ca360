/** A release of made-up figures, protected beside those before it, as the next one reads it. */
import type { ToldRelease } from '#figures/earlier/told.ts';
import type { WorkedOut } from '#figures/work-out-figures.ts';
import { protectBeside } from '#work/protect-beside.ts';

export async function toldRelease(
  { figures, numbers, sums }: WorkedOut,
  before: readonly ToldRelease[],
  threshold: number,
): Promise<{ readonly told: ToldRelease; readonly besides: readonly string[] }> {
  const { protection, besides } = await protectBeside({ figures, numbers, sums }, before, {
    threshold,
    ranges: false,
  });
  const told = figures.map(({ coverage, number, ...figure }) => ({
    ...figure,
    forces: coverage.includedForces,
    unnamed: coverage.includedUnnamed,
    asked: coverage.asked,
    number: protection.released.get(number)?.value ?? ({ status: 'not-available' } as const),
  }));
  return { told: { id: `r${before.length + 1}`, figures: told }, besides };
}
