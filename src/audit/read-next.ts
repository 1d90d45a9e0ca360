/**
 * Which records to read next: for each stratum, how much narrower the interval of completeness would be if some more of it were read
 * and they turned out as those before. A guess about the future, for planning alone; no estimate rests on it.
 */
import { accuracyOf, type ReadStratum } from './estimate.ts';
import { guessOf } from './strata.ts';

export type Next = {
  readonly stratum: string;
  readonly more: number;
  readonly from: number;
  readonly to: number;
};

const MORE = 50;

export function readNext(strata: readonly ReadStratum[], most = 3): readonly Next[] {
  const width = (all: readonly ReadStratum[]) => {
    const { low, high } = accuracyOf(all).completeness;
    return high - low;
  };
  const now = width(strata);
  const choices = strata.flatMap((stratum) => {
    const read = stratum.online + stratum.offline + stratum.untold;
    const more = Math.min(MORE, stratum.records - read);
    if (more <= 0) return [];
    const known = stratum.online + stratum.offline;
    // Half a hit is added, so that a stratum without any is not taken for certain.
    const share = known === 0 ? guessOf(stratum) : (stratum.online + 0.5) / (known + 1);
    const online = Math.round(more * share);
    const then = strata.map((one) =>
      one === stratum ? { ...one, online: one.online + online, offline: one.offline + more - online } : one,
    );
    return [{ stratum: stratum.id, more, from: now, to: width(then) }];
  });
  return choices
    .filter(({ to }) => to < now)
    .toSorted((a, b) => a.to - b.to || (a.stratum < b.stratum ? -1 : 1))
    .slice(0, most);
}
