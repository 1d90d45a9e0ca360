/**
 * The captions a number stands under, as headings of headings: `Victims by age and sex`, `2024/25`, `Female`. A caption
 * that follows numbers takes the place of the one of its own kind and of all that stood under that; a caption of a kind
 * not met yet stands under the others. So `2023/24` after a list ends both the year before it and the sex told in it.
 */
import type { Line } from '../document.ts';
import { readLabel } from '../words/label.ts';
import type { Dimension, Lexicon } from '../words/lexicon.ts';

export type Caption = Line & {
  /** `Not known` after captions of ages is the age not known. */
  readonly unknownOf?: Dimension;
};

export type Captions = {
  readonly lines: readonly Caption[];
  /** Numbers were read under them: the next caption begins something new. */
  readonly isUsed: boolean;
};

export const noCaptions: Captions = { lines: [], isUsed: false };

export function addCaption(captions: Captions, line: Line, lexicon: Lexicon): Captions {
  if (!captions.isUsed) return { lines: [...captions.lines, line], isUsed: false };
  const unknownOf = unknownAmong(captions, line, lexicon);
  const kind = unknownOf ?? kindOf(line.text, lexicon);
  const same = captions.lines.findIndex((one) => kindOf(one.text, lexicon) === kind);
  const stands = same < 0 ? captions.lines : captions.lines.slice(0, same);
  // "Victims by age" behind the table of one offence begins with all offences again; "Age" may still be of that one.
  const isFresh = kind === 'topic' && readLabel(line.text, lexicon).unit !== null;
  const above = isFresh ? stands.filter((one) => kindOf(one.text, lexicon) !== 'offence') : stands;
  return { lines: [...above, unknownOf === null ? line : { ...line, unknownOf }], isUsed: false };
}

/**
 * A line that is an age and nothing else stands over the numbers of that age: `10 - 12`, `16 and 17:`. A small range such
 * as `1-4` may be a hidden number, so without a word for years it is an age only where it was asked for as one.
 */
export function isAgeCaption(text: string, lexicon: Lexicon): boolean {
  const plain = text.replace(/[\s:]+$/u, '');
  const age = /^\d+$|[:=(]|\.{3}/u.test(plain) ? null : lexicon.ageOf(plain);
  if (age === null || age === 'unknown' || !/\d/u.test(plain)) return false;
  const [low = 0, high = low] = age.split(/\D/u).map(Number);
  return (
    /\p{L}{3}|^u/iu.test(plain) ||
    lexicon.askedBands.includes(age) ||
    low > 4 ||
    high > 8 ||
    /:\s*$/u.test(text)
  );
}

function unknownAmong(captions: Captions, line: Line, lexicon: Lexicon): Dimension | null {
  const label = readLabel(line.text, lexicon);
  if (!label.unknown || label.names !== null || Object.keys(label.parts).length > 0) return null;
  const last = captions.lines.at(-1);
  const kind = last === undefined ? 'topic' : (last.unknownOf ?? kindOf(last.text, lexicon));
  return kind === 'age' || kind === 'sex' || kind === 'platform' ? kind : null;
}

/** What a caption sets alone, or `topic` where it says several things or names what follows. */
function kindOf(text: string, lexicon: Lexicon): string {
  const label = readLabel(text, lexicon);
  if (label.unknown && label.names !== null) return label.names;
  const said = {
    age: label.age ?? label.parts.age,
    sex: label.sex ?? label.parts.sex,
    platform: label.platform ?? label.parts.platform,
    offence: label.offence,
    // "16/17" over a list is the ages.
    period: label.age === null ? label.periods[0] : undefined,
  };
  const [first, ...others] = Object.entries(said).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  if (first === undefined || others.length > 0) return 'topic';
  // "Victims by age, 2024/25" names what follows; "12 years old" is an age, whatever its "years" may name.
  return label.names === null || label.names === 'period' || label.names === first[0] ? first[0] : 'topic';
}
