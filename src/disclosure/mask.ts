/**
 * Shows the text around a number without the other numbers in it. Every number, in digits or in words (English and
 * Welsh), is masked unless it is released itself or is plainly no count: a date, a period, an age, the number of a
 * question or of a section, a code after the word "code", part of an address. What is not plain is masked.
 */

/** `number` marks the very number that is told; `masked` one that is not released, shown as `[c]`. */
export type ShownPart = { readonly text: string; readonly role: 'text' | 'number' | 'masked' };

export const MASK = '[c]';

export type Visible = {
  /** The number the excerpt is about; null when it is not released. */
  readonly own: number | null;
  /** Every number that is released at this very place, `own` among them, once for each time it is. */
  readonly released: readonly number[];
  /** A band of ages (`12-15`) that the excerpt is about: its two ages are no counts. */
  readonly band?: string | null;
};

export const nothingVisible: Visible = { own: null, released: [] };

/**
 * Parts joined give the text with each masked number as `[c]`. The first place where `own` stands is marked. A value that
 * stands more often than it is released is masked everywhere: nobody could say which of them is the released one.
 */
export function maskText(text: string, { own, released, band = null }: Visible): readonly ShownPart[] {
  const bands = bandSpans(text, band);
  const tokens = [...countsIn(text)].filter(({ at }) => !bands.some(({ from, to }) => from <= at && at < to));
  const isVisible = (value: number | null) =>
    value !== null && times(tokens, value) <= released.filter((one) => one === value).length;
  const parts: ShownPart[] = [];
  let from = 0;
  let isMarked: boolean = false;
  const say = (until: number) => {
    if (until > from) parts.push({ text: text.slice(from, until), role: 'text' });
    from = until;
  };
  for (const token of tokens) {
    const isOwn: boolean = own !== null && token.value === own && !isMarked && isVisible(own);
    if (!isOwn && isVisible(token.value)) continue;
    say(token.at);
    parts.push(isOwn ? { text: token.text, role: 'number' } : { text: MASK, role: 'masked' });
    from = token.at + token.text.length;
    isMarked ||= isOwn;
  }
  say(text.length);
  return parts;
}

function times(tokens: readonly CountToken[], value: number): number {
  return tokens.filter((token) => token.value === value).length;
}

