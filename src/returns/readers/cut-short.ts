/**
 * Whether a file without a checksum stops before its end: a web page without its closing tag, a message in parts without
 * its last mark, a table or a text that ends in the middle of a line. A number that lost its last figures looks like
 * another number, so the doubt is told; a file cut exactly at the end of a line cannot be noticed.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';

/** Rows of a csv or tsv, the text they were cut from. A last row with a name for a total is checked by its parts. */
export function cutTable(
  text: string,
  rows: readonly (readonly string[])[],
  file: string,
): readonly Finding[] {
  const [last = [], before = []] = [rows.at(-1), rows.at(-2)];
  if (isInside(file) || rows.length < 2 || /\n\s*$/u.test(text)) return [];
  const isSentence = /[.!?)\]"”]\s*$/u.test(last.join('')) && last.length <= 1;
  const isTotal = last.length === before.length && last.some((field) => /\b(?:total|sum)\b/iu.test(field));
  return isSentence || isTotal ? [] : [cut(file, 'the last row is not ended')];
}

/** A letter typed by hand often lacks the end of its last line; what stops within a sentence or a number is something else. */
export function cutText(text: string, file: string): readonly Finding[] {
  const last = text.slice(text.lastIndexOf('\n') + 1).trim();
  const isOpen =
    /\n[ \t]+$/u.test(text) ||
    /\d$/u.test(last) ||
    (last.split(/\s+/u).length > 5 && /[\p{L},;:(-]$/u.test(last));
  return isOpen && !isInside(file) && text.includes('\n')
    ? [cut(file, 'the last line stops in the middle')]
    : [];
}

/** A whole page says where it ends; a piece of one closes the table it holds. */
export function cutPage(text: string, file: string): readonly Finding[] {
  const isPage = /<html[\s>]/iu.test(text);
  const isOpen = isPage
    ? !/<\/html\s*>/iu.test(text)
    : count(text, /<table[\s>]/giu) > count(text, /<\/table\s*>/giu);
  const isInTag = /<\/?[a-z][^<>]*$/iu.test(text.slice(-500));
  return isOpen || isInTag
    ? [cut(file, isInTag ? 'the page stops within a tag' : 'the page is not closed')]
    : [];
}

/** Every part of a message is opened and closed by the mark that its head names. */
export function cutMessage(bytes: Uint8Array, file: string): readonly Finding[] {
  const text = Buffer.from(bytes).toString('latin1');
  const head = text.slice(0, Math.max(0, text.search(/\r?\n\r?\n/u)));
  const mark = /content-type:\s*multipart\/[^;]+;(?:[^:]*?;)?\s*boundary="?(?<mark>[^"\s;]+)/iu.exec(head)
    ?.groups?.mark;
  if (mark !== undefined)
    return text.includes(`--${mark}--`) ? [] : [cut(file, 'the last part of the message is not closed')];
  if (head === '') return [cut(file, 'the message has no body')];
  const isCoded = /content-transfer-encoding:\s*(?:base64|quoted-printable)/iu.test(head);
  if (/\n\s*$/u.test(text)) return [];
  return isCoded
    ? [cut(file, 'the body of the message is not ended')]
    : cutText(text.slice(head.length), file);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** What an archive or a message holds is closed by it, and a message takes the last line end of a part for its own. */
function isInside(file: string): boolean {
  return file.includes('/');
}

function cut(file: string, why: string): Finding {
  return finding('cut-short', file, { why });
}
