/**
 * Tables that a letter writer set with tabs: lines in a row that tabs part alike, of which one holds a value. They are
 * marked as inferred; a single line with tabs stays a line.
 */
import type { Block, Line, Place, Table } from '../document.ts';
import { isValue } from './cell-value.ts';
import { textCell } from './laid-out.ts';
import type { Settled } from './runs.ts';

type Fields = readonly Settled[];

export function withTabbedTables(
  blocks: readonly Block[],
  fieldsOf: (block: Block) => Fields,
): readonly Block[] {
  const done: Block[] = [];
  let open: Line[] = [];
  const close = (): void => {
    const rows = alike(open.map(fieldsOf));
    const holds = rows?.some((fields) => fields.slice(1).some((field) => isValue(field.text))) ?? false;
    done.push(...(rows !== null && open.length > 1 && holds ? [tableOf(open, rows)] : open));
    open = [];
  };
  for (const block of blocks) {
    const tabbed = block.kind === 'line' && !block.furniture && filled(fieldsOf(block)).length > 1;
    if (!tabbed || alike([...open, block].map(fieldsOf)) === null) {
      close();
    }
    if (tabbed) {
      open.push(block);
    } else {
      done.push(block);
    }
  }
  close();
  return done;
}

/** The lines' fields by column: as many tabs in each, blanks counted, or else as many texts, however many tabs apart. */
function alike(lines: readonly Fields[]): readonly Fields[] | null {
  for (const rows of [lines, lines.map(filled)]) {
    if (rows.every((fields) => fields.length === rows[0]?.length)) {
      return rows;
    }
  }
  return null;
}

function filled(fields: Fields): Fields {
  return fields.filter((field) => field.text !== '');
}

function tableOf(lines: readonly Line[], rows: readonly Fields[]): Table {
  const placeOf = (row: number, _col: number): Place => lines[Math.min(row, lines.length - 1)]?.at ?? '';
  const cells = rows.flatMap((fields, row) =>
    fields.flatMap((settled, col) =>
      settled.text === ''
        ? []
        : [textCell({ row, col, rowSpan: 1, colSpan: 1, settled, hidden: false }, placeOf(row, col))],
    ),
  );
  return {
    kind: 'table',
    name: '',
    at: placeOf(0, 0),
    rows: rows.length,
    cols: rows[0]?.length ?? 0,
    cells,
    visibility: 'visible',
    structure: 'inferred',
    placeOf,
  };
}
