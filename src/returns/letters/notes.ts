/** What the lines of a whole document set for every number in it: its footnotes' periods, its kind of year. */
import type { Period } from '#period/period.ts';
import { bareMark, type Context, noContext, readPeriod } from '../tables/context.ts';
import { periodWords } from '../words/period-words.ts';

/** The line by which a reconstructed or practice file says what it is; never part of an answer. */
export const PROVENANCE =
  /\b(?:not\s+a\s+document\s+(?:of|issued\s+by)|made\s+up\s+to\s+test|nid\s+dogfen\s+gan|reconstructed\s+sample)\b/iu;

/** `Telephone 101`, `Fax: 01482 220555`: how to reach the force. Among platforms "Telephone: 101" may be a count. */
export const CONTACT =
  /^\s*(?:tele?(?:phone)?|phone|ff[oô]n|fax|mobile|call|dial|ring|switchboard|enquiries|ymholiadau)\b[^\d:]{0,30}:?\s*(?:101|999|(?:0|\+44)[\d\s()-]{6,})\s*\.?$/iu;

export function baseContext(
  asked: readonly Period[],
  ownCodes: ReadonlySet<string>,
  texts: readonly string[],
): Context {
  const calendar = texts.some((text) =>
    /\b(?:counts?|count(?:ed|s)?|recorded|held|shown|provided|reported|based|by|per|in)\b[^.]*\bcalendar\s+years?\b/iu.test(
      text,
    ),
  );
  return { ...noContext, asked, ownCodes, yearBasis: calendar ? 'calendar' : null };
}

/** `* 1 January to 31 May 2025`: a note that gives its mark a period. */
export function markPeriods(texts: readonly string[], context: Context): ReadonlyMap<string, Period> {
  const found = new Map<string, Period>();
  for (const text of texts) {
    const note = /^\s*(?<mark>[*†‡^]+|\[\w\]|\(\w\)|\d(?=\s))\s*(?<body>.*)$/u.exec(text);
    if (note?.groups === undefined) continue;
    const words = periodWords(note.groups.body ?? '').filter((word) => word.kind === 'period');
    const [only] = words;
    if (words.length !== 1 || only === undefined || (note.groups.body ?? '').length > only.text.length + 40)
      continue;
    const read = readPeriod(words, [], context);
    if (read.kind === 'period' || read.kind === 'piece')
      found.set(bareMark(note.groups.mark ?? ''), read.period);
  }
  return found;
}
