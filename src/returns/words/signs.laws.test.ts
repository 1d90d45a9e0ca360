/** A pattern is asked only of a text that shows its sign: the sign must stand in every text that the pattern can read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AGE_RULES } from './age-words.ts';
import { PERIOD_RULES } from './period-words.ts';
import { NOISE } from './tags.ts';
import { BOUND_RULES } from './value-words.ts';

const PIECES = [
  ...['12', '5', '15/16', '2015', '2016', '20', '1', 'one', 'Ten', 'twenty-three', 'one hundred and two', 'a hundred'],
  ...['1 April 2015', '31 March 2016', '1 Ebrill 2015', '01/04/2015', '2015-04-01', 'Mawrth', 'Apr', 'May', 'Hydref'],
  ...['to', 'until', 'since', 'up to', 'the end of', 'part-year', 'year ending', '12 months to', 'y/e', 'FYE', 'calendar year'],
  ...['financial year', 'Q1', 'quarter 2', 'second quarter of', 'the last three years', 'previous', 'to date', 'so far'],
  ...['aged', 'Ages', 'oed', 'oedran', 'rhwng', 'the age of', 'years old', 'yrs-old', 'y/o', 'mlwydd oed', 'U', 'u'],
  ...['under', 'and under', 'or younger', 'o dan', 'iau na', 'below', '<', 'less than', 'and over', 'neu hŷn', 'a throsodd'],
  ...['drosodd', '+', 'plus', 'over', '>', 'dros', 'between', 'from', 'and', 'or', 'a', '-', '–', ':', ',', '(', ')', '*'],
  ...['no more than', 'at most', 'a maximum of', '≤', '≥', 'at least', 'fewer than', 'or fewer', 'or more', 'in excess of'],
  ...['working days', 'hours', 'weeks', 'munud', 'in', 'out of', 'in every', 'of each', 'offences', 'victims', 'were'],
]; // biome-ignore format: pieces of a kind stand in a line

const NUMBERS = ['5', '12', '15', 'one', 'Ten', 'twenty-three'];
const BEFORE = '||aged|ages|oed|up to|aged up to|up to the age of|to age|below|less than|<'.split('|');
const BETWEEN = ['and', 'a', 'to', '-', 'or', '/'];
const BEHIND = '|years old|year olds|oed|y/o|+ years old|plus|and under|and over|+'.split('|');

const pick = (from: readonly string[]) => fc.constantFrom(...from);
/** Pieces in any order, and pieces where an age or a bound has them: chance alone hardly ever makes those. */
const texts = fc.oneof(
  fc
    .tuple(fc.array(pick(PIECES), { minLength: 1, maxLength: 8 }), pick([' ', ' ', ' ', '']))
    .map(([pieces, between]) => pieces.join(between)),
  fc
    .tuple(
      pick(BEFORE),
      pick(['', '', 'between', 'rhwng', 'under', 'over']),
      pick(NUMBERS),
      pick(BETWEEN),
      pick(NUMBERS),
      pick(BEHIND),
    )
    .map(([before, opens, a, between, b, behind]) =>
      `${before} ${opens} ${a} ${between} ${b} ${behind}`.trim(),
    ),
  fc.tuple(pick(BEFORE), pick(NUMBERS), pick(BEHIND)).map((parts) => parts.join(' ').trim()),
);

type Signed = { readonly pattern: RegExp; readonly signs: readonly RegExp[] };

const SIGNED: readonly Signed[] = [
  ...PERIOD_RULES.map(({ pattern, sign }) => ({ pattern, signs: [sign] })),
  ...AGE_RULES,
  ...BOUND_RULES.map(([sign, pattern]) => ({ pattern, signs: [sign] })),
  ...NOISE.map(([, pattern, sign]) => ({ pattern, signs: sign === undefined ? [] : [sign] })),
];

/** What chance makes too seldom, so that every pattern is tried. */
const EXAMPLES = [
  ...[
    '1 April 2015 to 31 March 2016',
    '1 April to 31 March 2016',
    'April 2015 to March 2016',
    'April to June',
    'April 2015',
  ],
  ...[
    '12 months to 31 March 2016',
    'year ending March 2016',
    'years ending March',
    'FYE 2016',
    '2015-04',
    'Q2 2015/16',
  ],
  ...[
    'second quarter of 2015/16',
    'second quarter',
    'Q1 to Q3 2015/16',
    'Q1 to Q4 2015/16',
    'Q1 2015',
    'from 1 April 2015',
    'Q1 to Q4 of 2015/16',
    'Q2',
    '2015/16',
    'FY 15/16',
    '15/16',
    'calendar year 2015',
    '2015 to date',
  ],
  ...[
    'the last three years',
    'since 1 April 2015',
    '2015/16 (to 31 December',
    '1 April',
    'first half',
    'the year before',
  ],
  ...[
    'first period',
    'May',
    'June',
    'aged up to the age of 12',
    'up to the age of 12',
    'aged up to 12',
    'age below 12',
  ],
  ...['below 12 years old', 'aged over 12', 'over 12 years old', '5 in every 10'],
];

test('what a pattern reads shows the sign without which the pattern is not asked', () => {
  const read = new Set<RegExp>();
  const shows = (text: string): void => {
    for (const { pattern, signs } of SIGNED) {
      pattern.lastIndex = 0;
      if (!pattern.test(text)) continue;
      read.add(pattern);
      for (const sign of signs) assert.match(text, sign, String(pattern));
    }
  };
  EXAMPLES.forEach(shows);
  fc.assert(fc.property(texts, shows), { numRuns: 3000 });
  const unread = SIGNED.filter(({ pattern, signs }) => signs.length > 0 && !read.has(pattern));
  assert.deepEqual(
    unread.map(({ pattern }) => pattern.source),
    [],
    'a pattern that reads none of the texts is not tried',
  );
});
