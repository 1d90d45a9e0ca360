/** An XLSX package as facts. Throws `Unreadable` on a damaged, locked or oversized package, with the part that is at fault. */
import { parseArea } from '#returns/readers/a1.ts';
import { Markup } from '#returns/readers/markup.ts';
import { decodeMarkup } from '#returns/readers/markup-text.ts';
import {
  openPart,
  openWorkbook,
  relationsOf,
  spreadsheetNamespaces,
} from '#returns/readers/ooxml-workbook.ts';
import type { Package } from '#returns/readers/package.ts';
import type { Limits } from '#returns/readers/reader.ts';
import type { BookFacts, Budget, SheetFacts, TableFacts } from './facts.ts';
import { xlsxLooks } from './xlsx-looks.ts';
import { readString, type Text, textOf, xlsxSheetFacts } from './xlsx-sheet-facts.ts';

const NAMES = new Map([
  ...spreadsheetNamespaces,
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
]);

export function xlsxFacts(parts: Package, limits: Limits, budget: Budget): BookFacts {
  const { sheets, stylesPart, stringsPart } = openWorkbook(parts, limits);
  const looks = stylesPart === null ? [] : xlsxLooks(openPart(parts, stylesPart, limits));
  const strings = stringsPart === null ? [] : stringsOf(openPart(parts, stringsPart, limits));
  const read = sheets.map(({ name, visibility, part }): SheetFacts => {
    const relations = relationsOf(parts, part, limits);
    const { tableIds, hasDrawing, ...sheet } = xlsxSheetFacts(openPart(parts, part, limits), {
      strings,
      looks,
      budget,
      relation: (id) => relations.get(id)?.target ?? null,
    });
    const tables = tableIds.flatMap((id) => {
      const target = relations.get(id)?.target;
      return target === undefined || !parts.has(target) ? [] : tableOf(openPart(parts, target, limits));
    });
    const comments = [...relations.values()].filter(({ kind }) => /comments?$/i.test(kind)).length;
    return { ...sheet, name, isHidden: visibility !== 'visible', tables, comments };
  });
  const properties = propertiesOf(parts, limits);
  return {
    format: 'xlsx',
    title: properties.get('dc:title') ?? '',
    language: properties.get('dc:language') ?? '',
    styleLanguage: null,
    creator: properties.get('dc:creator') ?? '',
    savedBy: properties.get('cp:lastModifiedBy') ?? '',
    keywords: properties.get('cp:keywords') ?? '',
    hasMacros: parts.names.some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name)),
    pictures: parts.names.filter(
      (name) => /\/(?:media|drawings|charts|chartsheets)\/[^/]+$/i.test(name) && !/vmlDrawing/i.test(name),
    ).length,
    activeSheet: activeSheet(parts, limits),
    sheets: read,
  };
}

function stringsOf(markup: Markup): Text[] {
  const strings: Text[] = [];
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event === 'open' && markup.name === 'si') strings.push(readString(markup));
  }
  return strings;
}

function tableOf(markup: Markup): TableFacts[] {
  let table = null as TableFacts | null;
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open') continue;
    const area = markup.name === 'table' ? parseArea(markup.attribute('ref') ?? '') : null;
    if (area !== null) {
      const name = markup.attribute('displayName') ?? '';
      table = {
        name,
        area,
        hasHeader: (markup.attribute('headerRowCount') ?? '1') === '1',
        hasFilter: false,
      };
    } else if (markup.name === 'autoFilter' && table !== null) table = { ...table, hasFilter: true };
  }
  return table === null ? [] : [table];
}

function propertiesOf(parts: Package, limits: Limits): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const core = [...relationsOf(parts, '', limits).values()].find(({ kind }) => kind === 'core-properties');
  const bytes = parts.read(core?.target ?? 'docProps/core.xml');
  if (bytes === null) return found;
  const markup = new Markup(decodeMarkup(bytes), NAMES, limits.depth);
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open' || markup.depth !== 2) continue;
    const { name } = markup;
    found.set(name, textOf(markup).trim());
  }
  return found;
}

function activeSheet(parts: Package, limits: Limits): number {
  const main = [...relationsOf(parts, '', limits).values()].find(({ kind }) => kind === 'officeDocument');
  const markup = openPart(parts, main?.target ?? 'xl/workbook.xml', limits);
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event === 'open' && markup.name === 'workbookView') {
      return Number(markup.attribute('activeTab') ?? 0);
    }
  }
  return 0;
}
