/**
 * Whether a line goes on with the sentence of the line before it. A wrapped sentence is one statement: `a total of 85`
 * and `offences` apart say nothing. Refuses to join list items: two labels with their numbers are two statements.
 */

const bullet = /^[•·▪●○◦‣■□–—*>-]\s/u;
const numbered =
  /^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s|(?:[QA]|q|(?:[Qq]uestion|[Aa]nswer|[Cc]westiwn|[Aa]teb)\b)\.?\s*\d{1,2}(?![\d,]))/;
const dateCut =
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwe|maw|ebr|mai|meh|gor|aws|med|hyd|tach|rhag)\p{L}*,?$/iu;
const ended = /[.:;?!]["'”’)\]]*$/u;
/** Words that cannot end a sentence, in English and Welsh. */
const joiners = new Set(
  (
    'a an the of to in on at by for from with and or nor but were was is are be been being that which who whose had has ' +
    'have between than as under over against about into its their this these those your our not no ' +
    'o y yr yn ac neu rhwng gan dan dros am ar fel oedd eu ei'
  ).split(' '),
);

export function startsItem(line: string): boolean {
  return bullet.test(line) || numbered.test(line);
}

/**
 * `full` is whether the first word of `next` had no room on the line of `previous`; null when the width is not known,
 * and then only a line that starts in the middle of a sentence is joined.
 */
export function continues(previous: string, next: string, full: boolean | null): boolean {
  if (previous === '' || next === '' || bullet.test(next)) {
    return false;
  }
  const word = /([\p{L}']+)[\s]*$/u.exec(previous)?.[1]?.toLowerCase();
  if (full !== false && word !== undefined && joiners.has(word) && previous.length > 20) {
    return true;
  }
  if (numbered.test(next)) {
    return false;
  }
  const open = !ended.test(previous);
  if (full === true) {
    return true;
  }
  // A date that wraps inside itself: "from 1 April" and, on the next line, "2023 to …".
  if (open && dateCut.test(previous) && /^\d{4}\b/u.test(next)) return true;
  const middle = /^[\p{Ll}(&]/u.test(next) || /[,\-/]$/.test(previous);
  return full === null && open && middle && previous.length > 30;
}
