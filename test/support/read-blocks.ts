/** Reads bytes with one reader and lays what came out ready for a test: cells by their place, tables, lines, findings. */
import type { Finding } from '#finding/finding.ts';
import type { Cell, Line, Table } from '#returns/document.ts';
import { type Limits, type Reader, usualLimits } from '#returns/readers/reader.ts';

export type ReadBlocks = {
  readonly tables: readonly Table[];
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  /** Cell at `B4` of the only sheet, or at `Sheet!B4`. Fails when there is none. */
  readonly cell: (name: string) => Cell;
  readonly has: (name: string) => boolean;
  /** `code at` of every finding, the file left out. */
  readonly found: readonly string[];
};

export async function readBlocks(
  reader: Reader,
  bytes: Uint8Array,
  file = 'book',
  limits: Limits = usualLimits,
): Promise<ReadBlocks> {
  const { blocks, findings } = await reader.read(bytes, file, limits);
  const tables = blocks.filter((block) => block.kind === 'table');
  const cells = new Map(tables.flatMap((table) => table.cells.map((cell) => [cell.at, cell])));
  const placeOf = (name: string) => {
    const sheet = tables[0]?.at ?? file;
    if (name.includes('!')) return `${file}#${name}`;
    return sheet.includes('#') ? `${sheet}!${name}` : `${sheet}#${name}`;
  };
  return {
    tables,
    lines: blocks.filter((block) => block.kind === 'line'),
    findings,
    cell: (name) => {
      const cell = cells.get(placeOf(name));
      if (cell === undefined) throw new Error(`no cell at ${name}; there are ${[...cells.keys()].join(' ')}`);
      return cell;
    },
    has: (name) => cells.has(placeOf(name)),
    found: findings.map(({ code, at }) => `${code} ${at.slice(file.length)}`),
  };
}
