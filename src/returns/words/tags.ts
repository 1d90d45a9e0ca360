/**
 * Marks every word of a text that the reader understands: periods, ages, sexes, platforms, offence codes, what is
 * counted, totals, counts, and the numbers that are none (references, sections, hours, money). Spans never overlap; what
 * no tag covers is what the reader did not understand, and callers must look at it before they trust the rest.
 */

import { exact } from '#count/count.ts';
import { ageWords } from './age-words.ts';
import { bandsIn } from './bands.ts';
import type { Lexicon } from './lexicon.ts';
import { type PeriodWord, periodWords } from './period-words.ts';
import { isQuarterLabel } from './quarters.ts';
import { spansOf } from './spans.ts';
import { allBounds, FIGURES, NUMBER_WORD, numberOf, SPACED, type Value } from './value-words.ts';

export type Noise =
  | 'address'
  | 'age-list'
  | 'code'
  | 'decimal'
  | 'duration'
  | 'money'
  | 'percent'
  | 'question'
  | 'records'
  | 'reference'
  | 'section'
  | 'size'
  | 'time';

export type TagBody =
  | { readonly kind: 'period'; readonly word: PeriodWord }
  | { readonly kind: 'age'; readonly age: string }
  | { readonly kind: 'sex'; readonly sex: string }
  | { readonly kind: 'platform'; readonly platform: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unit'; readonly unit: 'offences' | 'victims' }
  | { readonly kind: 'dimension'; readonly dimension: 'age' | 'sex' | 'platform' | 'offence' | 'period' }
  | { readonly kind: 'total' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other' }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'noise'; readonly why: Noise };

export type Tag = { readonly start: number; readonly end: number; readonly text: string } & TagBody;

/** The third: what stands in every text that the second can read, where that takes long to make. */
export const NOISE: readonly (readonly [Noise, RegExp, RegExp?])[] = [
  // "Offence 1" of a form is a place for a title.
  ['question', /^\s*(?:offence|crime|victim)\s+\d{1,2}\s*$/giu],
  [
    'question',
    /\b(?:questions?|cwestiwn|q|answers?|outcomes?(?:\s+(?:code|type|group))?|tables?|annex|appendix|sheets?|tabs?|part|figure|note)\s*\.?\s*\d{1,2}[a-z]?\b(?:\s*(?:,|and|&|to|-|a|or)\s*\d{1,2}\b)*/giu,
  ],
  // Whom the offences asked for concern: one victim, never a count of victims.
  [
    'age-list',
    /\b(?:with\s+(?:an?\s+)?(?:child\s+)?victims?|(?:child\s+)?victim)\s+(?:aged\s+|is\s+|was\s+)?under\s+(?:18|eighteen)\b/giu,
  ],
  ['address', /\bp\.?\s?o\.?\s+box\s+\d+|\bextension\s+\d+/giu],
  ['address', /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu],
  [
    'section',
    /\b(?:ss?\.|sections?|secs?\.?|articles?|adran|regulations?|part|principle)\s*\d+[A-Z]?(?:\s?\(\w+\))*(?:\s?(?:,|and|&|or|a|to)\s*\d+[A-Z]?(?:\s?\(\w+\))+)*/giu,
  ],
  [
    'section',
    /\b[sS]\.?\s?\d{1,2}[A-Z]?(?:\(\w+\))+|\b[sS]\.?\d{1,2}[A-Z]?\b|(?<![\w/-])\d{1,2}\s?\(\d\)(?:\s?\([a-z]\))*/gu,
  ],
  [
    'section',
    /\b(?:freedom of information|data protection|sexual offences|serious crime|limitation)\s+(?:\(\w+\)\s+)?act\s+\d{4}|\bact\s+(?:of\s+)?(?:19|20)\d{2}|\b(?:foia?|dpa|soa)\s?(?:19|20)\d{2}\b/giu,
  ],
  // "22/05/0719" is no day, "1187A/24" no code, "004512-19" no range: shapes that only references have.
  [
    'reference',
    /(?<![\w/])\d{2}\/\d{2}\/(?!19|20)\d{4}\b|\b\d{4,5}[A-Z]\/\d{2}\b|(?<![\w/-])0\d{3,}-\d{2}\b(?!-)|\b[A-Z]{1,4}\d{4}\/\d{4,}\b|(?<![\w/-])(?:19|20)\d{2}-\d{5,}\b|\b(?:reply|response|answer)\s*\(?(?:\d{5,}|\d{2,6}\/\d{2})\b(?![,.]\d)/gu,
  ],
  [
    'reference',
    /\b(?:foi|foia|ref(?:erence)?|our\s+ref|request|case|urn|icad|dj|publication|log|disclosure|application|ticket|gsa|fois?a)\b\.?\s*(?:no\.?|num(?:ber)?|id|ref(?:erence)?)?\s*[:.#]?\s*[-–]?\s*(?=[\w/.-]*\d)(?!\d{1,3},\d{3}\b)[A-Z]{0,4}[\w]*(?:[/.-]\w+)*/giu,
  ],
  ['reference', /\b(?:ext(?:ension|n)?|extn)\b\.?\s*(?:no\.?|number)?\s*:?\s*\d{2,}/giu],
  [
    'reference',
    /(?<![\w/])(?:\d{1,2}\/)?[A-Z]{2,6}[/-]\d{2,4}[/-]\d{2,}|\b\d{4}\/\d{3,6}\b|(?<![\d/])\d{3,6}\/(?:\d{2}|\d{4})(?![\d/])|\b\d{2}[/-]\d{4,}\b|\b\d{2}\.?FOI\.?\d+[\d.]*|\b[A-Z]{2,}\d{3,}\b/gu,
  ],
  [
    'money',
    /£\s?[\d,]+(?:\.\d+)?(?:\s?(?:million|m|k|bn)\b)?|\b\d+(?:\.\d+)?p\b|(?<![\w.,])[\d,]+(?:\.\d{2})?\s?pounds\b/giu,
  ],
  ['percent', /(?<![\w/.,])[\d,.]+\s?(?:%|per\s?cent|percent|percentage points|y cant)/giu],
  ['time', /\b\d{1,2}[:.]\d{2}\s?(?:am|pm|hrs|hours)?\b(?!\d)|\b\d{1,2}\s?(?:am|pm)\b|\b\d+\s*\/\s*7\b/giu],
  [
    'duration',
    new RegExp(
      `(?<![\\w/.,])(?:[\\d,.]+|${NUMBER_WORD})\\s*(?:-\\s*)?(?:and\\s+a\\s+half\\s+)?(?:working\\s+|calendar\\s+|consecutive\\s+|further\\s+|clear\\s+|business\\s+)?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|awr|munud|diwrnod|mis)\\b(?![\\s-]*(?:olds?|of\\s+age))`,
      'gi',
    ),
    /second|min|hour|hr|day|week|month|year|awr|munud|diwrnod|mis/i,
  ],
  [
    'size',
    /(?<![\w.,])[\d,.]+\s?(?:kb|mb|gb|bytes|pages?|sheets?|tabs?|files?|attachments?|documents?|copies|columns|rows|lines|worksheets?|tables?|questions?|parts?)\b/giu,
  ],
  [
    'percent',
    new RegExp(
      `(?<![\\w/–-]|\\d\\s(?:to|and|or|-|–)\\s)(?:\\d+|${NUMBER_WORD})\\s+(?:in|out\\s+of|of\\s+every|of\\s+each)\\s+(?:every\\s+)?(?:\\d{1,3}|${NUMBER_WORD})\\b(?!\\s*/)`,
      'gi',
    ),
    /(?:in|of|every|each)\s+(?:\d{1,3}(?!\d)|an?\s+h|one|tw[oe]|th[ri]|fo[ur]|fi[vf]|si|sev|eig|nin|ten|ele)/i,
  ],
  ['percent', /\bper\s+(?:[\d,]+|thousand|hundred|million)\b/giu],
  ['percent', /\b(?:(?:a|one|two|three|four|\d)\s+(?:third|quarter|fifth|sixth|eighth|tenth)s?|half)\b/giu],
  [
    'records',
    /\b(?:one|1|a\s+single)\s+(?:line|row|record|victim|offence|crime|entry)s?\s+(?:(?:is|was|are|were)\s+(?:recorded|counted|made|shown)\s+)?(?:per|for\s+(?:each|every)|to\s+each|each)\b/giu,
  ],
  [
    'records',
    /\b(?:each|every|one)\s+(?:line|row|record|entry)\s+(?:is|represents?|equals|shows|stands\s+for|=)\s+(?:one|1|a\s+single)\b(?:[^.;]*?\b(?:one|1)\s+(?:offence|victim|crime)\b)?/giu,
  ],
  ['code', /\b(?:(?:offence|crime|notifiable)\s+)?class(?:es)?\s+\d{1,3}[A-Z]?\b/giu],
  ['decimal', /(?<![\w/])\d+\.\d+(?![\w.])/gu],
];

/** Things letters count that are no answer: crime records searched, staff, forces. */
const COUNTED_ELSE = new RegExp(
  `(?<![\\w/.,-])(?:${FIGURES}|${NUMBER_WORD})\\s+(?:(?:other|further|additional|separate|different|individual|crime|occurrence|paper|case|computer|incident|custody|police|potential|possible|relevant|such|full|manual|new|old|existing|remaining|of\\s+the|of\\s+these)\\s+){0,3}(?:records?|reports?|logs?|entries|files?|forces?|officers?|staff|systems?|databases?|searches|hits|results|occurrences|keywords?|pieces?|(?:offence|crime)\\s+(?:codes?|titles?|types?)|(?:people|persons)(?!\\s+(?:whose|who|aged|under|of\\s+unknown))|requests?|clauses?|districts|areas|boroughs|constabularies|occasions|stages?|categories|groups|fields?|members?|letters?|e-?mails|answers|cookies|visits|spreadsheets?|quarters?|times|digits?|ages)\\b(?!\\s+of\\s+(?:such\\s+|these\\s+)?(?:offences|crimes))`,
  'gi',
);

/** The tags of texts that a lexicon has read: each label of a table is asked about four times, by its line, its block and its page. */
const read = new WeakMap<Lexicon, Map<string, readonly Tag[]>>();
/** Texts kept of one lexicon, and letters of one: a long one is seldom asked about twice, and a hostile return is full of new ones. */
const MOST_KEPT = { texts: 5_000, letters: 1_000 };

export function tags(text: string, lexicon: Lexicon): readonly Tag[] {
  const known = read.get(lexicon) ?? new Map<string, readonly Tag[]>();
  read.set(lexicon, known);
  const found = known.get(text) ?? tagsIn(text, lexicon);
  if (known.size < MOST_KEPT.texts && text.length <= MOST_KEPT.letters) known.set(text, found);
  return found;
}

function tagsIn(text: string, lexicon: Lexicon): readonly Tag[] {
  const found: Tag[] = [];
  const spans = spansOf(text);
  const put = (start: number, end: number, body: TagBody): void => {
    if (spans.take(start, end)) found.push({ start, end, text: text.slice(start, end), ...body });
  };
  const all = (pattern: RegExp, make: (match: RegExpExecArray) => TagBody | null): void => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') {
        pattern.lastIndex += 1;
        continue;
      }
      const body = make(match);
      if (body !== null) put(match.index, match.index + match[0].length, body);
    }
  };
  const periods = periodWords(text);
  // "2024/25 Q1", "Q1 to Q3 2024/25" say when, and number no question.
  const isQuarterAt = (at: number): boolean =>
    periods.some(
      ({ kind, start, end, text: said }) =>
        kind !== 'quarter' && start <= at && at < end && /\b(?:q|qtr|quarters?)\s*\d/iu.test(said),
    );
  const noise = (names: readonly Noise[]): void => {
    for (const [why, pattern, sign] of NOISE) {
      if (names.includes(why) && (sign?.test(text) ?? true))
        all(pattern, ({ index }) =>
          why === 'question' && isQuarterAt(index) ? null : { kind: 'noise', why },
        );
    }
  };
  // Alone over a column "Q1" is a quarter of a year; anywhere else it numbers a question.
  const isQuarter = isQuarterLabel(text);
  noise(isQuarter ? ['address', 'section', 'age-list'] : ['address', 'question', 'section', 'age-list']);
  for (const { start, end, code } of lexicon.codesIn(text)) put(start, end, { kind: 'code', code });
  // A whole date or period is never a reference number; a bare year may be a part of one.
  for (const word of periods) {
    if (['period', 'year-ending', 'open'].includes(word.kind) || (word.kind === 'date' && word.day !== '')) {
      put(word.start, word.end, { kind: 'period', word });
    }
  }
  noise(['reference', 'money', 'percent', 'records', 'time', 'code']);
  for (const word of periods) put(word.start, word.end, { kind: 'period', word });
  for (const { start, end, age } of ageWords(text)) put(start, end, { kind: 'age', age });
  if (found.some((tag) => tag.kind === 'age')) {
    all(IMPLIED_AGE, (match) => {
      const age = lexicon.ageOf(match.groups?.age ?? '');
      return age === null ? null : { kind: 'age', age };
    });
  }
  for (const { start, end, age } of bandsIn(text, lexicon.askedBands)) put(start, end, { kind: 'age', age });
  if (/were\s+\d/i.test(text)) {
    all(AGE_OF_COUNTED, (match) => {
      const age = Number(match[0]) <= 17 ? lexicon.ageOf(match[0]) : null;
      return age === null ? null : { kind: 'age', age };
    });
  }
  if (/\bages?\b/iu.test(text)) {
    all(AGE_NAMED, (match) => {
      const age = Number(match[0]) <= 17 ? lexicon.ageOf(match[0]) : null;
      return age === null ? null : { kind: 'age', age };
    });
  }
  noise(['duration', 'size', 'decimal']);
  all(NO_SUCH, () => ({ kind: 'value', value: { kind: 'exact', count: exact(0), form: 'nil' } }));
  all(NIL_ALONE, () => ({ kind: 'value', value: { kind: 'exact', count: exact(0), form: 'nil' } }));
  all(COUNTED_ELSE, () => ({ kind: 'noise', why: 'records' }));
  for (const { start, end, body } of lexicon.wordsIn(text)) put(start, end, body);
  for (const { start, end, value } of allBounds(text)) put(start, end, { kind: 'value', value });
  if (text.includes('(')) {
    all(SAID_TWICE, (match) => {
      const { word = '', figures = '' } = match.groups ?? {};
      const number = numberOf(word);
      return number === null || number !== numberOf(figures)
        ? null
        : { kind: 'value', value: { kind: 'exact', count: exact(number), form: 'figures' } };
    });
  }
  all(SPACED_COUNT, (match) => {
    const number = numberOf(match[0]);
    return number === null
      ? null
      : { kind: 'value', value: { kind: 'exact', count: exact(number), form: 'figures' } };
  });
  all(COUNT, (match) => {
    const number = numberOf(match[0]);
    if (number === null) return null;
    return {
      kind: 'value',
      value: { kind: 'exact', count: exact(number), form: /\d/.test(match[0]) ? 'figures' : 'word' },
    };
  });
  all(HIDDEN, (match) => ({ kind: 'value', value: { kind: 'masked', sign: match[0] } }));
  return found.sort((a, b) => a.start - b.start);
}

/** "twelve (12)", as formal letters write numbers. */
const SAID_TWICE = new RegExp(
  `(?<![\\w/.,£#'’-])(?<word>${NUMBER_WORD})\\s*\\(\\s*(?<figures>${FIGURES})\\s*\\)|(?<![\\w/.,£#'’-])(?<figures>${FIGURES})\\s*\\(\\s*(?<word>${NUMBER_WORD})\\s*\\)`,
  'gi',
);
const SPACED_COUNT = new RegExp(SPACED, 'giu');
const COUNT = new RegExp(
  `(?<![\\w/.,£#'’-])(?:${FIGURES}|${NUMBER_WORD}\\b)(?![\\w/%]|[.,]\\d|[-–]\\d)`,
  'gi',
);
/** Beside ages already named, "30 were 12 to 15 and 9 were 16 or 17": a pair of numbers behind a verb is an age too. */
const IMPLIED_AGE =
  /(?<=\b(?:were|was|are|is|those|group)\s+)(?<age>\d{1,2}\s*(?:-|–|to|or|and)\s*(?:\d{1,2}|under|over))(?=\s*(?:[,.;)]|and\b|$))/giu;
