/**
 * A Word file from parts, the same bytes every time: entries in the order given, the earliest day a ZIP can hold as their
 * time, no name of a machine or a person. Writes only what is handed to it.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';

/** Shorter parts are stored as they are: packing one takes the packer a fresh quarter of a megabyte to save a few hundred bytes. */
const WORTH_PACKING = 1500;

export function packed(parts: readonly (readonly [path: string, xml: string])[]): Uint8Array {
  const files: Zippable = Object.fromEntries(
    parts.map(([path, xml]) => [path, [strToU8(xml), { level: xml.length < WORTH_PACKING ? 0 : 6 }]]),
  );
  // A ZIP holds local fields: made from local fields, they are the same in every time zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1, 12) });
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text inside an element or an attribute; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out.
      .replace(/[\u0000-\u0008\u000a-\u001f]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
