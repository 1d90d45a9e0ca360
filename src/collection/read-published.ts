/**
 * Reads `published.csv`: what others published of a collection at the time. Each line says what may be done with it: a
 * `constraint` may bind sums, a `derived` one is arithmetic of ours, `context` is no sum, `doubtful` is used for nothing.
 */
import { period } from '#period/period.ts';
import { type CsvRow, readCsvRows, refuseCell } from './csv-rows.ts';

const USES = ['constraint', 'context', 'derived', 'doubtful', 'force figure', 'later release'] as const;
export type PublishedUse = (typeof USES)[number];

/** Which forces stand behind a published number. */
export type PublishedForces =
  | { readonly kind: 'named'; readonly forces: readonly string[] }
  /** So many of so many, without saying which; `said` keeps the words. */
  | { readonly kind: 'unnamed'; readonly included: number; readonly asked: number; readonly said: string }
  | { readonly kind: 'not said' };

export type Published = {
  readonly area: string;
  readonly forces: PublishedForces;
  /** The number as printed; null when the source prints none. */
  readonly value: number | null;
  /** What the number means: "over 100" is from 101 and open (`high` null); null when it is no number at all. */
  readonly count: { readonly low: number; readonly high: number | null } | null;
  readonly measure: string;
  readonly period: string;
  /** '' for the whole, `age`, `sex`, `offence`, `platform`, or `headline` for a number that is no breakdown. */
  readonly dimension: string;
  readonly category: string;
  readonly unit: string;
  readonly forcesResponding: number | null;
  /** Month of the release that stated it: `2016-06`. */
  readonly release: string;
  readonly use: PublishedUse;
  readonly note: string;
  readonly sourceUrl: string;
  /** Line in the file; the header is line 1. */
  readonly row: number;
  /** All cells by column, as they stand, for the page of the origin. */
  readonly cells: Readonly<Record<string, string>>;
};

const COLUMNS = [
  'area',
  'forces',
  'value',
  'source_url',
  'measure',
  'period',
  'dimension',
  'category',
  'unit',
  'low',
  'high',
  'forces_responding',
  'release',
  'use',
  'note',
] as const;

export function readPublished(path: string): readonly Published[] {
  return readCsvRows(path, COLUMNS).map((line) => {
    const cell = (column: (typeof COLUMNS)[number]): string => line.cells[column] ?? '';
    const use = USES.find((one) => one === cell('use'));
    if (use === undefined) throw refuseCell(path, line, 'use', `one of ${USES.join(', ')}`);
    if (period(cell('period')) === null)
      throw refuseCell(path, line, 'period', 'two days as 2015-04-01/2016-03-31');
    if (!/^\d{4}-\d{2}$/.test(cell('release'))) throw refuseCell(path, line, 'release', 'a month as 2016-06');
    if (cell('source_url') === '')
      throw refuseCell(path, line, 'source_url', 'the address the number was read from');
    return {
      area: cell('area'),
      forces: forcesOf(path, line),
      value: whole(path, line, 'value'),
      count: countOf(path, line),
      measure: cell('measure'),
      period: cell('period'),
      dimension: cell('dimension'),
      category: cell('category'),
      unit: cell('unit'),
      forcesResponding: whole(path, line, 'forces_responding'),
      release: cell('release'),
      use,
      note: cell('note'),
      sourceUrl: cell('source_url'),
      row: line.row,
      cells: line.cells,
    };
  });
}

function forcesOf(path: string, line: CsvRow): PublishedForces {
  const said = line.cells.forces ?? '';
  if (said === '') return { kind: 'not said' };
  const unnamed = /^(\d{1,2}) of (?:the )?(\d{1,2})\b/.exec(said);
  if (unnamed) return { kind: 'unnamed', included: Number(unnamed[1]), asked: Number(unnamed[2]), said };
  const forces = said.split(';').map((code) => code.trim());
  if (forces.some((code) => !/^(?:[EWS]\d{8}|[a-z-]+)$/.test(code))) {
    throw refuseCell(
      path,
      line,
      'forces',
      'codes as E23000007;E23000008, or as "38 of 44; names not published"',
    );
  }
  return { kind: 'named', forces };
}

function countOf(path: string, line: CsvRow): Published['count'] {
  const low = whole(path, line, 'low');
  const high = whole(path, line, 'high');
  if (low === null) {
    if (high !== null) throw refuseCell(path, line, 'low', 'the least it can be, 0 when nothing is known');
    return null;
  }
  if (high !== null && high < low)
    throw refuseCell(path, line, 'high', 'no less than "low", or nothing when it is open');
  return { low, high };
}

function whole(path: string, line: CsvRow, column: string): number | null {
  const text = line.cells[column] ?? '';
  if (text === '') return null;
  if (!/^\d{1,9}$/.test(text)) throw refuseCell(path, line, column, 'a whole number, or nothing');
  return Number(text);
}
