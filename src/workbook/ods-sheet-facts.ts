/** One table of an ODS content as facts: repeats are counted before they are laid out, so that a small file cannot fill memory. */
import { cellName } from '#returns/readers/a1.ts';
import type { Markup } from '#returns/readers/markup.ts';
import { Unreadable } from '#returns/readers/unreadable.ts';
import { type Budget, type CellFacts, LONGEST_TEXT, type Look, type SheetFacts } from './facts.ts';
import type { OdsLooks } from './ods-looks.ts';

/** Beyond it a repeated cell fills the rest of a sheet and is no content. */
const WIDEST = 16_384;

export type OdsSheet = Omit<
  SheetFacts,
  'tables' | 'isFrozen' | 'isFiltered' | 'cursor' | 'zoom' | 'pageText'
> & {
  readonly pictures: number;
};

export function odsSheetFacts(markup: Markup, looks: OdsLooks, budget: Budget): OdsSheet {
  const outer = markup.depth - 1;
  const name = markup.attribute('table:name') ?? '';
  const isHidden = looks.isHidden(markup.attribute('table:style-name'));
  const sheet = new Made(looks, budget);
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'open') sheet.take(markup);
  }
  const { cells, merges, widths, hiddenRows, hiddenColumns, comments, filledBlanks, pictures } = sheet;
  return {
    name,
    isHidden,
    cells,
    merges,
    widths,
    hiddenRows,
    hiddenColumns,
    comments,
    filledBlanks,
    pictures,
  };
}

class Made {
  readonly cells: CellFacts[] = [];
  readonly merges: string[] = [];
  readonly widths = new Map<number, number>();
  hiddenRows = 0;
  hiddenColumns = 0;
  comments = 0;
  filledBlanks = 0;
  pictures = 0;
  #row = -1;
  #rowRepeat = 1;
  #nextRow = 0;
  #col = 0;
  #rowStyle: string | undefined;
  readonly #columnStyles: (string | undefined)[] = [];
  readonly #looks: OdsLooks;
  readonly #budget: Budget;

  constructor(looks: OdsLooks, budget: Budget) {
    this.#looks = looks;
    this.#budget = budget;
  }

  take(markup: Markup): void {
    const { name } = markup;
    if (name === 'table:table-column') this.#column(markup);
    else if (name === 'table:table-row') {
      this.#row = this.#nextRow;
      this.#rowRepeat = repeat(markup.attribute('table:number-rows-repeated'));
      this.#nextRow += this.#rowRepeat;
      this.#col = 0;
      this.#rowStyle = markup.attribute('table:default-cell-style-name');
      if (isCollapsed(markup)) this.hiddenRows += 1;
    } else if (name === 'table:table-cell') this.#cell(markup);
    else if (name === 'table:covered-table-cell') {
      this.#col += repeat(markup.attribute('table:number-columns-repeated'));
      markup.skip();
    } else if (name === 'office:annotation') {
      this.comments += 1;
      markup.skip();
    } else if (name.startsWith('draw:') || name === 'table:shapes') {
      if (name !== 'table:shapes') this.pictures += 1;
    }
  }

  #column(markup: Markup): void {
    const times = repeat(markup.attribute('table:number-columns-repeated'));
    const from = this.#columnStyles.length;
    const to = Math.min(from + times, WIDEST);
    const width = this.#looks.width(markup.attribute('table:style-name'));
    for (let at = from; at < to; at++) {
      this.#columnStyles.push(markup.attribute('table:default-cell-style-name'));
      if (width !== null) this.widths.set(at, width);
    }
    if (isCollapsed(markup)) this.hiddenColumns += 1;
  }

  #cell(markup: Markup): void {
    const times = repeat(markup.attribute('table:number-columns-repeated'));
    const spans = [
      markup.attribute('table:number-columns-spanned'),
      markup.attribute('table:number-rows-spanned'),
    ];
    const style = markup.attribute('table:style-name') ?? this.#rowStyle ?? this.#columnStyles[this.#col];
    const isFormula = markup.attribute('table:formula') !== undefined;
    const type = markup.attribute('office:value-type') ?? 'string';
    const stored = markup.attribute('office:value');
    const numeric = ['float', 'percentage', 'currency'].includes(type)
      ? Number(stored ?? Number.NaN)
      : Number.NaN;
    const look = this.#looks.look(style);
    const inside = this.#inside(markup, look);
    const value = Number.isFinite(numeric) ? numeric : null;
    const isBlank = inside.text === '' && value === null && !isFormula;
    if (spans.some((span) => repeat(span) > 1)) this.merges.push(cellName(this.#row, this.#col));
    const date = type === 'date' && inside.look.date === 'none' ? 'figures' : inside.look.date;
    if (isBlank) this.filledBlanks += look.hasFill && times < WIDEST / 2 && this.#rowRepeat < WIDEST ? 1 : 0;
    else {
      this.#budget.left -= times * this.#rowRepeat;
      if (this.#budget.left < 0)
        throw new Unreadable('over-limits', 'the workbook holds more cells than are checked');
      for (let row = this.#row; row < this.#row + this.#rowRepeat; row++) {
        for (let col = this.#col; col < this.#col + times; col++) {
          this.cells.push({
            row,
            col,
            value,
            isFormula,
            text: inside.text,
            link: inside.link,
            look: { ...inside.look, date },
          });
        }
      }
    }
    this.#col += times;
  }

  /** Text of the paragraphs of the cell opened last, up to its close. */
  #inside(markup: Markup, look: Look): { text: string; link: string | null; look: Look } {
    const outer = markup.depth - 1;
    let [text, paragraphs, link] = ['', 0, null as string | null];
    let shown = look;
    for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
      if (event === 'text' && text.length < LONGEST_TEXT) text += markup.text.slice(0, LONGEST_TEXT);
      if (event !== 'open') continue;
      const { name } = markup;
      if (name === 'text:p' || name === 'text:h') text += paragraphs++ > 0 ? '\n' : '';
      else if (name === 'text:a')
        link = (markup.attribute('xlink:href') ?? '')
          .replace(/^(#[^.!]*)\.([A-Z]+\d+)$/, '$1!$2')
          .replaceAll("'", '');
      else if (name === 'text:s') text += ' '.repeat(Math.min(repeat(markup.attribute('text:c')), 1000));
      else if (name === 'text:tab' || name === 'text:line-break') text += ' ';
      else if (name === 'text:span')
        shown = { ...shown, ...this.#looks.ofText(markup.attribute('text:style-name')) };
      else if (name === 'office:annotation' || name.startsWith('draw:')) {
        if (name === 'office:annotation') this.comments += 1;
        else this.pictures += 1;
        markup.skip();
      }
    }
    return { text, link, look: shown };
  }
}

function repeat(written: string | undefined): number {
  const times = Number(written ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function isCollapsed(markup: Markup): boolean {
  return ['collapse', 'filter'].includes(markup.attribute('table:visibility') ?? '');
}
