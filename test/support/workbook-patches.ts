/** Ways to make a workbook odd: parts of its package changed or left out, other programs' formats, and XML that does harm. */
import * as XLSX from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';

export type Parts = Record<string, Uint8Array>;

/** The same package with parts changed, added or, where null, left out. */
export function patched(
  bytes: Uint8Array,
  change: (parts: Parts) => Readonly<Record<string, string | Uint8Array | null>>,
): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(change(parts))) {
    if (content === null) delete parts[name];
    else parts[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(parts);
}

export const textOf = (parts: Parts, name: string): string => new TextDecoder().decode(parts[name]);
/** As other programs save a plain table, with what they add on their own. */
export function saved(type: XLSX.BookType): Uint8Array {
  const made = XLSX.utils.book_new();
  const data = XLSX.utils.aoa_to_sheet([
    ['Force', 'Count', 'When'],
    ['Gwent', 12, new Date(Date.UTC(2024, 3, 1))],
    ['Kent', null, 'n/a'],
  ]);
  data['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  XLSX.utils.book_append_sheet(made, data, 'Sheet1');
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([]), 'Sheet2');
  return new Uint8Array(XLSX.write(made, { type: 'buffer', bookType: type }));
}

export const deep = (tag: string, depth: number): string =>
  `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);
export const laughs =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' +
  Array.from({ length: 9 }, (_, at) => {
    const [own, other] = [String.fromCharCode(98 + at), String.fromCharCode(97 + at)];
    return `<!ENTITY ${own} "${`&${other};`.repeat(10)}">`;
  }).join('') +
  ']>';

export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at++) {
    bytes[2 + at * 2] = text.charCodeAt(at) & 255;
    bytes[3 + at * 2] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}
