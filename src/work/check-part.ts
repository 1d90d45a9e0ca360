/** Judges the rows of one part of a text file: what a worker does, and what is done at once for a file too small for workers. */
import { isAscii } from 'node:buffer';
import { type Batch, BatchBuilder, KindList } from '#audit/batch.ts';
import type { Judge } from '#audit/judge.ts';
import { ByteJudge } from '#audit/judge-bytes.ts';
import { type CsvShape, type Walker, walkCsv } from '#record/extract-csv-walk.ts';
import { dayOf } from '#record/extract-dates.ts';
import { walkJsonl } from '#record/extract-jsonl-walk.ts';
import type { TextExtract } from '#record/extract-open.ts';
import { cellTextOf, isText, isTextWithin } from '#record/extract-text.ts';

export type Range = { readonly from: number; readonly to: number; readonly seek: boolean };

/**
 * `spare` is a batch whose memory may be used again. Null where the part holds letters beyond ASCII and the encoding of the extract is
 * not settled.
 */
export type PartJudge = (range: Range, spare?: Batch) => Batch | null;

/** Ends the walk over a part that cannot be read yet. */
const UNSETTLED = new Error('the encoding is not settled');

/** `file` is open for reading and stays so. */
export function partJudge(extract: TextExtract, judge: Judge, file: number): PartJudge {
  let kinds = new KindList();
  const builder = (spare: Batch | undefined): BatchBuilder => {
    kinds = kinds.next();
    return new BatchBuilder(spare, kinds);
  };
  const scratch = { bytes: Buffer.alloc(0) };
  const source = { file, size: extract.size, encoding: extract.encoding, scratch };
  if (extract.type === 'jsonl') {
    return (range, spare) => {
      const batch = builder(spare);
      const { start, end } = walkJsonl(source, extract.names, range, {
        row: (line, cell, place, stop) => {
          if (isText(line, extract.encoding)) judge.judge(cell, place, stop, batch);
          else batch.fault('bytes', place);
        },
        fault: (place) => batch.fault('json', place),
      });
      return batch.finish(start, end);
    };
  }
  const text = cellTextOf(extract.encoding);
  const bytesJudge = new ByteJudge(judge, text);
  const { reader } = judge.setting;
  const reference = reader.columnsOf('reference')[0] ?? 0;
  const [day] = reader.columnsOf('recorded-on');
  const shape: CsvShape = {
    delimiter: extract.delimiter,
    cells: extract.names.length,
    isRecord(bytes, { starts, ends, doubled }) {
      const cell = (column: number) =>
        text(bytes, starts[column] as number, ends[column] as number, doubled[column] === 1);
      return cell(reference).trim() !== '' && (day === undefined || dayOf(cell(day)) !== null);
    },
  };
  let batch = builder(undefined);
  let looked: Buffer | null = null;
  let isClean = false;
  // One walker for all parts: for one that is made with each part, what was compiled for the part before is compiled again.
  const walker: Walker = {
    row(bytes, places, place, stop) {
      if (bytes !== looked) {
        looked = bytes;
        isClean = extract.isSettled ? isTextWithin(bytes, extract.encoding) : isAscii(bytes);
        if (!isClean && !extract.isSettled) throw UNSETTLED;
      }
      const row = isClean
        ? bytes
        : bytes.subarray(places.starts[0] as number, places.ends[places.count - 1] as number);
      if (isClean || isText(row, extract.encoding)) bytesJudge.judge(bytes, places, place, stop, batch);
      else batch.fault('bytes', place);
    },
    fault: (fault, found, place) => batch.fault(fault, place, found),
  };
  return (range, spare) => {
    batch = builder(spare);
    looked = null;
    try {
      const { start, end } = walkCsv(source, shape, range, walker);
      return batch.finish(start, end);
    } catch (error) {
      if (error === UNSETTLED) return null;
      throw error;
    }
  };
}
