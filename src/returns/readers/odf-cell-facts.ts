/** What the start tag of an OpenDocument cell states. One object serves all cells of a table: there are very many. */
import type { Markup } from './markup.ts';
import { Unreadable } from './unreadable.ts';

/** The attribute that holds the value of each type of cell. */
const valueAttributes: Readonly<Record<string, string>> = {
  float: 'office:value',
  currency: 'office:value',
  percentage: 'office:value',
  date: 'office:date-value',
  time: 'office:time-value',
  boolean: 'office:boolean-value',
  string: 'office:string-value',
};

export class OdfCellFacts {
  valueType: string | undefined;
  value: string | undefined;
  style: string | undefined;
  isFormula = false;
  isError = false;
  repeat = 1;
  rowSpan = 1;
  colSpan = 1;

  /** Takes the cell opened last; `style` is the one of its row or column, for a cell that names none. */
  take(markup: Markup, style: string | undefined): void {
    this.valueType = undefined;
    this.value = undefined;
    this.style = style;
    this.isFormula = false;
    this.isError = false;
    this.repeat = 1;
    this.rowSpan = 1;
    this.colSpan = 1;
    for (let n = 0; n < markup.attributeCount; n++) this.#takeAttribute(markup, n);
    if (this.valueType === undefined) return;
    const holder = valueAttributes[this.valueType] ?? '';
    if (holder !== 'office:value') this.value = markup.attribute(holder);
  }

  get isNumeric(): boolean {
    return this.valueType === 'float' || this.valueType === 'currency' || this.valueType === 'percentage';
  }

  #takeAttribute(markup: Markup, n: number): void {
    switch (markup.attributeName(n)) {
      case 'office:value-type':
        this.valueType = markup.attributeValue(n);
        break;
      case 'office:value':
        this.value = markup.attributeValue(n);
        break;
      case 'table:style-name':
        this.style = markup.attributeValue(n);
        break;
      case 'table:formula':
        this.isFormula = true;
        break;
      case 'calcext:value-type':
        this.isError = markup.attributeValue(n) === 'error';
        break;
      case 'table:number-columns-repeated':
        this.repeat = repeatOf(markup.attributeValue(n));
        break;
      case 'table:number-rows-spanned':
        this.rowSpan = repeatOf(markup.attributeValue(n));
        break;
      case 'table:number-columns-spanned':
        this.colSpan = repeatOf(markup.attributeValue(n));
    }
  }
}

export function repeatOf(stated: string | undefined): number {
  if (stated === undefined) return 1;
  const repeat = Number(stated);
  if (!Number.isSafeInteger(repeat) || repeat < 1)
    throw new Unreadable('damaged', 'a repeat that is no number');
  return repeat;
}
