/**
 * Reads one block of a table, whose headings, labels and values are known by their places: every value becomes a stated
 * number with what all the labels over, beside and around it say. A value whose labels are not understood or disagree is
 * kept with the reason, and is not an answer.
 */
import type { Cell } from '../document.ts';
import { isAgeCaption } from '../letters/captions.ts';
import { type Stated, type StatedBlock, toldOnly } from '../stated.ts';
import { type Label, readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { tags } from '../words/tags.ts';
import { cellValue, unsureOf } from '../words/value-words.ts';
import type { About, Said } from './axis.ts';
import type { Block } from './blocks.ts';
import { captionContext } from './caption.ts';
import { type Context, readPeriod } from './context.ts';
import { withoutOtherScope } from './flag-scope.ts';
import { byNamedKind, type LabelLine, labelLine, nested } from './label-line.ts';
import { mergeSaid, type Together } from './said-together.ts';
import { isRunTogether, type ShareDiffers, sharesThatDiffer } from './shares.ts';
import { sumsOf } from './totals.ts';

/** "Year ending" over days: each of them ends a year. */
const YEAR_ENDING =
  /^(?:(?:financial|fiscal)\s+)?(?:years?|y\/?e|12\s+months)\s*(?:ending|ended|to|end)?\s*:?$/iu;
const DAY_ALONE =
  /^(?:(?:the\s+)?(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s+\p{L}+,?\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})$/iu;

export function readBlock(block: Block, context: Context, lexicon: Lexicon, id: string): StatedBlock {
  const { grid } = block;
  const corner = cornerOf(block);
  const yearsEnd = block.heads.some((row) => grid.row(row).some(({ text }) => YEAR_ENDING.test(text.trim())));
  const cache = new Map<string, Label>();
  const label = (text: string): Label => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const isYearEnd = yearsEnd && DAY_ALONE.test(text.trim());
    const read = readLabel(isYearEnd ? `Year ending ${text}` : text, lexicon);
    cache.set(text, read);
    return read;
  };
  const cornerSaid = corner.map((cell) => label(cell.text));
  const named = (col: number): About => {
    const head = block.heads
      .map((row) => grid.covering(row, col)?.text ?? '')
      .filter((text) => text !== '')
      .at(-1);
    return head === undefined ? null : lexicon.dimensionOf(head);
  };
  const totalRows = block.body.map(({ row }) =>
    block.labelCols.some((col) => {
      const cell = grid.at(row, col);
      return cell !== undefined && label(cell.text).total;
    }),
  );
  const groupOf = groupsOf(block, totalRows);
  const labelled = block.labelCols.flatMap((col) =>
    nested(
      labelLine(rowLabels(block, col, totalRows), named(col), label),
      label,
      block.labelCols.filter((one) => one < col).map((one) => rowLabels(block, one, totalRows)),
    ),
  );
  const bare = withoutLabel(labelled, groupOf);
  const rowLines = edgesAsTotals(byNamedKind(labelled, label), bare).map((one) =>
    withoutOtherScope(one, label, context.asksFlag),
  );
  // "Facilitation" over titles of offences is a kind of offence, which says less than the titles do.
  const titles = rowLines.find((one) => one.about === 'offence');
  const grouped = labelLine(groupOf, titles === undefined ? null : 'offence', label);
  const groups =
    titles === undefined
      ? grouped
      : {
          ...grouped,
          said: grouped.said.map((one, at) => (isTitled(titles.said[at]) ? withoutTitle(one) : one)),
        };
  const colLines = block.heads.map((head, at) => {
    const cells = block.valueCols.map((col) => headOver(block, head, col, at === block.heads.length - 1));
    return withoutOtherScope(labelLine(cells, null, label), label, context.asksFlag);
  });
  const caption = block.notes.filter(
    (cell) => !block.body.some(({ group }) => group === cell) && isCaption(cell, lexicon),
  );
  const captioned = caption.reduce(
    (within, cell) => captionContext(within, cell.text, cell.marks, lexicon),
    context,
  );
  const inside = insideContext(captioned, [...cornerSaid, ...block.notes.map((cell) => label(cell.text))]);
  const counted = new Set(colLines.flatMap(({ said }) => said.flatMap(({ unit }) => unit ?? [])));
  // "The victims of this year were not asked for", over a table of offences, sets victims apart.
  const apart = [...corner, ...block.notes]
    .map((cell) => label(cell.text))
    .some(({ isPartOf, unit }) => isPartOf && (unit === null || counted.size === 0 || counted.has(unit)));
  const lackHead = withoutOwnHead(colLines);
  const shares = sharesThatDiffer(block, label, totalRows);
  const stated: Stated[] = [];
  const index = new Map<string, number>();
  const single = block.valueCols.length === 1;
  block.body.forEach(({ row }, at) => {
    const group = groupOf[at];
    block.valueCols.forEach((col, place) => {
      const cell = grid.at(row, col);
      const covered = cell === undefined && grid.covering(row, col) !== undefined;
      if (covered) return;
      const rowSaids = [
        ...rowLines.map((one) => one.said[at] ?? {}),
        ...(group === undefined ? [] : [groups.said[at] ?? {}]),
      ];
      const colSaids = colLines.map((one) => one.said[place] ?? {});
      const hasHead =
        colLines.some((one) => one.cells[place] !== undefined) || (single && block.heads.length === 0);
      const hasLabel = rowLines.some((one) => one.cells[at] !== undefined) || block.labelCols.length === 0;
      if (cell === undefined && (!hasHead || !hasLabel)) return;
      const value = cell === undefined ? null : cell.kind === 'date' ? null : cellValue(cell.text);
      if (cell !== undefined && value === null) {
        const heads = colLines.flatMap((one) => one.cells[place]?.text ?? []);
        if (isRunTogether(cell.text, heads)) stated.push(notParted(cell, heads, id));
        return;
      }
      const cells = [
        ...rowLines.map((one) => one.cells[at]),
        ...(group === undefined ? [] : [group]),
        ...colLines.map((one) => one.cells[place]),
      ].filter((one) => one !== undefined);
      const merged = together([...rowSaids, ...colSaids], cells, inside);
      const isPart = isOfRowsAbove(rowSaids) || isOfRowsAbove(colSaids);
      index.set(`${at},${place}`, stated.length);
      stated.push({
        ...merged,
        ...(apart || (isPart && merged.not === null)
          ? { not: { why: 'remark', finding: null } as const }
          : {}),
        ...((hasHead && !lackHead[place]) || cell === undefined ? {} : noHeading(merged, cell)),
        ...(bare[at] === 'inside' && cell !== undefined ? noHeading(merged, cell) : {}),
        value,
        ...unsureOf(value),
        ...shareOf(shares.get(`${row},${col}`), cells),
        text: cell?.text ?? '',
        at: cell?.at ?? grid.placeOf(row, col),
        question: inside.question,
        labels: cells.map((one) => one.text).join(', '),
        block: id,
        cells: { own: cell ?? null, around: cells },
      });
    });
  });
  const numbers = block.body.map((_, at) =>
    block.valueCols.map((_col, place) => index.get(`${at},${place}`)),
  );
  return { stated, sums: sumsOf(numbers, rowLines, colLines, groups) };
}

