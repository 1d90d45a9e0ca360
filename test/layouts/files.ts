/** Writes the sections of a return as a file of some type, with the makers of test files. */
import { letterOf, p, tbl, tc, tr } from '../support/letters.ts';
import { mailOf } from '../support/mails.ts';
import { type Drawn, pageHeight, pdfOf } from '../support/pdf.ts';
import { setProse, setTable } from '../support/pdf-tables.ts';
import { escapeXml, type Grid, letters, odsOf, xlsxOf, xlsxRows } from '../support/workbooks.ts';
import type { Chance } from './chance.ts';
import type { PageCell, PageTable, Piece, Section } from './page.ts';

export type Kind = 'xlsx' | 'ods' | 'csv' | 'tsv' | 'html' | 'docx' | 'pdf' | 'txt' | 'eml';

export type MadeFile = { readonly name: string; readonly bytes: Uint8Array };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function fileOf(by: Chance, kind: Kind, sections: readonly Section[]): MadeFile {
  switch (kind) {
    case 'xlsx':
    case 'ods':
      return workbook(by, kind, by.maybe(0.5) ? sections : [stacked(sections)]);
    case 'csv':
    case 'tsv': {
      const { grid } = sheetOf(by, stacked(sections).pieces, false);
      const mark = kind === 'tsv' ? '\t' : by.pick([',', ',', ';']);
      const text = grid.map((row) => row.map((one) => quoted(one, mark)).join(mark)).join('\r\n');
      const wide = by.maybe(0.15);
      return {
        name: `reply.${kind}`,
        bytes: wide ? new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) : bytesOf(text),
      };
    }
    case 'html':
      return { name: 'page.html', bytes: bytesOf(htmlOf(sections)) };
    case 'docx':
      return { name: 'reply.docx', bytes: letterOf({ body: piecesOf(sections).map(wordOf).join('') }) };
    case 'pdf':
      return { name: 'letter.pdf', bytes: pdfOfSections(by, latin(sections)) };
    case 'txt':
      return { name: 'reply.txt', bytes: bytesOf(textOf(sections)) };
    case 'eml':
      return {
        name: 'reply.eml',
        bytes: by.maybe(0.5)
          ? mailOf({ html: htmlOf(sections) })
          : mailOf({
              text: 'The answer is in the file attached.',
              attachments: [attached(by, sections)],
            }),
      };
    default:
      return kind satisfies never;
  }
}

function attached(by: Chance, sections: readonly Section[]): MadeFile {
  return fileOf(by, by.pick(['xlsx', 'ods', 'csv']), sections);
}

function piecesOf(sections: readonly Section[]): readonly Piece[] {
  return sections.flatMap(({ pieces }) => pieces);
}

function stacked(sections: readonly Section[]): Section {
  return { name: 'Sheet1', pieces: piecesOf(sections) };
}

type Merge = { readonly row: number; readonly col: number; readonly rows: number; readonly cols: number };

/** Pieces one under another on a grid, with a blank row before each table or not. */
function sheetOf(
  by: Chance,
  pieces: readonly Piece[],
  mayShift: boolean,
): { grid: Grid; merges: readonly Merge[] } {
  const grid: (string | number | null)[][] = [];
  const merges: Merge[] = [];
  const shift = mayShift && by.maybe(0.15) ? 1 : 0;
  const gap = by.maybe(0.6);
  if (shift > 0) grid.push([]);
  let isAfterTable = false;
  for (const piece of pieces) {
    if (piece.kind === 'line') {
      if (isAfterTable) grid.push([]);
      isAfterTable = false;
      grid.push([...Array<null>(shift).fill(null), piece.text]);
      continue;
    }
    if (gap && grid.length > 0) grid.push([]);
    for (const row of piece.rows) {
      row.forEach((one, col) => {
        if (one !== null && ((one.cols ?? 1) > 1 || (one.rows ?? 1) > 1))
          merges.push({ row: grid.length, col: col + shift, rows: one.rows ?? 1, cols: one.cols ?? 1 });
      });
      grid.push([...Array<null>(shift).fill(null), ...row.map((one) => one?.text ?? null)]);
    }
    isAfterTable = true;
  }
  return { grid, merges };
}

