/**
 * One cell of an OpenDocument spreadsheet. What is shown is its paragraphs; a cell that states a value and has none shows
 * that value (several programs write no paragraph, and readers that want one lose the number). Notes to a cell are ignored.
 */
import type { Markup } from './markup.ts';
import { showGeneral } from './number-format-digits.ts';
import type { OdfStyles } from './odf-styles.ts';
import type { Run } from './runs.ts';
import { type Content, plainText, richText } from './sheet.ts';

export type OdfCell =
  | { readonly type: 'content'; readonly content: Content }
  | { readonly type: 'number'; readonly shown: string; readonly stored: number; readonly bold: boolean }
  | { readonly type: 'unsaved'; readonly bold: boolean };

/** Reads the cell opened last up to its close; null for a blank one. `fallback` names the style of its row or column. */
export function readOdfCell(markup: Markup, styles: OdfStyles, fallback: string | undefined): OdfCell | null {
  const valueType = markup.attribute('office:value-type');
  const value = markup.attribute('office:value');
  const dateValue = markup.attribute('office:date-value');
  const booleanValue = markup.attribute('office:boolean-value');
  const stringValue = markup.attribute('office:string-value');
  const timeValue = markup.attribute('office:time-value');
  const isError = markup.attribute('calcext:value-type') === 'error';
  const isFormula = markup.attribute('table:formula') !== undefined;
  const bold = styles.isBold('table-cell', markup.attribute('table:style-name') ?? fallback) ?? false;
  const runs = readRuns(markup, styles, bold);
  if (runs.length === 0 && valueType === undefined) return isFormula ? { type: 'unsaved', bold } : null;
  const content =
    runs.length === 1 && runs[0] !== undefined && !runs[0].raised
      ? plainText(runs[0].text, runs[0].bold)
      : richText(runs);
  if (isError) return { type: 'content', content: { ...content, kind: 'error' } };
  switch (valueType) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const stored = Number(value ?? Number.NaN);
      if (!Number.isFinite(stored)) return { type: 'unsaved', bold };
      if (runs.length > 0) return { type: 'number', shown: content.text, stored, bold: content.bold };
      const shown = valueType === 'percentage' ? `${showGeneral(stored * 100)}%` : showGeneral(stored);
      return { type: 'number', shown, stored, bold };
    }
    case 'date': {
      const stored = dateValue?.slice(0, 10) ?? null;
      const text = runs.length > 0 ? content.text : (stored ?? '');
      return {
        type: 'content',
        content: { ...content, text, stored, kind: stored === null ? 'text' : 'date' },
      };
    }
    case 'boolean': {
      const stored = booleanValue === 'true';
      const text = runs.length > 0 ? content.text : stored ? 'TRUE' : 'FALSE';
      return { type: 'content', content: { ...content, text, stored, kind: 'boolean' } };
    }
    case 'time':
      return { type: 'content', content: runs.length > 0 ? content : plainText(timeValue ?? '', bold) };
    default:
      return { type: 'content', content: runs.length > 0 ? content : plainText(stringValue ?? '', bold) };
  }
}

/** Text of the paragraphs of a cell; drawings, notes and tables inside it are passed over. */
function readRuns(markup: Markup, styles: OdfStyles, cellBold: boolean): Run[] {
  const outer = markup.depth - 1;
  const runs: Run[] = [];
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name !== 'text:p' && markup.name !== 'text:h') {
      markup.skip();
      continue;
    }
    if (runs.length > 0) runs.push({ text: '\n', raised: false, bold: runs.at(-1)?.bold ?? cellBold });
    readParagraph(markup, styles, { raised: false, bold: cellBold }, runs);
  }
  return mergeRuns(runs);
}

function readParagraph(markup: Markup, styles: OdfStyles, look: Omit<Run, 'text'>, runs: Run[]): void {
  const outer = markup.depth - 1;
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'text') runs.push({ text: markup.text.replace(/[\t\n\r ]+/g, ' '), ...look });
    if (event !== 'open') continue;
    switch (markup.name) {
      case 'text:s':
        runs.push({ text: ' ', ...look });
        break;
      case 'text:tab':
      case 'text:line-break':
        runs.push({ text: ' ', ...look });
        break;
      case 'text:span':
      case 'text:a': {
        const name = markup.attribute('text:style-name');
        const raised = styles.isRaised('text', name) ?? look.raised;
        readParagraph(markup, styles, { raised, bold: styles.isBold('text', name) ?? look.bold }, runs);
        break;
      }
      case 'office:annotation':
      case 'draw:frame':
      case 'text:ruby-text':
        markup.skip();
    }
  }
}

function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const previous = merged.at(-1);
    if (previous !== undefined && previous.raised === run.raised && previous.bold === run.bold) {
      merged[merged.length - 1] = { ...previous, text: previous.text + run.text };
    } else merged.push(run);
  }
  return merged;
}
