/**
 * Reads one count, or the sign that one is hidden or missing, from a cell or from a place in a sentence. What a sign
 * means (`*`, `-`, a blank) is not decided here: only the sender's stated rule can say that, see `marker-rules.ts`.
 */
import { type Count, exact } from '#count/count.ts';

export type Value =
  | {
      readonly kind: 'exact';
      readonly count: Count;
      readonly form: 'figures' | 'word' | 'nil';
      /** `297 (1)`: what stands in brackets behind it, a footnote's number or a second count, and nobody says which. */
      readonly beside?: string;
    }
  /** `<5`, `fewer than five`, `5 or less`, `1-4`, `over 100`: its own bounds; whether zero is among them is asked later. */
  | { readonly kind: 'bounded'; readonly low: number; readonly high: number; readonly mayBeZero: boolean }
  /** `*`, `x`, `[c]`, `withheld`: hidden without a bound of its own. */
  | { readonly kind: 'masked'; readonly sign: string }
  /** `-`: nil for some senders, hidden for others. */
  | { readonly kind: 'dash' }
  /** `n/a`, `not held`, `refused`: no number. */
  | { readonly kind: 'absent'; readonly sign: string };

const UNITS = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // biome-ignore format: one line a row reads as the table it is
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const SMALL = `(?:${[...UNITS.slice(1)].sort((a, b) => b.length - a.length).join('|')})`;
const TEN = `(?:${TENS.slice(2).join('|')})`;
const HUNDRED = `(?:${UNITS.slice(1, 10).join('|')}|an?)\\s+hundred(?:\\s+and\\s+(?:${TEN}(?:[\\s-]${SMALL})?|${SMALL}))?`;
export const NUMBER_WORD = `(?:${HUNDRED}|${TEN}(?:[\\s-]${SMALL})?|${SMALL})`;
/**
 * Figures with or without thousands separators (comma, thin or no-break space). A plain space separates thousands only
 * in a cell of its own: in "under 16 143 offences" it does not.
 */
export const FIGURES =
  "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:['’]\\d{3})+(?!\\d)|\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)|\\d+)";
/**
 * "1 204 offences": in a sentence a plain space separates thousands only where what stands before cannot be an age, a
 * year, a code or the end of another number.
 */
export const SPACED =
  "(?<![\\w/.,£#'’-]|\\d\\s|\\b(?:under|over|below|above|aged?|ages|than|to|and|or|turned|code|codes|class|no|number|table|page|question|section|of)\\.?\\s)\\d{1,3}(?: \\d{3})+(?=\\s+\\p{L}|\\s*[.;,)]?$)";
