/**
 * A document is one file of a return laid out as blocks in reading order, whatever its type. Readers make documents and
 * interpret nothing: no header is a header yet, no number an answer. What a sheet hides is marked, never dropped.
 */
import type { Finding } from '#finding/finding.ts';

/** Place of a thing inside a return: `file#Sheet!B4`, `file#B4` (csv), `file#t1r2c3`, `file#p7`, `file#page1`, `file#l7`. */
export type Place = string;

export type Cell = {
  /** Zero-based position in the table. A merged cell stands once, at its top left, with its spans. */
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** What a person sees, white space folded, footnote marks in superscript taken out (they stand in `marks`). */
  readonly text: string;
  /** What the file stores, when it is a number, a date (as YYYY-MM-DD) or a boolean; null when it stores just the text. */
  readonly stored: number | string | boolean | null;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  readonly marks: readonly string[];
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly at: Place;
};

export type Table = {
  readonly kind: 'table';
  /** Sheet name, caption or ''. */
  readonly name: string;
  readonly at: Place;
  readonly rows: number;
  readonly cols: number;
  /** Non-empty cells only, by row, then column. An absent cell is blank. */
  readonly cells: readonly Cell[];
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** 'inferred' where the file has no table and rows and columns were worked out from positions on a page. */
  readonly structure: 'stated' | 'inferred';
  /** Place of a blank or filled position, for findings and origins. */
  readonly placeOf: (row: number, col: number) => Place;
};

export type Line = {
  readonly kind: 'line';
  readonly role: 'heading' | 'paragraph' | 'item';
  readonly text: string;
  readonly marks: readonly string[];
  readonly at: Place;
  /** Site furniture: navigation, cookie notice, page header and footer. Kept so that every number is accounted for. */
  readonly furniture: boolean;
};

export type Block = Table | Line;

export type DocumentType = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv' | 'html' | 'pdf' | 'docx' | 'eml' | 'txt';

export type Document = {
  /** As sent; an attachment or archive member is `outer/inner`. */
  readonly file: string;
  readonly type: DocumentType | 'unknown';
  readonly sha256: string;
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
};
