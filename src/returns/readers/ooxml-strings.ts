/** Strings of a workbook: shared or inline, plain or in runs of several fonts. Phonetic readings are left out. */
import type { Markup } from './markup.ts';
import { isOn } from './ooxml-workbook.ts';
import { type Content, plainText, richText } from './sheet-content.ts';

type StringRun = { readonly text: string; readonly raised: boolean; readonly bold: boolean | null };

export class WorkbookString {
  readonly #runs: readonly StringRun[];
  #light: Content | null = null;
  #heavy: Content | null = null;

  constructor(runs: readonly StringRun[]) {
    this.#runs = runs;
  }

  /** The string as shown in a cell; runs that name no font take the cell's. */
  inCell(bold: boolean): Content {
    const known = bold ? this.#heavy : this.#light;
    if (known !== null) return known;
    const [only] = this.#runs;
    const content =
      this.#runs.length === 1 && only !== undefined && !only.raised
        ? plainText(only.text, only.bold ?? bold)
        : richText(this.#runs.map((run) => ({ ...run, bold: run.bold ?? bold })));
    if (bold) this.#heavy = content;
    else this.#light = content;
    return content;
  }
}

/** Reads one `si` or `is`, opened last, up to its close. */
export function readString(markup: Markup): WorkbookString {
  const outer = markup.depth - 1;
  const runs: StringRun[] = [];
  let raised = false;
  let bold: boolean | null = null;
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    const { name } = markup;
    if (event === 'close') {
      if (name === 'r') {
        raised = false;
        bold = null;
      }
      continue;
    }
    if (event !== 'open') continue;
    if (name === 'rPh' || name === 'phoneticPr') markup.skip();
    else if (name === 'rPr') bold = false;
    else if (name === 'b') bold = isOn(markup.attribute('val'), true);
    else if (name === 'vertAlign') raised = markup.attribute('val') === 'superscript';
    else if (name === 't') runs.push({ text: unescapeText(readText(markup)), raised, bold });
  }
  return new WorkbookString(runs);
}

/** All text up to the close of the element opened last. */
export function readText(markup: Markup): string {
  const outer = markup.depth - 1;
  let text = '';
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'text') text += markup.text;
  }
  return text;
}

export function readStrings(markup: Markup): WorkbookString[] {
  const strings: WorkbookString[] = [];
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event === 'open' && markup.name === 'si') strings.push(readString(markup));
  }
  return strings;
}

/** `_x000D_` stands for a character that XML cannot carry. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