const CELL_FIGURES = /^(?:\d{1,3}(?:[,'’\u00a0\u2009\u202f ]\d{3})+|\d+)$/u;
const N = `(?:${FIGURES}|${NUMBER_WORD})`;

const NIL =
  /^(?:nil(?:\s+returns?)?|none(?: (?:recorded|reported|held|found))?|no (?:offences|crimes|victims|records|results|recorded offences)(?: recorded)?|zero|nought|naught|dim|sero|0)\.?$/i;
const MASKED =
  /^(?:[*†‡^~#]+|x+|\[(?:c|x|s|z|u|w|low|\*)\]|c|s|\.{1,3}|:|suppress(?:ed)?|redacted|withheld|restricted|hidden|disclosive|low|s\.?\s?40(?:\(2\))?|(?:section|sec\.?)\s40(?:\(2\))?(?:\s?applied)?|exempt(?:ed)?)$/i;
const ABSENT =
  /^(?:n\.?\/?\s?a\.?|nk|n\/k|not (?:held|recorded|available|applicable|provided|known|collected|stated|supplied|disclosed|kept)|no (?:data|information)(?: held| available)?|unavailable|unknown|refused|tbc|see (?:below|above|notes?)|data not held|no information held|ddim ar gael|heb ei gofnodi)\.?$/i;

/** Of each: what stands in every text that says it, since a pattern with numbers in words takes long to make; and the words. */
const BOUNDS: readonly (readonly [
  RegExp,
  RegExp,
  (n: number, m: number) => { low: number; high: number },
])[] = [
  [
    /<|&lt;|less|fewer|lower|below|under|llai|dan/i,
    new RegExp(`(?:<|&lt;|less than|fewer than|lower than|below|under|llai na|o dan)\\s*(?<n>${N})`, 'iu'),
    (n) => ({ low: 0, high: n - 1 }),
  ],
  [
    /≤|<=|up to|no more|not more|at most|maximum/i,
    new RegExp(`(?:≤|<=|up to|no more than|not more than|at most|a maximum of)\\s*(?<n>${N})`, 'iu'),
    (n) => ({ low: 0, high: n }),
  ],
  [
    /less|fewer|under|below/i,
    new RegExp(`(?<n>${N})\\s*(?:or|and)\\s*(?:less|fewer|under|below)\\b(?!\\s+than\\b)`, 'iu'),
    (n) => ({ low: 0, high: n }),
  ],
  [
    />=|≥|at least|no fewer|not less|minimum/i,
    new RegExp(`(?:>=|≥|at least|no fewer than|not less than|a minimum of)\\s*(?<n>${N})`, 'iu'),
    (n) => ({ low: n, high: Number.POSITIVE_INFINITY }),
  ],
  [
    />|&gt;|more|greater|over|above|excess/i,
    new RegExp(`(?:>|&gt;|more than|greater than|over|above|in excess of)\\s*(?<n>${N})`, 'iu'),
    (n) => ({ low: n + 1, high: Number.POSITIVE_INFINITY }),
  ],
  [
    /more|over|above/i,
    new RegExp(`(?<n>${N})\\s*(?:or|and)\\s*(?:more|over|above)`, 'iu'),
    (n) => ({ low: n, high: Number.POSITIVE_INFINITY }),
  ],
  [/\+/, new RegExp(`(?<n>${N})\\s*\\+`, 'iu'), (n) => ({ low: n, high: Number.POSITIVE_INFINITY })],
  [
    /between|from/i,
    new RegExp(`(?:between|from)\\s*(?<n>${N})\\s*(?:and|to|-|–)\\s*(?<m>${N})`, 'iu'),
    (n, m) => ({ low: n, high: m }),
  ],
  [
    /\d\s*(?:-|–|—|to)/i,
    new RegExp(`(?<n>${FIGURES})\\s*(?:-|–|—|to)\\s*(?<m>${FIGURES})`, 'iu'),
    (n, m) => ({ low: n, high: m }),
  ],
];

const WORDS_ALONE = new RegExp(`^${NUMBER_WORD}$`, 'i');
export const BOUND_RULES = BOUNDS.map(
  ([sign, pattern, make]) =>
    [sign, new RegExp(`(?<![\\w/.,-])(?:${pattern.source})(?![\\w/%]|[.,]\\d)`, 'gi'), make] as const,
);

/** The whole number a text of figures or words says; null when it says none. */
export function numberOf(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (CELL_FIGURES.test(plain)) return safe(Number(plain.replace(/[^\d]/g, '')));
  if (!WORDS_ALONE.test(plain)) return null;
  let total = 0;
  for (const word of plain.split(/[\s-]+/)) {
    if (word === 'and') continue;
    if (word === 'hundred') total = Math.max(1, total) * 100;
    else if (word === 'a' || word === 'an') total += 1;
    else total += UNITS.includes(word) ? UNITS.indexOf(word) : TENS.indexOf(word) * 10;
  }
  return total;
}

/** Reads a whole cell. Null when the cell holds something else: a label, a date, a decimal, a sentence. */
export function cellValue(text: string): Value | null {
  const plain = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^n\s?(?=[<≤>≥=])/iu, '');
  if (plain === '') return null;
  if (NIL.test(plain)) return { kind: 'exact', count: exact(0), form: /\d/.test(plain) ? 'figures' : 'nil' };
  const twice = inTwoLanguages(plain);
  if (twice !== null) return twice;
  const whole =
    /^(?<n>[\d,\s\u00a0\u2009\u202f]+?)(?:\.0+)?\s*(?:[*†‡^]+|\[(?:note\s*)?\w{1,2}\]|[rp]|\s?\([rp]\)|\s[a-h]\))?$/u.exec(
      plain,
    );
  const number = whole === null ? numberOf(plain) : numberOf(whole.groups?.n ?? '');
  if (number !== null) {
    return { kind: 'exact', count: exact(number), form: /\d/.test(plain) ? 'figures' : 'word' };
  }
  const bracketed = withBracket(plain);
  if (bracketed !== null) return bracketed;
  if (/^[-–—]+$/.test(plain)) return { kind: 'dash' };
  if (ABSENT.test(plain)) return { kind: 'absent', sign: plain };
  if (MASKED.test(plain)) return { kind: 'masked', sign: plain };
  const bounds = boundsIn(plain);
  if (bounds === null || bounds.start !== 0 || bounds.end !== plain.length) return null;
  return YEARS_JOINED.test(plain) ? null : bounds.value;
}

const BRACKET =
  /^(?<n>[\d,]+)\s*[([]\s*(?<held>\d[\d,]*|(?:foot)?note\s?\d{1,2}|[<~]?\s*\d{1,3}(?:\.\d+)?\s*(?:%|per\s?cent|percent|y cant))\s*[)\]]\s*[*†‡^]?$/iu;
const SHARE = /^[<~]?\s*\d{1,3}(?:\.\d+)?\s*(?:%|per\s?cent|percent|y cant)$/iu;

/** `58 (27%)` is 58; `297 (1)` is 297 with something beside it that the reader cannot know. */
function withBracket(text: string): Value | null {
  const { n = '', held = '' } = BRACKET.exec(text)?.groups ?? {};
  const number = n === '' ? null : numberOf(n);
  if (number === null) return null;
  const figures = { kind: 'exact', count: exact(number), form: 'figures' } as const;
  return SHARE.test(held) ? figures : { ...figures, beside: held };
}

/** `Dim / None`, `Heb ei gadw / Not held`: one thing, said in two languages. */
function inTwoLanguages(text: string): Value | null {
  const [one, other, ...more] = text.split(/\s+[/|]\s+/u);
  if (one === undefined || other === undefined || more.length > 0 || !/\p{L}/u.test(text)) return null;
  const [left, right] = [cellValue(one), cellValue(other)];
  if (left === null || right === null || left.kind !== right.kind) return null;
  const [a, b] = [left, right].map(boundsOf);
  return a?.low === b?.low && a?.high === b?.high ? left : null;
}

function boundsOf(value: Value): { readonly low: number; readonly high: number } | null {
  return value.kind === 'exact' ? value.count : value.kind === 'bounded' ? value : null;
}

/** `2024 - 2025`, `2024 to 2025`: one financial year, never a count between the two. */
const YEARS_JOINED = /^(?:19|20)\d{2}\s*(?:-|–|—|to)\s*(?:19|20)\d{2}$/iu;

/** The doubt that a number brings with it, for what is stated of it. */
export function unsureOf(value: Value | null): { readonly unsure?: readonly string[] } {
  return value?.kind === 'exact' && value.beside !== undefined ? { unsure: [value.beside] } : {};
}

export type BoundsFound = {
  readonly start: number;
  readonly end: number;
  readonly value: Value & { kind: 'bounded' };
};

/** The first bounded wording in a text, with its place. */
export function boundsIn(text: string): BoundsFound | null {
  return allBounds(text)[0] ?? null;
}

/** Every bounded wording in a text, in order; of two that begin at one place the longer. */
export function allBounds(text: string): readonly BoundsFound[] {
  const next = BOUND_RULES.map((_, rule) => boundsFrom(text, rule, 0));
  const found: BoundsFound[] = [];
  for (;;) {
    let first: BoundsFound | null = null;
    for (const one of next) {
      if (one === null) continue;
      if (first === null || one.start < first.start || (one.start === first.start && one.end > first.end))
        first = one;
    }
    if (first === null) return found;
    found.push(first);
    const { end } = first;
    next.forEach((one, rule) => {
      if (one !== null && one.start < end) next[rule] = boundsFrom(text, rule, end);
    });
  }
}

/** The widest range of two stated numbers that is a count withheld, and no reference or list. */
const WIDEST = 500;

/** The next wording of one rule that says bounds; null when none follows. */
function boundsFrom(text: string, rule: number, from: number): BoundsFound | null {
  const [sign, pattern, make] = BOUND_RULES[rule] ?? [];
  if (sign === undefined || pattern === undefined || make === undefined || !sign.test(text)) return null;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const n = numberOf(match.groups?.n ?? '');
    const m = match.groups?.m === undefined ? 0 : numberOf(match.groups.m);
    if (n === null || m === null) continue;
    const { low, high } = make(n, m);
    // "22-0931", "22-931" are references: no sender leaves a count so wide, nor begins one with a zero.
    if (high < low || (m > 0 && (high - low > WIDEST || /^0\d/u.test(match.groups?.m ?? '')))) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    return { start, end, value: { kind: 'bounded', low, high, mayBeZero: low === 0 } };
  }
  return null;
}

function safe(number: number): number | null {
  return Number.isSafeInteger(number) ? number : null;
}
