/**
 * Whether the words right behind a number name a thing that nobody asked for: "2,310 downloads", "14 cells". What is asked
 * for has words that the register knows; a word of the closed classes (prepositions, auxiliaries, conjunctions, adverbs,
 * participles) ends the noun and names nothing.
 */
import type { Tag } from '../words/tags.ts';

const CLOSED = new Set(
  `of in for at on with by from to under over between during since within across against among per as via through about above
  below than out into up down after before until around and or but while whilst whereas nor plus compared versus was were is
  are be been being had has have having did do does can could may might will would shall should must which that who whom whose
  where when these those them they we you it its he she there here not no none nil all any both each either neither another
  others other only also then respectively together altogether overall again so too more fewer less higher lower such online
  offline further additional extra new last next year years old known unknown made sent given held found taken said shown the a
  an this our your their one two three four five six seven eight nine ten came went fell rose is oed yn ac ar gan dan dros yr y
  o i fel heb gyda`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
/** Words that hold a count of what is told behind them or before: "three cases where …", "48 records of offences". */
const CONTAINERS =
  /^(?:persons?|people|individuals?|cases?|instances?|records?|reports?|incidents?|occasions?|occurrences|entries)$/iu;
const PARTICIPLE = /(?:ed|ing|ly)$/iu;
/** Longer than this no noun phrase behind a count is. */
const MOST_WORDS = 4;

export function countsAnotherThing(text: string, end: number, found: readonly Tag[]): boolean {
  let at = end;
  let words = 0;
  for (let more = next(text, at); more !== null && words <= MOST_WORDS; more = next(text, at)) {
    const { from, to, word } = more;
    const tag = found.find((one) => one.start < to && one.end > from);
    // "18 similar requests last year": when it was says nothing of what was counted.
    if (tag?.kind === 'period') break;
    if (tag !== undefined) return false;
    if (CONTAINERS.test(word)) return false;
    if (CLOSED.has(word.toLowerCase()) || PARTICIPLE.test(word)) break;
    words += 1;
    at = to;
  }
  // A Welsh noun behind a number stands in the singular.
  const isWelsh = (text.match(/\b(?:yn|mae|mewn|gan|wedi|oedd|a'r|o'r)\b/giu) ?? []).length > 1;
  return words > 0 && (isWelsh || /s$/iu.test(text.slice(0, at).match(/\p{L}+$/u)?.[0] ?? ''));
}

function next(text: string, at: number): { from: number; to: number; word: string } | null {
  const match = /^\s+(?<word>\p{L}[\p{L}'’-]*)/u.exec(text.slice(at));
  const word = match?.groups?.word;
  if (match === null || word === undefined) return null;
  return { from: at + match[0].length - word.length, to: at + match[0].length, word };
}
