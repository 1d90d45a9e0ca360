/**
 * A Word file from parts, the same bytes every time: entries in the order given, the earliest day a ZIP can hold as their
 * time, no name of a machine or a person. Writes only what is handed to it.
 */
import { strToU8, zipSync } from 'fflate';

export function packed(parts: readonly (readonly [path: string, xml: string])[]): Uint8Array {
  const files = Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)]));
  // A ZIP holds local fields: made from local fields, they are the same in every time zone.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text inside an element or an attribute; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return [...text]
    .filter((char) => char >= ' ' || char === '\t')
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
