/**
 * Puts the rules of accessible spreadsheets to one file and says how it stands to each. Looks for the same workbook in the
 * other format beside it. Refuses only a file that is not there: whatever a file holds is told, within a minute.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RefusalCode } from '#finding/refusal.ts';
import { Refusal } from '#finding/refusal.ts';
import { archiveVerdicts, checkBook, openBook, type Verdict } from '#workbook/check-workbook.ts';
import type { BookFacts } from '#workbook/facts.ts';

export type SpreadsheetCheck = {
  readonly file: string;
  /** Null when the file was opened; else why it could not be. */
  readonly unreadable: string | null;
  readonly rules: readonly Verdict[];
};

export type CheckSpreadsheet = {
  readonly path: string;
  /** The last release of the same workbook. */
  readonly before: string | null;
  readonly publishers: readonly string[];
};

/** A workbook of a million cells takes a tenth of it. */
const SECONDS = 60;
const MEGABYTES = 2048;

/**
 * Checks in a thread of its own, which is stopped when the time is up or the memory used up: no file, however it was made,
 * holds the program up for longer.
 */
export async function checkSpreadsheet(
  asked: CheckSpreadsheet,
  seconds: number = SECONDS,
): Promise<SpreadsheetCheck> {
  const file = basename(asked.path);
  const stopped = (unreadable: string): SpreadsheetCheck => ({ file, unreadable, rules: [] });
  const worker = new Worker(new URL('./check-spreadsheet-worker.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<SpreadsheetCheck>((resolve, reject) => {
      timer = setTimeout(
        () => resolve(stopped(`checking it took longer than ${seconds} seconds and was stopped`)),
        seconds * 1000,
      );
      worker.on('message', (report: SpreadsheetReport) =>
        'checked' in report
          ? resolve(report.checked)
          : reject(new Refusal(report.refused.code, report.refused.message)),
      );
      worker.on('error', (error: Error & { readonly code?: string }) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(stopped(`checking it took more than ${MEGABYTES} MB of memory and was stopped`))
          : reject(error),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

export type SpreadsheetReport =
  | { readonly checked: SpreadsheetCheck }
  | { readonly refused: { readonly code: RefusalCode; readonly message: string } };

/** The check itself, in the thread that asks for it. */
export function checkHere({ path, before, publishers }: CheckSpreadsheet): SpreadsheetCheck {
  const file = basename(path);
  const opened = openBook(bytesOf(path));
  if ('unreadable' in opened) {
    const rules = opened.isArchive ? archiveVerdicts(file) : [];
    return { file, unreadable: opened.unreadable, rules };
  }
  const { facts } = opened;
  return {
    file,
    unreadable: null,
    rules: checkBook(facts, {
      file,
      pair: pairOf(path, facts),
      before: before === null ? null : lastRelease(before),
      publishers: publishers.length === 0 ? null : publishers,
    }),
  };
}

/** The same name with the other ending, in the same folder. */
function pairOf(path: string, { format }: BookFacts): BookFacts | null {
  const other = format === 'ods' ? 'xlsx' : 'ods';
  const beside = join(dirname(path), basename(path).replace(/\.[^.]*$/, `.${other}`));
  if (beside === path || !existsSync(beside)) return null;
  const opened = openBook(readFileSync(beside));
  return 'facts' in opened ? opened.facts : null;
}

function lastRelease(path: string): BookFacts {
  const opened = openBook(bytesOf(path));
  if ('facts' in opened) return opened.facts;
  throw new Refusal(
    'bad-use',
    `${path}: the last release cannot be read (${opened.unreadable}). Name an .ods or .xlsx.`,
  );
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Refusal('not-found', `${path}: there is no such file. Name an .ods or .xlsx.`, { cause });
  }
}
