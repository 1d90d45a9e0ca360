/**
 * A workbook as the bytes of an XLSX: marked-up tables without filters, named styles for headings, no formula, no picture,
 * nothing hidden, the cursor in the first cell. The same workbook gives the same bytes.
 */
import type { Book, Sheet } from './book.ts';
import { decimalsIn } from './book.ts';
import { columnLetters, DECLARATION, escaped, packageOf } from './package.ts';
import { sheetPart } from './xlsx-sheet.ts';
import { stylesPart } from './xlsx-styles.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';

export function xlsxBytes(book: Book): Uint8Array {
  const decimals = decimalsIn(book);
  const parts = new Map<string, string>();
  const tables: number[] = [];
  book.sheets.forEach((sheet, at) => {
    const place = at + 1;
    const { xml, links } = sheetPart(sheet, decimals, at === 0);
    parts.set(`xl/worksheets/sheet${place}.xml`, xml);
    const relations = links.map(
      (link, n) =>
        `<Relationship Id="rId${n + 1}" Type="${OFFICE}/relationships/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`,
    );
    if (sheet.table !== null) {
      tables.push(place);
      relations.push(
        `<Relationship Id="rIdT" Type="${OFFICE}/relationships/table" Target="../tables/table${place}.xml"/>`,
      );
      parts.set(`xl/tables/table${place}.xml`, tablePart(sheet, place));
    }
    if (relations.length > 0) parts.set(`xl/worksheets/_rels/sheet${place}.xml.rels`, relationsOf(relations));
  });
  const sheets = book.sheets.map((_, at) => at + 1);
  parts.set('[Content_Types].xml', contentTypes(sheets, tables));
  parts.set(
    '_rels/.rels',
    relationsOf([
      `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>`,
      `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
      `<Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>`,
    ]),
  );
  parts.set('docProps/core.xml', corePart(book));
  parts.set(
    'docProps/app.xml',
    `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties"><Application>Cyberflag</Application><Company>${escaped(book.publisher)}</Company></Properties>`,
  );
  parts.set('xl/workbook.xml', workbookPart(book));
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationsOf([
      ...sheets.map(
        (n) =>
          `<Relationship Id="rId${n}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`,
      ),
      `<Relationship Id="rIdS" Type="${OFFICE}/relationships/styles" Target="styles.xml"/>`,
    ]),
  );
  parts.set('xl/styles.xml', stylesPart(decimals));
  return packageOf(parts, null);
}

function relationsOf(items: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function workbookPart({ sheets }: Book): string {
  const named = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView activeTab="0" firstSheet="0"/></bookViews><sheets>${named.join('')}</sheets></workbook>`;
}

/** No author but the organisation, and no time: a release says when it is published on its cover. */
function corePart({ title, description, publisher, keywords }: Book): string {
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(description)}</dc:subject><dc:creator>${escaped(publisher)}</dc:creator>` +
    `<cp:keywords>${escaped(keywords.join(', '))}</cp:keywords><dc:language>en-GB</dc:language></cp:coreProperties>`
  );
}

function tablePart({ table, lines }: Sheet, place: number): string {
  if (table === null) throw new Error('a sheet without a table has no table part');
  const first = lines.length + 1;
  const last = columnLetters(table.columns.length - 1);
  const columns = table.columns.map(
    ({ heading }, at) => `<tableColumn id="${at + 1}" name="${escaped(heading)}"/>`,
  );
  return (
    `${DECLARATION}<table xmlns="${MAIN}" id="${place}" name="${escaped(table.name)}" displayName="${escaped(table.name)}" ` +
    `ref="A${first}:${last}${first + table.rows.length}" headerRowCount="1" totalsRowShown="0">` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns></table>`
  );
}

function contentTypes(sheets: readonly number[], tables: readonly number[]): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const sheet = `${TYPE}.spreadsheetml`;
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('docProps/app.xml', `${TYPE}.extended-properties+xml`) +
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    part('xl/styles.xml', `${sheet}.styles+xml`) +
    part('xl/workbook.xml', `${sheet}.sheet.main+xml`) +
    sheets.map((n) => part(`xl/worksheets/sheet${n}.xml`, `${sheet}.worksheet+xml`)).join('') +
    tables.map((n) => part(`xl/tables/table${n}.xml`, `${sheet}.table+xml`)).join('') +
    '</Types>'
  );
}
