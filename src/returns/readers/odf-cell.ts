/**
 * One cell of an OpenDocument spreadsheet. What is shown is its paragraphs; a cell that states a value and has none shows
 * that value (several programs write no paragraph, and readers that want one lose the number). Notes to a cell are ignored.
 */
import type { Markup } from './markup.ts';
import { showGeneral } from './number-format-digits.ts';
import type { OdfCellFacts } from './odf-cell-facts.ts';
import type { OdfStyles } from './odf-styles.ts';
import type { Run } from './runs.ts';
import {
  type Content,
  noMarks,
  numberContent,
  plainText,
  richText,
  unsavedContent,
} from './sheet-content.ts';

/** Told of each paragraph of a text box or shape. */
export type Note = (runs: readonly Run[]) => void;

/** Reads the cell that `facts` were taken of, opened last, up to its close; null for a blank one. */
export function readOdfCell(
  markup: Markup,
  facts: OdfCellFacts,
  styles: OdfStyles,
  note: Note,
): Content | null {
  const { valueType, value, style, isFormula, isError, isNumeric } = facts;
  const bold = styles.isBold('table-cell', style) ?? false;
  const shown = readShown(markup, styles, bold, note);
  if (valueType === undefined && (shown === null || shown === '')) {
    return isFormula ? unsavedContent(bold) : null;
  }
  if (isNumeric && !isError && shown === value && value !== undefined) {
    const stored = Number(value);
    if (Number.isFinite(stored)) return { text: value, stored, kind: 'number', marks: noMarks, bold };
  }
  if (isError || ((isFormula || isNumeric) && isErrorShown(shown))) {
    return { ...contentOf(shown ?? '', bold), kind: 'error' };
  }
  if (isNumeric) {
    const stored = Number(value ?? Number.NaN);
    if (!Number.isFinite(stored)) return unsavedContent(bold);
    // LibreOffice leaves the paragraph of a result it has not drawn empty; a format may also show nothing on purpose.
    const isUndrawn = shown === null || (shown === '' && !styles.isFormatted(style));
    if (!isUndrawn) return numberShown(shown, stored, bold);
    const plain = valueType === 'percentage' ? `${showGeneral(stored * 100)}%` : showGeneral(stored);
    return numberContent(plain, stored, bold);
  }
  const isBlank = shown === null || shown === '';
  const content = contentOf(isBlank ? (value ?? '') : shown, bold);
  if (valueType === 'date' && value !== undefined) {
    const stored = value.slice(0, 10);
    return { ...content, text: isBlank ? stored : content.text, stored, kind: 'date' };
  }
  if (valueType === 'boolean') {
    const stored = value === 'true';
    return {
      ...content,
      text: isBlank ? (stored ? 'TRUE' : 'FALSE') : content.text,
      stored,
      kind: 'boolean',
    };
  }
  return content;
}

/** What formulas show that failed; programs store 0 or a text beneath. */
const errorText = /^(?:#(?:[A-Z]{3,9}[!?]|DIV\/0!|N\/A)|Err:\d{3})$/;

function isErrorShown(shown: string | readonly Run[] | null): boolean {
  return typeof shown === 'string' && errorText.test(shown.trim());
}

/** A whole number shown with an exponent or as hashes says that its column was narrow, and nothing else. */
function isCramped(shown: string, stored: number): boolean {
  const isShort = Number.isInteger(stored) && Math.abs(stored) < 1e11;
  return /^#+$/.test(shown.trim()) || (isShort && /\dE[+-]?\d+$/i.test(shown.trim()));
}

function numberShown(shown: string | readonly Run[], stored: number, bold: boolean): Content {
  if (typeof shown !== 'string') return { ...richText(shown), stored, kind: 'number' };
  return numberContent(isCramped(shown, stored) ? showGeneral(stored) : shown, stored, bold);
}

function contentOf(shown: string | readonly Run[], bold: boolean): Content {
  return typeof shown === 'string' ? plainText(shown, bold) : richText(shown);
}

/**
 * What the paragraphs of a cell show: one text, runs where looks differ, '' where they are empty, null where there are none. Drawings, notes and
 * tables inside the cell are passed over.
 */
function readShown(
  markup: Markup,
  styles: OdfStyles,
  bold: boolean,
  note: Note,
): string | readonly Run[] | null {
  const leaf = markup.leaf();
  if (leaf === 'text:p') {
    const only = markup.text;
    return only.trim() === '' ? '' : only;
  }
  if (leaf !== null) return null;
  const outer = markup.depth - 1;
  const runs: Run[] = [];
  let paragraphs = 0;
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name !== 'text:p' && markup.name !== 'text:h') {
      readShapes(markup, styles, note);
      continue;
    }
    if (paragraphs++ > 0) runs.push({ text: '\n', raised: false, bold });
    readParagraph(markup, styles, { raised: false, bold }, runs);
  }
  if (paragraphs === 0) return null;
  return runs.every((run) => run.text.trim() === '') ? '' : joined(runs, bold);
}

/** Takes the element opened last up to its close; what text stands in its shapes is a note, what stands in comments is not. */
export function readShapes(markup: Markup, styles: OdfStyles, note: Note): void {
  if (!markup.name.startsWith('draw:') && markup.name !== 'table:shapes') {
    markup.skip();
    return;
  }
  const outer = markup.depth - 1;
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name === 'office:annotation' || markup.name === 'draw:object') markup.skip();
    else if (markup.name === 'text:p' || markup.name === 'text:h') {
      const runs: Run[] = [];
      readParagraph(markup, styles, { raised: false, bold: false }, runs);
      note(runs);
    }
  }
}

function readParagraph(markup: Markup, styles: OdfStyles, look: Omit<Run, 'text'>, runs: Run[]): void {
  const outer = markup.depth - 1;
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'text') runs.push({ text: markup.text, ...look });
    if (event !== 'open') continue;
    switch (markup.name) {
      case 'text:s':
      case 'text:tab':
      case 'text:line-break':
        runs.push({ text: ' ', ...look });
        break;
      case 'text:span':
      case 'text:a': {
        const name = markup.attribute('text:style-name');
        const inner = {
          raised: styles.isRaised('text', name) ?? look.raised,
          bold: styles.isBold('text', name) ?? look.bold,
        };
        readParagraph(markup, styles, inner, runs);
        break;
      }
      case 'office:annotation':
      case 'draw:frame':
      case 'text:ruby-text':
        markup.skip();
    }
  }
}

/** One text where all runs look alike. */
function joined(runs: readonly Run[], bold: boolean): string | readonly Run[] {
  const isAlike = runs.every((run) => !run.raised && run.bold === bold);
  return isAlike ? runs.map((run) => run.text).join('') : runs;
}
