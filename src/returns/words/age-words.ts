/**
 * Finds ages and age bands inside a sentence, in the contract's form: `13`, `0-11`, `16+`. A number there is an age only
 * where the words around it say so: "12 to 15" alone is not. Whole labels are read by the register's own `ageBand`.
 */
import { spansOf } from './spans.ts';
import { NUMBER_WORD, numberOf } from './value-words.ts';

const NUMBER = `(?:\\d{1,2}|${NUMBER_WORD})`;
const YEARS =
  '(?:\\s*-?\\s*(?:years?|yrs?|y/?o|oed|mlwydd(?:\\s+oed)?)(?:[\\s-]*(?:olds?|of\\s+age|inclusive))?)?';
const YEARS_SAID =
  '\\s*-?\\s*(?:years?[\\s-]olds?|years?\\s+of\\s+age|yrs?[\\s-]olds?|y/?o\\b|mlwydd\\s+oed|oed\\b)';
const COUNTED = '\\s+(?:(?:offences?|crimes?|victims?|girls?|boys?|children)\\b';
/** "By age: 34 were 11 or under": behind the colon stands what is counted. */
const AGED = `(?:aged?|ages?|oed|oedran|rhwng)\\s*(?:group|band|range)?(?:\\s*:\\s*(?!${NUMBER}${COUNTED}|(?:was|were|had|have)\\b))|\\s*)`;
/** "The age of 9 victims is not known": how many, and not how old. */
const AGE_OF = `the\\s+age\\s+of\\s+(?!${NUMBER}${COUNTED}))`;
const TO = '\\s*(?:-|–|—|to|until|through|up\\s+to|i|hyd\\s+at)\\s*';
const PAIR = '\\s*(?:/|&|and|or|neu|a|ac)\\s*';

type AgeRule = {
  readonly source: string;
  /** Stands in every text that the rule can read; a pattern that is never asked is never made, and these are large. */
  readonly sign?: RegExp;
  readonly age: (a: number, b: number) => string | null;
  /** Says an age by itself inside a sentence ("under 12"); others need "aged" before or "years old" behind. */
  readonly clear?: true;
};

const RULES: readonly AgeRule[] = [
  {
    sign: /up\s/i,
    source: `up\\s+to\\s+(?:and\\s+including\\s+)?(?:the\\s+age\\s+of|age)\\s+(?<a>${NUMBER})${YEARS}`,
    age: (a) => range(0, a),
    clear: true,
  },
  {
    sign: /under|younger|below|iau|dan/i,
    source: `(?<a>${NUMBER})${YEARS}\\s*(?:and|or|&|ac|neu['’]n|neu|a)\\s*(?:under|younger|below|iau|dan)`,
    age: (a) => range(0, a),
    clear: true,
  },
  {
    sign: /up\s|to\s+age/i,
    source: `(?:up\\s+to|to\\s+age)\\s*(?:and\\s+including\\s*)?(?:age\\s*)?(?<a>${NUMBER})${YEARS}`,
    age: (a) => range(0, a),
  },
  {
    sign: /under|younger|dan|iau|u\s*[-/]?\s*(?:\d|age|the\s|an?\s+h|one|tw|th[ir]|fo|fi|si|sev|ei|ni|te|el)/i,
    source: `(?:under|younger\\s+than|o\\s+dan|dan|iau\\s+na|u)(?:\\s*[-/]?\\s*)(?:the\\s+age\\s+of\\s+|aged?\\s+)?(?<a>${NUMBER})(?:['’]?s)?${YEARS}`,
    age: (a) => range(0, a - 1),
    clear: true,
  },
  {
    sign: /below|less|</i,
    source: `(?:below|less\\s+than|<)\\s*(?:the\\s+age\\s+of\\s+|aged?\\s+)?(?<a>${NUMBER})${YEARS}`,
    age: (a) => range(0, a - 1),
  },
  {
    sign: /over|above|older|h[ŷŶ]n|rosodd/i,
    source: `(?<a>${NUMBER})${YEARS}\\s*(?:and|or|&|ac|neu|a)\\s*(?:over|above|older|hŷn|d?throsodd|drosodd)`,
    age: (a) => `${a}+`,
    clear: true,
  },
  {
    sign: /\+|plus/i,
    source: `(?<a>${NUMBER})\\s*(?:\\+|plus)${YEARS}`,
    age: (a) => (Number.isNaN(a) ? null : `${a}+`),
  },
  {
    sign: /over|above|older|>|dros/i,
    source: `(?:over|above|older\\s+than|>\\s*|dros)\\s*(?:the\\s+age\\s+of\\s+|aged?\\s+)?(?<a>${NUMBER})(?:['’]?s)?${YEARS}`,
    age: (a) => (a === 16 || a === 18 ? null : `${a + 1}+`),
  },
  {
    source: `(?:between\\s+)?(?<a>${NUMBER})${YEARS}${TO}(?<b>${NUMBER})${YEARS}`,
    age: (a, b) => range(a, b),
  },
  {
    sign: /between|rhwng/i,
    source: `(?:between\\s+|rhwng\\s+)(?<a>${NUMBER})\\s+(?:and|a)\\s+(?<b>${NUMBER})${YEARS}`,
    age: (a, b) => range(a, b),
  },
  {
    source: `(?<a>${NUMBER})${YEARS}${PAIR}(?<b>${NUMBER})${YEARS}`,
    age: (a, b) => (b === a + 1 ? range(a, b) : null),
  },
  { source: `(?<a>${NUMBER})${YEARS}`, age: (a) => range(a, a) },
];

