/**
 * What tells two measures of one unit apart: of "Recorded offences" and "Offences with the outcome charged or summonsed" the second
 * is told by its own words, `charged`, `summonsed`. A label, caption or clause that says one of them counts that measure; one that
 * says none counts the other. Refuses to tell measures apart by words that say what any answer says.
 */
import type { Collection, Measure } from '#collection/collection.ts';
import type { Lexicon } from './lexicon.ts';

export type Qualified = {
  /** Id of the measure. */
  readonly measure: string;
  /** The text without the words that say it, each letter a space, so that places in it hold. */
  readonly rest: string;
};

/** Words of titles that every measure may have. */
const SHARED = new Set(
  `record recorded offences offence crimes crime victims victim number numbers count counts total with which where that were from under
  home office code codes year years month months monthly quarter quarters quarterly financial calendar each breakdown broken down their
  there this those these have been being child children sexual online flag flagged force police period outcome outcomes result results
  status title type asked also only other another between during code`.split(/\s+/u),
);
const SHORTEST = 5;

type Own = { readonly measure: string; readonly pattern: RegExp };

function wordsOf({ title }: Measure): readonly string[] {
  return [...new Set(title.toLowerCase().match(/\p{L}{5,}/gu) ?? [])].filter((word) => !SHARED.has(word));
}

/** The measures that only words tell from another of their unit. The first of a unit needs none: it is what is meant without any. */
function ownWords(collection: Collection): readonly Own[] {
  return collection.measures.flatMap((measure, at) => {
    const others = collection.measures.filter((one) => one !== measure && one.unit === measure.unit);
    const isLater = collection.measures.slice(0, at).some(({ unit }) => unit === measure.unit);
    const taken = new Set(others.flatMap(wordsOf));
    const own = wordsOf(measure).filter((word) => !taken.has(word) && word.length >= SHORTEST);
    if (!isLater || own.length === 0) return [];
    const word = `(?:${own.map(stemmed).join('|')})`;
    // "Not charged" is the opposite, and "charge(s)" of money is behind "cost of".
    const source = `(?<!\\b(?:not|no|never|without|un)\\s+(?:been\\s+)?)\\b${word}(?:\\s*(?:,|/|&|\\bor\\b|\\band\\b)\\s*${word})*`;
    return [{ measure: measure.id, pattern: new RegExp(source, 'giu') }];
  });
}

/** Whether a measure is told from an earlier one of its unit by its own words alone. */
export function isQualified(measure: Measure, collection: Collection): boolean {
  return ownWords(collection).some((one) => one.measure === measure.id);
}

function stemmed(word: string): string {
  const stem = word.replace(/(?:ing|ed|es|s)$/u, '');
  return `${stem.length < 4 ? word : stem}(?:ing|ed|es|e|s)?\\b`;
}

/** The words of a collection, told apart where two of its measures count one unit; else the same words. */
export function withQualifiers(lexicon: Lexicon, collection: Collection): Lexicon {
  const all = ownWords(collection);
  if (all.length === 0) return lexicon;
  const at = lexicon.at;
  return {
    ...lexicon,
    ...(at === undefined ? {} : { at: (place) => withQualifiers(at(place), collection) }),
    qualified: (text) => {
      const found = all.filter(({ pattern }) => text.search(pattern) >= 0);
      const [only] = found;
      if (only === undefined || found.length > 1) return null;
      return {
        measure: only.measure,
        rest: text.replace(only.pattern, (words) => ' '.repeat(words.length)),
      };
    },
  };
}
