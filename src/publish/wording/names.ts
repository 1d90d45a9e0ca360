/** Names as they stand inside an English sentence: articles, lists, months. Invents no name that the release does not hold. */
import { dayLabel, label, period } from '#period/period.ts';
import type { Area } from '#tables/release.ts';

/** `Leicestershire Police`, `the Metropolitan Police Service`, `the East Midlands`, `Wales`. */
export function inSentence(area: Area): string {
  if (area.kind === 'force') return area.name.endsWith('Service') ? `the ${area.name}` : area.name;
  return /^(East|North|South|West)\b/.test(area.name) ? `the ${area.name}` : area.name;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `2016-06` as `June 2016`; anything else as it is. */
export function vintageText(vintage: string): string {
  return /^\d{4}-\d{2}$/.test(vintage) ? dayLabel(`${vintage}-01`).replace(/^1 /, '') : vintage;
}

/** `2015/16`, `2023`, or both dates. */
export function periodText(written: string): string {
  const span = period(written);
  return span === null ? written : label(span);
}

/** `1 April 2015 to 31 March 2016`. */
export function datesText(written: string): string {
  const span = period(written);
  return span === null ? written : `${dayLabel(span.from)} to ${dayLabel(span.to)}`;
}

/** `the year to March 2016` for a year of whole months, else the dates. */
export function yearText(written: string): string {
  const span = period(written);
  if (span === null) return written;
  const whole = /^\d{4}\/\d{2}$/.test(label(span)) || /^\d{4}$/.test(label(span));
  return whole ? `the year to ${dayLabel(span.to).replace(/^\d+ /, '')}` : `the period ${datesText(written)}`;
}

/** `2015-04-01` as `1 April 2015`. */
export function dayText(day: string): string {
  return dayLabel(day);
}
