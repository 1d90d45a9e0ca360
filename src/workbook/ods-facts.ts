/** An ODS package as facts. Throws `Unreadable` on a damaged, locked or oversized package, with the part that is at fault. */
import { parseArea } from '#returns/readers/a1.ts';
import { Markup } from '#returns/readers/markup.ts';
import { decodeMarkup } from '#returns/readers/markup-text.ts';
import { odfNamespaces } from '#returns/readers/odf-styles.ts';
import type { Package } from '#returns/readers/package.ts';
import type { Limits } from '#returns/readers/reader.ts';
import { Unreadable } from '#returns/readers/unreadable.ts';
import type { BookFacts, Budget, TableFacts } from './facts.ts';
import { OdsLooks } from './ods-looks.ts';
import { odsSettings } from './ods-settings.ts';
import { type OdsSheet, odsSheetFacts } from './ods-sheet-facts.ts';
import { textOf } from './xlsx-sheet-facts.ts';

const NAMES = new Map([
  ...odfNamespaces,
  ['urn:oasis:names:tc:opendocument:xmlns:meta:1.0', 'meta'],
  ['urn:oasis:names:tc:opendocument:xmlns:config:1.0', 'config'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
]);

export function odsFacts(parts: Package, limits: Limits, budget: Budget): BookFacts {
  const open = (name: string): Markup | null => {
    const bytes = parts.read(name);
    return bytes === null ? null : new Markup(decodeMarkup(bytes), NAMES, limits.depth);
  };
  const looks = new OdsLooks();
  const sheets: OdsSheet[] = [];
  const ranges: { readonly sheet: string; readonly table: TableFacts }[] = [];
  let pageText = '';
  for (const part of ['styles.xml', 'content.xml']) {
    const markup = open(part);
    if (markup === null && part === 'content.xml')
      throw new Unreadable('damaged', 'content.xml is missing from the spreadsheet');
    for (let event = markup?.next() ?? 'end'; markup !== null && event !== 'end'; event = markup.next()) {
      if (event !== 'open') continue;
      const { name } = markup;
      if (name === 'style:style' || name === 'style:default-style' || /^number:\w+-style$/.test(name))
        looks.take(markup);
      else if (name === 'style:header' || name === 'style:footer') pageText += fieldsOut(markup);
      else if (name === 'table:table') sheets.push(odsSheetFacts(markup, looks, budget));
      else if (name === 'table:database-range') ranges.push(...rangeOf(markup));
      else if (name === 'office:scripts' || name === 'table:tracked-changes') markup.skip();
    }
  }
  const meta = metaOf(open('meta.xml'));
  const views = odsSettings(open('settings.xml'));
  return {
    format: 'ods',
    title: meta.get('dc:title') ?? '',
    language: meta.get('dc:language') ?? '',
    styleLanguage: looks.language,
    creator: meta.get('meta:initial-creator') ?? meta.get('dc:creator') ?? '',
    savedBy: meta.get('dc:creator') ?? '',
    keywords: meta.get('meta:keyword') ?? '',
    hasMacros: parts.names.some(
      (name) => /^(?:Basic|Scripts)\/.*\.(?:xml|py|js|bsh)$/i.test(name) && !/script-l[bc]\.xml$/i.test(name),
    ),
    pictures:
      parts.names.filter((name) => /^Pictures\/./.test(name)).length +
      sheets.reduce((sum, one) => sum + one.pictures, 0),
    activeSheet: Math.max(
      0,
      sheets.findIndex(({ name }) => name === views.active),
    ),
    sheets: sheets.map(({ pictures: _, ...sheet }) => {
      const view = views.sheets.get(sheet.name);
      return {
        ...sheet,
        tables: ranges.filter((range) => range.sheet === sheet.name).map(({ table }) => table),
        isFrozen: view?.isFrozen ?? false,
        isFiltered: false,
        cursor: view?.cursor ?? 'A1',
        zoom: view?.zoom ?? views.zoom,
        pageText,
      };
    }),
  };
}

function rangeOf(markup: Markup): readonly { readonly sheet: string; readonly table: TableFacts }[] {
  const found =
    /^\$?(?:'((?:[^']|'')*)'|([^.]*))\.(\$?[A-Z]+\$?\d+)(?::(?:\$?(?:'(?:[^']|'')*'|[^.]*))?\.(\$?[A-Z]+\$?\d+))?$/.exec(
      markup.attribute('table:target-range-address') ?? '',
    );
  const [, quoted, bare, first = '', last = first] = found ?? [];
  const area = parseArea(`${first}:${last}`);
  if (area === null) return [];
  const name = markup.attribute('table:name') ?? '';
  const hasFilter = markup.attribute('table:display-filter-buttons') === 'true';
  // A range that LibreOffice makes by itself for a filter of a sheet is no table that somebody marked up.
  if (/^__Anonymous/i.test(name) && !hasFilter) return [];
  const hasHeader = markup.attribute('table:contains-header') !== 'false';
  return [
    { sheet: quoted?.replaceAll("''", "'") ?? bare ?? '', table: { name, area, hasHeader, hasFilter } },
  ];
}

function metaOf(markup: Markup | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let event = markup?.next() ?? 'end'; markup !== null && event !== 'end'; event = markup.next()) {
    if (event !== 'open' || markup.depth !== 3) continue;
    const { name } = markup;
    const text = textOf(markup).trim();
    found.set(name, found.has(name) ? `${found.get(name)}, ${text}` : text);
  }
  return found;
}

/** Text of a page header without page numbers and names of sheets, which carry nothing of their own. */
function fieldsOut(markup: Markup): string {
  if (markup.attribute('style:display') === 'false') {
    markup.skip();
    return '';
  }
  const outer = markup.depth - 1;
  let text = '';
  for (let event = markup.next(); markup.depth > outer; event = markup.next()) {
    if (event === 'text') text += markup.text;
    else if (event === 'open' && /^text:(?:sheet-name|page-|date|time|title|file-name)/.test(markup.name))
      markup.skip();
  }
  return text.replace(/\b(?:page|of)\b|[\s/(),]/gi, '');
}
