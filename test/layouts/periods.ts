/** The ways a financial year is written, one of them throughout a return. */
import type { Chance } from './chance.ts';

export function periodWords(by: Chance): (period: string) => string {
  const style = by.int(0, 11);
  return (period) => {
    const year = Number(period.slice(0, 4));
    const next = year + 1;
    const short = String(next % 100).padStart(2, '0');
    return (
      [
        `${year}/${short}`,
        `${year}-${short}`,
        `${year}/${next}`,
        `FY ${year}/${short}`,
        `FY${String(year % 100).padStart(2, '0')}/${short}`,
        `April ${year} - March ${next}`,
        `01/04/${year} - 31/03/${next}`,
        `1 April ${year} to 31 March ${next}`,
        `Apr ${year} to Mar ${next}`,
        `Year ending March ${next}`,
        `${year}-${next}`,
        `${year} to ${next}`,
      ][style] ?? ''
    );
  };
}

/** The ways a calendar year is written. */
export function calendarWords(by: Chance): (period: string) => string {
  const style = by.int(0, 4);
  return (period) => {
    const year = period.slice(0, 4);
    return (
      [
        year,
        `Calendar year ${year}`,
        `Jan-Dec ${year}`,
        `January to December ${year}`,
        `1 January ${year} to 31 December ${year}`,
      ][style] ?? ''
    );
  };
}