function bandSpans(text: string, band: string | null): readonly Span[] {
  const ages = /^(\d+)-(\d+)$/.exec(band ?? '');
  if (ages === null) return [];
  const written = new RegExp(`(?<![\\d/.,-])${ages[1]}\\s?(?:-|\u2013|to)\\s?${ages[2]}(?![\\d/,-])`, 'giu');
  return [...text.matchAll(written)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

export type CountToken = { readonly at: number; readonly text: string; readonly value: number | null };

const WORDS = new Map(
  Object.entries({
    zero: 0,
    nil: 0,
    none: 0,
    one: 1,
    once: 1,
    single: 1,
    two: 2,
    twice: 2,
    couple: 2,
    pair: 2,
    three: 3,
    thrice: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: null,
    thirty: null,
    forty: null,
    fifty: null,
    sixty: null,
    seventy: null,
    eighty: null,
    ninety: null,
    hundred: null,
    thousand: null,
    dim: 0,
    un: 1,
    dau: 2,
    dwy: 2,
    tri: 3,
    tair: 3,
    pedwar: 4,
    pedair: 4,
    pump: 5,
    chwe: 6,
    chwech: 6,
    saith: 7,
    wyth: 8,
    naw: 9,
    deg: 10,
    deuddeg: 12,
    pymtheg: 15,
    ugain: 20,
    cant: null,
  } satisfies Record<string, number | null>),
);

/** Digits with separators, digits of any script, fractions, and number words. */
const TOKEN = /\p{Nd}+(?:[,\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*(?:\.\p{Nd}+)?|[\p{No}\p{Nl}]+|\p{L}+/gu;

/** Every number in a text that may be a count, in order; `value` is null where it is not a plain whole number. */
export function* countsIn(text: string): Generator<CountToken> {
  const safe = safeSpans(text);
  for (const token of numbersIn(text)) {
    const end = token.at + token.text.length;
    if (!safe.some((span) => span.from <= token.at && end <= span.to)) yield token;
  }
}

function* numbersIn(text: string): Generator<CountToken> {
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const at = match.index;
    if (/^\p{L}/u.test(token)) {
      const word = token.toLowerCase();
      if (WORDS.has(word)) yield { at, text: token, value: WORDS.get(word) ?? null };
      continue;
    }
    const plain = token.replace(/[,\u00a0\u202f ]/g, '');
    yield { at, text: token, value: /^[0-9]+$/.test(plain) ? Number(plain) : null };
  }
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|' +
  'ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr';
const YEAR = '(?:19|20)\\d{2}';
const COUNTED =
  '(?:\\s+\\S+){0,2}?\\s*(?:offen[cs]es?|crimes?|victims?|records?|cases?|incidents?|child(?:ren)?|girls?|boys?|females?|males?|people|trosedd(?:au)?)';
/** From ten up: "under 5" is how a small count is hidden, and tells that it is one. */
const TEENS = '(?:1\\d)';
const AGE = '(?:1?\\d)';
/** Two ages are joined by "to" or a tight dash: in "aged 12 and 3 more" or "aged under 13 - 5" the second is a count. */
const BAND = `${AGE}(?:\\s+to\\s+${AGE}|[-\u2013]${AGE})?`;
/** Without a year only months whose name is no other word: "3 may be" counts. */
const LONE_MONTHS =
  'january|february|april|june|july|august|september|october|november|december|ionawr|chwefror|ebrill|mehefin|gorffennaf|awst|hydref|tachwedd|rhagfyr';
const DAY = '\\d{1,2}(?:st|nd|rd|th|af|ain|eg)?\\s+(?:of\\s+)?';

/** What is plainly no count, each with the reason in its name. */
const SAFE: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)\S+|\S+@\S+/giu, // addresses
  new RegExp(`\\b${YEAR}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./](?:${YEAR}|\\d{2})\\b`, 'giu'), // dates
  new RegExp(`\\b${DAY}(?:${MONTHS}),?\\s+${YEAR}\\b|\\b${DAY}(?:${LONE_MONTHS})\\b`, 'giu'),
  new RegExp(`\\b(?:${MONTHS})\\s+${YEAR}\\b`, 'giu'),
  new RegExp(`\\b${YEAR}\\s?[/\u2013-]\\s?(?:${YEAR}|\\d{2})\\b(?!${COUNTED})`, 'giu'), // periods
  new RegExp(`(?<![\\d.,/-])${YEAR}(?![\\d.,/-]*\\d)(?!${COUNTED})`, 'giu'), // years
  new RegExp(`\\b(?:aged?|ages)\\s+(?:of\\s+)?(?:under\\s+|over\\s+)?${BAND}(?![\\d,.]*\\d)`, 'giu'),
  new RegExp(
    `\\b(?:under|over|below|dan)[\\s-]+(?:the\\s+age\\s+of\\s+)?${TEENS}s?\\b(?!${COUNTED})(?!\\s*%)`,
    'giu',
  ),
  new RegExp(`\\b${BAND}[\\s-]*(?:years?|yrs?|year[\\s-]olds?|oed)\\b`, 'giu'),
  new RegExp(`\\b${TEENS}\\s+(?:and|or)\\s+(?:under|over|below|above|older|younger)\\b`, 'giu'),
  /^\s*\(?(?:q\.?|question\s*)?\d{1,2}[.)](?=\s+\p{L})/giu, // question numbers
  /\b(?:question|q|annex|appendix|table|page|paragraph|sheet|cwestiwn)\.?\s*\d{1,2}\b/giu,
  /\b(?:sections?|adran)\s*\d{1,2}[a-z]?(?:\(\w{1,3}\))*|(?<!\p{L}['\u2019]?)s{1,2}\.?\s?\d{1,2}(?:\(\w{1,3}\))+/giu, // sections of an Act
  /(?<![\p{L}'\u2019])s{1,2}\.\s?\d{1,2}\b/giu,
  /\b(?:code|codes|class|hoc|cod|god|chod)\s*:?\s*0?\d{1,3}[/-]\d{2}\b/giu, // offence codes
  /\b\p{L}+\d{4,}\p{L}*\b/giu, // reference numbers with letters
];

type Span = { readonly from: number; readonly to: number };

function safeSpans(text: string): readonly Span[] {
  return SAFE.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + upToFalseBand(match[0]),
    })),
  );
}

/** A band of ages rises. In "aged under 13-5" the second number is no age. */
function upToFalseBand(span: string): number {
  if (/^(?:code|class|hoc|cod|god|chod)/iu.test(span)) return span.length;
  const band = /(?<![\d/.-])(\d{1,2})(?:\s+to\s+|[-\u2013])(\d{1,2})(?!\d)/u.exec(span);
  if (band === null || Number(band[2]) > Number(band[1])) return span.length;
  return band.index + (band[1]?.length ?? 0);
}

/** Masks only what may be a count from 1 to threshold - 1: for notes on files, whose other numbers are not secret. */
export function maskSmall(text: string, threshold: number): string {
  let told = '';
  let from = 0;
  for (const { at, text: token, value } of countsIn(text)) {
    const isDigits = /^\p{N}/u.test(token);
    if (!isDigits || (value !== null && (value < 1 || value >= threshold))) continue;
    told += `${text.slice(from, at)}${MASK}`;
    from = at + token.length;
  }
  return told + text.slice(from);
}
