/**
 * Gathers the cells of one sheet, whatever the type of workbook, and lays them out as a table: in order, merged cells
 * once, what is hidden marked. It reports what a sheet hides and every number that is stored behind a mask.
 */
import type { Finding } from '#finding/finding.ts';
import type { Block, Cell, Line, Table } from '../document.ts';
import { type Area, cellName, columnLetters } from './a1.ts';
import type { NumberFormat } from './number-format.ts';
import type { Limits } from './reader.ts';
import { fold, type Run, settle } from './runs.ts';
import type { Content } from './sheet-content.ts';
import { findingsOf } from './sheet-findings.ts';
import { Unreadable } from './unreadable.ts';

/** Cells still allowed in this file; shared by its sheets. */
export type Budget = { left: number };

export function budgetOf(limits: Limits): Budget {
  return { left: limits.cells };
}

/** Numbers in some areas are shown by another format when they pass a test; null for a test that cannot be followed. */
export type Overlay = {
  readonly areas: readonly Area[];
  readonly test: ((value: number) => boolean) | null;
  readonly format: NumberFormat;
  /** 1 goes before 2. */
  readonly priority: number;
};

type Draft = { -readonly [Key in keyof Cell]: Cell[Key] };

/** Larger than any sheet a program writes: rows of Excel and LibreOffice, columns of LibreOffice at its largest. */
const lastRow = 1_048_576;
const lastCol = 16_384;

export class Sheet {
  readonly #name: string;
  readonly #at: string;
  readonly #visibility: Table['visibility'];
  readonly #budget: Budget;
  readonly #cells: Draft[] = [];
  readonly #merges: Area[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenCols = new Set<number>();
  readonly #overlays: Overlay[] = [];
  readonly #notes: Line[] = [];
  /** Places without their row, by column. */
  readonly #columns: string[] = [];
  #unseen = 0;
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
    if (content.unseen === true) this.#unseen++;
    if (hiddenRow) this.#hiddenRows.add(row);
    if (hiddenCol) this.#hiddenCols.add(col);
    this.#cells.push({
      row,
      col,
      rowSpan: 1,
      colSpan: 1,
      text,
      stored,
      kind,
      marks: content.marks,
      bold: content.bold,
      hidden: hiddenRow || hiddenCol || content.unseen === true,
      at: (this.#columns[col] ?? this.#column(col)) + this.#rowText,
    });
  }

  /** A line of a text box that begins in a cell. */
  note(row: number, col: number, runs: readonly Run[]): void {
    const { text, marks } = settle(runs);
    if (text === '') return;
    this.expect(1);
    this.#budget.left--;
    const at = `${this.#at}!${cellName(row, col)}`;
    this.#notes.push({ kind: 'line', role: 'paragraph', text, marks, at, furniture: false });
  }

  /** A rule that changes what numbers show, wherever they stand in the file. */
  overlay(overlay: Overlay): void {
    this.#overlays.push(overlay);
  }

  merge(area: Area): void {
    if (area.top === area.bottom && area.left === area.right) return;
    if (this.#merges.length >= this.#budget.left)
      throw new Unreadable('over-limits', 'more merged cells than are read');
    this.#merges.push(area);
  }

  finish(): { readonly blocks: readonly Block[]; readonly findings: readonly Finding[] } {
    if (!this.#isSorted) this.#sort();
    const covered = this.#layMerges();
    const unknown = this.#layOverlays();
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
    const hidden = {
      hiddenRows: this.#hiddenRows,
      hiddenCols: this.#hiddenCols,
      unseen: this.#unseen,
      covered,
      unknown,
    };
    return { blocks: [table, ...this.#notes], findings: findingsOf(table, hidden) };
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

  /** Applies the rules, the foremost last, and says how many could not be followed. */
  #layOverlays(): number {
    let unknown = 0;
    for (const { areas, test, format } of this.#overlays.sort((a, b) => b.priority - a.priority)) {
      if (test === null) {
        unknown++;
        continue;
      }
      for (const cell of this.#cells) {
        if (cell.kind !== 'number' || typeof cell.stored !== 'number' || !test(cell.stored)) continue;
        if (areas.some((area) => isIn(area, cell))) cell.text = fold(format.show(cell.stored));
      }
    }
    return unknown;
  }
}

function isIn(area: Area, { row, col }: Cell): boolean {
  return row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;
}
