/**
 * Bold cells and raised text of a binary workbook (.xlsb), which SheetJS passes over, so that a footnote mark is never part
 * of a number. Follows [MS-XLSB]: parts of records, each with its type and length in groups of seven bits.
 */
import { relationsOf } from './ooxml-workbook.ts';
import type { Package } from './package.ts';
import type { Limits } from './reader.ts';
import { Unreadable } from './unreadable.ts';
import { type Cut, type Font, type Rich, runsOf, type SheetLooks } from './xls-runs.ts';

type Entry = { readonly type: number; readonly data: DataView };

const kind = {
  row: 0,
  sharedText: 7,
  stringItem: 19,
  font: 43,
  format: 47,
  richText: 62,
  sheet: 156,
  beginFormats: 617,
  endFormats: 618,
} as const;

/** Cells of every type open with column and format: blank, number, error, boolean, text, and their formulas. */
const lastCellType = 11;

/** In the order of the workbook, sheets of all kinds. */
export function readBinaryLooks(parts: Package, limits: Limits): SheetLooks[] {
  const relations = relationsOf(parts, 'xl/workbook.bin', limits);
  const targetOf = (name: string) => [...relations.values()].find((one) => one.kind === name)?.target ?? '';
  const fonts: Font[] = [];
  const formats: number[] = [];
  readFormats(parts.read(targetOf('styles')), fonts, formats);
  const strings = readItems(parts.read(targetOf('sharedStrings')));
  const sheets: SheetLooks[] = [];
  for (const { type, data } of entriesOf(parts.read('xl/workbook.bin'))) {
    if (type !== kind.sheet) continue;
    const target = relations.get(wideText(data, 8).text)?.target ?? '';
    sheets.push(looksOf(parts.read(target), fonts, formats, strings));
  }
  return sheets;
}

function* entriesOf(part: Uint8Array | null): Generator<Entry> {
  const bytes = part ?? new Uint8Array();
  let at = 0;
  const next = (most: number) => {
    let value = 0;
    for (let n = 0; n < most; n++) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 128 ** n;
      if (byte < 0x80) return value;
    }
    return value;
  };
  while (at < bytes.length) {
    const type = next(2);
    const length = next(4);
    if (at + length > bytes.length) throw new Unreadable('damaged', 'the workbook is cut short');
    yield { type, data: new DataView(bytes.buffer, bytes.byteOffset + at, length) };
    at += length;
  }
}

function readFormats(part: Uint8Array | null, fonts: Font[], formats: number[]): void {
  let inCells = false;
  for (const { type, data } of entriesOf(part)) {
    if (type === kind.beginFormats) inCells = true;
    else if (type === kind.endFormats) inCells = false;
    else if (type === kind.font) {
      fonts.push({ bold: data.getUint16(4, true) >= 600, raised: data.getUint16(6, true) === 1 });
    } else if (type === kind.format && inCells) formats.push(data.getUint16(4, true));
  }
}

function readItems(part: Uint8Array | null): (Rich | null)[] {
  const items: (Rich | null)[] = [];
  for (const { type, data } of entriesOf(part)) if (type === kind.stringItem) items.push(richAt(data, 0));
  return items;
}

/** A text with its cuts; null for a plain one. */
function richAt(data: DataView, at: number): Rich | null {
  if ((data.getUint8(at) & 1) === 0) return null;
  const { text, end } = wideText(data, at + 1);
  const count = data.getUint32(end, true);
  const cuts: Cut[] = [];
  for (let n = 0; n < count; n++) {
    const cut = end + 4 + n * 4;
    cuts.push({ at: data.getUint16(cut, true), font: data.getUint16(cut + 2, true) });
  }
  return { text, cuts };
}

function wideText(data: DataView, at: number): { text: string; end: number } {
  const length = data.getUint32(at, true);
  const end = at + 4 + length * 2;
  if (end > data.byteLength) throw new Unreadable('damaged', 'a text of the workbook is cut short');
  const bytes = new Uint8Array(data.buffer, data.byteOffset + at + 4, length * 2);
  return { text: new TextDecoder('utf-16le').decode(bytes), end };
}

function looksOf(
  part: Uint8Array | null,
  fonts: readonly Font[],
  formats: readonly number[],
  strings: readonly (Rich | null)[],
): SheetLooks {
  const bold = new Set<string>();
  const rich = new Map<string, Rich>();
  let row = 0;
  for (const { type, data } of entriesOf(part)) {
    if (type === kind.row) row = data.getUint32(0, true);
    const isCell = (type > kind.row && type <= lastCellType) || type === kind.richText;
    if (!isCell || data.byteLength < 8) continue;
    const key = `${row} ${data.getUint32(0, true)}`;
    const format = data.getUint32(4, true) & 0xffffff;
    if (fonts[formats[format] ?? 0]?.bold) bold.add(key);
    const text = type === kind.sharedText ? strings[data.getUint32(8, true)] : null;
    const found = type === kind.richText ? richAt(data, 8) : text;
    if (found !== undefined && found !== null) rich.set(key, found);
  }
  return {
    isBold: (r, col) => bold.has(`${r} ${col}`),
    runsAt: (r, col, text) => {
      const found = rich.get(`${r} ${col}`);
      return found === undefined ? null : runsOf(found, text, bold.has(`${r} ${col}`), (font) => fonts[font]);
    },
  };
}