/** "child victims (0-17)", "under 18s (10 to 17)": whom the sentence is about, in brackets behind the word for them. */
const IN_BRACKETS =
  /(?<=\b(?:victims?|child(?:ren)?|young\s+people|minors|(?:under|u)[\s-]?18s?)\s*)\(\s*(?:aged?\s+)?(?<a>\d{1,2})\s*(?:-|–|to)\s*(?<b>\d{1,2})(?:\s+(?:years?|yrs?|inclusive))?\s*\)/giu;

/** What turns "under 12" into a bound on a count or a length of time. */
const NOT_AN_AGE =
  '(?!\\s*(?:(?:recorded\\s+)?(?:offences?|crimes?|victims?|records?)|per|%|hours?|minutes?|days?|months?|weeks?|pounds?)\\b)';
const ANY = /(?:)/;
export const AGE_RULES = RULES.flatMap(({ source, sign = ANY, age, clear }) => [
  {
    pattern: new RegExp(`\\b(?:${AGED}|${AGE_OF})${source}(?![\\w/]|[.,]\\d)`, 'gi'),
    signs: [/age|oed|rhwng/i, sign],
    age,
  },
  {
    pattern: new RegExp(
      `(?<![\\w/.,-])${source}${clear ? '' : YEARS_SAID}(?![\\w/]|[.,]\\d)${clear ? NOT_AN_AGE : ''}`,
      'gi',
    ),
    signs: [clear ? ANY : /year|yr|y\/?o|oed/i, sign],
    age,
  },
]);

export type AgeWord = { readonly start: number; readonly end: number; readonly age: string };

/** Every age that the words of a sentence make one. */
export function ageWords(text: string): readonly AgeWord[] {
  const found: AgeWord[] = [];
  if (!/\d|\b(?:aged?|under|over|years?)\b/iu.test(text)) return found;
  const spans = spansOf(text);
  for (const { pattern, signs, age } of [{ pattern: IN_BRACKETS, signs: [ANY], age: range }, ...AGE_RULES]) {
    if (!signs.every((sign) => sign.test(text))) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const read = age(
        numberOf(match.groups?.a ?? '') ?? Number.NaN,
        numberOf(match.groups?.b ?? '') ?? Number.NaN,
      );
      if (read === null || !spans.take(start, end)) continue;
      found.push({ start, end, age: read });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function range(a: number, b: number): string | null {
  if (!(a >= 0 && b >= a && b <= 120)) return null;
  return a === b ? String(a) : `${a}-${b}`;
}
