/**
 * Walks a parsed page into blocks in the order a person reads it. Paragraphs, headings and list items outside tables
 * are counted over the whole body, furniture included, so that `#p7` means the same to whoever counts by hand.
 */

import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block, Line } from '../document.ts';
import { Flow } from './flow.ts';
import { attribute, type Element, isElement, isText, type Node, textBelow } from './html.dom.ts';
import { isFurniture } from './html.furniture.ts';
import { gridOf, isLayout } from './html.table.ts';
import { holdsNumber, line, Places, textTable } from './laid-out.ts';
import { printed } from './list-number.ts';
import { fold, type Run, settle } from './runs.ts';

const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'iframe',
  'object',
  'input',
  'textarea',
]);
const counted: Readonly<Record<string, Line['role']>> = {
  p: 'paragraph',
  li: 'item',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
};
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike ' +
    'strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Types of numbered lists, as the names of their formats. */
const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

export type Walked = { readonly blocks: readonly Block[]; readonly findings: readonly Finding[] };

export function walk(html: Element | null, title: string, file: string): Walked {
  const walker = new Walker(file);
  const blocks: Block[] = [];
  if (fold(title) !== '') {
    blocks.push(
      line('heading', settle([{ text: title, raised: false, bold: false }]), `${file}#title`, true),
    );
  }
  if (html !== null) {
    walker.children(html, { raised: false, bold: false, pre: false, main: false });
  }
  walker.flow.flush();
  return { blocks: [...blocks, ...walker.flow.blocks], findings: walker.findings };
}

type Style = {
  readonly raised: boolean;
  readonly bold: boolean;
  readonly pre: boolean;
  readonly main: boolean;
};

class Walker {
  readonly flow: Flow;
  readonly findings: Finding[] = [];

  constructor(file: string) {
    this.flow = new Flow(new Places(file));
  }

  children(element: Element, style: Style): void {
    for (const child of element.childNodes) {
      this.node(child, style);
    }
  }

  node(node: Node, style: Style): void {
    if (isText(node)) {
      this.flow.add({ ...style, text: style.pre ? node.value : node.value.replace(/[\n\r]/g, ' ') });
    } else if (isElement(node)) {
      this.element(node, style);
    }
  }

  element(element: Element, style: Style): void {
    const tag = element.tagName;
    if (unseen.has(tag)) {
      return;
    }
    if (isHidden(element)) {
      this.hide(element);
    } else if (tag === 'br') {
      this.flow.add({ ...style, text: '\n' });
    } else if (tag === 'table') {
      this.table(element, style);
    } else if (tag === 'dl') {
      this.definitions(element, style);
    } else if (inline.has(tag) && !isFurniture(element, style.main)) {
      this.children(element, {
        ...style,
        raised: style.raised || tag === 'sup',
        bold: style.bold || tag === 'b' || tag === 'strong',
      });
    } else {
      this.block(element, style);
    }
  }

  block(element: Element, style: Style): void {
    const outer = this.flow.setting;
    const role = counted[element.tagName];
    const furniture = outer.furniture || isFurniture(element, style.main);
    const fixed = typeof outer.place === 'object';
    const below: Style = {
      ...style,
      pre: style.pre || element.tagName === 'pre',
      main: style.main || element.tagName === 'main' || element.tagName === 'article',
    };
    if (role === undefined && furniture === outer.furniture) {
      // A plain division inside a counted element belongs to it; its text is only a line of its own.
      this.flow.flush();
      this.children(element, below);
      this.flow.flush();
      return;
    }
    const setting = {
      role: role ?? outer.role,
      furniture,
      place: fixed || role === undefined ? outer.place : ('counted' as const),
    };
    const number = furniture ? '' : numberOf(element);
    const inside = (): void => this.children(element, below);
    this.flow.within(setting, number === '' ? inside : () => this.flow.numbered(number, inside));
  }

