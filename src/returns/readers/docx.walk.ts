/**
 * Walks a letter's parts into blocks: paragraphs counted outside tables, tables as grids, text boxes after the paragraph
 * that holds them. Tracked deletions and hidden text are not read; a finding says so when they hold numbers.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { isValue } from './cell-value.ts';
import type { Numbering } from './docx.numbering.ts';
import type { Styles } from './docx.styles.ts';
import { type Branch, below, branches, everywhere, isOn, wordOf } from './docx.tree.ts';
import type { Flow, Setting } from './flow.ts';
import { holdsNumber, type TableCell, textTable } from './laid-out.ts';
import { type Run, settle } from './runs.ts';

/** Wrappers whose content stands as if they were not there. */
const transparent = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
  'w:body',
]);
const deleted = new Set(['w:del', 'w:moveFrom']);

export type Letter = {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Map<string, string>;
};

type GridCell = TableCell & { readonly branch: Branch };

export class LetterWalk {
  readonly flow: Flow;
  readonly findings: Finding[] = [];
  readonly #letter: Letter;

  constructor(flow: Flow, letter: Letter) {
    this.flow = flow;
    this.#letter = letter;
  }

  blocks(parent: Branch, setting: Setting): void {
    for (const child of branches(parent)) {
      if (child.name === 'w:p') {
        this.paragraph(child, setting);
      } else if (child.name === 'w:tbl') {
        this.table(child, setting);
      } else if (transparent.has(child.name)) {
        this.blocks(child, setting);
      } else if (deleted.has(child.name)) {
        this.unread(child, 'tracked deletion');
      } else if (child.name === 'mc:AlternateContent') {
        this.blocks(chosen(child) ?? child, setting);
      }
    }
  }

  paragraph(paragraph: Branch, setting: Setting): void {
    const heading = this.#letter.styles.isHeading(paragraph);
    const number = this.numberOf(paragraph);
    const role = heading ? 'heading' : number === null ? 'paragraph' : 'item';
    const boxes: Branch[] = [];
    const runs = this.runs(paragraph, paragraph, boxes);
    this.flow.within({ ...setting, role: setting.role === 'heading' ? setting.role : role }, () => {
      if (number !== null && number !== '' && settle(runs).text !== '') {
        this.flow.add({ text: `${number} `, raised: false, bold: false });
      }
      for (const run of runs) {
        this.flow.add(run);
      }
    });
    for (const box of boxes) {
      this.flow.within(
        { ...setting, place: typeof setting.place === 'object' ? setting.place : 'between' },
        () =>
          this.blocks(box, {
            ...setting,
            place: typeof setting.place === 'object' ? setting.place : 'between',
          }),
      );
    }
  }

  /** Text runs of a paragraph in order; text boxes anchored in it are put aside. */
  runs(parent: Branch, paragraph: Branch, boxes: Branch[]): Run[] {
    const found: Run[] = [];
    for (const child of branches(parent)) {
      if (child.name === 'w:r') {
        found.push(...this.run(child, paragraph, boxes));
      } else if (deleted.has(child.name)) {
        this.unread(child, 'tracked deletion');
      } else if (transparent.has(child.name)) {
        found.push(...this.runs(child, paragraph, boxes));
      } else if (child.name === 'mc:AlternateContent') {
        found.push(...this.runs(chosen(child) ?? child, paragraph, boxes));
      } else if (child.name.startsWith('m:')) {
        found.push({ text: [...everywhere(child, 'm:t')].map(written).join(''), raised: false, bold: false });
      }
    }
    return found;
  }

  run(run: Branch, paragraph: Branch, boxes: Branch[]): Run[] {
    const { styles, notes } = this.#letter;
    const raised = styles.runIs(run, paragraph, 'raised');
    const bold = styles.runIs(run, paragraph, 'bold');
    if (styles.runIs(run, paragraph, 'hidden')) {
      this.unread(run, 'hidden text');
      return [];
    }
    const found: Run[] = [];
    const say = (text: string): number => found.push({ text, raised, bold });
    for (const child of branches(run)) {
      switch (child.name) {
        case 'w:t':
          say(written(child).replace(/[\r\n]/g, ' '));
          break;
        case 'w:tab':
        case 'w:ptab':
          say('\t');
          break;
        case 'w:br':
        case 'w:cr':
          say(
            child.attributes['w:type'] === undefined || child.attributes['w:type'] === 'textWrapping'
              ? '\n'
              : ' ',
          );
          break;
        case 'w:noBreakHyphen':
          say('-');
          break;
        case 'w:sym':
          say(symbol(child.attributes['w:char']));
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          found.push({ text: noteMark(child, notes), raised: true, bold: false });
          break;
        case 'mc:AlternateContent':
          found.push(...this.run({ ...run, children: chosen(child)?.children ?? [] }, paragraph, boxes));
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          boxes.push(...outermost(child, 'w:txbxContent'));
          break;
      }
    }
    return found;
  }

  numberOf(paragraph: Branch): string | null {
    const list = this.#letter.styles.listOf(paragraph);
    return list === null ? null : this.#letter.numbering.next(list.list, list.level);
  }

