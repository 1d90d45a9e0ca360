/** A return before it has a type: lines and tables in order of reading, as a writer would set them. */
export type Text = string | number | null;

export type PageCell = { readonly text: Text; readonly cols?: number; readonly rows?: number };

export type Line = { readonly kind: 'line'; readonly text: string; readonly isHeading?: boolean };

export type PageTable = {
  readonly kind: 'table';
  /** Every position of every row; null where a merged cell reaches or nothing stands. */
  readonly rows: readonly (readonly (PageCell | null)[])[];
};

export type Piece = Line | PageTable;

/** Pieces of one sheet or section. */
export type Section = { readonly name: string; readonly pieces: readonly Piece[] };

export const line = (text: string, isHeading = false): Line => ({ kind: 'line', text, isHeading });

export const cell = (text: Text): PageCell | null => (text === null ? null : { text });