/** A count and its share in one, told and not read: where the first ends nobody can say. */
function notParted(cell: Cell, heads: readonly string[], block: string): Stated {
  const finding = { code: 'unread-number', facts: { value: cell.text } } as const;
  return {
    ...toldOnly(cell.at, heads.join(', '), { why: 'no heading', finding }),
    value: { kind: 'absent', sign: cell.text },
    text: cell.text,
    block,
    cells: { own: cell, around: [] },
  };
}

function shareOf(differs: ShareDiffers | undefined, cells: readonly Cell[]): Pick<Stated, 'doubt'> {
  if (differs === undefined) return {};
  const label = cells.map(({ text }) => text).join(', ');
  return { doubt: { code: 'share-differs', facts: { ...differs, label } } };
}

/** A sub-total of rows that nothing groups by what was asked, whatever stands on the other side of the table. */
function isOfRowsAbove(saids: readonly Said[]): boolean {
  return (
    saids.some(({ total }) => total === 'sub-total') &&
    saids.every(({ age, sex, platform, offence }) =>
      [age, sex, platform, offence].every((one) => one === undefined),
    )
  );
}

/** Rows that no label says anything of, where other rows have one: at an edge a total may stand, inside anything may. */
function withoutLabel(
  lines: readonly LabelLine[],
  groupOf: readonly (Cell | undefined)[],
): readonly ('edge' | 'inside' | null)[] {
  const isBare = groupOf.map(
    (group, at) =>
      group === undefined && lines.length > 0 && lines.every((one) => one.cells[at] === undefined),
  );
  if (isBare.every((one) => one)) return isBare.map(() => null);
  return isBare.map((one, at) => (one ? (at === 0 || at === isBare.length - 1 ? 'edge' : 'inside') : null));
}

