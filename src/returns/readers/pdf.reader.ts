/**
 * Reads the text layer of a PDF: sentences re-joined over lines and pages, tables worked out from where numbers stand
 * over one another and marked as inferred. Runs no script of the file, opens no link, reads no picture: a file of
 * pictures is reported as such. Every piece of text comes out once, as a line or in a cell.
 */
import { getDocumentProxy } from 'unpdf';
import { finding } from '#finding/catalogue.ts';
import type { Block } from '../document.ts';
import { line } from './laid-out.ts';
import { parted, textOf } from './pdf.furniture.ts';
import { type Page, readPage } from './pdf.page.ts';
import { type Margins, paragraphsOf } from './pdf.paragraphs.ts';
import { partsOf } from './pdf.regions.ts';
import { type Row, rowsOf } from './pdf.rows.ts';
import { tableOf } from './pdf.table.ts';
import type { Blocks, Limits, Reader } from './reader.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';

export const pdfReader: Reader = {
  types: ['pdf'],
  recognises,
  read: (bytes, file, limits) => orUnreadable(file, () => readPdf(bytes, file, limits)),
};

/** The mark may stand after a few bytes of a mail gateway's own; readers of PDF allow a kilobyte. */
function recognises(bytes: Uint8Array): number {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') ? 1 : 0;
}

async function readPdf(bytes: Uint8Array, file: string, limits: Limits): Promise<Blocks> {
  const pages = await pagesOf(bytes, limits);
  if (pages.every((page) => page.pieces.length === 0 && page.turned.length === 0)) {
    return { blocks: [], findings: [finding('not-a-return', file, { why: 'picture of text' })] };
  }
  const { furniture, text } = parted(pages.map((page) => ({ page, rows: rowsOf(page) })));
  const margins = marginsOf(pages, text);
  const blocks: Block[] = [];
  for (const part of partsOf(text)) {
    if (part.kind === 'table') {
      blocks.push(tableOf(part.region, file));
    } else {
      blocks.push(...paragraphsOf(part.rows, margins, file));
    }
  }
  for (const page of pages) {
    for (const turned of page.turned) {
      blocks.push(line('paragraph', { text: turned.trim(), marks: [] }, `${file}#page${page.number}`, false));
    }
  }
  for (const row of furniture) {
    const marks = row.chunks.flatMap((chunk) => chunk.marks);
    blocks.push(line('paragraph', { text: textOf(row), marks }, `${file}#page${row.page}`, true));
  }
  return { blocks, findings: [] };
}

async function pagesOf(bytes: Uint8Array, limits: Limits): Promise<readonly Page[]> {
  // The parser takes the bytes over; the caller keeps its own.
  const source = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  }).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException'
      ? new Unreadable('encrypted', 'the document asks for a password')
      : new Unreadable('damaged', 'the document could not be followed');
  });
  try {
    if (source.numPages > limits.pages) {
      throw new Unreadable('over-limits', `more than ${limits.pages} pages`);
    }
    const pages: Page[] = [];
    let pieces = 0;
    for (let number = 1; number <= source.numPages; number += 1) {
      const page = await readPage(await source.getPage(number), number);
      pieces += page.pieces.length;
      if (pieces > limits.cells) {
        throw new Unreadable('over-limits', `more than ${limits.cells} pieces of text`);
      }
      pages.push(page);
    }
    return pages;
  } finally {
    await source.destroy();
  }
}

function marginsOf(pages: readonly Page[], rows: readonly Row[]): Margins {
  const sizes = new Map<number, number>();
  for (const row of rows) {
    const size = Math.round(row.size * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + textOf(row).length);
  }
  const [usual] = [...sizes.entries()].sort((a, b) => b[1] - a[1]);
  return {
    right: Math.max(0, ...rows.map((row) => row.chunks.at(-1)?.right ?? 0)),
    width: Math.max(0, ...pages.map((page) => page.width)),
    size: usual?.[0] ?? 10,
  };
}
