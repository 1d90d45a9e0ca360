/**
 * Folds the ways one name is typed into one key: case, accents, punctuation, `&`, superscript footnote marks and white
 * space make no difference. Digits always do: `under 13` and `under 16` must never meet.
 */
export function fold(text: string): string {
  return text
    .replace(/[\u00b2\u00b3\u00b9\u2070-\u2079]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['\u2018\u2019`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As `fold`, without the spaces: `Snap-Chat`, `snap chat` and `SnapChat` are one key. */
export function compact(text: string): string {
  return fold(text).replaceAll(' ', '');
}