function workbook(by: Chance, kind: 'xlsx' | 'ods', sections: readonly Section[]): MadeFile {
  const sheets = sections.map(({ name, pieces }) => ({ name, ...sheetOf(by, pieces, true) }));
  if (kind === 'ods') {
    const tables = sheets.map(({ name, grid, merges }) => odsTable(name, grid, merges));
    return { name: 'figures.ods', bytes: odsOf(tables.join('')) };
  }
  return {
    name: 'figures.xlsx',
    bytes: xlsxOf({
      sheets: sheets.map(({ name, grid, merges }) => ({
        name,
        rows: xlsxRows(grid),
        ...(merges.length === 0
          ? {}
          : {
              after: `<mergeCells count="${merges.length}">${merges.map((one) => `<mergeCell ref="${letters(one.col)}${one.row + 1}:${letters(one.col + one.cols - 1)}${one.row + one.rows}"/>`).join('')}</mergeCells>`,
            }),
      })),
    }),
  };
}

function odsTable(name: string, grid: Grid, merges: readonly Merge[]): string {
  const rows = grid.map((cells, row) => {
    const made = cells.map((value, col) => {
      const merge = merges.find((one) => one.row === row && one.col === col);
      const covered = merges.some(
        (one) =>
          one !== merge &&
          row >= one.row &&
          row < one.row + one.rows &&
          col >= one.col &&
          col < one.col + one.cols,
      );
      if (covered) return '<table:covered-table-cell/>';
      const span =
        merge === undefined
          ? ''
          : ` table:number-columns-spanned="${merge.cols}" table:number-rows-spanned="${merge.rows}"`;
      if (value === null) return `<table:table-cell${span}/>`;
      const text = `<text:p>${escapeXml(String(value))}</text:p>`;
      return typeof value === 'string'
        ? `<table:table-cell${span} office:value-type="string">${text}</table:table-cell>`
        : `<table:table-cell${span} office:value-type="float" office:value="${value}">${text}</table:table-cell>`;
    });
    return `<table:table-row>${made.join('') || '<table:table-cell/>'}</table:table-row>`;
  });
  return `<table:table table:name="${escapeXml(name)}">${rows.join('')}</table:table>`;
}

