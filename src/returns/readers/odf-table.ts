/**
 * One table of an OpenDocument spreadsheet → one sheet. Rows are found in whatever group stands around them. Repeats are
 * counted before they are expanded: a file of a thousand bytes may repeat one cell seventeen thousand million times, and
 * honest files repeat the blank end of every row and sheet.
 */
import type { Markup } from './markup.ts';
import { type Note, readOdfCell, readShapes } from './odf-cell.ts';
import { OdfCellFacts, repeatOf } from './odf-cell-facts.ts';
import { takePlainCell } from './odf-plain-cell.ts';
import type { OdfStyles } from './odf-styles.ts';
import type { Sheet } from './sheet.ts';
import type { Content } from './sheet-content.ts';

type Placed = {
  readonly col: number;
  readonly repeat: number;
  readonly cell: Content;
  readonly rowSpan: number;
  readonly colSpan: number;
};

const widest = 16_384;

export function readOdfTable(markup: Markup, sheet: Sheet, styles: OdfStyles): void {
  const outer = markup.depth - 1;
  const hiddenCols = new Uint8Array(widest);
  const columnStyles: (string | undefined)[] = [];
  const hiddenGroups: number[] = [];
  const { isUsual } = markup;
  let row = 0;
  let columns = 0;
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'close' && hiddenGroups.at(-1) === markup.depth + 1) hiddenGroups.pop();
    if (event !== 'open') continue;
    switch (markup.name) {
      case 'table:table-column': {
        const repeat = repeatOf(markup.attribute('table:number-columns-repeated'));
        const stop = Math.min(columns + repeat, widest);
        const hidden =
          hiddenGroups.length > 0 ||
          isCollapsed(markup) ||
          styles.isNothing('table-column', markup.attribute('table:style-name'));
        if (hidden) hiddenCols.fill(1, columns, stop);
        columnStyles.length = stop;
        columnStyles.fill(markup.attribute('table:default-cell-style-name'), columns, stop);
        columns = stop;
        break;
      }
      case 'table:table-row-group':
      case 'table:table-column-group':
        if (markup.attribute('table:display') === 'false') hiddenGroups.push(markup.depth);
        break;
      case 'table:table-header-rows':
      case 'table:table-rows':
      case 'table:table-header-columns':
      case 'table:table-columns':
        break;
      case 'table:table-row': {
        const repeat = repeatOf(markup.attribute('table:number-rows-repeated'));
        const hidden =
          hiddenGroups.length > 0 ||
          isCollapsed(markup) ||
          styles.isNothing('table-row', markup.attribute('table:style-name'));
        const place = { sheet, row, repeat, hidden, hiddenCols, isUsual };
        readRow(markup, styles, columnStyles, place);
        row += repeat;
        break;
      }
      default:
        readShapes(markup, styles, (runs) => sheet.note(0, 0, runs));
    }
  }
}

function isCollapsed(markup: Markup): boolean {
  const visibility = markup.attribute('table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

type RowPlace = {
  readonly sheet: Sheet;
  readonly row: number;
  readonly repeat: number;
  readonly hidden: boolean;
  readonly hiddenCols: Uint8Array;
  /** Whether the file chose the agreed prefixes. */
  readonly isUsual: boolean;
};

function readRow(
  markup: Markup,
  styles: OdfStyles,
  columnStyles: readonly (string | undefined)[],
  place: RowPlace,
): void {
  const outer = markup.depth - 1;
  const rowStyle = markup.attribute('table:default-cell-style-name');
  const repeated: Placed[] = [];
  const facts = new OdfCellFacts();
  let col = 0;
  const note: Note = (runs) => place.sheet.note(place.row, col, runs);
  const isPlain = place.repeat === 1 && place.isUsual;
  const takePlainCells = () => {
    while (isPlain) {
      const cell = takePlainCell(markup, styles, rowStyle ?? columnStyles[col]);
      if (cell === null) return;
      place.sheet.add(place.row, col, cell, place.hidden, place.hiddenCols[col] === 1);
      col++;
    }
  };
  takePlainCells();
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name !== 'table:table-cell' && markup.name !== 'table:covered-table-cell') {
      markup.skip();
      continue;
    }
    facts.take(markup, rowStyle ?? columnStyles[col]);
    const { repeat, rowSpan, colSpan } = facts;
    const cell = readOdfCell(markup, facts, styles, note);
    if (cell !== null && repeat === 1 && place.repeat === 1 && rowSpan * colSpan === 1) {
      place.sheet.add(place.row, col, cell, place.hidden, place.hiddenCols[col] === 1);
    } else if (cell !== null) repeated.push({ col, repeat, cell, rowSpan, colSpan });
    col += repeat;
    takePlainCells();
  }
  if (repeated.length > 0) layRepeated(repeated, place);
}

function layRepeated(cells: readonly Placed[], { sheet, row, repeat, hidden, hiddenCols }: RowPlace): void {
  sheet.expect(repeat * cells.reduce((total, cell) => total + cell.repeat, 0));
  for (let r = row; r < row + repeat; r++) {
    for (const { cell, col: first, repeat: across, rowSpan, colSpan } of cells) {
      for (let col = first; col < first + across; col++) {
        sheet.add(r, col, cell, hidden, hiddenCols[col] === 1);
        sheet.merge({ top: r, left: col, bottom: r + rowSpan - 1, right: col + colSpan - 1 });
      }
    }
  }
}