/** "5 victims were 10, 8 were 11": a bare number behind a counted "were" is an age. */
const AGE_OF_COUNTED = new RegExp(
  `(?<=(?<![\\w/.,-])(?:\\d{1,3}|${NUMBER_WORD})\\s+(?:of\\s+(?:the|these|those|our)\\s+)?(?:victims\\s+|girls\\s+|boys\\s+|children\\s+)?were\\s+)\\d{1,2}(?=\\s*(?:[,.;)]|and\\b|$))`,
  'gi',
);
/** "The age found most often in 2016/17 was 13, with 46 victims": behind the verb stands the age, and how many behind that. */
const AGE_NAMED =
  /(?<=\bage\b(?!\s+(?:of\s+\d|groups?|bands?|ranges?))[^.;:]{0,60}\b(?:was|is)\s+)\d{1,2}(?=\s*(?:,|\(|–|-)?\s*with\b|\s*[(:])/giu;
/** "no recorded offences", "none were recorded": a zero in words. The noun behind it stays free for its own tag. */
const NO_SUCH =
  /\b(?:no|nil|zero)(?=\s+(?:(?:such|recorded|relevant|further|online|flagged|other|reported|sexual)\s+)*(?:offences?|crimes?|victims?)\b)|\bnone\s+(?=(?:were|was|in|for|recorded|had|aged|under|over|of|involv\w+|used|on|by|offences|crimes|victims)\b)|(?<=\b(?:in|for|of|with)\s)none\b(?!\s+of\s+the\s+above)|\bnid?\s+(?:\w+\s+)?(?:unrhyw|dim)(?=\s+(?:d?t?roseddau|dd?ioddefwyr)\b)/giu;
/** `86/15 – nil (2022/23: 2)`: a zero in a word, where a number would stand. */
const NIL_ALONE = /(?<=[:=–—]\s*)(?:nil|none|zero)\b(?=\s*(?:$|[,;(]))/giu;
/** A star that stands where a number would: behind a separator, not as a footnote mark on a word. */
const HIDDEN = /(?<=[:=–—-]\s*)\*+(?=\s*(?:$|[,;.–—-]))/gu;

/** The text with every tagged span taken out: what is left for a person, or a finding, to name. */
export function untagged(text: string, found: readonly Tag[]): string {
  let left = '';
  let at = 0;
  for (const tag of found) {
    left += `${text.slice(at, tag.start)} `;
    at = tag.end;
  }
  return `${left}${text.slice(at)}`.replace(/\s+/g, ' ').trim();
}
