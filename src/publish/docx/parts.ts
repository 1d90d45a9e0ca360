/** The parts of a Word file around its body: content types, relations, styles, language and title. None holds a date. */
import { XML, xmlText } from './package.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument';

export function contentTypes(hasChart: boolean): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/word/document.xml', `${TYPE}.wordprocessingml.document.main+xml`)}${override('/word/styles.xml', `${TYPE}.wordprocessingml.styles+xml`)}${override('/word/numbering.xml', `${TYPE}.wordprocessingml.numbering+xml`)}${override('/word/settings.xml', `${TYPE}.wordprocessingml.settings+xml`)}${override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${hasChart ? override('/word/charts/chart1.xml', `${TYPE}.drawingml.chart+xml`) : ''}</Types>`;
}

export function packageRelations(): string {
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
}

/** Links are relations of their own, `link1` and on, in the order given. */
export function documentRelations(hasChart: boolean, links: readonly string[]): string {
  const relation = (id: string, kind: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="${R}/${kind}" Target="${xmlText(target)}"${more}/>`;
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('styles', 'styles', 'styles.xml')}${relation('numbering', 'numbering', 'numbering.xml')}${relation('settings', 'settings', 'settings.xml')}${hasChart ? relation('chart1', 'chart', 'charts/chart1.xml') : ''}${links.map((link, at) => relation(`link${at + 1}`, 'hyperlink', link, ' TargetMode="External"')).join('')}</Relationships>`;
}

export function coreProperties(title: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Cyberflag</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`;
}

export function settings(): string {
  return `${XML}<w:settings ${W}><w:themeFontLang w:val="en-GB"/></w:settings>`;
}

export function numbering(): string {
  return `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

type Style = {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
};

const CELL = '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>';

const STYLES: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:spacing w:after="160"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="36"/>',
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="26"/>',
  },
  {
    id: 'Notice',
    name: 'Notice',
    paragraph: '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="801650"/></w:pBdr>',
    run: '<w:b/>',
  },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    paragraph: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>',
  },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
    run: '<w:b/>',
  },
  { id: 'TableHead', name: 'Table Head', paragraph: CELL, run: '<w:b/>' },
  { id: 'TableCell', name: 'Table Cell', paragraph: CELL },
];

export function styles(): string {
  const own = STYLES.map(
    ({ id, name, paragraph = '', run = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  );
  const edges = ['top', 'bottom', 'insideH'].map(
    (edge) => `<w:${edge} w:val="single" w:sz="4" w:color="BFBFBF"/>`,
  );
  return `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${own.join('')}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="12436D"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${edges.join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`;
}
