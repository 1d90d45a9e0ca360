/** What stands in the body of a table, by its looks alone: readers use it to tell a table from prose, and read nothing. */

const number = String.raw`[<>≤≥~]?\s*\d[\d,. ]*\d?\s*%?`;
const value = new RegExp(
  String.raw`^(?:\(?${number}\)?\s*[*†‡#^]?|[*†‡#]{1,3}|[-–—]|\.\.|nil|none|n/a|nk|zero|dim|less than \w+|fewer than \w+|\w+ or (?:fewer|less)|under [3-9]|withheld|redacted|suppressed)$`,
  'i',
);

/** A number, a mark for a withheld one, or a word for none: what stands in the body of a table. */
export function isValue(text: string): boolean {
  return value.test(text) && !/\d[.)]$/.test(text);
}
