/** Dates, times and both as text: by the forms of XML Schema or by the patterns that the standard lists. Real days only. */

const DAYS = [
  'yyyy-MM-dd',
  'yyyyMMdd',
  ...['-', '/', '.'].flatMap((mark) =>
    ['dd MM yyyy', 'd M yyyy', 'MM dd yyyy', 'M d yyyy'].map((form) => form.replaceAll(' ', mark)),
  ),
];
const TIMES = ['HH:mm:ss', 'HHmmss', 'HH:mm', 'HHmm'];
const ZONE = / ?[Xx]{1,3}$/;

/** The form without its zone and its fraction of a second, when it is one of the standard's. */
function known(
  format: string,
): { readonly bare: string; readonly fraction: number; readonly zone: string } | null {
  const zone = ZONE.exec(format)?.[0] ?? '';
  const rest = format.slice(0, format.length - zone.length);
  const fraction = /\.S+$/.exec(rest)?.[0] ?? '';
  const bare = rest.slice(0, rest.length - fraction.length);
  if (fraction !== '' && !/ss$/.test(bare)) return null;
  const [day = '', time, ...more] = bare.includes('T') ? bare.split('T') : bare.split(' ');
  const isKnown =
    more.length === 0 &&
    (time === undefined
      ? DAYS.includes(day) || TIMES.includes(day)
      : DAYS.includes(day) && TIMES.includes(time));
  return isKnown ? { bare, fraction: Math.max(0, fraction.length - 1), zone } : null;
}

export function isDatePattern(format: string): boolean {
  return known(format) !== null;
}

const ZONES = '(?<zone>Z|[+-]\\d{2}:?(?:\\d{2})?)';
const DAY = '(?<y>-?\\d{4,})-(?<M>\\d{2})-(?<d>\\d{2})';
const TIME = '(?<H>\\d{2}):(?<m>\\d{2}):(?<s>\\d{2})(?<f>\\.\\d+)?';

const USUAL: Readonly<Record<string, RegExp>> = {
  date: new RegExp(`^${DAY}${ZONES}?$`),
  time: new RegExp(`^${TIME}${ZONES}?$`),
  dateTime: new RegExp(`^${DAY}T${TIME}${ZONES}?$`),
  datetime: new RegExp(`^${DAY}T${TIME}${ZONES}?$`),
  dateTimeStamp: new RegExp(`^${DAY}T${TIME}${ZONES}$`),
  gDay: new RegExp(`^---(?<d>\\d{2})${ZONES}?$`),
  gMonth: new RegExp(`^--(?<M>\\d{2})${ZONES}?$`),
  gMonthDay: new RegExp(`^--(?<M>\\d{2})-(?<d>\\d{2})${ZONES}?$`),
  gYear: new RegExp(`^(?<y>-?\\d{4,})${ZONES}?$`),
  gYearMonth: new RegExp(`^(?<y>-?\\d{4,})-(?<M>\\d{2})${ZONES}?$`),
};

/** A number that orders dates of one kind, or null when the text is none. */
export function parseDate(text: string, base: string, format: string | null): number | null {
  const shape = format === null ? USUAL[base] : shapeOf(format);
  const found = shape?.exec(text)?.groups;
  if (found === undefined) return null;
  const part = (name: string, absent: number) => (found[name] === undefined ? absent : Number(found[name]));
  const [year, month, day] = [part('y', 2000), part('M', 1), part('d', 1)];
  const [hour, minute, second] = [part('H', 0), part('m', 0), part('s', 0)];
  const isDay =
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isTime = (hour < 24 && minute < 60 && second < 60) || (hour === 24 && minute === 0 && second === 0);
  if (!isDay || !isTime) return null;
  const zone = /^([+-])(\d{2}):?(\d{2})?$/.exec(found.zone ?? '');
  const ahead =
    zone === null ? 0 : (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3] ?? 0));
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute - ahead, second, 0);
  return at.getTime() + Number(`0${found.f ?? ''}`) * 1000;
}

const LETTERS: readonly (readonly [letters: string, shape: string])[] = [
  ['yyyy', '(?<y>\\d{4})'],
  ['MM', '(?<M>\\d{2})'],
  ['M', '(?<M>\\d{1,2})'],
  ['dd', '(?<d>\\d{2})'],
  ['d', '(?<d>\\d{1,2})'],
  ['HH', '(?<H>\\d{2})'],
  ['mm', '(?<m>\\d{2})'],
  ['ss', '(?<s>\\d{2})'],
];

function shapeOf(format: string): RegExp | undefined {
  const form = known(format);
  if (form === null) return undefined;
  let shape = '';
  for (let at = 0; at < form.bare.length; ) {
    const [letters, part] = LETTERS.find(([one]) => form.bare.startsWith(one, at)) ?? [
      form.bare[at] ?? '',
      '',
    ];
    shape += part === '' ? letters.replace(/[.*+?^${}()|[\]\\/]/, '\\$&') : part;
    at += letters.length;
  }
  const fraction = form.fraction === 0 ? '' : `(?<f>\\.\\d{1,${form.fraction}})?`;
  const letters = form.zone.trim();
  const signs = { 1: '[+-]\\d{2}(?:\\d{2})?', 2: '[+-]\\d{4}', 3: '[+-]\\d{2}:\\d{2}' }[letters.length];
  const zone =
    signs === undefined
      ? ''
      : `${form.zone.startsWith(' ') ? ' ' : ''}(?<zone>${signs}${letters.startsWith('X') ? '|Z' : ''})`;
  return new RegExp(`^${shape}${fraction}${zone}$`);
}
