/** The pieces of a Word document's body: headings, paragraphs, lists, links, tables with a head row, and a chart. */
import { xmlText } from './package.ts';

/** 0.7 cm, in the unit of drawings. */
const BAR_HEIGHT = 252_000;

export function paragraph(text: string, style = 'Normal'): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

/** A paragraph that ends in a link; `rel` is its id among the relations. */
export function linked(text: string, link: string, rel: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>${run(text)}<w:hyperlink r:id="${rel}"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>${xmlText(link)}</w:t></w:r></w:hyperlink></w:p>`;
}

/** First row is the head and is repeated on every page. Widths are in twentieths of a point. */
export function table(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const cell = (text: string, at: number, isHead: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${isHead ? 'TableHead' : 'TableCell'}"/>${at === 1 ? '<w:jc w:val="right"/>' : ''}</w:pPr>${run(text)}</w:p></w:tc>`;
  const row = (cells: readonly string[], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((text, at) => cell(text, at, isHead)).join('')}</w:tr>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${all}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>${paragraph('', 'TableCell')}`;
}

/** A chart of the relation `rel`, 15 cm wide and as high as its bars need, with its text for whoever cannot see it. */
export function chartFrame(rel: string, bars: number, title: string, description: string): string {
  const size = `cx="5400000" cy="${(bars + 1) * BAR_HEIGHT}"`;
  return `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="1" name="Chart 1" title="${xmlText(title)}" descr="${xmlText(description)}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${rel}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}
