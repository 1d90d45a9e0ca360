/**
 * One worksheet part of an Excel workbook → one sheet. Follows the cell references where they stand and counts where
 * they do not. A formula counts for its saved result only; without one the cell is reported, never guessed.
 */
import { parseArea } from './a1.ts';
import type { Markup } from './markup.ts';
import { readCell, type SheetContext, sharedText, storedNumber } from './ooxml-cell.ts';
import { readConditional } from './ooxml-conditional.ts';
import { PlainCell } from './ooxml-plain-cell.ts';
import { isOn } from './ooxml-workbook.ts';
import type { Sheet } from './sheet.ts';
import type { Content } from './sheet-content.ts';
import { Unreadable } from './unreadable.ts';

/** Returns the ids of the drawings laid over the sheet. */
export function readWorksheet(markup: Markup, sheet: Sheet, context: SheetContext): string[] {
  const drawings: string[] = [];
  const hiddenCols = new Uint8Array(16_384);
  let row = -1;
  let col = -1;
  let hiddenRow = false;
  const { isUsual } = markup;
  const add = (content: Content | null) => {
    if (content !== null) sheet.add(row, col, content, hiddenRow, hiddenCols[col] === 1);
  };
  const plain = new PlainCell();
  const takePlainCells = () => {
    while (isUsual && plain.take(markup)) {
      ({ row, col } = plain);
      add(
        plain.isShared
          ? sharedText(plain.value, plain.style, context)
          : storedNumber(plain.value, plain.style, context),
      );
    }
  };
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open') continue;
    switch (markup.name) {
      case 'c': {
        const reference = markup.attribute('r');
        col = reference === undefined ? col + 1 : columnOf(reference);
        if (reference !== undefined) row = rowOf(reference);
        add(readCell(markup, context));
        takePlainCells();
        break;
      }
      case 'row': {
        row = rowNumber(markup.attribute('r')) ?? row + 1;
        col = -1;
        hiddenRow = isOn(markup.attribute('hidden')) || isNothing(markup.attribute('ht'));
        takePlainCells();
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
