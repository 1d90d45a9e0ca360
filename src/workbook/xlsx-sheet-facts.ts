/** One worksheet part of an XLSX as facts. Cells count by their references; a formula counts as one, whatever it shows. */
import { cellName, parseArea } from '#returns/readers/a1.ts';
import type { Markup } from '#returns/readers/markup.ts';
import { isOn } from '#returns/readers/ooxml-workbook.ts';
import { Unreadable } from '#returns/readers/unreadable.ts';
import {
  type Budget,
  type CellFacts,
  LONGEST_TEXT,
  type Look,
  MOST,
  plainLook,
  type SheetFacts,
} from './facts.ts';

export type Text = { readonly text: string; readonly isRaised: boolean };

export type SheetParts = {
  readonly strings: readonly Text[];
  readonly looks: readonly Look[];
  readonly budget: Budget;
  readonly relation: (id: string) => string | null;
};

export type SheetRead = Omit<SheetFacts, 'name' | 'isHidden' | 'tables' | 'comments'> & {
  readonly tableIds: readonly string[];
  readonly hasDrawing: boolean;
};

export function xlsxSheetFacts(markup: Markup, parts: SheetParts): SheetRead {
  let widthsSet = 0;
  const cells: CellFacts[] = [];
  const merges: string[] = [];
  const widths = new Map<number, number>();
  const tableIds: string[] = [];
  const links = new Map<string, string>();
  let [hiddenRows, hiddenColumns, filledBlanks, zoom, row, col] = [0, 0, 0, 100, -1, -1];
  let [isFrozen, isFiltered, hasDrawing] = [false, false, false];
  let [cursor, pageText] = ['A1', ''];
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open') continue;
    const { name } = markup;
    const of = (attribute: string) => markup.attribute(attribute);
    if (name === 'c') {
      const at = parseArea(of('r') ?? '');
      [row, col] = at === null ? [row, col + 1] : [at.top, at.left];
      const look = parts.looks[Number(of('s') ?? 0)] ?? plainLook;
      const cell = readCell(markup, parts.strings);
      if (cell.text === '' && cell.value === null && !cell.isFormula) {
        filledBlanks += look.hasFill ? 1 : 0;
        continue;
      }
      if (parts.budget.left-- <= 0)
        throw new Unreadable('over-limits', 'the workbook holds more cells than are checked');
      cells.push({ ...cell, row, col, link: null, look: cell.isRaised ? { ...look, isRaised: true } : look });
    } else if (name === 'row') {
      row = Number(of('r') ?? row + 2) - 1;
      col = -1;
      hiddenRows += isOn(of('hidden')) ? 1 : 0;
    } else if (name === 'col') {
      const [first, last] = [Number(of('min')) - 1, Math.min(Number(of('max')), 16_384)];
      if (isOn(of('hidden'))) hiddenColumns += 1;
      for (let at = first; at < last && of('width') !== undefined && widthsSet++ < MOST.widths; at++) {
        widths.set(at, Number(of('width')));
      }
    } else if (name === 'mergeCell') merges.push(of('ref') ?? '');
    else if (name === 'autoFilter') isFiltered = true;
    else if (name === 'sheetView') zoom = Number(of('zoomScale') ?? 100);
    else if (name === 'pane') isFrozen = true;
    else if (name === 'selection') cursor = of('activeCell') ?? 'A1';
    else if (name === 'hyperlink') {
      const id = of('r:id');
      const target = id === undefined ? `#${of('location') ?? ''}` : (parts.relation(id) ?? '');
      links.set(of('ref') ?? '', target.replaceAll("'", ''));
    } else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name))
      pageText += fieldsOut(textOf(markup).slice(0, MOST.pageText));
    else if (name === 'drawing' || name === 'picture') hasDrawing = true;
    else if (name === 'tablePart') tableIds.push(of('r:id') ?? '');
    else if (name === 'extLst') markup.skip();
  }
  const linked = cells.map((cell) => ({ ...cell, link: linkAt(links, cell) }));
  const found = { cells: linked, merges, widths, tableIds, hiddenRows, hiddenColumns, filledBlanks, zoom };
  return { ...found, isFrozen, isFiltered, hasDrawing, cursor, pageText };
}

function linkAt(links: ReadonlyMap<string, string>, { row, col }: CellFacts): string | null {
  return links.get(cellName(row, col)) ?? null;
}

type Read = Pick<CellFacts, 'text' | 'value' | 'isFormula'> & { readonly isRaised: boolean };

function readCell(markup: Markup, strings: readonly Text[]): Read {
  const outer = markup.depth - 1;
  const type = markup.attribute('t') ?? 'n';
  let [isFormula, isRaised, stored, inline] = [false, false, '', ''];
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name === 'f') isFormula = true;
    else if (markup.name === 'v') stored = textOf(markup);
    else if (markup.name === 'is') ({ text: inline, isRaised } = readString(markup));
  }
  if (type === 's') {
    const shared = strings[Number(stored)] ?? { text: '', isRaised: false };
    return { ...shared, value: null, isFormula };
  }
  if (type === 'inlineStr') return { text: inline, value: null, isFormula, isRaised };
  const value = type === 'n' && stored !== '' ? Number(stored) : Number.NaN;
  return { text: stored, value: Number.isFinite(value) ? value : null, isFormula, isRaised };
}

/** All text of the element opened last, up to its close. */
export function textOf(markup: Markup): string {
  const outer = markup.depth - 1;
  let text = '';
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'text' && text.length < LONGEST_TEXT) text += markup.text;
  }
  return text.slice(0, LONGEST_TEXT);
}

/** One `si` or `is`, opened last: its text without phonetic readings, and whether any of it is raised. */
export function readString(markup: Markup): Text {
  const outer = markup.depth - 1;
  let [text, isRaised] = ['', false];
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name === 'rPh' || markup.name === 'phoneticPr') markup.skip();
    else if (markup.name === 't') text = (text + textOf(markup)).slice(0, LONGEST_TEXT);
    else if (markup.name === 'vertAlign') isRaised ||= markup.attribute('val') !== 'baseline';
  }
  return { text, isRaised };
}

/** A page number or the name of the sheet carries no content of its own. */
function fieldsOut(text: string): string {
  return text
    .replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Za-z]/g, '')
    .replace(/\b(?:page|of)\b/gi, '')
    .trim();
}
