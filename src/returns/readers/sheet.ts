/**
 * Gathers the cells of one sheet, whatever the type of workbook, and lays them out as a table: in order, merged cells
 * once, what is hidden marked. It reports what a sheet hides and every number that is stored behind a mask.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Cell, Table } from '../document.ts';
import { type Area, cellName, columnLetters } from './a1.ts';
import type { NumberFormat } from './number-format.ts';
import { dateOfSerial, type Epoch, isoDate } from './number-format-date.ts';
import type { Limits } from './reader.ts';
import { type Run, settle } from './runs.ts';
import { showsStored } from './shows-stored.ts';
import { Unreadable } from './unreadable.ts';

/** Cells still allowed in this file; shared by its sheets. */
export type Budget = { left: number };

export function budgetOf(limits: Limits): Budget {
  return { left: limits.cells };
}

export type Content = Pick<Cell, 'text' | 'stored' | 'kind' | 'marks' | 'bold'>;

/** What of the look of a cell bears on reading it. */
export type CellStyle = { readonly format: NumberFormat; readonly bold: boolean };

type Draft = { -readonly [Key in keyof Cell]: Cell[Key] };

export const noMarks: readonly string[] = Object.freeze([]);
const simple = /^[!-~]+(?: [!-~]+)*$/;
/** Findings at single cells, per sheet and kind; the rest are reported together. More would bury the page. */
const singleFindings = 200;
/** Larger than any sheet a program writes: rows of Excel and LibreOffice, columns of LibreOffice at its largest. */
const lastRow = 1_048_576;
const lastCol = 16_384;

/** Text of one style; the common case costs one test and no copy. */
export function plainText(text: string, bold: boolean): Content {
  if (simple.test(text)) return { text: ownCopy(text), stored: null, kind: 'text', marks: noMarks, bold };
  return richText([{ text, raised: false, bold }]);
}

/** A piece cut from a large string keeps the whole of it in memory; joined and cut again it keeps only itself. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

export function richText(runs: readonly Run[]): Content {
  const settled = settle(runs);
  return { text: settled.text, stored: null, kind: 'text', marks: settled.marks, bold: settled.bold };
}

/** A number and what is shown of it. */
export function numberContent(shown: string, stored: number, bold: boolean): Content {
  if (simple.test(shown)) return { text: shown, stored, kind: 'number', marks: noMarks, bold };
  return { ...richText([{ text: shown, raised: false, bold }]), stored, kind: 'number', bold };
}

/** A stored number under its format: a number, a date, or a time, which is text. */
export function storedContent(value: number, { format, bold }: CellStyle, epoch: Epoch): Content {
  if (format.plain && Number.isSafeInteger(value) && value >= 0 && value < 1e11) {
    return { text: String(value), stored: value, kind: 'number', marks: noMarks, bold };
  }
  const date = format.kind === 'date' ? dateOfSerial(value, epoch) : null;
  if (date !== null) return { ...plainText(format.show(value), bold), stored: isoDate(date), kind: 'date' };
  if (format.kind === 'time') return plainText(format.show(value), bold);
  return numberContent(format.show(value), value, bold);
}

/** A formula whose result the file does not carry: nobody can say what it shows. */
export function unsavedContent(bold: boolean): Content {
  return { text: '', stored: null, kind: 'error', marks: noMarks, bold };
}

export class Sheet {
  readonly #name: string;
  readonly #at: string;
  readonly #visibility: Table['visibility'];
  readonly #budget: Budget;
  readonly #cells: Draft[] = [];
  readonly #merges: Area[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenCols = new Set<number>();
  readonly #masked: Cell[] = [];
  readonly #unsaved: Cell[] = [];
  /** Places without their row, by column. */
  readonly #columns: string[] = [];
  #isSorted = true;
  #row = -1;
  #col = -1;
  #rowText = '';

  constructor(file: string, name: string, visibility: Table['visibility'], budget: Budget) {
    this.#name = name;
    this.#at = `${file}#${name}`;
    this.#visibility = visibility;
    this.#budget = budget;
  }

