/** What is to be said of a sheet: what it hides, which numbers stand behind a mask, which results were never saved. */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Cell, Table } from '../document.ts';
import { columnLetters } from './a1.ts';
import { showsStored } from './shows-stored.ts';

export type Hidden = {
  /** Rows and columns that are hidden and hold something. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  /** Texts that their format shows nothing of. */
  readonly unseen: number;
  /** Cells with content under a merged cell. */
  readonly covered: number;
  /** Rules of conditional formatting that could not be followed. */
  readonly unknown: number;
};

/** Findings at single cells, per sheet and kind; the rest are reported together. More would bury the page. */
const singleFindings = 200;
export function findingsOf(
  table: Table,
  { hiddenRows, hiddenCols, unseen, covered, unknown }: Hidden,
): Finding[] {
  const { name: sheet, at, cells, visibility } = table;
  const findings: Finding[] = [];
  const hides = (what: string, why: string) =>
    findings.push(finding('hidden-content', at, { what, sheet, why }));
  if (visibility !== 'visible' && cells.length > 0) {
    hides('hidden sheet', visibility === 'hidden' ? 'hidden' : 'hidden from the list of hidden sheets too');
  }
  if (hiddenRows.size > 0)
    hides(
      'hidden rows',
      ranges(hiddenRows, (row) => String(row + 1)),
    );
  if (hiddenCols.size > 0) hides('hidden columns', ranges(hiddenCols, columnLetters));
  if (unseen > 0) hides('texts that their format does not show', String(unseen));
  if (covered > 0) hides('cells under merged cells', String(covered));
  if (unknown > 0) hides('conditional number formats that cannot be followed', String(unknown));
  const masked = cells.filter(isMasked);
  const unsavedCells = cells.filter((cell) => cell.kind === 'error' && cell.text === '');
  for (const cell of masked.slice(0, singleFindings)) {
    findings.push(finding('stored-value-hidden', cell.at, { shown: cell.text }));
  }
  const more = masked.length - singleFindings;
  if (more > 0) findings.push(finding('stored-value-hidden', at, { label: `${more} more cells` }));
  for (const cell of unsavedCells.slice(0, singleFindings)) {
    findings.push(
      finding('unreadable', cell.at, { reason: 'no-result', detail: 'a formula without a saved result' }),
    );
  }
  const unsaved = unsavedCells.length - singleFindings;
  if (unsaved > 0)
    findings.push(finding('unreadable', at, { reason: 'no-result', detail: `${unsaved} more cells` }));
  return findings;
}

function isMasked({ kind, text, stored }: Cell): boolean {
  return kind === 'number' && typeof stored === 'number' && !showsStored(text, stored);
}

/** `3, 5-9`, at most ten stretches. */
function ranges(numbers: ReadonlySet<number>, name: (number: number) => string): string {
  const stretches: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else stretches.push([number, number]);
  }
  const shown = stretches
    .slice(0, 10)
    .map(([from, to]) => (from === to ? name(from) : `${name(from)}-${name(to)}`));
  return shown.join(', ') + (stretches.length > 10 ? ' and more' : '');
}
