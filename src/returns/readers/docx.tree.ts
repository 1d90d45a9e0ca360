/**
 * A part of a word-processing package as a small tree: element names with agreed prefixes, the attributes that readers
 * ask for, and text. Document types, own entities and nesting beyond the limit are refused by the scanner below.
 */

import { Markup } from './markup.ts';
import { decodeMarkup } from './markup-text.ts';
import type { Package } from './package.ts';
import type { Limits } from './reader.ts';

export type Branch = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Branch | string)[];
};

const namespaces = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
]);

const asked = [
  'w:val',
  'w:id',
  'w:type',
  'w:styleId',
  'w:default',
  'w:numId',
  'w:abstractNumId',
  'w:ilvl',
  'w:char',
  'w:fldCharType',
  'w:customMarkFollows',
  'r:id',
  'r:embed',
  'Id',
  'Type',
  'Target',
  'TargetMode',
];

/** The tree of a part; null when the package has no such part. */
export function treeOf(parts: Package, name: string, limits: Limits): Branch | null {
  const bytes = parts.read(name);
  return bytes === null ? null : parseTree(decodeMarkup(bytes), limits);
}

export function parseTree(xml: string, limits: Limits): Branch {
  const markup = new Markup(xml, namespaces, limits.depth * 3);
  const root = { name: '', attributes: {}, children: [] as (Branch | string)[] };
  const open = [root];
  for (let event = markup.next(); event !== 'end'; event = markup.next()) {
    if (event === 'open') {
      const attributes: Record<string, string> = {};
      for (const name of asked) {
        const value = markup.attribute(name);
        if (value !== undefined) {
          attributes[name] = value;
        }
      }
      const branch = { name: markup.name, attributes, children: [] as (Branch | string)[] };
      open.at(-1)?.children.push(branch);
      open.push(branch);
    } else if (event === 'close') {
      open.pop();
    } else {
      open.at(-1)?.children.push(markup.text);
    }
  }
  return root;
}

export function branches(branch: Branch | null): readonly Branch[] {
  return branch === null ? [] : branch.children.filter((child): child is Branch => typeof child !== 'string');
}

/** The first element below `branch` reached by these names, one level each. */
export function below(branch: Branch | null, ...names: readonly string[]): Branch | null {
  let at: Branch | null = branch;
  for (const name of names) {
    at = branches(at).find((child) => child.name === name) ?? null;
  }
  return at;
}

export function wordOf(branch: Branch | null, ...names: readonly string[]): string | null {
  return below(branch, ...names)?.attributes['w:val'] ?? null;
}

/** A property that is on when present, unless it says `0`, `false` or `off`. */
export function isOn(branch: Branch | null, ...names: readonly string[]): boolean {
  const found = below(branch, ...names);
  return found !== null && !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '');
}

/** Every element of these names anywhere below. */
export function* everywhere(branch: Branch, ...names: readonly string[]): Generator<Branch> {
  const waiting: Branch[] = [branch];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (names.includes(next.name)) {
      yield next;
    }
    const children = branches(next);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) {
        waiting.push(child);
      }
    }
  }
}
