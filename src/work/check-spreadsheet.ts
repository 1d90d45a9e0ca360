/**
 * Puts the rules of accessible spreadsheets to one file and says how it stands to each. Looks for the same workbook in the
 * other format beside it. Refuses only a file that is not there: whatever a file holds is told.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

export function checkSpreadsheet({ path, before, publishers }: CheckSpreadsheet): SpreadsheetCheck {
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
