/**
 * A workbook before it is bytes: what the ODS and the XLSX of a release both say, cell by cell. One sheet holds lines of
 * text in column A and at most one table under them, which is all that the rules of accessible spreadsheets allow.
 */
export type Book = {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly keywords: readonly string[];
  readonly sheets: readonly Sheet[];
};

export type Sheet = {
  /** Letters, digits and underscores, at most 31. */
  readonly name: string;
  /** Column A from the first row down; the first line is the title. */
  readonly lines: readonly Line[];
  readonly table: Table | null;
  /** Width of column A where there is no table. */
  readonly width: number;
};

export type Line = {
  readonly text: string;
  /** 1 for the title of the sheet, 2 for a heading inside it; 0 for text. */
  readonly heading: 0 | 1 | 2;
  /** A web address, or `#Sheet` for the first cell of a sheet. */
  readonly link: string | null;
};

export type Table = {
  /** A name for formulas and screen readers: letters, digits and underscores. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
};

export type Column = {
  readonly heading: string;
  readonly kind: 'text' | 'number';
  /** In characters of the font. */
  readonly width: number;
};

export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly link: string | null }
  | { readonly kind: 'number'; readonly number: number; readonly decimals: number };

export function line(text: string, over: Partial<Line> = {}): Line {
  return { text, heading: 0, link: null, ...over };
}

export function text(written: string, link: string | null = null): Value {
  return { kind: 'text', text: written, link };
}

export function number(value: number, decimals = 0): Value {
  return { kind: 'number', number: value, decimals };
}

/** A number as both files show it: thousands by commas, as `#,##0` does. */
export function shown(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Decimal places in use, each a style of its own. */
export function decimalsIn(book: Book): readonly number[] {
  const used = new Set([0]);
  for (const { table } of book.sheets) {
    for (const value of table?.rows.flat() ?? []) if (value.kind === 'number') used.add(value.decimals);
  }
  return [...used].sort((a, b) => a - b);
}
