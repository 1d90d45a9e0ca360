/**
 * Reads one block of a table: which line of labels is about what, then every number with what its row and column say
 * together. Where two labels disagree, or one is not understood, the number is kept out and reported, never guessed.
 */
import type { Period } from '#period/period.ts';
import type { Cell } from '../document.ts';
import type { Stated, StatedBlock, Sum } from '../stated.ts';
import { type Label, readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { cellValue } from '../words/value-words.ts';
import { type About, aboutOf, type Said, saidBy } from './axis.ts';
import type { Block } from './blocks.ts';
import { type Context, type PeriodRead, readPeriod } from './context.ts';

type Line = {
  /** Per position (row or column of the block): the cell that labels it. */
  readonly cells: readonly (Cell | undefined)[];
  readonly said: readonly Said[];
  readonly about: About;
};

export function readBlock(block: Block, context: Context, lexicon: Lexicon, id: string): StatedBlock {
  const { grid } = block;
  const cache = new Map<string, Label>();
  const label = (text: string): Label => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const read = readLabel(text, lexicon);
    cache.set(text, read);
    return read;
  };
  const corner = cornerOf(block);
  const cornerSaid = corner.map((cell) => label(cell.text));
  const named = (col: number): About => {
    const head = block.heads
      .map((row) => grid.covering(row, col)?.text ?? '')
      .filter((text) => text !== '')
      .at(-1);
    return head === undefined ? null : lexicon.dimensionOf(head);
  };
  const rowLines = block.labelCols.map((col) => line(rowLabels(block, col), named(col), label, lexicon));
  const groups = line(
    block.body.map(({ group }) => group ?? undefined),
    null,
    label,
    lexicon,
  );
  const colLines = block.heads.map((head, at) => {
    const cells = block.valueCols.map((col) => headOver(block, head, col, at === block.heads.length - 1));
    return line(cells, null, label, lexicon);
  });
  const inside = insideContext(context, [...cornerSaid, ...block.notes.map((cell) => label(cell.text))]);
  const stated: Stated[] = [];
  const index = new Map<string, number>();
  const single = block.valueCols.length === 1;
  block.body.forEach(({ row, group }, at) => {
    block.valueCols.forEach((col, place) => {
      const cell = grid.at(row, col);
      const covered = cell === undefined && grid.covering(row, col) !== undefined;
      if (covered) return;
      const rowSaids = [
        ...rowLines.map((one) => one.said[at] ?? {}),
        ...(group === null ? [] : [groups.said[at] ?? {}]),
      ];
      const colSaids = colLines.map((one) => one.said[place] ?? {});
      const hasHead =
        colLines.some((one) => one.cells[place] !== undefined) || (single && block.heads.length === 0);
      const hasLabel = rowLines.some((one) => one.cells[at] !== undefined) || block.labelCols.length === 0;
      if (cell === undefined && (!hasHead || !hasLabel)) return;
      const value = cell === undefined ? null : cell.kind === 'date' ? null : cellValue(cell.text);
      if (cell !== undefined && value === null) return;
      const cells = [
        ...rowLines.map((one) => one.cells[at]),
        ...(group === null ? [] : [group]),
        ...colLines.map((one) => one.cells[place]),
      ].filter((one) => one !== undefined);
      const merged = merge([...rowSaids, ...colSaids], cells, inside);
      index.set(`${at},${place}`, stated.length);
      stated.push({
        ...merged,
        ...(hasHead || cell === undefined ? {} : noHeading(merged, cell)),
        value,
        text: cell?.text ?? '',
        at: cell?.at ?? grid.placeOf(row, col),
        question: inside.question,
        labels: cells.map((one) => one.text).join(', '),
        block: id,
      });
    });
  });
  const numbers = block.body.map((_, at) =>
    block.valueCols.map((_col, place) => index.get(`${at},${place}`)),
  );
  return { stated, sums: sumsOf(numbers, rowLines, colLines, groups) };
}

function noHeading(merged: Pick<Stated, 'not'>, cell: Cell): Pick<Stated, 'not'> {
  if (merged.not !== null) return merged;
  return {
    not: {
      why: 'no heading',
      finding: { code: 'unknown-category', facts: { label: cell.text, nearest: [] } },
    },
  };
}

