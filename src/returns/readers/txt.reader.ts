/**
 * Plain text: lines in order, a wrapped sentence joined and placed where it begins (`file#l7`), and a table where columns
 * are plain to see. Every line with content stands once: in a table or as a line, never in both.
 */
import type { Block, Cell, Line, Table } from '../document.ts';
import { cutText } from './cut-short.ts';
import { decodeText } from './decode-text.ts';
import { bodyLines } from './eml.body.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { plainText } from './sheet-content.ts';
import { findTables, type TextTable } from './txt-columns.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';

export const txtReader: Reader = {
  types: ['txt'],

  recognises(bytes, name) {
    const text = decodeText(bytes.subarray(0, 64_000));
    if (text === null || text.trim() === '') return 0;
    return /\.(?:txt|text|asc|md)$/i.test(name) ? 0.5 : 0.2;
  },

  read: (bytes, file, limits) => orUnreadable(file, () => readText(bytes, file, limits)),
};

function readText(bytes: Uint8Array, file: string, limits: Limits): Blocks {
  const text = decodeText(bytes);
  if (text === null) throw new Unreadable('damaged', 'the bytes are not text');
  const lines = text.split('\n');
  if (lines.length > limits.cells)
    throw new Unreadable('over-limits', 'more lines than are read from one file');
  const tables = findTables(lines);
  const left = [...lines];
  for (const { first, rows } of tables) left.fill('', first, first + rows.length);
  const blocks: { at: number; block: Block }[] = tables.map((found) => ({
    at: found.first + 1,
    block: tableOf(found, file),
  }));
  // The subject says forwarded, so that a message saved with its own header on top is not taken for earlier mail.
  for (const line of bodyLines(left.join('\n'), 'Fwd:', file)) {
    const at = Number(/l(\d+)$/.exec(line.at)?.[1]);
    blocks.push({ at, block: asHeading(line, lines[at] ?? '') });
  }
  blocks.sort((a, b) => a.at - b.at);
  return { blocks: blocks.map(({ block }) => block), findings: cutText(text, file) };
}

/** A line ruled underneath, or in capitals throughout, is a heading. */
function asHeading(line: Line, below: string): Line {
  const isShort = line.role === 'paragraph' && line.text.length <= 80 && /\p{L}{2}/u.test(line.text);
  const isRuled = /^\s*(?:={3,}|-{3,}|_{3,}|~{3,})\s*$/.test(below);
  return isShort && (isRuled || !/\p{Ll}/u.test(line.text)) ? { ...line, role: 'heading' } : line;
}

export function tableOf({ first, rows }: TextTable, file: string): Table {
  const kept = rows.flatMap((fields, n) => (fields === null ? [] : [{ fields, line: first + n + 1 }]));
  const placeOf = (row: number, col: number) => `${file}#l${kept[row]?.line ?? first + 1}c${col + 1}`;
  const cells: Cell[] = kept.flatMap(({ fields }, row) =>
    fields.flatMap((field, col) => {
      const content = plainText(field, false);
      if (content.text === '') return [];
      return [{ row, col, rowSpan: 1, colSpan: 1, ...content, hidden: false, at: placeOf(row, col) }];
    }),
  );
  return {
    kind: 'table',
    name: '',
    at: `${file}#l${first + 1}`,
    rows: kept.length,
    cols: kept.reduce((most, { fields }) => Math.max(most, fields.length), 0),
    cells,
    visibility: 'visible',
    structure: 'inferred',
    placeOf,
  };
}
