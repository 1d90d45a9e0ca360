/**
 * How consistent the flag is: sexual communication with a child (code 71/17) is nearly always committed online, so where its
 * offences outnumber everything that a force flagged in the same year, flags are missing. Says so only where both numbers
 * are published and used; their releases may differ, and that is said with them.
 */
import type { PublishedFact } from '#register/published-figures.ts';
import type { SeriesCell } from './cells.ts';
import { isForceTotal } from './changes.ts';

export const FLAGGED = 'cyber_flagged_csa';
export const COMMUNICATION = 'sexual_communication_child';

export type FlagUse = {
  readonly code: string;
  readonly period: string;
  readonly flagged: PublishedFact;
  readonly communication: PublishedFact;
  /** One offence outnumbers everything flagged. */
  readonly isShort: boolean;
};

/** Every force and year of which both numbers are published, in order of force and year. */
export function flagUses(cells: readonly SeriesCell[]): readonly FlagUse[] {
  const totals = cells.filter(isForceTotal);
  return totals
    .filter(({ measure }) => measure === FLAGGED)
    .flatMap((flagged): readonly FlagUse[] => {
      const other = totals.find(
        (cell) =>
          cell.measure === COMMUNICATION && cell.code === flagged.code && cell.period === flagged.period,
      );
      if (flagged.used === null || !other?.used || flagged.code === null) return [];
      return [
        {
          code: flagged.code,
          period: flagged.period,
          flagged: flagged.used,
          communication: other.used,
          isShort: other.used.value > flagged.used.value,
        },
      ];
    })
    .sort((a, b) => (`${a.code} ${a.period}` < `${b.code} ${b.period}` ? -1 : 1));
}
