/**
 * Numbers as text: by the forms of XML Schema, or by a pattern of Unicode's number formats ("#,##0.00") with its own
 * characters for groups and decimals. Gives the number, or null when the text is none of the kind.
 */
export type NumberForm = {
  readonly pattern: string | null;
  readonly groupChar: string;
  readonly decimalChar: string;
};

const FLOATS = ['double', 'float', 'number'];

export function parseNumber(text: string, base: string, form: NumberForm): number | null {
  if (FLOATS.includes(base) && /^(?:NaN|-?INF)$/.test(text)) {
    return text === 'NaN' ? Number.NaN : text === 'INF' ? Infinity : -Infinity;
  }
  if (form.pattern !== null) {
    const shape = shapeOf(form.pattern, form);
    if (shape === null || !shape.test(text)) return null;
  }
  const { groupChar, decimalChar } = form;
  if (groupChar !== '' && text.includes(groupChar + groupChar)) return null;
  let plain = groupChar === '' ? text : text.replaceAll(groupChar, '');
  if (decimalChar !== '.') {
    if (plain.includes('.')) return null;
    plain = plain.replace(decimalChar, '.');
  }
  const scale = plain.endsWith('%') ? 100 : plain.endsWith('\u2030') ? 1000 : 1;
  if (scale > 1) plain = plain.slice(0, -1);
  const isFloat = FLOATS.includes(base);
  if (
    !(isFloat ? /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?$/i : /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/).test(
      plain,
    )
  ) {
    return null;
  }
  if (/integer|long|int|short|byte/i.test(base) && !/^[+-]?\d+$/.test(plain)) return null;
  return Number(plain) / scale;
}

/** Whether a pattern is one that can be followed. */
export function isNumberPattern(pattern: string): boolean {
  return shapeOf(pattern, { pattern, groupChar: ',', decimalChar: '.' }) !== null;
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `#,##0.00` as a regular expression for text written with these group and decimal characters. */
function shapeOf(pattern: string, { groupChar, decimalChar }: NumberForm): RegExp | null {
  const parts = /^([^#0.,E]*)([#0,]*)(?:\.([#0,]*))?(?:E(\+?)([#0]+))?([%\u2030]?)$/.exec(pattern);
  if (parts === null) return null;
  const [, prefix = '', whole = '', fraction, plus = '', exponent, suffix = ''] = parts;
  if (/0,*#/.test(whole) || (fraction !== undefined && /#,*0/.test(fraction))) return null;
  if (whole === '' && fraction === undefined) return null;
  if (prefix !== '' && !/^[+-]$/.test(prefix)) return null;
  const integer = wholeShape(whole, groupChar === '' ? ',' : groupChar);
  const sign = prefix === '' ? '[+-]?' : prefix === '+' ? '[+-]' : '-?';
  const least = (fraction ?? '').replace(/[^0]/g, '').length;
  const most = (fraction ?? '').replace(/,/g, '').length;
  const decimals =
    most === 0
      ? ''
      : `(?:${quoted(decimalChar)}${fractionShape(fraction ?? '', groupChar)})${least > 0 ? '' : '?'}`;
  const power =
    exponent === undefined
      ? ''
      : `E${plus === '' ? '-?' : '[+-]'}\\d{${exponent.replace(/#/g, '').length},${exponent.length}}`;
  return new RegExp(`^${sign}${integer}${decimals}${power}${quoted(suffix)}$`);
}

function wholeShape(whole: string, group: string): string {
  const least = whole.replace(/[^0]/g, '').length;
  const groups = whole.split(',');
  if (groups.length === 1) return `\\d{${least},}`;
  const last = groups.at(-1)?.length ?? 3;
  const middle = groups.length > 2 ? (groups.at(-2)?.length ?? last) : last;
  const mark = quoted(group);
  const grouped = `(?:\\d{1,${middle}}${mark}(?:\\d{${middle}}${mark})*\\d{${last}}|\\d{1,${last}})`;
  // As many digits as there are noughts in the pattern, counted without the marks between groups.
  return `(?=(?:${mark}?\\d){${least},}(?:\\D|$))${grouped}`;
}

function fractionShape(fraction: string, group: string): string {
  const least = fraction.replace(/[^0]/g, '').length;
  const groups = fraction.split(',');
  const most = groups.join('').length;
  if (groups.length === 1) return `\\d{${Math.max(least, 1)},${most}}`;
  const size = groups[0]?.length ?? 3;
  const mark = quoted(group === '' ? ',' : group);
  return `(?=(?:\\d${mark}?){${Math.max(least, 1)},${most}}$)(?:\\d{${size}}${mark})*\\d{1,${size}}`;
}
