/**
 * Datatypes: what metadata may say of one, and whether the text of a cell is one. Contradictions in a datatype are errors;
 * a format that cannot be followed is told and left out.
 */
import { isDatePattern, parseDate } from './date-pattern.ts';
import { isNumberPattern, type NumberForm, parseNumber } from './number-pattern.ts';
import { isObject, type Json, type Problems } from './problem.ts';

const INTEGERS: Readonly<Record<string, readonly [number, number]>> = {
  integer: [-Infinity, Infinity],
  long: [-(2 ** 63), 2 ** 63 - 1],
  int: [-(2 ** 31), 2 ** 31 - 1],
  short: [-(2 ** 15), 2 ** 15 - 1],
  byte: [-128, 127],
  nonNegativeInteger: [0, Infinity],
  positiveInteger: [1, Infinity],
  unsignedLong: [0, 2 ** 64 - 1],
  unsignedInt: [0, 2 ** 32 - 1],
  unsignedShort: [0, 65_535],
  unsignedByte: [0, 255],
  nonPositiveInteger: [-Infinity, 0],
  negativeInteger: [-Infinity, -1],
};
const NUMBERS = ['decimal', 'double', 'float', 'number', ...Object.keys(INTEGERS)];
const DATES = [
  'date',
  'time',
  'dateTime',
  'datetime',
  'dateTimeStamp',
  'gDay',
  'gMonth',
  'gMonthDay',
  'gYear',
  'gYearMonth',
];
const DURATIONS = ['duration', 'dayTimeDuration', 'yearMonthDuration'];
const TEXTS = [
  'string',
  'normalizedString',
  'token',
  'language',
  'Name',
  'NMTOKEN',
  'xml',
  'html',
  'json',
  'anyAtomicType',
  'any',
  'anyURI',
  'QName',
];
const BINARY = ['base64Binary', 'hexBinary', 'binary'];
const KNOWN = [...NUMBERS, ...DATES, ...DURATIONS, ...TEXTS, ...BINARY, 'boolean'];

/** Types of which white space is kept as it stands. */
const KEPT = ['string', 'json', 'xml', 'html', 'anyAtomicType', 'any'];

export type Datatype = {
  readonly base: string;
  readonly format: string | null;
  readonly number: NumberForm;
  readonly lengths: Readonly<Record<'length' | 'minLength' | 'maxLength', number | null>>;
  readonly limits: Readonly<
    Record<'minInclusive' | 'maxInclusive' | 'minExclusive' | 'maxExclusive', number | null>
  >;
};

export const plainText: Datatype = {
  base: 'string',
  format: null,
  number: { pattern: null, groupChar: '', decimalChar: '.' },
  lengths: { length: null, minLength: null, maxLength: null },
  limits: { minInclusive: null, maxInclusive: null, minExclusive: null, maxExclusive: null },
};

const FIELDS = [
  '@id',
  '@type',
  'base',
  'format',
  'length',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minInclusive',
  'maxInclusive',
  'minExclusive',
  'maxExclusive',
];

