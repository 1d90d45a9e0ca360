/**
 * One worksheet part of an Excel workbook → one sheet. Follows the cell references where they stand and counts where
 * they do not. A formula counts for its saved result only; without one the cell is reported, never guessed.
 */
import { parseArea } from './a1.ts';
import type { Markup } from './markup.ts';
import { readConditional } from './ooxml-conditional.ts';
import { readString, readText, unescapeText, type WorkbookString } from './ooxml-strings.ts';
import { plainStyle, type Styles } from './ooxml-styles.ts';
import { isOn } from './ooxml-workbook.ts';
import type { Sheet } from './sheet.ts';
import { noMarks, plainText, storedContent, textUnder, unsavedContent } from './sheet-content.ts';
import { Unreadable } from './unreadable.ts';

export type SheetContext = {
  readonly epoch: 1900 | 1904;
  readonly styles: Styles;
  readonly strings: readonly WorkbookString[];
};

/** Returns the ids of the drawings laid over the sheet. */
export function readWorksheet(markup: Markup, sheet: Sheet, context: SheetContext): string[] {
  const drawings: string[] = [];
  const hiddenCols = new Uint8Array(16_384);
  let row = -1;
  let col = -1;
  let hiddenRow = false;
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open') continue;
    switch (markup.name) {
      case 'c': {
        const reference = markup.attribute('r');
        col = reference === undefined ? col + 1 : columnOf(reference);
        if (reference !== undefined) row = rowOf(reference);
        readCell(markup, sheet, context, row, col, hiddenRow, hiddenCols[col] === 1);
        break;
      }
      case 'row': {
        row = rowNumber(markup.attribute('r')) ?? row + 1;
        col = -1;
        hiddenRow = isOn(markup.attribute('hidden')) || isNothing(markup.attribute('ht'));
        break;
      }
      case 'col': {
        if (!isOn(markup.attribute('hidden')) && !isNothing(markup.attribute('width'))) break;
        hiddenCols.fill(1, Number(markup.attribute('min')) - 1, Number(markup.attribute('max')));
        break;
      }
      case 'mergeCell': {
        const area = parseArea(markup.attribute('ref') ?? '');
        if (area !== null) sheet.merge(area);
        break;
      }
      case 'conditionalFormatting':
        readConditional(markup, sheet, context.styles.conditional);
        break;
      case 'drawing':
        drawings.push(markup.attribute('r:id') ?? '');
        break;
      case 'extLst':
      case 'rowBreaks':
        markup.skip();
    }
  }
  return drawings;
}

/** A height or width below one unit cannot be seen. */
function isNothing(size: string | undefined): boolean {
  return size !== undefined && Number(size) < 0.5;
}

function rowNumber(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  const row = Number(reference);
  if (!Number.isInteger(row) || row < 1) throw new Unreadable('damaged', 'a row without a number');
  return row - 1;
}

function columnOf(reference: string): number {
  let col = 0;
  for (let n = 0; n < reference.length; n++) {
    const code = reference.charCodeAt(n);
    if (code < 65) break;
    col = col * 26 + (code & 31);
  }
  if (col < 1) throw new Unreadable('damaged', 'a cell without a column');
  return col - 1;
}

function rowOf(reference: string): number {
  let row = 0;
  for (let n = 0; n < reference.length; n++) {
    const code = reference.charCodeAt(n);
    if (code >= 48 && code <= 57) row = row * 10 + code - 48;
    else if (code < 65) throw new Unreadable('damaged', 'a cell without a row');
  }
  if (row < 1) throw new Unreadable('damaged', 'a cell without a row');
  return row - 1;
}

function readCell(
  markup: Markup,
  sheet: Sheet,
  context: SheetContext,
  row: number,
  col: number,
  hiddenRow: boolean,
  hiddenCol: boolean,
): void {
  const outer = markup.depth - 1;
  const type = markup.attribute('t') ?? 'n';
  const styleIndex = markup.attribute('s');
  const style = styleIndex === undefined ? context.styles.cells[0] : context.styles.cells[Number(styleIndex)];
  let value: string | null = null;
  let inline: WorkbookString | null = null;
  let isFormula = false;
  const leaf = markup.leaf();
  if (leaf === 'v') value = markup.text;
  else if (leaf === 'f') isFormula = true;
  for (let event = leaf === null ? markup.next() : null; markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name === 'v') value = readText(markup);
    else if (markup.name === 'is') inline = readString(markup);
    else if (markup.name === 'f') {
      isFormula = true;
      markup.skip();
    } else markup.skip();
  }
  const look = style ?? plainStyle;
  const { bold } = look;
  if (inline !== null) sheet.add(row, col, textUnder(inline.inCell(bold), look), hiddenRow, hiddenCol);
  else if (type === 'str' && value !== null) {
    sheet.add(row, col, textUnder(plainText(unescapeText(value), bold), look), hiddenRow, hiddenCol);
  } else if (value === null || value === '') {
    if (isFormula) sheet.add(row, col, unsavedContent(bold), hiddenRow, hiddenCol);
  } else if (type === 's') {
    const string = context.strings[Number(value)];
    if (string === undefined)
      throw new Unreadable('damaged', 'a cell names a text that the workbook does not hold');
    sheet.add(row, col, textUnder(string.inCell(bold), look), hiddenRow, hiddenCol);
  } else if (type === 'b') {
    const stored = isOn(value.trim());
    const content = {
      text: stored ? 'TRUE' : 'FALSE',
      stored,
      kind: 'boolean',
      marks: noMarks,
      bold,
    } as const;
    sheet.add(row, col, content, hiddenRow, hiddenCol);
  } else if (type === 'e') {
    sheet.add(
      row,
      col,
      { text: value.trim(), stored: null, kind: 'error', marks: noMarks, bold },
      hiddenRow,
      hiddenCol,
    );
  } else if (type === 'd') {
    const content = {
      text: value.trim(),
      stored: value.trim().slice(0, 10),
      kind: 'date',
      marks: [],
      bold,
    } as const;
    sheet.add(row, col, content, hiddenRow, hiddenCol);
  } else {
    const number = Number(value);
    if (!Number.isFinite(number)) throw new Unreadable('damaged', 'a cell stores a number that is none');
    sheet.add(row, col, storedContent(number, look, context.epoch), hiddenRow, hiddenCol);
  }
}