  /** Says beforehand how many cells will come, so that a repeat of millions is refused before it is expanded. */
  expect(cells: number): void {
    if (cells > this.#budget.left)
      throw new Unreadable('over-limits', 'more cells than are read from one file');
  }

  /** Adds a cell unless it is blank. A number that is not what its cell shows is reported, and so is an unsaved formula. */
  add(row: number, col: number, content: Content, hiddenRow: boolean, hiddenCol: boolean): void {
    const { text, stored, kind } = content;
    if (text === '' && stored === null && kind !== 'error') return;
    if (this.#budget.left < 1) this.expect(1);
    if (row >= lastRow || col >= lastCol) throw new Unreadable('damaged', 'a cell stands outside any sheet');
    this.#budget.left--;
    if (row < this.#row || (row === this.#row && col <= this.#col)) this.#isSorted = false;
    if (row !== this.#row) this.#rowText = String(row + 1);
    this.#row = row;
    this.#col = col;
    if (hiddenRow) this.#hiddenRows.add(row);
    if (hiddenCol) this.#hiddenCols.add(col);
    const cell: Draft = {
      row,
      col,
      rowSpan: 1,
      colSpan: 1,
      text,
      stored,
      kind,
      marks: content.marks,
      bold: content.bold,
      hidden: hiddenRow || hiddenCol,
      at: (this.#columns[col] ?? this.#column(col)) + this.#rowText,
    };
    this.#cells.push(cell);
    if (kind === 'number' && typeof stored === 'number' && !showsStored(text, stored))
      this.#masked.push(cell);
    else if (kind === 'error' && text === '') this.#unsaved.push(cell);
  }

  merge(area: Area): void {
    if (area.top === area.bottom && area.left === area.right) return;
    if (this.#merges.length >= this.#budget.left)
      throw new Unreadable('over-limits', 'more merged cells than are read');
    this.#merges.push(area);
  }

  finish(): { readonly table: Table; readonly findings: readonly Finding[] } {
    if (!this.#isSorted) this.#sort();
    const covered = this.#layMerges();
    const rows = (this.#cells.at(-1)?.row ?? -1) + 1;
    const cols = this.#columns.length;
    for (const cell of this.#cells) {
      // Nothing stands beyond the last filled row and column; a title merged over a thousand empty columns ends there.
      if (cell.rowSpan > 1) cell.rowSpan = Math.min(cell.rowSpan, rows - cell.row);
      if (cell.colSpan > 1) cell.colSpan = Math.min(cell.colSpan, cols - cell.col);
    }
    const at = this.#at;
    const table: Table = {
      kind: 'table',
      name: this.#name,
      at,
      rows,
      cols,
      cells: this.#cells,
      visibility: this.#visibility,
      structure: 'stated',
      placeOf: (row, col) => `${at}!${cellName(row, col)}`,
    };
    return { table, findings: this.#findings(covered) };
  }

  #column(col: number): string {
    const place = `${this.#at}!${columnLetters(col)}`;
    this.#columns[col] = place;
    return place;
  }

  #sort(): void {
    this.#cells.sort((a, b) => a.row - b.row || a.col - b.col);
    for (const [n, cell] of this.#cells.entries()) {
      const next = this.#cells[n + 1];
      // Programs differ in which of the two they show, so neither is to be trusted.
      if (next?.row === cell.row && next.col === cell.col) {
        throw new Unreadable(
          'damaged',
          `cell ${cellName(cell.row, cell.col)} of sheet ${this.#name} stands twice`,
        );
      }
    }
  }

  /** Gives each merged cell its spans, hides what lies under it, and returns how many cells that hid. */
  #layMerges(): number {
    if (this.#merges.length === 0) return 0;
    const merges = this.#merges.toSorted((a, b) => a.top - b.top || a.left - b.left);
    let next = 0;
    let open: Area[] = [];
    let covered = 0;
    let row = -1;
    for (const cell of this.#cells) {
      if (cell.row !== row) {
        row = cell.row;
        open = open.filter((area) => area.bottom >= row);
        for (let area = merges[next]; area !== undefined && area.top <= row; area = merges[++next]) {
          if (area.bottom >= row) open.push(area);
        }
      }
      const area = open.find((candidate) => candidate.left <= cell.col && candidate.right >= cell.col);
      if (area === undefined) continue;
      if (area.top === cell.row && area.left === cell.col) {
        cell.rowSpan = area.bottom - area.top + 1;
        cell.colSpan = area.right - area.left + 1;
      } else {
        cell.hidden = true;
        covered++;
      }
    }
    return covered;
  }

  #findings(covered: number): Finding[] {
    const findings: Finding[] = [];
    const sheet = this.#name;
    const hides = (what: string, why: string) =>
      findings.push(finding('hidden-content', this.#at, { what, sheet, why }));
    if (this.#visibility !== 'visible' && this.#cells.length > 0) {
      hides(
        'hidden sheet',
        this.#visibility === 'hidden' ? 'hidden' : 'hidden from the list of hidden sheets too',
      );
    }
    if (this.#hiddenRows.size > 0)
      hides(
        'hidden rows',
        ranges(this.#hiddenRows, (row) => String(row + 1)),
      );
    if (this.#hiddenCols.size > 0) hides('hidden columns', ranges(this.#hiddenCols, columnLetters));
    if (covered > 0) hides('cells under merged cells', String(covered));
    for (const cell of this.#masked.slice(0, singleFindings)) {
      findings.push(finding('stored-value-hidden', cell.at, { shown: cell.text }));
    }
    const more = this.#masked.length - singleFindings;
    if (more > 0) findings.push(finding('stored-value-hidden', this.#at, { label: `${more} more cells` }));
    for (const cell of this.#unsaved.slice(0, singleFindings)) {
      findings.push(
        finding('unreadable', cell.at, { reason: 'no-result', detail: 'a formula without a saved result' }),
      );
    }
    const unsaved = this.#unsaved.length - singleFindings;
    if (unsaved > 0)
      findings.push(
        finding('unreadable', this.#at, { reason: 'no-result', detail: `${unsaved} more cells` }),
      );
    return findings;
  }
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