  table(table: Branch, setting: Setting): void {
    const at = this.flow.places.table();
    const grid = this.grid(table);
    const figures = grid.cells.some((cell) => isValue(cell.settled.text));
    const nested = grid.cells.some((cell) => below(cell.branch, 'w:tbl') !== null);
    if (
      (grid.rows === 1 && grid.cols === 1) ||
      grid.cells.length === 1 ||
      (nested && !figures) ||
      setting.furniture
    ) {
      for (const cell of grid.cells) {
        this.blocks(cell.branch, { ...setting, place: { at: `${at}r${cell.row + 1}c${cell.col + 1}` } });
      }
      return;
    }
    this.flow.table(textTable(at, '', grid.rows, grid.cols, grid.cells));
    const hidden = grid.cells.filter((cell) => cell.hidden && holdsNumber(cell.settled.text)).length;
    if (hidden > 0) {
      this.findings.push(finding('hidden-content', at, { what: 'table cells', cells: hidden }));
    }
    for (const cell of grid.cells) {
      for (const inner of branches(cell.branch).filter((each) => each.name === 'w:tbl')) {
        this.table(inner, setting);
      }
    }
  }

  grid(table: Branch): { readonly rows: number; readonly cols: number; readonly cells: readonly GridCell[] } {
    const cells: GridCell[] = [];
    const open = new Map<number, number>();
    let row = 0;
    let cols = 0;
    for (const tr of rowsOf(table)) {
      if (below(tr, 'w:trPr', 'w:del') !== null) {
        this.unread(tr, 'tracked deletion');
        continue;
      }
      let col = Number(wordOf(tr, 'w:trPr', 'w:gridBefore') ?? '0');
      for (const tc of cellsOf(tr)) {
        const colSpan = Math.max(1, Number(wordOf(tc, 'w:tcPr', 'w:gridSpan') ?? '1') || 1);
        const merge = below(tc, 'w:tcPr', 'w:vMerge');
        const above = open.get(col);
        const top = above === undefined ? undefined : cells[above];
        if (
          merge !== null &&
          merge.attributes['w:val'] !== 'restart' &&
          above !== undefined &&
          top !== undefined
        ) {
          cells[above] = { ...top, rowSpan: row - top.row + 1 };
        } else {
          const hidden = isOn(tr, 'w:trPr', 'w:hidden');
          open.delete(col);
          if (merge !== null) {
            open.set(col, cells.length);
          }
          cells.push({
            row,
            col,
            rowSpan: 1,
            colSpan,
            settled: settle(this.cellRuns(tc)),
            hidden,
            branch: tc,
          });
        }
        col += colSpan;
      }
      cols = Math.max(cols, col);
      row += 1;
    }
    return { rows: row, cols, cells };
  }

  cellRuns(cell: Branch): readonly Run[] {
    const runs: Run[] = [];
    const visit = (parent: Branch): void => {
      for (const child of branches(parent)) {
        if (child.name === 'w:p') {
          const boxes: Branch[] = [];
          const own = this.runs(child, child, boxes);
          const number = this.numberOf(child);
          if (number !== null && number !== '' && settle(own).text !== '') {
            runs.push({ text: `${number} `, raised: false, bold: false });
          }
          runs.push(...own, { text: ' ', raised: false, bold: true });
          boxes.forEach(visit);
        } else if (transparent.has(child.name)) {
          visit(child);
        }
      }
    };
    visit(cell);
    return runs;
  }

  unread(branch: Branch, what: string): void {
    const text = [...everywhere(branch, 'w:t', 'w:delText')].map(written).join('');
    if (holdsNumber(text)) {
      this.findings.push(finding('hidden-content', this.flow.places.here(), { what }));
    }
  }
}

function written(branch: Branch): string {
  return branch.children.filter((child) => typeof child === 'string').join('');
}

/** One of the alternatives, never both: they say the same in two ways. */
function chosen(alternatives: Branch): Branch | null {
  return below(alternatives, 'mc:Choice') ?? below(alternatives, 'mc:Fallback');
}

function rowsOf(table: Branch): readonly Branch[] {
  return branches(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : transparent.has(child.name) ? rowsOf(child) : [],
  );
}

function cellsOf(row: Branch): readonly Branch[] {
  return branches(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : transparent.has(child.name) ? cellsOf(child) : [],
  );
}

function outermost(branch: Branch, name: string): readonly Branch[] {
  if (branch.name === name) {
    return [branch];
  }
  const inside = branch.name === 'mc:AlternateContent' ? [chosen(branch) ?? branch] : branches(branch);
  return inside.flatMap((child) => outermost(child, name));
}

/** Characters of symbol fonts have no meaning outside the font; ticks and bullets are neither text nor number. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  return Number.isNaN(value) || value >= 0xe000 ? ' ' : String.fromCodePoint(value);
}

/** Notes are numbered as they are met; a mark of the writer's own follows as text. */
function noteMark(reference: Branch, notes: Map<string, string>): string {
  if (reference.attributes['w:customMarkFollows'] !== undefined) {
    return '';
  }
  const key = `${reference.name} ${reference.attributes['w:id'] ?? ''}`;
  const mark = notes.get(key) ?? String(notes.size + 1);
  notes.set(key, mark);
  return mark;
}
