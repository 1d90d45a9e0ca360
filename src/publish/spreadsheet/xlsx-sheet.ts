/** One sheet of an XLSX: strings inline so that a part can be read alone, links beside them, widths stated. Leaves out blanks. */
import type { Line, Sheet, Value } from './book.ts';
import { columnLetters, DECLARATION, escaped } from './package.ts';
import { LOOK, numberLook } from './xlsx-styles.ts';

type Made = { readonly xml: string; readonly links: readonly string[] };

export function sheetPart(
  { lines, table, width }: Sheet,
  decimals: readonly number[],
  isFirst: boolean,
): Made {
  const links: string[] = [];
  const anchors: string[] = [];
  const follow = (place: string, link: string | null) => {
    if (link === null) return;
    if (link.startsWith('#')) {
      anchors.push(
        `<hyperlink ref="${place}" location="${escaped(link.slice(1))}!A1" display="${escaped(link.slice(1))}"/>`,
      );
    } else {
      links.push(link);
      anchors.push(`<hyperlink ref="${place}" r:id="rId${links.length}"/>`);
    }
  };
  const rows: string[] = lines.map((one, at) => {
    follow(`A${at + 1}`, one.link);
    return row(at + 1, [textCell(`A${at + 1}`, one.text, lookOf(one))]);
  });
  if (table !== null) {
    const head = lines.length + 1;
    rows.push(
      row(
        head,
        table.columns.map(({ heading, kind }, at) =>
          textCell(
            `${columnLetters(at)}${head}`,
            heading,
            kind === 'number' ? LOOK.numberHead : LOOK.textHead,
          ),
        ),
      ),
    );
    table.rows.forEach((values, down) => {
      const at = head + 1 + down;
      rows.push(
        row(
          at,
          values.map((value, across) => {
            const place = `${columnLetters(across)}${at}`;
            if (value.kind === 'text') follow(place, value.link);
            return valueCell(place, value, table.columns[across]?.kind === 'number', decimals);
          }),
        ),
      );
    });
  }
  const widths = table === null ? [width] : table.columns.map((column) => column.width);
  const cols = widths.map(
    (chars, at) => `<col min="${at + 1}" max="${at + 1}" width="${chars}" customWidth="1"/>`,
  );
  const selected = isFirst ? ' tabSelected="1"' : '';
  const xml =
    `${DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<sheetViews><sheetView${selected} zoomScale="100" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15.5"/><cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    (anchors.length === 0 ? '' : `<hyperlinks>${anchors.join('')}</hyperlinks>`) +
    (table === null ? '' : '<tableParts count="1"><tablePart r:id="rIdT"/></tableParts>') +
    '</worksheet>';
  return { xml, links };
}

function row(at: number, cells: readonly string[]): string {
  return `<row r="${at}">${cells.join('')}</row>`;
}

function lookOf({ heading, link }: Line): number {
  if (link !== null) return LOOK.link;
  return heading === 1 ? LOOK.title : heading === 2 ? LOOK.heading : LOOK.text;
}

function textCell(place: string, text: string, look: number): string {
  return `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function valueCell(place: string, value: Value, isNumeric: boolean, decimals: readonly number[]): string {
  if (value.kind === 'number') {
    return `<c r="${place}" s="${numberLook(value.decimals, decimals)}"><v>${value.number}</v></c>`;
  }
  return textCell(place, value.text, value.link !== null ? LOOK.link : isNumeric ? LOOK.mark : LOOK.text);
}
