/**
 * The page as text for a person: every table as a grid, every line, and below each the fate of its numbers. Shows what the
 * force sent, small numbers included: it is for whoever holds the files, and never part of a release.
 */
import type { Table } from './document.ts';
import type { Explained, ExplainedBlock } from './explain.ts';
import type { NumberFate } from './explain-line.ts';

/** A column is not padded wider than this; a longer text is still printed whole. */
const WIDEST = 36;

export function explainedPage({ documents }: Explained): readonly string[] {
  return documents.flatMap(({ document, blocks }) => [
    '',
    `${document.file} (${document.type})`,
    ...(blocks.length === 0 ? ['  nothing to show: see the findings'] : []),
    ...blocks.flatMap(blockLines),
  ]);
}

function blockLines({ block, texts }: ExplainedBlock): readonly string[] {
  const numbers = texts.flatMap((text) => text.numbers.map((number) => told(number)));
  const shown =
    block.kind === 'line' ? [`  ${placeInFile(block.at)}  ${block.text}`] : ['', ...gridLines(block)];
  return [...shown, ...numbers.map((line) => `      ${line}`)];
}

function told({ at, text, fate, as }: NumberFate): string {
  const number = text === '' ? '(blank)' : text;
  const name = fate === 'not-an-answer' ? 'not an answer' : fate;
  return `${placeInFile(at)}  ${number} -> ${name}: ${as === '' ? 'unread-number' : as}`;
}

/** Rows and columns with nothing in them are left out: a sheet may be a million rows long for one cell. */
function gridLines(table: Table): readonly string[] {
  const rows = Map.groupBy(table.cells, ({ row }) => row);
  const cols = [...new Set(table.cells.map(({ col }) => col))].sort((a, b) => a - b);
  const widths = new Map<number, number>();
  for (const { col, text } of table.cells)
    widths.set(col, Math.min(WIDEST, Math.max(widths.get(col) ?? 0, text.length)));
  const seen = table.visibility === 'visible' ? '' : ' (hidden sheet)';
  const lines = [...rows].map(([row, cells]) => {
    const texts = new Map(cells.map(({ col, text }) => [col, text]));
    const padded = cols.map((col) => (texts.get(col) ?? '').padEnd(widths.get(col) ?? 0));
    return `    ${placeInFile(table.placeOf(row, 0))} | ${padded.join(' | ')}`.trimEnd();
  });
  return [`  table ${placeInFile(table.at)} "${table.name}"${seen}`, ...lines];
}

function placeInFile(at: string): string {
  return at.slice(at.lastIndexOf('#') + 1);
}
