/**
 * Looks at some records of an extract again, in the order asked for, and makes the same decision: so nothing of them needs to be kept
 * between the check and the workbook.
 */
import { closeSync, openSync } from 'node:fs';
import type { Candidate } from '#audit/collect.ts';
import type { Judged } from '#audit/judge.ts';
import { cellPlaces, placeRow } from '#record/extract-csv-row.ts';
import { cellsOf } from '#record/extract-jsonl-walk.ts';
import { isTextExtract } from '#record/extract-open.ts';
import type { CellOf } from '#record/extract-record.ts';
import { cellTextOf } from '#record/extract-text.ts';
import { openWindow } from '#record/extract-window.ts';
import { cellReader, type OpenCheck } from './check-extract.ts';
import { judgeOf } from './check-plan.ts';

export type Looked<C extends Candidate> = { readonly candidate: C; readonly judged: Judged };

export async function* lookAgain<C extends Candidate>(
  { extract, plan }: OpenCheck,
  candidates: readonly C[],
): AsyncGenerator<Looked<C>> {
  // To read the register for nobody takes as long as to judge tens of thousands of records.
  if (candidates.length === 0) return;
  const judge = judgeOf(plan);
  const again = (candidate: C, cell: CellOf | null): Looked<C> => {
    const judged = cell === null ? null : judge.consider(cell);
    if (judged === null)
      throw new Error(`row ${candidate.row} is not what it was: the extract changed during the check`);
    return { candidate, judged };
  };
  if (!isTextExtract(extract)) {
    const wanted = new Map(candidates.map((candidate) => [candidate.place, candidate]));
    const found = new Map<number, Looked<C>>();
    const cellOf = cellReader(plan);
    for await (const row of extract.rows()) {
      const candidate = wanted.get(row.row);
      if (candidate !== undefined) found.set(row.row, again(candidate, cellOf(row)));
    }
    for (const candidate of candidates) yield found.get(candidate.place) ?? again(candidate, null);
    return;
  }
  const file = openSync(extract.path, 'r');
  try {
    const source = { file, size: extract.size, encoding: extract.encoding };
    const places = cellPlaces();
    const text = cellTextOf(extract.encoding);
    for (const candidate of candidates) {
      const { bytes } = openWindow(source, candidate.place, candidate.end, 0);
      if (extract.type === 'jsonl') {
        yield again(candidate, cellsOf(bytes.toString('utf8'), extract.names));
        continue;
      }
      placeRow(bytes, 0, bytes.length, extract.delimiter, places);
      const { starts, ends, doubled } = places;
      yield again(candidate, (column) =>
        text(bytes, starts[column] as number, ends[column] as number, doubled[column] === 1),
      );
    }
  } finally {
    closeSync(file);
  }
}