function line(
  cells: readonly (Cell | undefined)[],
  named: About,
  label: (text: string) => Label,
  lexicon: Lexicon,
): Line {
  const texts = [...new Set(cells.flatMap((cell) => (cell === undefined ? [] : [cell.text])))];
  const about = aboutOf(texts.map(label), named);
  const said = cells.map((cell) => (cell === undefined ? {} : saidBy(label(cell.text), about, lexicon)));
  return { cells, said, about };
}

/** Labels of one label column, the blank ones under a label printed once taking it over where a later column goes on. */
function rowLabels(block: Block, col: number): (Cell | undefined)[] {
  const last = block.labelCols.at(-1) === col;
  let above: Cell | undefined;
  return block.body.map(({ row }) => {
    const own = block.grid.at(row, col) ?? block.grid.covering(row, col);
    if (own !== undefined) {
      above = own;
      return own;
    }
    return last ? undefined : above;
  });
}

/** The heading of a column in one heading row: its own, a merged one, or, above the last row, the nearest to the left. */
function headOver(block: Block, row: number, col: number, isLast: boolean): Cell | undefined {
  const own = block.grid.covering(row, col);
  if (own !== undefined || isLast) return own;
  const left = block.valueCols.filter((one) => one < col).reverse();
  for (const one of left) {
    const cell = block.grid.covering(row, one);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** Cells over the label columns: they name the lines, and may carry unit, period or question. */
function cornerOf(block: Block): readonly Cell[] {
  const cells = block.heads.flatMap((row) =>
    [...block.labelCols, ...block.ordinalCols].map((col) => block.grid.covering(row, col)),
  );
  return [...new Set(cells.filter((cell) => cell !== undefined))];
}

function insideContext(context: Context, labels: readonly Label[]): Context {
  let inside = context;
  for (const one of labels) {
    if (one.unit !== null && inside.unit === null) inside = { ...inside, unit: one.unit };
    const ending = one.periods.find((word) => word.kind === 'year-ending');
    if (ending !== undefined) inside = { ...inside, yearEnding: ending.month };
    else {
      const read = readPeriod(one.periods, [], inside);
      if (read.kind === 'period' && read.basis !== 'bare-year') inside = { ...inside, period: read.period };
    }
    if (/\bcalendar\s+year/i.test(one.text)) inside = { ...inside, yearBasis: 'calendar' };
    else if (/\b(?:financial|fiscal)\s+year|\bf\/?y\b/i.test(one.text))
      inside = { ...inside, yearBasis: 'financial' };
  }
  return inside;
}

type Merged = Pick<Stated, 'age' | 'sex' | 'platform' | 'offence' | 'unit' | 'period' | 'not' | 'isTotal'>;

function merge(saids: readonly Said[], cells: readonly Cell[], context: Context): Merged {
  return mergeSaid(
    saids,
    cells.flatMap((cell) => [...cell.marks, ...(/[*†‡^]+$/u.exec(cell.text) ?? [])]),
    context,
  );
}

/** What several labels say of one number together, within the context around them. */
export function mergeSaid(saids: readonly Said[], marks: readonly string[], context: Context): Merged {
  const clash: string[] = [];
  const pick = (key: 'age' | 'sex' | 'platform'): string | null => {
    const values = [...new Set(saids.flatMap((said) => said[key] ?? []))];
    if (values.length > 1) clash.push(values.join(' / '));
    return values[0] ?? null;
  };
  const [age, sex, platform] = [pick('age'), pick('sex'), pick('platform')];
  const offences = saids.flatMap((said) => said.offence ?? []);
  const offence = offences.find((one) => one.code !== null) ?? offences[0] ?? null;
  const byLabels = saids
    .filter((said) => said.offence === undefined)
    .concat(saids.filter((said) => said.offence !== undefined));
  const units = [...new Set(byLabels.flatMap((said) => said.unit ?? []))];
  const words = saids.flatMap((said) => said.periods ?? []);
  const read: PeriodRead = readPeriod(words, marks, context);
  const unread = saids.flatMap((said) => said.unread ?? []);
  const isTotal = saids.some((said) => said.total !== undefined);
  let not: Stated['not'] = null;
  if (unread[0] !== undefined) {
    not = {
      why: 'label not understood',
      finding: { code: 'unknown-category', facts: { label: unread[0].label, nearest: unread[0].nearest } },
    };
  } else if (clash.length > 0) {
    not = {
      why: 'labels disagree',
      finding: { code: 'unknown-category', facts: { label: clash.join('; '), nearest: [] } },
    };
  } else if (read.kind === 'unclear') {
    not = { why: 'period not clear', finding: { code: 'period-mismatch', facts: { period: read.text } } };
  } else if (read.kind === 'piece') {
    not = { why: 'part of a period', finding: null };
  }
  const period: Period | null =
    read.kind === 'period' || read.kind === 'piece' ? read.period : context.period;
  return {
    age: age ?? context.age,
    sex: sex ?? context.sex,
    platform: platform ?? context.platform,
    offence,
    unit: units[0] ?? context.unit,
    period,
    not,
    isTotal,
  };
}

/** Every total of a line of labels with the parts that it is the total of, for each position across that line. */
function sumsOf(
  numbers: readonly (readonly (number | undefined)[])[],
  rowLines: readonly Line[],
  colLines: readonly Line[],
  groups: Line,
): readonly Sum[] {
  const sums: Sum[] = [];
  const rows = numbers.length;
  const cols = numbers[0]?.length ?? 0;
  for (const { whole, parts, over } of totalsOf([...rowLines, groups], rows)) {
    for (let col = 0; col < cols; col += 1)
      addSum(
        sums,
        numbers[whole]?.[col],
        parts.map((row) => numbers[row]?.[col]),
        over,
      );
  }
  for (const { whole, parts, over } of totalsOf(colLines, cols)) {
    for (let row = 0; row < rows; row += 1)
      addSum(
        sums,
        numbers[row]?.[whole],
        parts.map((col) => numbers[row]?.[col]),
        over,
      );
  }
  return sums;
}

function addSum(
  sums: Sum[],
  whole: number | undefined,
  parts: readonly (number | undefined)[],
  over: string,
): void {
  if (whole === undefined || parts.length === 0 || parts.includes(undefined)) return;
  sums.push({ whole, parts: parts as number[], over });
}

/** Positions that total others, per line of labels: within the same labels of the other lines, or over everything. */
function totalsOf(
  lines: readonly Line[],
  positions: number,
): { whole: number; parts: number[]; over: string }[] {
  const found: { whole: number; parts: number[]; over: string }[] = [];
  const isTotal = (at: number, except?: Line): boolean =>
    lines.some((one) => one !== except && one.said[at]?.total !== undefined);
  const key = (one: Line, at: number): string => JSON.stringify(one.said[at] ?? {});
  for (const own of lines) {
    for (let whole = 0; whole < positions; whole += 1) {
      const kind = own.said[whole]?.total;
      if (kind === undefined) continue;
      const others = lines.filter(
        (one) => one !== own && one.cells[whole] !== undefined && one.said[whole]?.total === undefined,
      );
      let parts: number[] = [];
      for (let at = 0; at < positions; at += 1) {
        if (at === whole || own.said[at]?.total !== undefined || isTotal(at, own)) continue;
        if (others.every((one) => key(one, at) === key(one, whole)) && alike(own, at, whole)) parts.push(at);
      }
      if (kind === 'sub-total') {
        const before = own.said.slice(0, whole).findLastIndex((said) => said.total !== undefined);
        parts = parts.filter((at) => at > before && at < whole);
      }
      found.push({ whole, parts, over: own.about ?? 'all' });
    }
  }
  return found;
}

/** Parts of "Female total" are female; of "Total offences" they are counted in the same unit and period, if either says so. */
function alike(line: Line, at: number, whole: number): boolean {
  const total = line.said[whole] ?? {};
  const part = line.said[at] ?? {};
  if (line.cells[at] === undefined) return false;
  if (part.unit !== undefined && total.unit !== undefined && part.unit !== total.unit) return false;
  if (total.sex !== undefined && part.sex !== total.sex) return false;
  if (total.age !== undefined && part.age !== total.age) return false;
  if (total.periods !== undefined && part.periods !== undefined) {
    return part.periods.map((word) => word.text).join() === total.periods.map((word) => word.text).join();
  }
  return true;
}
