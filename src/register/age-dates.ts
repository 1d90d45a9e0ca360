/**
 * Bands of ages that a spreadsheet turned into dates: `6-10` is stored as 6 October, `12-15` as December 2015. What the
 * sender typed cannot be told from the date, so the bands it may have been are given and none is chosen.
 */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The bands a text that reads as a date may have been; empty when it reads as none. Without `isDate` only bands that were
 * asked for are given, since `Dec-15` may well be a month.
 */
export function dateBands(text: string, asked: readonly string[], isDate: boolean): string[] {
  const bands = candidates(text.trim().toLowerCase()).filter(([from, to]) => from < to && to <= 25);
  const written = [...new Set(bands.map(([from, to]) => `${from}-${to}`))];
  const wanted = written.filter((band) => asked.includes(band));
  return wanted.length > 0 || !isDate ? wanted : written;
}

function candidates(text: string): [number, number][] {
  const dayMonth = /^(\d{1,2})[-\s/]([a-z]{3})[a-z]*(?:[-\s/]\d{2,4})?$/.exec(text);
  if (dayMonth) return pairs(Number(dayMonth[1]), month(dayMonth[2] ?? ''), null);
  const monthYear = /^([a-z]{3})[a-z]*[-\s/](\d{1,4})$/.exec(text);
  if (monthYear) return pairs(Number(monthYear[2]) % 100, month(monthYear[1] ?? ''), null);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:t.*)?$/.exec(text);
  if (iso) return pairs(Number(iso[3]), Number(iso[2]), Number(iso[1]) % 100);
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (british) return pairs(Number(british[1]), Number(british[2]), Number(british[3]) % 100);
  return [];
}

/** Both orders of day and month; month and year where the day is the first, as a bare month is stored. */
function pairs(day: number, month: number, year: number | null): [number, number][] {
  if (month < 1) return [];
  const both: [number, number][] = [
    [day, month],
    [month, day],
  ];
  return year !== null && day === 1 ? [[month, year], ...both] : both;
}

function month(name: string): number {
  return MONTHS.indexOf(name) + 1;
}
