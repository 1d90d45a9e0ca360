/**
 * Reads the text layer of a PDF: tables by the lines drawn around their cells, or worked out from where numbers stand
 * over one another; the rest as sentences, re-joined over lines and pages. Runs no script of the file, opens no link,
 * reads no picture: a page that is one is reported. Every piece of text comes out once, as a line or in a cell.
 */
import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block } from '../document.ts';
import { holdsNumber, line } from './laid-out.ts';
import { parted, textOf } from './pdf.furniture.ts';
import { checkIntact } from './pdf.intact.ts';
import { type Page, readPage } from './pdf.page.ts';
import { type Margins, paragraphsOf } from './pdf.paragraphs.ts';
import { type Row, rowsOf, writesSpaces } from './pdf.rows.ts';
import { type Ruled, ruledTables } from './pdf.ruled.ts';
import { inferredTable, ruledTable } from './pdf.table.ts';
import { partsOf } from './pdf.zones.ts';
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
  checkIntact(bytes, limits);
  // The parser takes the bytes over; the caller keeps its own.
  const source = await openPdf(new Uint8Array(bytes));
  try {
    const pages = await pagesOf(source, limits);
    const findings = await findingsOf(source, pages, bytes, file);
    return { blocks: blocksOf(pages, file), findings };
  } finally {
    await source.destroy();
  }
}

function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // Pictures are not decoded: nothing is read from them, and a scanned page takes seconds.
  const options = { verbosity: 0, disableFontFace: true, useSystemFonts: false, maxImageSize: 0 };
  return getDocumentProxy(bytes, options).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException'
      ? new Unreadable('encrypted', 'the document asks for a password')
      : new Unreadable('damaged', 'the document could not be followed');
  });
}

async function pagesOf(source: PDFDocumentProxy, limits: Limits): Promise<readonly Page[]> {
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
}

function blocksOf(pages: readonly Page[], file: string): readonly Block[] {
  const ruled = new Map(
    pages.map(
      (page) => [page, ruledTables(page.drawing.rules, page.pieces, page.turned, page.number)] as const,
    ),
  );
  const writes = writesSpaces(pages.flatMap((page) => page.pieces));
  const { furniture, text } = parted(
    pages.map((page) => ({ page, rows: rowsOf(ruled.get(page)?.rest ?? [], page.number, writes) })),
  );
  const margins = marginsOf(pages, text);
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const flush = (): void => {
    for (const part of partsOf(rows)) {
      blocks.push(
        ...(part.kind === 'table'
          ? [inferredTable(part.zone, file)]
          : paragraphsOf(part.rows, margins, file)),
      );
    }
    rows = [];
  };
  let tables: Ruled[] = [];
  const close = (): void => {
    if (tables.length > 0) {
      blocks.push(ruledTable(tables, file));
    }
    tables = [];
  };
  for (const page of pages) {
    const onPage = text.filter((row) => row.page === page.number);
    const drawn = [...(ruled.get(page)?.tables ?? [])].sort((a, b) => a.top - b.top);
    for (const element of [...onPage, ...drawn].sort((a, b) => heightOf(a) - heightOf(b))) {
      if (!('kind' in element)) {
        close();
        rows.push(element);
        continue;
      }
      flush();
      if (!tables.some((last) => goesOn(last, element))) {
        close();
      }
      tables.push(element);
    }
  }
  close();
  flush();
  for (const page of pages) {
    for (const turned of ruled.get(page)?.turned ?? []) {
      blocks.push(line('paragraph', { text: turned.text, marks: [] }, `${file}#page${page.number}`, false));
    }
  }
  for (const row of furniture) {
    const marks = row.chunks.flatMap((chunk) => chunk.marks);
    blocks.push(line('paragraph', { text: textOf(row), marks }, `${file}#page${row.page}`, true));
  }
  return blocks;
}

function heightOf(element: Row | Ruled): number {
  return 'kind' in element ? element.top : element.base;
}

/** A table with the same edges at the top of the next page, and nothing between, is the same table. */
function goesOn(last: Ruled, next: Ruled): boolean {
  return (
    next.page === last.page + 1 &&
    next.edges.length === last.edges.length &&
    next.edges.every((edge, index) => Math.abs(edge - (last.edges[index] ?? 0)) < 4)
  );
}

async function findingsOf(
  source: PDFDocumentProxy,
  pages: readonly Page[],
  bytes: Uint8Array,
  file: string,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const isBlank = (page: Page): boolean => page.pieces.length === 0 && page.turned.length === 0;
  // Pictures are streams, and a stream's description stands in the file as it is.
  const pictures = /\/Subtype\s*\/Image\b/.test(Buffer.from(bytes).toString('latin1'));
  if (pages.every(isBlank)) {
    return [finding('not-a-return', file, { why: pictures ? 'picture of text' : 'no text' })];
  }
  if (source.isPureXfa || (pages.length === 1 && /^Please wait/.test(pages[0]?.pieces[0]?.text ?? ''))) {
    throw new Unreadable('not-supported', 'a form that only its own program shows; ask for a printed PDF');
  }
  for (const page of pages) {
    const at = `${file}#page${page.number}`;
    if (isBlank(page) && pictures) {
      findings.push(finding('hidden-content', at, { what: 'a page without text, which may be a picture' }));
    } else if (page.drawing.unseen > 0.5 * page.drawing.shown) {
      findings.push(
        finding('hidden-content', at, { what: 'text recognised from a picture, which may be misread' }),
      );
    }
    if (page.notes.some(holdsNumber)) {
      findings.push(finding('hidden-content', at, { what: 'notes' }));
    }
  }
  const attached: unknown = await source.getAttachments().catch(() => null);
  if (typeof attached === 'object' && attached !== null && Object.keys(attached).length > 0) {
    findings.push(
      finding('hidden-content', file, { what: 'attached files', files: Object.keys(attached).length }),
    );
  }
  return findings;
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
