/** A bulletin as a Word file: real headings, lists and table, a chart that Word draws, and links that can be followed. */
import { chartFrame, linked, paragraph, table } from '../docx/body.ts';
import { chartXml } from '../docx/chart.ts';
import { packed, XML } from '../docx/package.ts';
import {
  contentTypes,
  coreProperties,
  documentRelations,
  numbering,
  packageRelations,
  settings,
  styles,
} from '../docx/parts.ts';
import type { BulletinDocument } from './document.ts';
import { HEADINGS, serviceText } from './document.ts';

/** Widths of name, number and source, in twentieths of a point: the last holds a sentence. */
const COLUMNS = [2400, 1500, 5100] as const;

/** More bars than these do not fit the frame; the table holds them all. */
const MOST_BARS = 16;

export function documentDocx(document: BulletinDocument): Uint8Array {
  const { chart, services } = document;
  // A service without an address has no link: a relation that leads nowhere makes a file that must be repaired.
  const links = [...new Set(services.map(({ url }) => url).filter((url) => url !== ''))];
  const hasChart = chart !== null && chart.rows.length <= MOST_BARS;
  return packed([
    ['[Content_Types].xml', contentTypes(hasChart)],
    ['_rels/.rels', packageRelations()],
    ['docProps/core.xml', coreProperties(document.bulletin.title)],
    ['word/document.xml', bodyOf(document, hasChart, links)],
    ['word/_rels/document.xml.rels', documentRelations(hasChart, links)],
    ['word/styles.xml', styles()],
    ['word/numbering.xml', numbering()],
    ['word/settings.xml', settings()],
    ...(hasChart ? [['word/charts/chart1.xml', chartXml(chart.rows, chart.heads[1])] as const] : []),
  ]);
}

function bodyOf(document: BulletinDocument, hasChart: boolean, links: readonly string[]): string {
  const { bulletin, caveats, chart, quote, services, source } = document;
  const list = (items: readonly string[]) => items.map((item) => paragraph(item, 'ListBullet'));
  const pieces = [
    paragraph(bulletin.title, 'Title'),
    ...(document.isPractice ? [paragraph(document.standing, 'Notice')] : []),
    ...bulletin.paragraphs.map((text) => paragraph(text)),
    ...(caveats.length > 0 ? [paragraph(HEADINGS.caveats, 'Heading1'), ...list(caveats)] : []),
    ...(chart === null
      ? []
      : [
          paragraph(chart.caption, 'Caption'),
          ...(hasChart
            ? [
                chartFrame(
                  'chart1',
                  chart.rows.length,
                  chart.caption,
                  `${chart.note} Every number stands in the table below.`,
                ),
              ]
            : []),
          table(
            COLUMNS,
            [...chart.heads, 'Where from'],
            chart.rows.map(({ label, number, remark }) => [
              label,
              number,
              remark === '' ? 'this release' : remark,
            ]),
          ),
          paragraph(chart.note),
        ]),
    paragraph(HEADINGS.quote, 'Heading1'),
    ...list(quote),
    ...(services.length > 0 ? [paragraph(HEADINGS.help, 'Heading1')] : []),
    ...services.map((service) =>
      service.url === ''
        ? paragraph(serviceText(service), 'ListBullet')
        : linked(`${serviceText(service)} `, service.url, `link${links.indexOf(service.url) + 1}`),
    ),
    paragraph(source),
  ];
  return `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${pieces.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1134" w:left="1247" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}
