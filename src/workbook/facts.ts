/**
 * What the rules of accessible spreadsheets ask of a workbook, read from its bytes: cells with their looks, tables as marked
 * up, and what stands beside them. The same for both formats; nothing is interpreted and nothing left out for being hidden.
 */
import type { Area } from '#returns/readers/a1.ts';

export type BookFacts = {
  readonly format: 'xlsx' | 'ods';
  readonly title: string;
  readonly language: string;
  /** Language of the default style; null in a format whose styles have none. */
  readonly styleLanguage: string | null;
  readonly creator: string;
  /** Who saved it last; '' when nobody is named. */
  readonly savedBy: string;
  readonly keywords: string;
  readonly hasMacros: boolean;
  /** Pictures, drawings and charts anywhere in the package. */
  readonly pictures: number;
  /** Zero-based. */
  readonly activeSheet: number;
  readonly sheets: readonly SheetFacts[];
};

export type SheetFacts = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Cells with text or a value, by row, then column. */
  readonly cells: readonly CellFacts[];
  readonly tables: readonly TableFacts[];
  readonly merges: readonly string[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly isFrozen: boolean;
  /** A filter on the sheet itself; those of tables stand with the table. */
  readonly isFiltered: boolean;
  readonly cursor: string;
  readonly zoom: number;
  /** Text of page headers and footers, fields left out. */
  readonly pageText: string;
  readonly comments: number;
  /** Blank cells that carry a fill. */
  readonly filledBlanks: number;
  /** Width of each column in characters, where it is stated. */
  readonly widths: ReadonlyMap<number, number>;
};

export type TableFacts = {
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasFilter: boolean;
};

export type CellFacts = {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  /** The number a cell holds; null for text. */
  readonly value: number | null;
  readonly isFormula: boolean;
  /** `#Sheet!A1` inside the workbook, an address outside; null without a link. */
  readonly link: string | null;
  readonly look: Look;
};

export type Look = {
  readonly font: string;
  readonly size: number;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isRaised: boolean;
  readonly isSpaced: boolean;
  readonly isTurned: boolean;
  readonly hasColour: boolean;
  readonly hasFill: boolean;
  readonly hasBorder: boolean;
  readonly isWrapped: boolean;
  readonly isIndented: boolean;
  readonly align: 'left' | 'right' | 'centre' | 'general';
  /** 1 to 9 for a heading style, 0 for none. */
  readonly heading: number;
  readonly hasThousands: boolean;
  readonly date: 'none' | 'words' | 'figures';
};

export const plainLook: Look = {
  font: '',
  size: 0,
  isItalic: false,
  isUnderlined: false,
  isRaised: false,
  isSpaced: false,
  isTurned: false,
  hasColour: false,
  hasFill: false,
  hasBorder: false,
  isWrapped: false,
  isIndented: false,
  align: 'general',
  heading: 0,
  hasThousands: false,
  date: 'none',
};

/** Cells kept of one workbook; a file beyond it is refused whole, so that no rule is judged on a part. */
export type Budget = { left: number };

/** Characters of a cell that are looked at, as many as a cell of either program can hold. */
export const LONGEST_TEXT = 32_767;

/** Widths, tables and headings beyond these are in no table that somebody made, and would only take time. */
export const MOST = { widths: 50_000, tables: 100, heading: 1_000, pageText: 1_000 } as const;