export function datatypeOf(described: Json | undefined, at: string, problems: Problems): Datatype {
  if (described === undefined) return plainText;
  if (typeof described === 'string') {
    if (KNOWN.includes(described)) return { ...plainText, base: described };
    problems.warn(at, 'the datatype is none of the built-in ones');
    return plainText;
  }
  if (!isObject(described)) {
    problems.warn(at, 'the datatype is neither a name nor a description');
    return plainText;
  }
  for (const name of Object.keys(described)) {
    if (!FIELDS.includes(name) && !name.includes(':'))
      problems.warn(at, `"${name}" is no property of a datatype`);
  }
  const id = described['@id'];
  if (
    typeof id === 'string' &&
    (id.startsWith('_:') || /^http:\/\/www\.w3\.org\/(?:2001\/XMLSchema#|ns\/csvw#)/.test(id))
  ) {
    problems.error(at, 'the @id of a datatype may be no blank node and no built-in datatype');
  }
  const base =
    typeof described.base === 'string' && KNOWN.includes(described.base) ? described.base : 'string';
  if (described.base !== undefined && base !== described.base)
    problems.warn(at, 'the base of the datatype is none of the built-in ones');
  const form = formOf(described.format, base, at, problems);
  return {
    base,
    ...form,
    lengths: lengthsOf(described, base, at, problems),
    limits: limitsOf(described, { base, ...form }, at, problems),
  };
}

type Form = Pick<Datatype, 'format' | 'number'>;

function formOf(format: Json | undefined, base: string, at: string, problems: Problems): Form {
  const plain: Form = { format: null, number: plainText.number };
  if (format === undefined) return plain;
  const bad = (): Form => {
    problems.warn(at, 'the format is none that this datatype can have');
    return plain;
  };
  if (NUMBERS.includes(base)) {
    if (typeof format === 'string') {
      return isNumberPattern(format)
        ? { format, number: { pattern: format, groupChar: ',', decimalChar: '.' } }
        : bad();
    }
    if (!isObject(format)) return bad();
    const text = (name: string, absent: string) =>
      typeof format[name] === 'string' ? String(format[name]) : absent;
    const pattern = typeof format.pattern === 'string' ? format.pattern : null;
    const number = {
      pattern,
      groupChar: text('groupChar', pattern === null ? '' : ','),
      decimalChar: text('decimalChar', '.'),
    };
    return pattern === null || isNumberPattern(pattern) ? { format: null, number } : bad();
  }
  if (typeof format !== 'string') return bad();
  if (DATES.includes(base))
    return isDatePattern(format) || base.startsWith('g')
      ? { ...plain, format: base.startsWith('g') ? null : format }
      : bad();
  if (base === 'boolean') return format.split('|').length === 2 ? { ...plain, format } : bad();
  return isRegex(format) ? { ...plain, format } : bad();
}

function isRegex(format: string): boolean {
  try {
    new RegExp(`^(?:${format})$`, 'u');
    return true;
  } catch {
    return false;
  }
}

function lengthsOf(
  described: { readonly [key: string]: Json },
  base: string,
  at: string,
  problems: Problems,
): Datatype['lengths'] {
  const take = (name: string): number | null => {
    const value = described[name];
    if (value === undefined) return null;
    if (!TEXTS.includes(base) && !BINARY.includes(base)) problems.error(at, `a ${base} has no ${name}`);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    problems.warn(at, `"${name}" is no whole number`);
    return null;
  };
  const lengths = { length: take('length'), minLength: take('minLength'), maxLength: take('maxLength') };
  const { length, minLength, maxLength } = lengths;
  if (length !== null && minLength !== null && length < minLength)
    problems.error(at, 'the length is less than the least length');
  if (length !== null && maxLength !== null && length > maxLength)
    problems.error(at, 'the length is more than the greatest length');
  if (minLength !== null && maxLength !== null && minLength > maxLength)
    problems.error(at, 'the least length is more than the greatest');
  return lengths;
}

function limitsOf(
  described: { readonly [key: string]: Json },
  type: Form & { readonly base: string },
  at: string,
  problems: Problems,
): Datatype['limits'] {
  const isOrdered = NUMBERS.includes(type.base) || DATES.includes(type.base) || DURATIONS.includes(type.base);
  const take = (...names: readonly string[]): number | null => {
    for (const name of names) {
      const value = described[name];
      if (value === undefined) continue;
      if (!isOrdered) problems.error(at, `a ${type.base} has no ${name}`);
      const read =
        typeof value === 'number'
          ? value
          : typeof value === 'string'
            ? ordered(value, { ...plainText, ...type })
            : null;
      if (read === null && isOrdered && !DURATIONS.includes(type.base))
        problems.warn(at, `"${name}" is no ${type.base}`);
      return read;
    }
    return null;
  };
  const limits = {
    minInclusive: take('minInclusive', 'minimum'),
    maxInclusive: take('maxInclusive', 'maximum'),
    minExclusive: take('minExclusive'),
    maxExclusive: take('maxExclusive'),
  };
  const { minInclusive, maxInclusive, minExclusive, maxExclusive } = limits;
  if (minInclusive !== null && minExclusive !== null) problems.error(at, 'two least values are given');
  if (maxInclusive !== null && maxExclusive !== null) problems.error(at, 'two greatest values are given');
  const isAbove = (low: number | null, high: number | null, orEqual: boolean) =>
    low !== null && high !== null && (low > high || (orEqual && low === high));
  if (isAbove(minInclusive, maxInclusive, false) || isAbove(minExclusive, maxExclusive, false))
    problems.error(at, 'the least value is above the greatest');
  if (isAbove(minInclusive, maxExclusive, true) || isAbove(minExclusive, maxInclusive, true))
    problems.error(at, 'the least value is not below the greatest');
  return limits;
}

/** The text of a cell with its white space as the type keeps it. */
export function normalised(text: string, { base }: Datatype): string {
  if (KEPT.includes(base)) return text;
  const spaced = text.replace(/[\t\n\r]/g, ' ');
  return base === 'normalizedString' ? spaced : spaced.trim().replace(/ +/g, ' ');
}

/** A value to compare and to match keys by; null when the text is none of the type. */
export function parseValue(text: string, type: Datatype): string | number | boolean | null {
  const value = typed(text, type);
  if (value === null) return null;
  const { length, minLength, maxLength } = type.lengths;
  const size = lengthOf(text, type.base);
  if (
    (length !== null && size !== length) ||
    (minLength !== null && size < minLength) ||
    (maxLength !== null && size > maxLength)
  )
    return null;
  const order = ordered(text, type);
  const { minInclusive, maxInclusive, minExclusive, maxExclusive } = type.limits;
  if (order !== null) {
    if (minInclusive !== null && order < minInclusive) return null;
    if (maxInclusive !== null && order > maxInclusive) return null;
    if (minExclusive !== null && order <= minExclusive) return null;
    if (maxExclusive !== null && order >= maxExclusive) return null;
  }
  return value;
}

function lengthOf(text: string, base: string): number {
  if (base === 'hexBinary') return text.length / 2;
  if (base === 'base64Binary' || base === 'binary')
    return Math.floor((text.replace(/[\s=]/g, '').length * 3) / 4);
  return [...text].length;
}

function ordered(text: string, { base, format, number }: Datatype): number | null {
  if (NUMBERS.includes(base)) return parseNumber(text, base, number);
  if (DATES.includes(base)) return parseDate(text, base, format);
  return null;
}

function typed(text: string, type: Datatype): string | number | boolean | null {
  const { base, format } = type;
  if (NUMBERS.includes(base)) {
    const value = ordered(text, type);
    const [least, most] = INTEGERS[base] ?? [-Infinity, Infinity];
    return value === null || value < least || value > most ? null : value;
  }
  if (DATES.includes(base)) return ordered(text, type);
  if (base === 'boolean') {
    const [yes = '', no = ''] = (format ?? 'true|false').split('|');
    if (text === yes || (format === null && text === '1')) return true;
    return text === no || (format === null && text === '0') ? false : null;
  }
  if (format !== null && !new RegExp(`^(?:${format})$`, 'u').test(text)) return null;
  const shape = SHAPES[base];
  if (shape !== undefined && !shape.test(text)) return null;
  if (base === 'json') return isJson(text) ? text : null;
  return text;
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  duration: /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  dayTimeDuration: /^-?P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  yearMonthDuration: /^-?P(?=\d)(?:\d+Y)?(?:\d+M)?$/,
  hexBinary: /^(?:[0-9A-Fa-f]{2})*$/,
  base64Binary: /^[A-Za-z0-9+/\s]*={0,2}$/,
  binary: /^[A-Za-z0-9+/\s]*={0,2}$/,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  Name: /^[\p{L}_:][\p{L}\p{N}._:-]*$/u,
  NMTOKEN: /^[\p{L}\p{N}._:-]+$/u,
  QName: /^[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?$/u,
  anyURI: /^[^\s<>"{}|\\^`]*$/,
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
