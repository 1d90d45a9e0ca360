/**
 * Parts to the bytes of a zip package, the same bytes wherever and whenever: parts in the order of their names, one fixed
 * time, and a packer written in plain script, because the packer inside Node differs between processors.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A zip holds local time and no zone: made from its local parts, it is the same in every zone. */
const FIXED = new Date(1980, 0, 1);

/** `first` is stored unpacked before all others, as OpenDocument asks of its media type. */
export function packageOf(
  parts: ReadonlyMap<string, string>,
  first: readonly [string, string] | null,
): Uint8Array {
  const files: Zippable = {};
  if (first !== null) files[first[0]] = [strToU8(first[1]), { level: 0, mtime: FIXED }];
  for (const [name, content] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    files[name] = [strToU8(content), { level: 6, mtime: FIXED }];
  }
  return zipSync(files);
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Characters that XML cannot carry are left out: no figure or word of a release needs one. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
