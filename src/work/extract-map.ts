/** What a person may say of an extract where its own names do not; `read-map.ts` reads it from a file. */
import type { ColumnMap } from '#record/extract-columns.ts';
import type { OpenChoices } from '#record/extract-open.ts';

export type ExtractMap = OpenChoices & {
  readonly columns: ColumnMap;
  /** Further words by which this force calls the online flag. */
  readonly markers: readonly string[];
};

export const noMap: ExtractMap = { columns: new Map(), markers: [] };
