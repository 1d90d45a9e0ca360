/**
 * Protects the numbers of a release so that neither it alone nor it and the releases before it give a small count away, and says
 * which numbers are withheld only because of those.
 */
import type { Protection } from '#disclosure/protect.ts';
import { protect } from '#disclosure/protect.ts';
import { joinEarlier } from '#figures/earlier/join.ts';
import type { ToldRelease } from '#figures/earlier/told.ts';
import type { WorkedOut } from '#figures/work-out-figures.ts';

export type Beside = {
  readonly protection: Protection;
  /** By name, in order. */
  readonly besides: readonly string[];
};

export async function protectBeside(
  now: Pick<WorkedOut, 'figures' | 'numbers' | 'sums'>,
  earlier: readonly ToldRelease[],
  { threshold, ranges }: { readonly threshold: number; readonly ranges: boolean },
): Promise<Beside> {
  const alone = { cells: now.numbers, sums: now.sums, threshold };
  const byItself = await protect(alone, { ranges });
  if (earlier.length === 0) return { protection: byItself, besides: [] };
  const { numbers, sums } = joinEarlier(now, earlier, threshold);
  const protection = await protect({ cells: numbers, sums, threshold }, { alone, ranges });
  const besides = now.numbers.filter(
    ({ id }) => protection.secondary.has(id) && !byItself.secondary.has(id) && !byItself.primary.has(id),
  );
  return { protection, besides: besides.flatMap(({ name }) => name ?? []).sort() };
}
