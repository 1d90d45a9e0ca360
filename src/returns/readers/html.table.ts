/**
 * The grid of a table on a page: which cell stands in which row and column once spans are laid out. Refuses spans that
 * reach further than the table does.
 */
import { isValue } from './cell-value.ts';
import { attribute, type Element, elementsBelow, isElement, textBelow } from './html.dom.ts';
import type { TableCell } from './laid-out.ts';
import { fold, type Run, settle } from './runs.ts';

export type GridCell = TableCell & { readonly element: Element };

export type Grid = {
  readonly caption: string;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly GridCell[];
  /** Tables that stand inside cells of this one. */
  readonly nested: readonly Element[];
};

const widest = 1000;

export function gridOf(table: Element, runsOf: (cell: Element) => readonly Run[]): Grid {
  const groups = rowGroups(table);
  const cells: GridCell[] = [];
  let row = 0;
  let cols = 0;
  for (const group of groups) {
    const last = row + group.length;
    const taken = new Map<number, number>();
    for (const each of group) {
      let col = 0;
      for (const element of each.childNodes) {
        if (!isElement(element) || (element.tagName !== 'td' && element.tagName !== 'th')) {
          continue;
        }
        while ((taken.get(col) ?? 0) > row) {
          col += 1;
        }
        const colSpan = span(attribute(element, 'colspan'), widest) || 1;
        const stated = span(attribute(element, 'rowspan'), last - row);
        const rowSpan = stated === 0 ? last - row : stated;
        const hidden = isUnseen(element) || isUnseen(each);
        cells.push({ row, col, rowSpan, colSpan, settled: settle(runsOf(element)), hidden, element });
        for (let at = col; at < col + colSpan; at += 1) {
          taken.set(at, row + rowSpan);
        }
        col += colSpan;
      }
      cols = Math.max(cols, col);
      row += 1;
    }
  }
  return { caption: captionOf(table), rows: row, cols, cells, nested: nestedTables(table) };
}

/** A table used to place things on the page: it says so, has one cell, or holds tables and no figures of its own. */
export function isLayout(table: Element, grid: Grid): boolean {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none') {
    return true;
  }
  if (grid.rows === 1 && grid.cols === 1) {
    return true;
  }
  return grid.nested.length > 0 && !grid.cells.some((cell) => isValue(cell.settled.text));
}

/** A row span ends with its group: head, body or foot. */
function rowGroups(table: Element): readonly (readonly Element[])[] {
  const heads: Element[][] = [];
  const bodies: Element[][] = [];
  const feet: Element[][] = [];
  for (const child of table.childNodes) {
    if (!isElement(child)) {
      continue;
    }
    if (child.tagName === 'tr') {
      bodies.push([child]);
    } else if (/^t(?:head|body|foot)$/.test(child.tagName)) {
      const rows = child.childNodes.filter(
        (node): node is Element => isElement(node) && node.tagName === 'tr',
      );
      (child.tagName === 'thead' ? heads : child.tagName === 'tfoot' ? feet : bodies).push(rows);
    }
  }
  return [...heads, ...bodies, ...feet].filter((group) => group.length > 0);
}

function captionOf(table: Element): string {
  const caption = table.childNodes.find(
    (node): node is Element => isElement(node) && node.tagName === 'caption',
  );
  return caption === undefined ? '' : fold(textBelow(caption));
}

/** Tables one level down only; a table inside those is found when they are read. */
function nestedTables(table: Element): readonly Element[] {
  const found: Element[] = [];
  const inner = new Set<Element>();
  for (const element of elementsBelow(table)) {
    if (element.tagName !== 'table' || inner.has(element)) {
      continue;
    }
    found.push(element);
    for (const below of elementsBelow(element)) {
      inner.add(below);
    }
  }
  return found;
}

function span(written: string | null, most: number): number {
  const value = written === null ? 1 : Number.parseInt(written, 10);
  return Number.isFinite(value) && value >= 0 ? Math.min(value, most) : 1;
}

function isUnseen(element: Element): boolean {
  return (
    attribute(element, 'hidden') !== null || /display\s*:\s*none/i.test(attribute(element, 'style') ?? '')
  );
}
