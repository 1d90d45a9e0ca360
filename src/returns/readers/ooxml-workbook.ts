/**
 * The parts of an Excel workbook package: which sheets it names, in order, where each stands, and what else the package
 * carries that no sheet shows. Accepts absolute and relative targets, any prefixes and the strict variant.
 */
import { Markup, type Namespaces } from './markup.ts';
import { decodeMarkup } from './markup-text.ts';
import type { Package } from './package.ts';
import type { Limits } from './reader.ts';
import { Unreadable } from './unreadable.ts';

const office = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

export const spreadsheetNamespaces: Namespaces = new Map([
  [`${office}/spreadsheetml/2006/main`, ''],
  [`${strict}/spreadsheetml/main`, ''],
  [`${office}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${office}/package/2006/relationships`, ''],
  [`${office}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${office}/drawingml/2006/spreadsheetDrawing`, 'xdr'],
  [`${strict}/drawingml/spreadsheetDrawing`, 'xdr'],
  [`${office}/markup-compatibility/2006`, 'mc'],
]);

export type Relation = { readonly kind: string; readonly target: string; readonly external: boolean };

export type NamedSheet = {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly part: string;
};

export type Workbook = {
  readonly epoch: 1900 | 1904;
  readonly sheets: readonly NamedSheet[];
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
};

export function openPart(parts: Package, name: string, limits: Limits): Markup {
  const bytes = parts.read(name);
  if (bytes === null) throw new Unreadable('damaged', `${name} is missing from the workbook`);
  return new Markup(decodeMarkup(bytes), spreadsheetNamespaces, limits.depth);
}

/** `1`, `true` and `on` are true; absent is what the format says it is when absent. */
export function isOn(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : /^(?:1|true|on)$/i.test(value);
}

export function openWorkbook(parts: Package, limits: Limits): Workbook {
  const main = [...relationsOf(parts, '', limits).values()].find(({ kind }) => kind === 'officeDocument');
  const part = main?.target ?? 'xl/workbook.xml';
  const relations = relationsOf(parts, part, limits);
  const target = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind)?.target ?? null;
  const markup = openPart(parts, part, limits);
  const sheets: NamedSheet[] = [];
  let epoch: Workbook['epoch'] = 1900;
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open') continue;
    if (markup.name === 'workbookPr' && isOn(markup.attribute('date1904'))) epoch = 1904;
    if (markup.name !== 'sheet') continue;
    // Modules of old macros stand among the sheets without a part of their own.
    const id = markup.attribute('r:id') ?? '';
    if (id === '') continue;
    const relation = relations.get(id);
    const name = markup.attribute('name') ?? '';
    if (relation === undefined) throw new Unreadable('damaged', `sheet ${name} is missing from the workbook`);
    // Chart, dialog and macro sheets hold no cells.
    if (relation.kind !== 'worksheet') continue;
    sheets.push({ name, visibility: visibilityOf(markup.attribute('state')), part: relation.target });
  }
  return { epoch, sheets, stylesPart: target('styles'), stringsPart: target('sharedStrings') };
}

function visibilityOf(state: string | undefined): NamedSheet['visibility'] {
  if (state === 'veryHidden') return 'very-hidden';
  return state === 'hidden' ? 'hidden' : 'visible';
}

/** Relations of a part by id; of the package itself for ''. */
export function relationsOf(parts: Package, part: string, limits: Limits): Map<string, Relation> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const listPart = `${folder}_rels/${part.slice(cut)}.rels`;
  const relations = new Map<string, Relation>();
  if (!parts.has(listPart)) return relations;
  const markup = openPart(parts, listPart, limits);
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event !== 'open' || markup.name !== 'Relationship') continue;
    const external = markup.attribute('TargetMode') === 'External';
    const stated = markup.attribute('Target') ?? '';
    relations.set(markup.attribute('Id') ?? '', {
      kind: (markup.attribute('Type') ?? '').replace(/^.*\//, ''),
      target: external ? stated : resolveTarget(folder, stated),
      external,
    });
  }
  return relations;
}

function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(unescapeStep(step));
  }
  return steps.join('/');
}

function unescapeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** What the package carries beside its sheets, in words for a finding. */
export function hiddenParts(parts: Package): { readonly what: string; readonly count: number }[] {
  const kinds: [string, RegExp][] = [
    ['pivot cache', /pivotCacheDefinition\d*\.(?:xml|bin)$/i],
    ['link to another workbook', /externalLinks\/externalLink\d*\.(?:xml|bin)$/i],
    ['embedded file', /\/embeddings\/[^/]+$/i],
    ['data model', /\/model\/[^/]+\.data$/i],
  ];
  return kinds
    .map(([what, pattern]) => ({ what, count: parts.names.filter((name) => pattern.test(name)).length }))
    .filter(({ count }) => count > 0);
}
