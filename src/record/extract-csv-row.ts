/**
 * One row of delimited text, found in its bytes: where each cell starts and ends, and whether its quotes must be taken out.
 * Nothing is decoded and nothing is copied, because most rows are never looked at again. A quotation mark out of place makes
 * the row broken; it is never repaired by a guess.
 */
const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
/** A byte in each of four places, and the highest bit of each. */
const ONES = 0x01010101;
const HIGHS = 0x80808080 | 0;
const NEWLINES = NEWLINE * ONES;

export type RowState =
  /** A whole row. */
  | 'row'
  /** Nothing but a line end. */
  | 'blank'
  /** A quotation mark stands where none can, or the row has more cells than can be kept. */
  | 'broken'
  /** The bytes end inside quotes. */
  | 'open'
  /** The bytes end before the line does. */
  | 'cut';

/** Filled anew for each row, to spare millions of small objects. */
export type CellPlaces = {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where quotation marks stand doubled inside the cell. */
  readonly doubled: Uint8Array;
  count: number;
  /** Where the next row starts. */
  next: number;
};

export const MOST_CELLS = 4_096;

export function cellPlaces(): CellPlaces {
  return {
    starts: new Int32Array(MOST_CELLS),
    ends: new Int32Array(MOST_CELLS),
    doubled: new Uint8Array(MOST_CELLS),
    count: 0,
    next: 0,
  };
}

/** Looks at `bytes` from `at` up to `end`. A row that `end` cuts is `cut` or `open`; at the end of a file the caller says which it is. */
export function placeRow(
  bytes: Buffer,
  at: number,
  end: number,
  delimiter: number,
  into: CellPlaces,
): RowState {
  const { starts, ends, doubled } = into;
  const view = viewOf(bytes);
  const delimiters = Math.imul(delimiter, ONES);
  let count = 0;
  let p = at;
  for (;;) {
    if (count >= MOST_CELLS) return 'broken';
    doubled[count] = 0;
    if (p < end && bytes[p] === QUOTE) {
      starts[count] = ++p;
      for (;;) {
        const close = bytes.indexOf(QUOTE, p);
        if (close < 0 || close >= end) return 'open';
        p = close + 1;
        if (p < end && bytes[p] === QUOTE) {
          doubled[count] = 1;
          p++;
          continue;
        }
        ends[count++] = close;
        break;
      }
      if (p < end && bytes[p] === RETURN && (p + 1 >= end || bytes[p + 1] === NEWLINE)) p++;
      if (p >= end) {
        into.count = count;
        into.next = end;
        return 'cut';
      }
      const after = bytes[p++];
      if (after === delimiter) continue;
      if (after !== NEWLINE) return 'broken';
      into.count = count;
      into.next = p;
      return 'row';
    }
    starts[count] = p;
    let byte = 0;
    // Four bytes at a time: this walk over every byte of a file is a tenth of what a row costs. A byte that is looked for leaves a
    // zero behind, and the first zero of the four is marked; a mark behind the first says nothing.
    while (p + 4 <= end) {
      const four = view.getInt32(p, true);
      const one = four ^ delimiters;
      const other = four ^ NEWLINES;
      const marks = (((one - ONES) & ~one) | ((other - ONES) & ~other)) & HIGHS;
      if (marks !== 0) {
        p += (31 - Math.clz32(marks & -marks)) >> 3;
        break;
      }
      p += 4;
    }
    while (p < end) {
      byte = bytes[p] as number;
      if (byte === delimiter || byte === NEWLINE) break;
      p++;
    }
    if (p >= end) {
      ends[count++] = p;
      into.count = count;
      into.next = end;
      return 'cut';
    }
    if (byte === delimiter) {
      ends[count++] = p++;
      continue;
    }
    const stop = p > at && bytes[p - 1] === RETURN ? p - 1 : p;
    ends[count++] = Math.max(stop, starts[count - 1] as number);
    into.count = count;
    into.next = p + 1;
    return count === 1 && stop === starts[0] ? 'blank' : 'row';
  }
}

let viewed: Buffer | null = null;
let own: DataView = new DataView(new ArrayBuffer(0));

/** The same bytes to be read as numbers at any place; made once for a stretch of a file. */
function viewOf(bytes: Buffer): DataView {
  if (bytes !== viewed) {
    viewed = bytes;
    own = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  return own;
}