function quoted(value: string | number | null, mark: string): string {
  const text = value === null ? '' : String(value);
  return text.includes(mark) || /["\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function htmlOf(sections: readonly Section[]): string {
  const made = piecesOf(sections).map((piece) =>
    piece.kind === 'line'
      ? piece.isHeading === true
        ? `<h2>${escapeXml(piece.text)}</h2>`
        : `<p>${escapeXml(piece.text)}</p>`
      : `<table>${spanned(piece)
          .map(
            (row) =>
              `<tr>${row.map((one) => `<td${attribute('colspan', one.cols)}${attribute('rowspan', one.rows)}>${one.text === null ? '' : escapeXml(String(one.text))}</td>`).join('')}</tr>`,
          )
          .join('')}</table>`,
  );
  return `<!doctype html><html><body><main><h1>Freedom of information reply</h1>${made.join('\n')}</main></body></html>`;
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined || value === 1 ? '' : ` ${name}="${value}"`;
}

/** Rows without the positions that merged cells cover. */
function spanned(table: PageTable): readonly (readonly PageCell[])[] {
  const covered = new Set<string>();
  return table.rows.map((row, at) =>
    row.flatMap((one, col): PageCell[] => {
      if (covered.has(`${at},${col}`)) return [];
      for (let down = 0; down < (one?.rows ?? 1); down += 1)
        for (let right = 0; right < (one?.cols ?? 1); right += 1) covered.add(`${at + down},${col + right}`);
      return [one ?? { text: null }];
    }),
  );
}

function wordOf(piece: Piece): string {
  if (piece.kind === 'line') return p(piece.text);
  const covered = new Map<string, PageCell>();
  return tbl(
    ...piece.rows.map((row, at) =>
      tr(
        ...row.flatMap((one, col): string[] => {
          const over = covered.get(`${at},${col}`);
          if (over !== undefined) return over.rows === undefined ? [] : [tc('', '<w:vMerge/>')];
          if (one === null) return [tc('')];
          for (let right = 1; right < (one.cols ?? 1); right += 1)
            covered.set(`${at},${col + right}`, { text: null });
          for (let down = 1; down < (one.rows ?? 1); down += 1) covered.set(`${at + down},${col}`, one);
          const wide = one.cols === undefined || one.cols === 1 ? '' : `<w:gridSpan w:val="${one.cols}"/>`;
          const tall = one.rows === undefined || one.rows === 1 ? '' : '<w:vMerge w:val="restart"/>';
          return [tc(one.text === null ? '' : escapedText(String(one.text)), wide + tall)];
        }),
      ),
    ),
  );
}

/** A text that begins like markup is set as a run, so that it is not taken for one. */
function escapedText(text: string): string {
  return text.startsWith('<') ? p(` ${text}`) : text;
}

/** The fonts that the pages are set in have no long dash. */
function latin(sections: readonly Section[]): readonly Section[] {
  const plain = <T>(text: T): T | string => (typeof text === 'string' ? text.replaceAll('–', '-') : text);
  return sections.map(({ name, pieces }) => ({
    name,
    pieces: pieces.map((piece) =>
      piece.kind === 'line'
        ? { ...piece, text: plain(piece.text) }
        : {
            ...piece,
            rows: piece.rows.map((row) =>
              row.map((one) => (one === null ? null : { ...one, text: plain(one.text) })),
            ),
          },
    ),
  }));
}

function pdfOfSections(by: Chance, sections: readonly Section[]): Uint8Array {
  const pages: Drawn[][] = [[]];
  const bottom = pageHeight - 60;
  const ruled = by.maybe(0.5);
  const align = by.pick(['left', 'middle', 'right'] as const);
  let y = 60;
  for (const piece of piecesOf(sections)) {
    const set = (top: number) =>
      piece.kind === 'line' ? setProse(piece.text, 50, top, 480, 10) : setGrid(piece, top);
    const setGrid = (table: PageTable, top: number) => {
      const cols = Math.max(...table.rows.map((row) => row.length));
      const first = 130;
      const columns = Array.from({ length: cols }, (_, col) =>
        col === 0 ? first : Math.min(90, (495 - first) / (cols - 1)),
      );
      const grid = table.rows.map((row) =>
        row.map((one) => (one?.text === null || one === null ? '' : String(one.text))),
      );
      return setTable(grid, { left: 50, top, columns, align, pad: 3, size: 9, ruled });
    };
    let made = set(y);
    if (made.bottom > bottom && y > 60) {
      pages.push([]);
      y = 60;
      made = set(y);
    }
    pages.at(-1)?.push(...made.drawn);
    y = made.bottom + 12;
  }
  return pdfOf({ pages });
}

/** Tables as a mail program sets them in plain text: columns padded with spaces. */
function textOf(sections: readonly Section[]): string {
  return piecesOf(sections)
    .map((piece) => {
      if (piece.kind === 'line') return `${piece.text}\n`;
      const rows = piece.rows.map((row) =>
        row.map((one) => (one?.text === null || one === null ? '' : String(one.text))),
      );
      const widths = (rows[0] ?? []).map(
        (_, col) => Math.max(...rows.map((row) => (row[col] ?? '').length)) + 3,
      );
      return `${rows
        .map((row) =>
          row
            .map((text, col) => text.padEnd(widths[col] ?? 0))
            .join('')
            .trimEnd(),
        )
        .join('\n')}\n`;
    })
    .join('\n');
}
