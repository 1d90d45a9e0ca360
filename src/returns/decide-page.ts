/**
 * Takes out of the documents what a person decided to be no answer: whole files, sheets, tables and lines before they are
 * read, so that nothing is taken from their words either; single numbers after, so that their labels still serve others.
 */
import type { Decision } from './decide-file.ts';
import { liesIn } from './decide-places.ts';
import type { Block, Cell, Document, Table } from './document.ts';
import { cellValue } from './words/value-words.ts';

export type Ignored = Decision & { readonly verb: 'ignore' };

export type Page = {
  readonly documents: readonly Document[];
  /** What was taken out before reading. */
  readonly left: ReadonlySet<Block | Cell>;
  /** Cells with numbers that are to be no answers. */
  readonly silenced: ReadonlySet<Cell>;
  /** The block as sent, for one that was read in part. */
  readonly asSent: (block: Block) => Block;
};

export function withoutIgnored(
  documents: readonly Document[],
  ignored: readonly Ignored[],
  onUse: (decision: Decision) => void,
): Page {
  const left = new Set<Block | Cell>();
  const silenced = new Set<Cell>();
  const sent = new Map<Block, Block>();
  const of = (at: string): boolean => {
    const found = ignored.filter((one) => liesIn(at, one.at));
    for (const one of found) onUse(one);
    return found.length > 0;
  };
  const inPart = (table: Table): Table => {
    for (const cell of table.cells) {
      if (!of(cell.at)) continue;
      if (cellValue(cell.text) === null) left.add(cell);
      else silenced.add(cell);
    }
    if (!table.cells.some((cell) => left.has(cell))) return table;
    const part = { ...table, cells: table.cells.filter((cell) => !left.has(cell)) };
    sent.set(part, table);
    return part;
  };
  const read =
    ignored.length === 0
      ? documents
      : documents.map((document) => ({
          ...document,
          blocks: document.blocks.flatMap((block): readonly Block[] => {
            if (of(block.at)) {
              left.add(block);
              return [];
            }
            return block.kind === 'table' ? [inPart(block)] : [block];
          }),
        }));
  return { documents: read, left, silenced, asSent: (block) => sent.get(block) ?? block };
}
