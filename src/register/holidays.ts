/**
 * Bank holidays in the three parts of the United Kingdom that keep their own. The statutory clock stops for a holiday in
 * any part, so the register also says for which years all three parts are known.
 */
import { dayNumber } from '#period/period.ts';
import { defect, oneOf, readFacts } from './facts.ts';
import { ownRegister } from './own-register.ts';

export type Holidays = {
  /** Days (`2025-05-26`) that are a bank holiday in at least one part. */
  readonly days: ReadonlySet<string>;
  /** Years (2025) for which the holidays of every part are in the register. */
  readonly completeYears: ReadonlySet<number>;
};

const DIVISIONS = ['england-and-wales', 'northern-ireland', 'scotland'] as const;

export function readHolidays(dir: string = ownRegister): Holidays {
  const file = 'bank-holidays.csv';
  const days = new Set<string>();
  const parts = new Map<number, Set<string>>();
  for (const { date, division, line } of readFacts(dir, file, ['date', 'division', 'title', 'source'])) {
    if (Number.isNaN(dayNumber(date))) throw defect(file, line, `"${date}" is no day`);
    days.add(date);
    const year = Number(date.slice(0, 4));
    const known = parts.get(year) ?? new Set();
    parts.set(year, known.add(oneOf(division, DIVISIONS, file, line)));
  }
  const complete = [...parts].filter(([, known]) => known.size === DIVISIONS.length);
  return { days, completeYears: new Set(complete.map(([year]) => year)) };
}
