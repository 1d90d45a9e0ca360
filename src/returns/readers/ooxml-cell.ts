/** One cell of an Excel sheet: from what its type, value and style state to what it shows and stores. */
import type { Markup } from './markup.ts';
import { readString, readText, unescapeText, type WorkbookString } from './ooxml-strings.ts';
import { plainStyle, type Styles } from './ooxml-styles.ts';
import { isOn } from './ooxml-workbook.ts';
import {
  type CellStyle,
  type Content,
  noMarks,
  plainText,
  storedContent,
  textUnder,
  unsavedContent,
} from './sheet-content.ts';
import { Unreadable } from './unreadable.ts';

export type SheetContext = {
  readonly epoch: 1900 | 1904;
  readonly styles: Styles;
  readonly strings: readonly WorkbookString[];
};

/** Reads the cell opened last up to its close; null for a blank one. */
export function readCell(markup: Markup, context: SheetContext): Content | null {
  const outer = markup.depth - 1;
  const type = markup.attribute('t') ?? 'n';
  const style = Number(markup.attribute('s') ?? 0);
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
    else {
      isFormula ||= markup.name === 'f';
      markup.skip();
    }
  }
  const look = lookOf(context, style);
  if (inline !== null) return textUnder(inline.inCell(look.bold), look);
  if (value !== null && (value !== '' || type === 'str')) return contentOf(type, value, style, context);
  return isFormula ? unsavedContent(look.bold) : null;
}

function contentOf(type: string, value: string, style: number, context: SheetContext): Content {
  const look = lookOf(context, style);
  const { bold } = look;
  switch (type) {
    case 's':
      return sharedText(Number(value), style, context);
    case 'str':
      return textUnder(plainText(unescapeText(value), bold), look);
    case 'b': {
      const stored = isOn(value.trim());
      return { text: stored ? 'TRUE' : 'FALSE', stored, kind: 'boolean', marks: noMarks, bold };
    }
    case 'e':
      return { text: value.trim(), stored: null, kind: 'error', marks: noMarks, bold };
    case 'd':
      return { text: value.trim(), stored: value.trim().slice(0, 10), kind: 'date', marks: noMarks, bold };
    default:
      return storedNumber(Number(value), style, context);
  }
}

export function sharedText(index: number, style: number, context: SheetContext): Content {
  const string = context.strings[index];
  if (string === undefined) {
    throw new Unreadable('damaged', 'a cell names a text that the workbook does not hold');
  }
  const look = lookOf(context, style);
  return textUnder(string.inCell(look.bold), look);
}

export function storedNumber(number: number, style: number, context: SheetContext): Content {
  if (!Number.isFinite(number)) throw new Unreadable('damaged', 'a cell stores a number that is none');
  return storedContent(number, lookOf(context, style), context.epoch);
}

function lookOf(context: SheetContext, style: number): CellStyle {
  return context.styles.cells[style] ?? plainStyle;
}
