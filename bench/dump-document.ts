/** Prints the documents of a file or folder as readers lay them out: `node bench/dump-document.ts PATH`. */

import type { Table } from '#returns/document.ts';
import { openReturn } from '#returns/open-return.ts';

function grid(table: Table): string {
  const rows: string[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const texts: string[] = [];
    for (let col = 0; col < table.cols; col += 1) {
      const cell = table.cells.find((each) => each.row === row && each.col === col);
      const covered = table.cells.some(
        (each) =>
          each.row <= row &&
          row < each.row + each.rowSpan &&
          each.col <= col &&
          col < each.col + each.colSpan,
      );
      const marks = cell === undefined || cell.marks.length === 0 ? '' : ` ^${cell.marks.join(',')}`;
      texts.push(cell === undefined ? (covered ? '"' : '') : `${cell.bold ? '!' : ''}${cell.text}${marks}`);
    }
    rows.push(`    ${table.placeOf(row, 0)}  | ${texts.join(' | ')} |`);
  }
  return rows.join('\n');
}

for (const path of process.argv.slice(2)) {
  for (const document of await openReturn(path)) {
    console.log(`${document.file} (${document.type}) ${document.sha256.slice(0, 12)}`);
    for (const block of document.blocks) {
      if (block.kind === 'table') {
        const shape = `${block.rows} x ${block.cols}, ${block.structure}, ${block.visibility}`;
        console.log(`  TABLE ${block.at} "${block.name}" ${shape}\n${grid(block)}`);
      } else {
        const marks = block.marks.length === 0 ? '' : ` ^${block.marks.join(',')}`;
        console.log(`  ${block.furniture ? '~' : ' '} ${block.role} ${block.at}: ${block.text}${marks}`);
      }
    }
    for (const found of document.findings) {
      console.log(`  FINDING ${found.level} ${found.code} ${found.at} ${JSON.stringify(found.facts)}`);
    }
  }
}
