/**
 * Reads an age or a band of ages from the many ways forces word it, into the form `13`, `0-11`, `16+` or `unknown`.
 * Every word of the cell must be understood: a sex, a place or a count beside the age gives null, as does anything that
 * is no age. The words themselves stand in `register/age-words.csv`. A lone number may be an age; only the caller knows.
 */
import { dateBands } from './age-dates.ts';
import { defect, oneOf, readFacts } from './facts.ts';
import { inEveryPart } from './in-every-part.ts';
import type { Match } from './match.ts';

export type AgeHint = {
  /** The bands the collection asked for, as in the contract. */
  readonly asked?: readonly string[];
  /** True when the sender's file stores a date here: a spreadsheet turns `6-10` into the sixth of October. */
  readonly date?: boolean;
};

export type Ages = { readonly ageBand: (text: string, hint?: AgeHint) => Match<string> | null };

const ROLES = [
  'number',
  'noise',
  'to',
  'and',
  'between',
  'below',
  'up-to',
  'and-below',
  'above',
  'at-least',
  'and-above',
  'band',
  'unknown',
] as const;
type Role = (typeof ROLES)[number];
type Token = { readonly role: Role; readonly value: string };

/** The oldest age a record can mean; more is a count, a year or a typing error. */
const OLDEST = 120;
/** `over 16` is written both for 16 and over and for 17 and over; of these ages neither reading is safe. */
const DOUBTFUL_LIMITS = new Set([16, 18, 21]);

export function readAges(dir: string): Ages {
  const phrases = new Map<string, Token[]>();
  let longest = 1;
  for (const { word, role, value, line } of readFacts(dir, 'age-words.csv', COLUMNS)) {
    const parts = split(word);
    if (parts.length === 0) throw defect('age-words.csv', line, 'the word has no letter and no sign');
    longest = Math.max(longest, parts.length);
    const key = parts.join(' ');
    const token = { role: oneOf(role, ROLES, 'age-words.csv', line), value };
    phrases.set(key, [...(phrases.get(key) ?? []), token]);
  }
  function read(text: string): Match<string> | null {
    for (const reading of tokens(split(text), phrases, longest)) {
      const band = bandOf(reading.filter((token) => token.role !== 'noise'));
      if (band !== null) return typeof band === 'string' ? { kind: 'exact', value: band, term: band } : band;
    }
    return null;
  }

  const readParts = inEveryPart(read, (match) => ('value' in match ? match.value : match.nearest.join()));
  return {
    ageBand(text, hint = {}) {
      const dates = dateBands(text, hint.asked ?? [], hint.date === true);
      if (dates.length > 0) return { kind: 'ambiguous', nearest: dates };
      return hint.date === true || /\d[.,]\d/.test(text) ? null : readParts(text);
    },
  };
}

const COLUMNS = ['word', 'role', 'value', 'language', 'source', 'added'] as const;

/** Words, numbers and the signs that mean something in a band. Footnote marks in superscript are no digits of the age. */
function split(text: string): string[] {
  const plain = text
    .replace(/[\u00b2\u00b3\u00b9\u2070-\u2079]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2264', '<=')
    .replaceAll('\u2265', '>=')
    .replaceAll('&', ' and ')
    .replace(/['\u2018\u2019`]/g, '')
    .replace(/\b([yn])\/([oka])\b/g, '$1$2');
  return plain.match(/\d+|\p{L}+|<=|>=|[-~/+<>]/gu) ?? [];
}

/**
 * The words as roles, longest phrase first. A phrase with two roles ("up to and including" limits, or joins two ages)
 * gives two readings; a word that is not known gives none.
 */
function tokens(
  parts: readonly string[],
  phrases: ReadonlyMap<string, readonly Token[]>,
  longest: number,
): Token[][] {
  let readings: Token[][] = [[]];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at] ?? '';
    let meant: readonly Token[] = [];
    let length = 1;
    if (/^\d+$/.test(part)) meant = part.length <= 3 ? [{ role: 'number', value: String(Number(part)) }] : [];
    else {
      for (let size = Math.min(longest, parts.length - at); size >= 1; size -= 1) {
        const found = phrases.get(parts.slice(at, at + size).join(' '));
        if (found === undefined) continue;
        meant = found;
        length = size;
        break;
      }
    }
    if (meant.length === 0) return [];
    readings = readings.flatMap((reading) => meant.map((token) => [...reading, token]));
    // Ten words of two roles are more readings than any age has; such a text is no age.
    if (readings.length > 64) return [];
    at += length;
  }
  return readings;
}

function bandOf(tokens: readonly Token[]): string | Match<string> | null {
  const shape = tokens.map((token) => token.role).join(' ');
  const ages = tokens.filter((token) => token.role === 'number').map((token) => Number(token.value));
  if (ages.some((age) => age > OLDEST)) return null;
  const [first = 0, second = 0] = ages;
  switch (shape) {
    case 'unknown':
    case 'band':
      return tokens[0]?.value ?? null;
    case 'number':
      return String(first);
    case 'number to number':
    case 'between number to number':
    case 'between number and number':
      return range(first, second);
    case 'number and number':
      return second === first + 1 ? range(first, second) : null;
    case 'below number':
    case 'below to number':
      return range(0, first - 1);
    case 'number and-below number':
    case 'number to below number':
      return range(first, second - 1);
    case 'up-to number':
    case 'number and-below':
      return range(0, first);
    case 'above number':
      if (DOUBTFUL_LIMITS.has(first)) return { kind: 'ambiguous', nearest: [`${first}+`, `${first + 1}+`] };
      return `${first + 1}+`;
    case 'at-least number':
    case 'number and-above':
      return `${first}+`;
    default:
      return null;
  }
}

function range(from: number, to: number): string | null {
  if (to < from) return null;
  return from === to ? String(from) : `${from}-${to}`;
}
