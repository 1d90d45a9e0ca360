/**
 * A workbook as the bytes of an ODS: tables marked up as database ranges with a header and without filter buttons, headings
 * as the program's own heading styles, nothing hidden, the cursor in the first cell. Same workbook, same bytes.
 */
import type { Book, Sheet } from './book.ts';
import { decimalsIn } from './book.ts';
import { sheetContent } from './ods-sheet.ts';
import { ODF_NAMES, stylesContent, stylesPart } from './ods-styles.ts';
import { columnLetters, DECLARATION, escaped, packageOf } from './package.ts';

const MEDIA = 'application/vnd.oasis.opendocument.spreadsheet';
const MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

export function odsBytes(book: Book): Uint8Array {
  const decimals = decimalsIn(book);
  const widths = [...new Set(book.sheets.flatMap(widthsOf))].sort((a, b) => a - b);
  const ranges = book.sheets.flatMap(rangeOf);
  const content =
    `${DECLARATION}<office:document-content ${ODF_NAMES} office:version="1.3">` +
    stylesContent(decimals, widths) +
    `<office:body><office:spreadsheet>${book.sheets.map(sheetContent).join('')}` +
    `<table:database-ranges>${ranges.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
  const parts = new Map([
    ['META-INF/manifest.xml', manifest()],
    ['content.xml', content],
    ['meta.xml', meta(book)],
    ['settings.xml', settings(book)],
    ['styles.xml', stylesPart()],
  ]);
  return packageOf(parts, ['mimetype', MEDIA]);
}

function widthsOf({ table, width }: Sheet): readonly number[] {
  return table === null ? [width] : table.columns.map((column) => column.width);
}

function rangeOf({ name, lines, table }: Sheet): readonly string[] {
  if (table === null) return [];
  const first = lines.length + 1;
  const last = `${columnLetters(table.columns.length - 1)}${first + table.rows.length}`;
  return [
    `<table:database-range table:name="${escaped(table.name)}" table:target-range-address="${escaped(name)}.A${first}:${escaped(name)}.${last}" table:contains-header="true" table:display-filter-buttons="false"/>`,
  ];
}

function manifest(): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const parts = ['content.xml', 'meta.xml', 'settings.xml', 'styles.xml'].map((path) =>
    entry(path, 'text/xml'),
  );
  return (
    `${DECLARATION}<manifest:manifest xmlns:manifest="${MANIFEST}" manifest:version="1.3">` +
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA}"/>${parts.join('')}</manifest:manifest>`
  );
}

function meta({ title, description, publisher, keywords }: Book): string {
  return (
    `${DECLARATION}<office:document-meta ${ODF_NAMES} office:version="1.3"><office:meta><meta:generator>Cyberflag</meta:generator>` +
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(description)}</dc:subject>` +
    keywords.map((word) => `<meta:keyword>${escaped(word)}</meta:keyword>`).join('') +
    `<meta:initial-creator>${escaped(publisher)}</meta:initial-creator><dc:creator>${escaped(publisher)}</dc:creator>` +
    '<dc:language>en-GB</dc:language></office:meta></office:document-meta>'
  );
}

function settings({ sheets }: Book): string {
  const item = (name: string, type: string, value: string | number | boolean) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const views = sheets.map(
    ({ name }) =>
      `<config:config-item-map-entry config:name="${escaped(name)}">${item('CursorPositionX', 'int', 0)}${item('CursorPositionY', 'int', 0)}` +
      `${item('HorizontalSplitMode', 'short', 0)}${item('VerticalSplitMode', 'short', 0)}${item('ZoomValue', 'int', 100)}</config:config-item-map-entry>`,
  );
  return (
    `${DECLARATION}<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3">` +
    '<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
    `${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${views.join('')}</config:config-item-map-named>` +
    `${item('ActiveTable', 'string', escaped(sheets[0]?.name ?? ''))}${item('ZoomValue', 'int', 100)}` +
    '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  );
}
