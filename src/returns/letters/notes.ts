/** What the lines of a whole document set for every number in it: its footnotes' periods, its kind of year. */
import type { Period } from '#period/period.ts';
import { bareMark, type Context, noContext, readPeriod } from '../tables/context.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { periodWords } from '../words/period-words.ts';
import { tags } from '../words/tags.ts';

/** The line by which a reconstructed or practice file says what it is; never part of an answer. */
export const PROVENANCE =
  /\b(?:not\s+a\s+document\s+(?:of|issued\s+by)|made\s+up\s+to\s+test|nid\s+dogfen\s+gan|reconstructed\s+sample)\b/iu;

/** `Telephone 101`, `Fax: 01482 220555`: how to reach the force. Among platforms "Telephone: 101" may be a count. */
export const CONTACT =
  /^\s*(?:tele?(?:phone)?|phone|ff[oô]n|fax|mobile|call|dial|ring|switchboard|enquiries|ymholiadau)\b[^\d:]{0,30}:?\s*(?:101|999|(?:0|\+44)[\d\s()-]{6,})\s*(?:,?\s*(?:ext(?:ension|n)?|option|x)\.?\s*\d+)?\s*\.?$/iu;

/** "Disclosure log: 20231204". */
export const REFERENCE_LABEL = /^(?:(?:our|your|foi)\s+)?(?:ref(?:erence)?|disclosure\s+log)(?:\s+no\.?)?$/iu;

/** With an extension it reaches a desk, whatever stands around it: "Telephone 101 ext. 1866". */
const EXTENSION =
  /^\s*(?:(?:tele?(?:phone)?|phone|fax|switchboard|enquiries|contact|dial|call)\b[^\d:]{0,30}:?\s*(?:101|(?:0|\+44)[\d\s()-]{6,})?\s*,?\s*)(?:ext(?:ension|n)?|extn|x)\b\.?\s*(?:no\.?|number)?\s*:?\s*\d{2,}\s*\.?$/iu;

/** "Tel 101, office hours 9 to 5": a telephone, and words that only an address has. */
const TELEPHONE = /\b(?:tel|telephone|phone)\b\.?:?\s*(?:no\.?|number)?:?\s*(?:101|0\d{2,4}[\s\d-]{5,})/iu;
const DESK = /\b(?:office|hours|ext|extension|team|box|department|e-?mail|fax|switchboard|option)\b/iu;
const LONGEST_ADDRESS = 160;

/** "RFI 0610/21 - 1" at the foot of a page. */
const FOOTER =
  /^(?:[A-Z]{2,6}\s+)?(?!(?:19|20)\d\d\/)\d{4,6}\/\d{2}\s*[-–|]?\s*(?:page\s+)?\d{1,3}(?:\s+of\s+\d+)?$/u;

/** How to reach the force, or the foot of a page: nothing of the reply. */
export function isContact(text: string): boolean {
  if (EXTENSION.test(text) || FOOTER.test(text.trim())) return true;
  return (
    text.length < LONGEST_ADDRESS &&
    TELEPHONE.test(text) &&
    DESK.test(text) &&
    !/\b(?:offences?|victims?|crimes?)\b/iu.test(text)
  );
}

export function baseContext(
  asked: readonly Period[],
  about: Pick<Context, 'ownCodes' | 'isByOffence' | 'asksFlag' | 'measures'>,
  texts: readonly string[],
): Context {
  const calendar = texts.some((text) =>
    /\b(?:counts?|count(?:ed|s)?|recorded|held|shown|provided|reported|based|by|per|in)\b[^.]*\bcalendar\s+years?\b/iu.test(
      text,
    ),
  );
  return {
    ...noContext,
    ...about,
    asked,
    yearPeriods: yearPeriods(texts),
    yearBasis: calendar ? 'calendar' : null,
  };
}

/** "2022 is 1 January to 30 April": a note that says how much of a year was counted. */
function yearPeriods(texts: readonly string[]): ReadonlyMap<number, Period> {
  const found = new Map<number, Period>();
  for (const text of texts) {
    for (const { groups } of text.matchAll(PART_YEAR)) {
      const { year = '', from = '', to = '' } = groups ?? {};
      const [word] = periodWords(`${from} ${year} to ${to} ${year}`);
      if (word?.kind === 'period') found.set(Number(year), word.period);
    }
  }
  return found;
}

const MONTH_DAY =
  '(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const PART_YEAR = new RegExp(
  `(?<!\\d)(?<year>20\\d{2})\\s*(?:is|are|covers?|means|runs|figures?\\s+(?:are|is|cover)|[:=(])\\s*(?:only\\s+)?(?:for\\s+|from\\s+)?(?<from>${MONTH_DAY})\\s*(?:to|until|-|–)\\s*(?<to>${MONTH_DAY})(?!\\s*[\\d,]*\\s*20\\d{2})`,
  'giu',
);

/**
 * Numbers that the return gives somewhere as a reference, as the name of a file or in "our reference 15210". Where one of
 * them stands behind a heading, it counts nothing. Short numbers may be a reference here and a count there.
 */
export function referencesIn(texts: readonly string[], lexicon: Lexicon): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    if (!/\d{4}/u.test(text)) continue;
    for (const tag of tags(text, lexicon)) {
      if (tag.kind !== 'noise' || tag.why !== 'reference') continue;
      for (const [number] of tag.text.matchAll(/\d{4,}/gu))
        if (!/^(?:19|20)\d\d$/u.test(number)) found.add(number);
    }
  }
  return found;
}

/** Long numbers in the names of files are references; a year or a short number may be anything. */
export function numbersOf(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => file.match(/(?<!\d)\d{5,}(?!\d)/gu) ?? []);
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
