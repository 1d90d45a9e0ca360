/**
 * What anybody can know of a correction from the release that it corrects, put into the table before it is protected, so that
 * both releases are attacked together. A number that was told there and has not changed is known whatever becomes of it now:
 * withholding it would protect nobody, and a small number beside it could be worked out from both. What was added up there
 * over fewer forces is known too: the new sum less the old one is what the late forces counted.
 *
 * A number that was revised since is not known: what it was does not say what it is.
 */
import { exact, isExact } from '#count/count.ts';
import type { BoundSum } from '#figures/breakdown-sums.ts';
import type { Figure } from '#figures/figure.ts';
import type { GuardedNumber } from '#figures/work-out-figures.ts';

/** A figure as the release before told it. */
export type ToldFigure = {
  readonly id: string;
  readonly method: string;
  readonly from: readonly string[];
  readonly number:
    | { readonly status: 'published'; readonly low: number; readonly high: number | null }
    | { readonly status: 'withheld' | 'not-available' };
};

type Tables = { readonly numbers: readonly GuardedNumber[]; readonly sums: readonly BoundSum[] };

export function knowingBefore(
  now: Tables & { readonly figures: readonly Figure[] },
  before: readonly ToldFigure[],
): Tables {
  const numberOf = new Map(now.figures.map(({ id, number }) => [id, number]));
  const numbers = new Map(now.numbers.map((one) => [one.id, one]));
  const sums: BoundSum[] = [...now.sums];
  for (const told of before) {
    const value = exactValue(told);
    if (value === null) continue;
    const own = numbers.get(numberOf.get(told.id) ?? '');
    if (own !== undefined && isExact(own.count) && own.count.low === value) {
      numbers.set(own.id, { ...own, known: own.count });
    } else if (told.method === 'sum') {
      const parts = told.from.flatMap((id) => numbers.get(numberOf.get(id) ?? '') ?? []);
      if (parts.length < told.from.length || !addUpTo(parts, value)) continue;
      const id = `${told.id} before`;
      const count = exact(value);
      numbers.set(id, {
        id,
        count,
        given: count,
        known: count,
        standing: 'rest',
        isNational: own?.isNational ?? false,
        rank: 0,
      });
      sums.push({ id: `${id}, sum`, whole: id, parts: parts.map((part) => part.id), isCertain: true });
    }
  }
  return { numbers: [...numbers.values()], sums };
}

/** A rate says what its total says. */
function exactValue({ number, method }: ToldFigure): number | null {
  return number.status === 'published' && number.low === number.high && method !== 'rate' ? number.low : null;
}

/** False where a part has changed or is no longer exact: then the old sum binds nothing that stands now. */
function addUpTo(parts: readonly GuardedNumber[], value: number): boolean {
  let left = value;
  for (const part of parts) {
    if (!isExact(part.count)) return false;
    left -= part.count.low;
  }
  return parts.length > 0 && left === 0;
}