/** A row at the edge without a label is checked as the total that it seems to be. */
function edgesAsTotals(
  lines: readonly LabelLine[],
  bare: readonly ('edge' | 'inside' | null)[],
): readonly LabelLine[] {
  const [first, ...others] = lines;
  if (first === undefined || !bare.includes('edge')) return lines;
  const said = first.said.map((one, at) => (bare[at] === 'edge' ? { ...one, total: 'total' as const } : one));
  return [{ ...first, said }, ...others];
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

/**
 * Whether a total row stands for the whole block: the only one of a block with several outer labels, or one more than
 * there are outer labels. Then no outer label is carried down to it.
 */
function isGrandTotal(block: Block, at: number, isTotal: readonly boolean[], outerLabels: number): boolean {
  if (isTotal[at] !== true) return false;
  const totals = isTotal.filter((one) => one).length;
  const last = isTotal.lastIndexOf(true) === at;
  return (
    last && outerLabels > 1 && (totals === 1 || totals === outerLabels + 1) && at >= block.body.length - 1
  );
}

function isTitled(said: Said | undefined): boolean {
  return said?.offence !== undefined;
}

function withoutTitle({ offence: _offence, unread: _unread, unit: _unit, ...said }: Said): Said {
  return said;
}

/** The group heading over each row; a total behind all groups stands under none of them. */
function groupsOf(block: Block, isTotal: readonly boolean[]): readonly (Cell | undefined)[] {
  const heads = new Set(block.body.flatMap(({ group }) => group ?? []));
  const last = block.body.length - 1;
  const isGrand = isGrandTotal(block, last, isTotal, heads.size);
  // One heading over all rows groups nothing: the total is of everything.
  const isOne = heads.size === 1 && block.body.every(({ group }) => group !== null);
  return block.body.map(({ group }, at) =>
    at === last && isTotal[at] === true && (isGrand || isOne) ? undefined : (group ?? undefined),
  );
}

/** A sentence with a number in it says what it says, and nothing of the table below it. */
function isCaption(cell: Cell, lexicon: Lexicon): boolean {
  return isAgeCaption(cell.text, lexicon) || !tags(cell.text, lexicon).some((tag) => tag.kind === 'value');
}

/** Labels of one label column, the blank ones under a label printed once taking it over where a later column goes on. */
function rowLabels(block: Block, col: number, isTotal: readonly boolean[]): (Cell | undefined)[] {
  const last = block.labelCols.at(-1) === col;
  const outer = block.labelCols.filter((one) => one < col);
  let above: Cell | undefined;
  const outerLabels = block.body.filter(({ row }) => block.grid.at(row, col) !== undefined).length;
  return block.body.map(({ row }, at) => {
    if (block.grid.at(row, col) === undefined && isGrandTotal(block, at, isTotal, outerLabels))
      return undefined;
    const cell = block.grid.at(row, col) ?? block.grid.covering(row, col);
    if (cell !== undefined) {
      above = cell;
      return cell;
    }
    // A new label further out begins a new group: the inner label above it belongs to the old one.
    if (outer.some((one) => block.grid.at(row, one) !== undefined)) above = undefined;
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

/**
 * Columns that share a heading with others and lack the heading below it that the others have: `2023/24` over `Female | Male`
 * where "Male" is lost. What such a column holds, a sex or both together, nobody can tell.
 */
function withoutOwnHead(lines: readonly LabelLine[]): readonly boolean[] {
  const own = lines.at(-1);
  const above = lines.slice(0, -1);
  return (own?.cells ?? []).map(
    (cell, place) =>
      cell === undefined &&
      above.some(
        (line) =>
          line.cells[place] !== undefined &&
          line.cells.some((other, at) => other === line.cells[place] && own?.cells[at] !== undefined),
      ),
  );
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
    if (one.measure !== undefined) inside = { ...inside, measure: one.measure };
    // "Girls" over a column of ages.
    if ((one.sex === 'female' || one.sex === 'male') && one.leftover === '')
      inside = { ...inside, sex: one.sex };
    const ending = one.periods.find((word) => word.kind === 'year-ending');
    if (ending !== undefined) inside = { ...inside, yearEnding: ending.month };
    else {
      const read = readPeriod(one.periods, [], inside);
      // A bare year beside other words may be the year of a report; alone with what is counted it is the period.
      const isSaid = one.leftover === '' || /\brecorded\s+(?:in|during)\s+\d{4}\b/iu.test(one.text);
      const isClear = read.kind === 'period' && (read.basis !== 'bare-year' || isSaid);
      if (read.kind === 'period' && isClear) inside = { ...inside, period: read.period };
    }
    if (/\bcalendar\s+year/i.test(one.text)) inside = { ...inside, yearBasis: 'calendar' };
    else if (/\b(?:financial|fiscal)\s+year|\bf\/?y\b/i.test(one.text))
      inside = { ...inside, yearBasis: 'financial' };
  }
  return inside;
}

function together(saids: readonly Said[], cells: readonly Cell[], context: Context): Together {
  return mergeSaid(
    saids,
    cells.flatMap((cell) => [...cell.marks, ...(/[*†‡^]+$|\(\w\)$|\[\w\]$/u.exec(cell.text) ?? [])]),
    context,
  );
}
