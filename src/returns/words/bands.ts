/**
 * Ages told as bands alone in a sentence: "aged 0-10 in nine cases, 11-13 in 52". A range of two small numbers is a hidden
 * count as often as an age, so it is an age only where it was asked for, goes on where another such range ends, or has its
 * own count behind it.
 */
import type { AgeWord } from './age-words.ts';
import { FIGURES, NUMBER_WORD } from './value-words.ts';

const RANGE = /(?<![\w/.,£-]|[<>=]\s?)(?<a>\d{1,2})\s?(?:-|–|to)\s?(?<b>\d{1,2})(?![\w/%]|[.,-]\d)/giu;
/** "0-10 in nine cases", "0-10 3, 11 23": what a count follows so is no count itself. */
const COUNTED = new RegExp(
  `^\\s+(?:in|for|on)\\s+(?:${FIGURES}|${NUMBER_WORD})(?:\\s+(?:cases?|victims?|offences?|crimes?|instances?|records?|occasions?)\\b|(?=\\s*(?:[,.;)]|and\\b|$)))`,
  'i',
);
const COUNT_BEHIND = /^\s+\d[\d,]*(?=\s*(?:[,;.]\s|[,;.]?$))/u;

export function bandsIn(text: string, asked: readonly string[]): readonly AgeWord[] {
  const all = [...text.matchAll(RANGE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    a: Number(match.groups?.a),
    b: Number(match.groups?.b),
  }));
  return all
    .filter((one) => one.a < one.b && one.b <= 25)
    .filter(
      (one) =>
        asked.includes(`${one.a}-${one.b}`) ||
        COUNTED.test(text.slice(one.end)) ||
        COUNT_BEHIND.test(text.slice(one.end)) ||
        all.some((other) => other.b < 20 && (other.b + 1 === one.a || other.a === one.b + 1)),
    )
    .map(({ start, end, a, b }) => ({ start, end, age: `${a}-${b}` }));
}
