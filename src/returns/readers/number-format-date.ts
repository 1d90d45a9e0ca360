/** Dates and times stored as days since an epoch, shown by a number format or written as YYYY-MM-DD. */
import type { Section, Token } from './number-format-parse.ts';

/** 1900: day 1 is 1 January 1900 and a 29 February 1900 is counted that never was. 1904: day 0 is 1 January 1904. */
export type Epoch = 1900 | 1904;

const day = 86_400_000;
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Null for a number that is no date: negative, or beyond the year 9999. */
export function dateOfSerial(serial: number, epoch: Epoch): Date | null {
  const days = epoch === 1904 ? serial + 1462 : serial;
  if (!(days >= 0) || days >= 2_958_466) return null;
  const start = Date.UTC(1899, 11, days >= 60 ? 30 : 31);
  return new Date(start + Math.round(days * day));
}

export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function showDate(section: Section, value: number, epoch: Epoch): string {
  // Where seconds are shown they are rounded; where they are not, a day or a minute is never rounded up.
  const hasSeconds = section.tokens.some((token) => token.type === 'date' && /^s+$/.test(token.text));
  const date = dateOfSerial(hasSeconds ? Math.round(value * 86_400) / 86_400 : value, epoch);
  const isElapsed = section.tokens.some((token) => token.type === 'elapsed');
  if (date === null && !isElapsed) return '########';
  const hasHalves = section.tokens.some((token) => token.type === 'date' && /p/i.test(token.text));
  return section.tokens
    .map((token, n) => {
      if (token.type === 'literal') return token.text;
      if (token.type === 'elapsed') return elapsed(token.text, value);
      if (token.type === 'date' && date !== null) {
        return datePart(
          isMinute(section.tokens, n) ? token.text.replaceAll('m', 'i') : token.text,
          date,
          value,
          hasHalves,
        );
      }
      if (token.type === 'slash') return '/';
      if (token.type === 'comma') return ',';
      return token.type === 'point' ? '.' : '';
    })
    .join('');
}

/** `m` means minutes right after hours or right before seconds. */
function isMinute(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.type !== 'date' || !/^m{1,2}$/.test(token.text)) return false;
  const isTime = (other: Token) => other.type === 'date' || other.type === 'elapsed';
  const before = tokens.slice(0, at).filter(isTime).at(-1);
  const after = tokens.slice(at + 1).find(isTime);
  const starts = (other: Token | undefined, letter: string) =>
    (other?.type === 'date' || other?.type === 'elapsed') && other.text.startsWith(letter);
  return starts(before, 'h') || starts(after, 's');
}

function elapsed(unit: string, value: number): string {
  const perDay = { h: 24, m: 1440, s: 86_400 }[unit[0] ?? 'h'] ?? 24;
  const amount = Math.floor(Math.abs(value) * perDay + 1e-6);
  return (value < 0 ? '-' : '') + String(amount).padStart(unit.length, '0');
}

function datePart(text: string, date: Date, value: number, hasHalves: boolean): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const month = months[date.getUTCMonth()] ?? '';
  const weekday = weekdays[date.getUTCDay()] ?? '';
  const hour = date.getUTCHours();
  const shownHour = hasHalves ? hour % 12 || 12 : hour;
  if (/^am\/pm$/i.test(text)) return hour < 12 ? 'AM' : 'PM';
  if (/^a\/p$/i.test(text)) return hour < 12 ? 'A' : 'P';
  if (text.startsWith('y'))
    return text.length <= 2 ? two(date.getUTCFullYear() % 100) : String(date.getUTCFullYear());
  if (text.startsWith('s.')) return fractionOfSecond(text, value);
  const parts: Readonly<Record<string, string>> = {
    m: String(date.getUTCMonth() + 1),
    mm: two(date.getUTCMonth() + 1),
    mmm: month.slice(0, 3),
    mmmm: month,
    mmmmm: month.slice(0, 1),
    d: String(date.getUTCDate()),
    dd: two(date.getUTCDate()),
    ddd: weekday.slice(0, 3),
    dddd: weekday,
    h: String(shownHour),
    hh: two(shownHour),
    i: String(date.getUTCMinutes()),
    ii: two(date.getUTCMinutes()),
    s: String(date.getUTCSeconds()),
    ss: two(date.getUTCSeconds()),
  };
  return parts[text] ?? (/^ss\./.test(text) ? fractionOfSecond(text, value) : '');
}

function fractionOfSecond(text: string, value: number): string {
  const places = text.split('.')[1]?.length ?? 0;
  const seconds = (((value % 1) + 1) % 1) * day;
  return ((seconds % 60_000) / 1000).toFixed(places).padStart(places + 3, '0');
}
