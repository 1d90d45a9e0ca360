/**
 * Checks a whole extract in the force: opens it, says which column holds what, judges every row and writes what was asked for.
 * No network is opened, no temporary file is written, and the words of a record go to the review workbook and nowhere else.
 */
import type { Batch } from '#audit/batch.ts';
import { BatchBuilder } from '#audit/batch.ts';
import { type Collected, Collector, type Sinks } from '#audit/collect.ts';
import type { Step } from '#audit/recalibrate.ts';
import { Refusal } from '#finding/refusal.ts';
import type { Policy } from '#flag/policy.ts';
import { type Columns, columnFinder } from '#record/extract-columns.ts';
import { dayOfSerial } from '#record/extract-dates.ts';
import { type Extract, isTextExtract, openExtract, type RowExtract } from '#record/extract-open.ts';
import type { CellOf } from '#record/extract-record.ts';
import { batchesOf, type Tuning } from './check-batches.ts';
import type { CheckPlan } from './check-plan.ts';
import { type Threads, threadsFor } from './check-threads.ts';
import type { ExtractMap } from './extract-map.ts';

export type CheckQuestion = {
  readonly path: string;
  readonly map: ExtractMap;
  readonly policy: Policy;
  readonly allOffences: boolean;
  readonly withEvidenceText: boolean;
  /** Steps by which reviewed records recalibrate the confidence. */
  readonly steps?: readonly Step[];
};

/** Bytes looked at for the encoding before work starts, while they are plain ASCII. */
const LOOKED = 4 << 20;

export type OpenCheck = {
  readonly extract: Extract;
  readonly columns: Columns;
  readonly plan: CheckPlan;
  /** What will judge it, where it is large; started before it was opened. */
  readonly threads: Threads | null;
};

/** Opens the extract and settles its columns; refuses where what is needed is not there or could be two things. */
export async function openCheck(question: CheckQuestion): Promise<OpenCheck> {
  const threads = threadsFor(question.path);
  const finder = columnFinder();
  const { map } = question;
  // Threads say where a part is not plain ASCII: with them a file need not be read twice.
  const extract = await openExtract(
    question.path,
    finder,
    threads === null ? map : { ...map, looked: LOOKED },
  );
  const names = new Set(extract.names.map(plain));
  for (const [field, chosen] of map.columns) {
    const lost = (chosen ?? []).find((name) => !names.has(plain(name)));
    if (lost !== undefined) {
      throw new Refusal(
        'bad-use',
        `The map names the column "${lost}" for ${field}, and "${extract.name}" has no such column.`,
      );
    }
  }
  const columns = finder.find(extract.names, map.columns);
  const needed = ['reference', 'recorded-on', 'narrative'] as const;
  for (const [field, several] of columns.doubtful) {
    throw new Refusal(
      'bad-use',
      `"${extract.name}": the columns "${several.join('" and "')}" could each be the ${field}. Say which in a map, as ` +
        `"columns: ${field}: NAME" (docs/how-to/check-an-extract.md). Nothing was checked.`,
    );
  }
  for (const field of needed) {
    if (columns.found.has(field) || map.columns.get(field) === null) continue;
    throw new Refusal(
      'bad-use',
      `"${extract.name}": no column was found for the ${field}. Name it in a map, or write "${field}: none" there. Nothing was checked.`,
    );
  }
  if (!columns.found.has('reference')) {
    throw new Refusal(
      'bad-use',
      'Records without a reference cannot be told from one another. Name its column in the map.',
    );
  }
  const isStated = columns.found.has('offence-code') || columns.found.has('offence');
  if (!isStated && !question.allOffences) {
    throw new Refusal(
      'bad-use',
      `"${extract.name}": no column says the offence, so no record can be put in scope. Name it in a map, or add --all-offences.`,
    );
  }
  const plan = {
    names: extract.names,
    columns: [...columns.found.values()],
    markers: map.markers,
    policy: question.policy,
    allOffences: question.allOffences,
    withEvidenceText: question.withEvidenceText,
    steps: question.steps ?? [],
  };
  return { extract, columns, plan, threads };
}

/** Judges every row; what is found on the way goes to the sinks in the order of the rows. */
export async function runCheck(
  { extract, plan, threads }: OpenCheck,
  sinks: Sinks & { readonly progress?: (rows: number, share: number) => void },
  tuning: Tuning = {},
): Promise<Collected> {
  const collector = new Collector(
    sinks,
    extract.rowsBefore,
    extract.type === 'xlsx' || extract.type === 'parquet',
  );
  const batches = isTextExtract(extract)
    ? batchesOf({ ...plan, extract }, { threads, ...tuning })
    : batchesOfRows(extract, plan);
  let rows = 0;
  for await (const batch of batches) {
    // The parts of a file are much alike: the first tells about how many records there are.
    if (rows === 0 && isTextExtract(extract) && batch.end > batch.start)
      collector.expect((batch.rows * (extract.size - batch.start)) / (batch.end - batch.start));
    collector.add(batch);
    rows += batch.rows;
    sinks.progress?.(rows, isTextExtract(extract) ? batch.end / extract.size : 0);
  }
  return collector.finish();
}

const ROWS_OF_BATCH = 5_000;

async function* batchesOfRows(extract: RowExtract, plan: CheckPlan): AsyncGenerator<Batch> {
  const { judgeOf } = await import('./check-plan.ts');
  const judge = judgeOf(plan);
  const cellOf = cellReader(plan);
  let batch = new BatchBuilder();
  let count = 0;
  for await (const row of extract.rows()) {
    judge.judge(cellOf(row), row.row, row.row, batch);
    if (++count % ROWS_OF_BATCH === 0) {
      yield batch.finish(0, count);
      batch = new BatchBuilder();
    }
  }
  yield batch.finish(0, count);
}

/** A number in a column of days is the day as a workbook stores it. */
export function cellReader(plan: CheckPlan) {
  const days = new Set(
    plan.columns
      .filter(({ field }) => field === 'recorded-on' || field === 'date-of-birth')
      .flatMap(({ columns }) => columns),
  );
  return ({
    cells,
    numbers,
    from1904,
  }: Awaited<ReturnType<ReturnType<RowExtract['rows']>['next']>>['value']): CellOf =>
    (column) => {
      const text = cells[column] ?? '';
      if (numbers?.[column] !== true || !days.has(column)) return text;
      return dayOfSerial(Number(text), from1904) ?? text;
    };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