  /** A term and its first description are one line, as they are read: `Snapchat: 29`. */
  definitions(list: Element, style: Style): void {
    const setting = { ...this.flow.setting, role: 'item' as const };
    let term: readonly Run[] | null = null;
    const visit = (element: Element): void => {
      for (const child of element.childNodes) {
        if (!isElement(child) || isHidden(child)) {
          this.node(child, style);
        } else if (child.tagName === 'dt') {
          this.flow.within(setting, () => this.runs(term ?? []));
          term = runsOf(child, style);
        } else if (child.tagName === 'dd') {
          const before = term ?? [];
          term = null;
          this.flow.within(setting, () => {
            this.runs(before);
            const said = settle(before).text;
            if (said !== '') {
              this.flow.add({ ...style, text: /[.:;?!]$/.test(said) ? ' ' : ': ' });
            }
            this.children(child, style);
          });
        } else if (child.tagName === 'div') {
          visit(child);
        } else {
          this.node(child, style);
        }
      }
    };
    this.flow.flush();
    visit(list);
    this.flow.within(setting, () => this.runs(term ?? []));
  }

  table(element: Element, style: Style): void {
    const at = this.flow.places.table();
    const grid = gridOf(element, (cell) => runsOf(cell, { ...style, bold: cell.tagName === 'th' }));
    const outer = this.flow.setting;
    if (outer.furniture || isLayout(element, grid)) {
      for (const cell of grid.cells) {
        const setting = {
          role: 'paragraph' as const,
          furniture: outer.furniture,
          place: { at: `${at}r${cell.row + 1}c${cell.col + 1}` },
        };
        this.flow.within(setting, () => this.children(cell.element, style));
      }
      return;
    }
    this.flow.table(textTable(at, grid.caption, grid.rows, grid.cols, grid.cells));
    for (const nested of grid.nested) {
      this.table(nested, style);
    }
    const unread = grid.cells.filter((cell) => cell.hidden && holdsNumber(cell.settled.text));
    if (unread.length > 0) {
      this.findings.push(finding('hidden-content', at, { what: 'table cells', cells: unread.length }));
    }
  }

  runs(runs: readonly Run[]): void {
    for (const run of runs) {
      this.flow.add(run);
    }
  }

  hide(element: Element): void {
    if (holdsNumber(textBelow(element))) {
      this.flow.flush();
      this.findings.push(finding('hidden-content', this.flow.places.here(), { what: 'text' }));
    }
  }
}

/** The number a browser prints before an item of a numbered list: often that of the question answered. */
function numberOf(item: Element): string {
  const list = item.parentNode;
  if (item.tagName !== 'li' || list === null || !('tagName' in list) || list.tagName !== 'ol') {
    return '';
  }
  if (/list-style[^;]*none/i.test(`${attribute(list, 'style') ?? ''};${attribute(item, 'style') ?? ''}`)) {
    return '';
  }
  let number = Number(attribute(list, 'start') ?? '1') - 1;
  for (const each of list.childNodes) {
    if (isElement(each) && each.tagName === 'li') {
      number = Number(attribute(each, 'value') ?? number + 1);
    }
    if (each === item) {
      break;
    }
  }
  const said = Number.isInteger(number)
    ? printed(number, formats[attribute(list, 'type') ?? '1'] ?? 'decimal')
    : '';
  return said === '' ? '' : `${said}. `;
}

export function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== null) {
    return true;
  }
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '');
}

/** The runs of one cell or term, nested tables left out: they are tables of their own. */
export function runsOf(element: Element, style: Style): readonly Run[] {
  const runs: Run[] = [];
  const visit = (node: Node, at: Style): void => {
    if (isText(node)) {
      runs.push({ text: node.value, raised: at.raised, bold: at.bold });
    } else if (isElement(node) && !unseen.has(node.tagName) && node.tagName !== 'table' && !isHidden(node)) {
      const apart = !inline.has(node.tagName);
      const below = {
        ...at,
        raised: at.raised || node.tagName === 'sup',
        bold: at.bold || node.tagName === 'b' || node.tagName === 'strong',
      };
      if (apart) {
        runs.push({ text: ' ', raised: false, bold: at.bold });
      }
      for (const child of node.childNodes) {
        visit(child, below);
      }
      if (apart) {
        runs.push({ text: ' ', raised: false, bold: at.bold });
      }
    }
  };
  for (const child of element.childNodes) {
    visit(child, style);
  }
  return runs;
}
