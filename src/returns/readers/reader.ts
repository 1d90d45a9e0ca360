/**
 * What every reader promises: bytes of one file in, blocks and findings out, and nothing else. A reader never throws on
 * what a file contains: damaged, encrypted, hostile or over the limits is the finding `unreadable`. It interprets
 * nothing, opens no network address and no other file, and gives the same blocks for the same bytes.
 */
import type { Finding } from '#finding/finding.ts';
import type { Block, DocumentType } from '../document.ts';

export type Limits = {
  /** Bytes of one file as sent. */
  readonly bytes: number;
  /** Bytes of everything inside an archive or package once inflated, as its directory states them. */
  readonly inflatedBytes: number;
  /** Members of an archive or parts of a package. */
  readonly members: number;
  /** Non-empty cells, or lines, kept from one file. */
  readonly cells: number;
  /** Elements, messages or archives inside one another. */
  readonly depth: number;
  /** Pages of one paged file. */
  readonly pages: number;
  /** Time and memory for one file; kept by the worker that runs the reader, not by the reader. */
  readonly milliseconds: number;
  readonly megabytes: number;
};

export const usualLimits: Limits = {
  bytes: 64_000_000,
  inflatedBytes: 200_000_000,
  members: 5_000,
  cells: 2_000_000,
  depth: 100,
  pages: 500,
  milliseconds: 20_000,
  megabytes: 512,
};

export type Blocks = { readonly blocks: readonly Block[]; readonly findings: readonly Finding[] };

export type Reader = {
  readonly types: readonly DocumentType[];
  /**
   * How sure the reader is that these bytes are its own, from 0 (no) to 1 (certain), by content first: a name alone is
   * never worth more than 0.5. The most confident reader reads the file. Must be quick: it looks, it does not parse.
   */
  readonly recognises: (bytes: Uint8Array, name: string) => number;
  /** `file` is the display name that opens every place, such as `Annex A.xlsx` or `reply.eml/book.xlsx`. */
  readonly read: (bytes: Uint8Array, file: string, limits: Limits) => Promise<Blocks>;
};
