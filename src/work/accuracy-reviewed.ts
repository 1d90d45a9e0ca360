/**
 * `accuracy`: from a sample that people have filled in to what it says of the flag in the force. It refuses a sheet that does not fit
 * its own key, because a record in the wrong stratum would be a wrong number that nobody sees.
 */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { type Accuracy, accuracyOf } from '#audit/estimate.ts';
import { type Next, readNext } from '#audit/read-next.ts';
import { type Step, stepsOf } from '#audit/recalibrate.ts';
import { type Answer, type ReadRecord, type Reviewed, reviewedOf, stoodOf } from '#audit/reviewed.ts';
import type { Counted } from '#audit/strata.ts';
import { Refusal } from '#finding/refusal.ts';
import { openWorkbook, type Workbook } from '#record/extract-xlsx.ts';
import { openZip } from '#record/extract-zip.ts';
import { writeCalibration } from './calibration-file.ts';
import { KEY_HEADS, READ_HEADS, STRATA_HEADS } from './sample-sheets.ts';

export type AccuracyReport = {
  readonly name: string;
  readonly accuracy: Accuracy;
  readonly reviewed: Reviewed;
  readonly next: readonly Next[];
  readonly steps: readonly Step[];
};

export async function accuracyReviewed(
  path: string,
  calibration: string | undefined,
): Promise<AccuracyReport> {
  const name = basename(path);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new Refusal('not-found', `"${path}" cannot be opened. Give the path of a filled-in sample.`, {
      cause,
    });
  }
  try {
    const book = await openWorkbook(openZip(path, file, fstatSync(file).size));
    const strata = stratifiedOf(await tableOf(book, 'Strata', STRATA_HEADS, name), name);
    const records = recordsOf(
      await tableOf(book, 'To read', READ_HEADS, name),
      await tableOf(book, 'Key', KEY_HEADS, name),
      new Set(strata.map((one) => one.id)),
      name,
    );
    const reviewed = reviewedOf(strata, records);
    if (reviewed.strata.every((one) => one.online + one.offline + one.untold === 0)) {
      throw new Refusal(
        'bad-use',
        `"${name}": no record has an answer under "Your decision". Nothing can be said yet.`,
      );
    }
    const steps = stepsOf(stoodOf(reviewed.strata, records));
    if (calibration !== undefined) writeCalibration(calibration, steps);
    return { name, accuracy: accuracyOf(reviewed.strata), reviewed, next: readNext(reviewed.strata), steps };
  } finally {
    closeSync(file);
  }
}

type Row = { readonly row: number; readonly cell: (head: string) => string };

async function tableOf(
  book: Workbook,
  sheet: string,
  heads: readonly string[],
  file: string,
): Promise<readonly Row[]> {
  const found = book.sheets.find((one) => one.name === sheet);
  if (found === undefined) {
    throw new Refusal(
      'bad-use',
      `"${file}" has no sheet "${sheet}". Give the workbook that "cyberflag sample" wrote, filled in.`,
    );
  }
  const rows: Row[] = [];
  let names: readonly string[] | null = null;
  for await (const { row, cells } of book.rows(found)) {
    if (names === null) {
      names = cells.map((cell) => cell.trim());
      const lost = heads.find((head) => !cells.includes(head));
      if (lost !== undefined) {
        throw new Refusal(
          'bad-use',
          `"${file}", sheet "${sheet}": the column "${lost}" is gone. Put it back as it was written.`,
        );
      }
      continue;
    }
    const at = names;
    if (cells.some((cell) => cell.trim() !== ''))
      rows.push({ row, cell: (head) => (cells[at.indexOf(head)] ?? '').trim() });
  }
  return rows;
}

function stratifiedOf(rows: readonly Row[], file: string): readonly Counted[] {
  return rows.map(({ row, cell }) => {
    const records = Number(cell('Records'));
    const decision = cell('Rules say');
    const isKnown = decision === 'flag' || decision === 'no-flag' || decision === 'review';
    if (!isKnown || !Number.isInteger(records) || records < 0) {
      throw new Refusal(
        'bad-use',
        `"${file}", sheet "Strata", row ${row}: it was changed. Put back what was written.`,
      );
    }
    return {
      id: cell('Stratum'),
      decision,
      flagged: cell('Flag') === 'yes',
      group: cell('Offences'),
      records,
    };
  });
}

function recordsOf(
  read: readonly Row[],
  key: readonly Row[],
  strata: ReadonlySet<string>,
  file: string,
): readonly ReadRecord[] {
  const answers = new Map<string, Answer>();
  for (const { row, cell } of read) {
    const name = `${cell('Order')} ${cell('Reference')}`;
    if (answers.has(name)) {
      throw new Refusal(
        'bad-use',
        `"${file}", row ${row}: this record stands twice. Take one of the two rows out.`,
      );
    }
    answers.set(name, answerOf(cell('Your decision'), row, file));
  }
  return key.map(({ row, cell }) => {
    const answer = answers.get(`${cell('Order')} ${cell('Reference')}`);
    if (answer === undefined || !strata.has(cell('Stratum'))) {
      throw new Refusal(
        'bad-use',
        `"${file}", sheet "Key", row ${row}: its record is not on the sheet "To read". Put the row back; leave the answer blank where nobody read it.`,
      );
    }
    return {
      stratum: cell('Stratum'),
      order: Number(cell('Order')),
      confidence: Number(cell('Confidence')),
      answer,
    };
  });
}

const SAID: Readonly<Record<string, Answer>> = {
  '': null,
  flag: 'flag',
  yes: 'flag',
  y: 'flag',
  online: 'flag',
  'no flag': 'no flag',
  'no-flag': 'no flag',
  no: 'no flag',
  n: 'no flag',
  'not online': 'no flag',
  'cannot tell': 'cannot tell',
  unsure: 'cannot tell',
  '?': 'cannot tell',
};

function answerOf(text: string, row: number, file: string): Answer {
  const answer = SAID[text.toLowerCase()];
  if (answer !== undefined) return answer;
  throw new Refusal(
    'bad-use',
    `"${file}", row ${row}: the decision is none of flag, no flag and cannot tell. Write one of them, or leave it blank.`,
  );
}
