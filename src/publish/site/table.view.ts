/** The shape in which pages hand a table to the template: head cells, and body cells that are a figure, a tag or text. A bar stands under
 * the head of its row, so that no column is empty for a reader who cannot see it. */
import type { FigureView } from './figure.view.ts';

export type Cell =
  | { readonly figure: FigureView }
  | { readonly text: string; readonly kind?: string; readonly path?: string }
  | { readonly links: readonly { readonly text: string; readonly path: string }[] }
  /** Leads off the site, with what is noted of it. */
  | { readonly text: string; readonly href: string; readonly remark: string }
  | { readonly code: string };

export type TableView = {
  readonly caption: string;
  readonly columns: readonly { readonly text: string; readonly numeric?: true }[];
  readonly rows: readonly {
    /** Anchor of the row. */
    readonly id?: string;
    readonly head: { readonly text: string; readonly path?: string; readonly svg?: string };
    readonly cells: readonly Cell[];
  }[];
  /** Rows become blocks on a narrow screen; for tables of more than two or three columns. */
  readonly stack?: true;
  /** Leaves out the link "doubt" beside a figure: the doubts stand on the same page. */
  readonly quiet?: true;
};
