/**
 * Bold cells and raised text of an old Excel workbook, which SheetJS passes over: without them a 45 with the footnote mark
 * 2 reads as 452. Works on the workbook stream of BIFF5 and BIFF8; Excel's own layout of records, [MS-XLS] 2.4.
 */
import { Unreadable } from './unreadable.ts';
import { type BiffRecord, ContinuedData, continued, recordAt } from './xls-records.ts';
import { type Cut, type Font, type Rich, runsOf, type SheetLooks } from './xls-runs.ts';

type Globals = {
  readonly fonts: Font[];
  /** Font of each cell format. */
  readonly formats: number[];
  readonly strings: Map<number, Rich>;
  readonly sheets: number[];
  biff8: boolean;
};

const id = {
  end: 0x0a,
  font: 0x31,
  sheet: 0x85,
  manyNumbers: 0xbd,
  richLabel: 0xd6,
  format: 0xe0,
  strings: 0xfc,
  sharedLabel: 0xfd,
  begin: 0x809,
} as const;

/** Cells that carry their format after row and column: formula, number, label, boolean, compact number, shared label. */
const styledCells = new Set([0x06, 0x203, 0x204, 0x205, 0x27e, id.richLabel, id.sharedLabel]);

export function readLooks(workbook: Uint8Array): SheetLooks[] {
  const stream = new DataView(workbook.buffer, workbook.byteOffset, workbook.byteLength);
  const globals: Globals = { fonts: [], formats: [], strings: new Map(), sheets: [], biff8: false };
  let at = 0;
  for (
    let record = recordAt(stream, at);
    record !== null && record.id !== id.end;
    record = recordAt(stream, at)
  ) {
    at = record.next;
    takeGlobal(record, stream, globals);
  }
  return globals.sheets.map((start) => looksOfSheet(stream, start, globals));
}

function takeGlobal({ id: kind, data, next }: BiffRecord, stream: DataView, globals: Globals): void {
  if (kind === id.begin) globals.biff8 = data.getUint16(0, true) === 0x600;
  else if (kind === id.font) {
    globals.fonts.push({ bold: data.getUint16(6, true) >= 600, raised: data.getUint16(8, true) === 1 });
  } else if (kind === id.format) globals.formats.push(data.getUint16(0, true));
  else if (kind === id.sheet) globals.sheets.push(data.getUint32(0, true));
  else if (kind === id.strings) {
    const pieces = [data];
    for (
      let record = recordAt(stream, next);
      record?.id === continued;
      record = recordAt(stream, record.next)
    ) {
      pieces.push(record.data);
    }
    takeStrings(new ContinuedData(pieces), globals.strings);
  }
}

function takeStrings(data: ContinuedData, strings: Map<number, Rich>): void {
  data.skip(4);
  const count = data.number(4);
  // Some programs state more strings than they write.
  for (let n = 0; n < count && !data.isOver; n++) {
    const length = data.number(2);
    const flags = data.number(1);
    const cutCount = (flags & 8) !== 0 ? data.number(2) : 0;
    const extension = (flags & 4) !== 0 ? data.number(4) : 0;
    const text = data.text(length, (flags & 1) !== 0);
    const cuts: Cut[] = [];
    for (let cut = 0; cut < cutCount; cut++) cuts.push({ at: data.number(2), font: data.number(2) });
    data.skip(extension);
    if (cuts.length > 0) strings.set(n, { text, cuts });
  }
}

/** Cells of a sheet are numbered across; 256 columns in this format. */
function keyOf(row: number, col: number): number {
  return row * 256 + col;
}

function looksOfSheet(stream: DataView, start: number, globals: Globals): SheetLooks {
  const bold = new Set<number>();
  const rich = new Map<number, Rich>();
  let depth = 0;
  let record = recordAt(stream, start);
  while (record !== null) {
    // A chart on the sheet is a stream of its own inside this one.
    if (record.id === id.begin) depth++;
    else if (record.id === id.end && --depth <= 0) break;
    else if (depth === 1) takeCell(record, globals, bold, rich);
    record = recordAt(stream, record.next);
  }
  if (record === null) throw new Unreadable('damaged', 'a sheet of the workbook has no end');
  return {
    isBold: (row, col) => bold.has(keyOf(row, col)),
    runsAt: (row, col, text) => {
      const found = rich.get(keyOf(row, col));
      return found === undefined
        ? null
        : runsOf(found, text, bold.has(keyOf(row, col)), (font) => fontAt(globals, font));
    },
  };
}

function takeCell(
  { id: kind, data }: BiffRecord,
  globals: Globals,
  bold: Set<number>,
  rich: Map<number, Rich>,
): void {
  if (kind === id.manyNumbers) {
    const row = data.getUint16(0, true);
    const first = data.getUint16(2, true);
    for (let n = 0; 4 + n * 6 + 6 <= data.byteLength - 2; n++) {
      if (fontOf(globals, data.getUint16(4 + n * 6, true))?.bold) bold.add(keyOf(row, first + n));
    }
  }
  if (!styledCells.has(kind) || data.byteLength < 6) return;
  const key = keyOf(data.getUint16(0, true), data.getUint16(2, true));
  if (fontOf(globals, data.getUint16(4, true))?.bold) bold.add(key);
  if (kind === id.sharedLabel) {
    const string = globals.strings.get(data.getUint32(6, true));
    if (string !== undefined) rich.set(key, string);
  } else if (kind === id.richLabel) rich.set(key, richLabel(data, globals.biff8));
}

/** A label with its runs behind it, as BIFF5 stores them; its text is left to SheetJS, which knows the code page. */
function richLabel(data: DataView, biff8: boolean): Rich {
  const length = data.getUint16(6, true);
  const cuts: Cut[] = [];
  if (biff8) {
    const start = 9 + length * ((data.getUint8(8) & 1) + 1);
    const count = data.getUint16(start, true);
    for (let n = 0; n < count; n++) {
      cuts.push({
        at: data.getUint16(start + 2 + n * 4, true),
        font: data.getUint16(start + 4 + n * 4, true),
      });
    }
  } else {
    const start = 8 + length;
    const count = data.getUint8(start);
    for (let n = 0; n < count; n++) {
      cuts.push({ at: data.getUint8(start + 1 + n * 2), font: data.getUint8(start + 2 + n * 2) });
    }
  }
  return { text: null, cuts };
}

function fontOf(globals: Globals, format: number): Font | undefined {
  return fontAt(globals, globals.formats[format] ?? 0);
}

/** There is no font 4: programs count 0 to 3 and on from 5. */
function fontAt(globals: Globals, font: number): Font | undefined {
  return globals.fonts[font > 4 ? font - 1 : font];
}
