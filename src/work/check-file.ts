/**
 * `check` from its arguments to its output: says the columns before work starts, then writes counts, lines and the review workbook
 * where they were asked for. The narrative goes to the workbook alone.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Candidate } from '#audit/collect.ts';
import { cellsOf, countColumns, countRows } from '#audit/counts.ts';
import { Most } from '#audit/most.ts';
import { toRead } from '#audit/standing.ts';
import { finding } from '#finding/catalogue.ts';
import { Refusal } from '#finding/refusal.ts';
import { words } from '#finding/words.ts';
import { nothingSettled } from '#flag/policy.ts';
import { isTextExtract } from '#record/extract-open.ts';
import { openCheck, runCheck } from './check-extract.ts';
import { columnLines, csvLine, findingOf, summaryLines } from './check-words.ts';
import { noMap } from './extract-map.ts';
import { LineFile } from './line-file.ts';

export type CheckFile = {
  readonly path: string;
  readonly map: string | undefined;
  readonly policy: string | undefined;
  readonly calibration: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly allOffences: boolean;
  readonly withText: boolean;
  readonly most: string | undefined;
  readonly withEvidenceText: boolean;
};

/** Where the lines go; as the terminal of a command. */
export type Told = {
  readonly say: (line: string) => void;
  readonly write: (lines: Uint8Array) => void;
  readonly tell: (line: string) => void;
  readonly progress: (line: string) => void;
};

/** Rows of the review workbook unless more are asked for: more than anyone reads, and few enough to open at once. */
const MOST_TO_READ = 20_000;
/** Rows that a sheet can hold below its head. */
const ROWS_OF_SHEET = 1_048_570;
/** Findings told one by one on standard error; all of them stand in the list of the output folder. */
const FINDINGS_TOLD = 20;

export async function checkFile(asked: CheckFile, told: Told): Promise<void> {
  const most = mostOf(asked.most);
  // What reads a map, a policy or a calibration, and what writes a workbook, is loaded where it is asked for.
  const question = {
    path: asked.path,
    map: asked.map === undefined ? noMap : (await import('./read-map.ts')).readMap(asked.map),
    policy:
      asked.policy === undefined
        ? nothingSettled
        : (await import('./read-policy.ts')).readPolicy(asked.policy),
    allOffences: asked.allOffences,
    withEvidenceText: asked.withEvidenceText,
    steps:
      asked.calibration === undefined
        ? []
        : (await import('./calibration-file.ts')).readCalibration(asked.calibration),
  };
  const open = await openCheck(question);
  const { extract, columns } = open;
  for (const line of columnLines(extract, columns)) told.tell(line);
  const isSettled = isTextExtract(extract) && extract.isSettled;
  const { out } = asked;
  if (out !== undefined) makeFolder(out);
  const file = (name: string) => (out === undefined ? null : new LineFile(join(out, name)));
  const decisions = file('decisions.jsonl');
  const findings = file('findings.csv');
  findings?.line(csvLine(['row', 'finding', 'what was found and what to do']));
  const candidates = new Most<Candidate>(out === undefined ? 0 : most, mostUrgent);
  let findingsTold = 0;
  const collected = await runCheck(open, {
    lines(lines) {
      decisions?.bytes(lines);
      if (asked.json) told.write(lines);
    },
    setAside(row) {
      const found = findingOf(row, extract);
      findings?.line(csvLine([row.row, found.code, words(found)]));
      if (findingsTold++ < FINDINGS_TOLD) told.tell(words(found));
    },
    wants: ({ standing }) => out !== undefined && standing !== null && toRead.has(standing),
    candidate: (candidate) => candidates.offer(candidate),
    progress: (rows, share) =>
      told.progress(
        `${rows.toLocaleString('en-GB')} rows${share > 0 ? `, ${Math.floor(share * 100)}%` : ''}`,
      ),
  });
  told.progress('');
  if (isTextExtract(extract) && extract.isSettled && !isSettled)
    told.tell(`"${extract.name}" is not plain ASCII further on: it was read as ${extract.encoding}.`);
  if (findingsTold > FINDINGS_TOLD) {
    told.tell(
      `… and ${findingsTold - FINDINGS_TOLD} more rows set aside${out === undefined ? '; --out DIR lists them all' : ''}.`,
    );
  }
  const unread = collected.tallies.reduce((sum, one) => sum + (one.age === 'unread' ? one.count : 0), 0);
  if (unread > 0) {
    const found = finding('age-unread', extract.name, { records: unread });
    findings?.line(csvLine(['', found.code, words(found)]));
    told.tell(words(found));
  }
  const rows = countRows(collected.tallies);
  const summary = summaryLines(extract, columns, collected, rows);
  if (out !== undefined) {
    decisions?.close();
    findings?.close();
    const counts = new LineFile(join(out, 'counts.csv'));
    counts.line(csvLine(countColumns));
    for (const row of rows) counts.line(csvLine(cellsOf(row)));
    counts.close();
    const written = new LineFile(join(out, 'summary.txt'));
    for (const line of summary) written.line(`${line}\n`);
    written.close();
    const toReadAll = candidates.offered;
    const chosen = candidates.sorted();
    const { writeReview } = await import('./write-review.ts');
    await writeReview(join(out, 'review.xlsx'), open, chosen, { withText: asked.withText });
    if (chosen.length < toReadAll) {
      told.tell(
        `The workbook holds the ${chosen.length} most certain of ${toReadAll} records to read; --most ${Math.min(toReadAll, ROWS_OF_SHEET)} writes more. ` +
          'All of them stand in decisions.jsonl.',
      );
    }
  }
  for (const line of summary) (asked.json ? told.tell : told.say)(line);
}

const URGENCY: Readonly<Record<string, number>> = { missed: 0, unsupported: 1, review: 2 };

/** Missed flags first, then flags without support, then what a person must decide; the surest first in each. */
function mostUrgent(a: Candidate, b: Candidate): number {
  const urgency = (one: Candidate) => URGENCY[one.outcome.standing ?? ''] ?? 9;
  return urgency(a) - urgency(b) || b.confidence - a.confidence || a.row - b.row;
}

function mostOf(text: string | undefined): number {
  if (text === undefined) return MOST_TO_READ;
  const most = Number(text);
  if (Number.isInteger(most) && most >= 0 && most <= ROWS_OF_SHEET) return most;
  throw new Refusal('bad-use', `--most ${text}: write a number of rows from 0 to ${ROWS_OF_SHEET}.`);
}

function makeFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch (cause) {
    throw new Refusal('bad-use', `"${out}" cannot be made into a folder. Give --out another one.`, { cause });
  }
}
