/**
 * Lines of a table put together into its rows. Lines of one cell stand closer than two rows do; where they do not,
 * because nothing pads the cells, a line belongs to the row above only if it plainly goes on with its label.
 */
import { isValue } from './cell-value.ts';
import { hasValues, overlap, type Span } from './pdf.columns.ts';
import type { Row } from './pdf.rows.ts';

/** Lines further apart than this, in sizes of their text, are never one cell's. */
const widestLine = 1.6;
const narrowestLine = 1.05;
const clear = 1.1;

const unfinished = /(?:[,/(&–-]|\b(?:of|and|or|the|a|in|to|with|for|by|under|over))$/i;
const midSentence = /^[\p{Ll}(&/]/u;

/** Lines in order, as groups that are one row each. */
export function groupsOf(lines: readonly Row[], columns: readonly Span[]): readonly (readonly Row[])[] {
  const apart = rowGap(lines);
  if (apart === null) {
    return grownGroups(lines, columns);
  }
  const groups: Row[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && (gapTo(last.at(-1), line) <= apart || restOfLabel(last, line, columns))) {
      last.push(line);
    } else {
      groups.push([line]);
    }
  }
  return groups.flatMap((group) => {
    // Two labelled rows in one group with values: the lines are too close to tell by distance.
    const labelled = group.filter((line) => line.chunks.length > 1 && hasLabel(line, columns)).length > 1;
    const body = group.some((line) => hasValues(line, columns));
    return body && (labelled || doubled(group, columns)) ? grownGroups(group, columns) : [group];
  });
}

/** Two values in one column are never one cell. */
function doubled(group: readonly Row[], columns: readonly Span[]): boolean {
  return columns.slice(1).some((column) => group.filter((line) => hasValueIn(line, column)).length > 1);
}

function hasValueIn(line: Row, column: Span): boolean {
  return line.chunks.some((chunk) => isValue(chunk.text) && overlap(chunk, column) > 0);
}

/** A row cut by the end of a page leaves the rest of its label alone at the top of the next. */
function restOfLabel(group: readonly Row[], line: Row, columns: readonly Span[]): boolean {
  const label = group.findLast((each) => hasLabel(each, columns))?.chunks[0];
  const [more, ...others] = line.chunks;
  const cut = label !== undefined && more !== undefined && others.length === 0 && hasLabel(line, columns);
  return (
    cut && group.at(-1)?.page !== line.page && (unfinished.test(label.text) || midSentence.test(more.text))
  );
}

/** Lines of headings wrap in every column at once, so distance alone says which are one row. */
export function headGroups(heads: readonly Row[], lines: readonly Row[]): readonly (readonly Row[])[] {
  const apart = rowGap(lines);
  const groups: Row[][] = [];
  for (const head of heads) {
    const last = groups.at(-1);
    if (last !== undefined && gapTo(last.at(-1), head) <= (apart ?? widestLine * 0.9 * head.size)) {
      last.push(head);
    } else {
      groups.push([head]);
    }
  }
  return groups;
}

/** Whether a text plainly goes on in the next line: it ends, or the next begins, in the middle of a phrase. */
export function isWrapped(text: string, next: string): boolean {
  return unfinished.test(text) || midSentence.test(next);
}

export function gapTo(above: Row | undefined, line: Row): number {
  return above === undefined || above.page !== line.page ? Number.POSITIVE_INFINITY : line.base - above.base;
}

/** The distance between lines of a cell and lines of two rows, where the distances fall into two kinds; else null. */
function rowGap(lines: readonly Row[]): number | null {
  const size = Math.max(...lines.map((line) => line.size));
  const gaps = lines
    .map((line, index) => gapTo(lines[index - 1], line))
    .filter((gap) => Number.isFinite(gap))
    .sort((a, b) => a - b);
  const [smallest] = gaps;
  if (smallest === undefined || smallest > widestLine * size) {
    return 0;
  }
  let best: { readonly apart: number; readonly ratio: number } | null = null;
  for (const [index, gap] of gaps.entries()) {
    const next = gaps[index + 1];
    const apart = next === undefined ? 0 : (gap + next) / 2;
    if (next === undefined || gap > widestLine * size || apart < narrowestLine * size) {
      continue;
    }
    const ratio = next / gap;
    if (ratio >= clear && (best === null || ratio > best.ratio)) {
      best = { apart, ratio };
    }
  }
  return best === null ? null : best.apart;
}

/** Each line with values is a row; a line without joins the row whose label it goes on with, or is a row of its own. */
function grownGroups(lines: readonly Row[], columns: readonly Span[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  const low = labelsEndBeside(lines, columns);
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1);
    const gap = gapTo(last?.at(-1), line);
    if (last === undefined || doubled([...last, line], columns)) {
      groups.push([line]);
    } else if (restOfLabel(last, line, columns)) {
      last.push(line);
    } else if (gap > widestLine * line.size) {
      groups.push([line]);
    } else if (gap < 0.9 * line.size) {
      last.push(line);
    } else if (hasValues(line, columns)) {
      const open = last.every((each) => !hasValues(each, columns));
      const bare = last.every((each) => each.chunks.length === 1);
      const joins =
        open && (!hasLabel(line, columns) || (bare && (low || goesOn(last, line, lines, columns))));
      joins ? last.push(line) : groups.push([line]);
    } else if (
      (low && last.some((each) => hasValues(each, columns))) ||
      belongsBelow(line, lines[index + 1], gap, columns)
    ) {
      groups.push([line]);
    } else if (!hasLabel(line, columns) || goesOn(last, line, lines, columns)) {
      last.push(line);
    } else {
      groups.push([line]);
    }
  }
  return groups;
}

/** Whether values stand beside the last line of their labels: labels beside values begin in the middle of a phrase. */
function labelsEndBeside(lines: readonly Row[], columns: readonly Span[]): boolean {
  let votes = 0;
  for (const line of lines) {
    const label = hasLabel(line, columns) ? line.chunks[0] : undefined;
    const begins = label !== undefined && midSentence.test(label.text);
    votes += begins ? (hasValues(line, columns) ? 1 : -1) : 0;
    votes -= label !== undefined && hasValues(line, columns) && unfinished.test(label.text) ? 1 : 0;
  }
  return votes > 0;
}

function valuesOnly(line: Row, columns: readonly Span[]): boolean {
  return !hasLabel(line, columns) && line.chunks.some((chunk) => isValue(chunk.text));
}

/** Nearer to values without a label than to the row above: the first line of the label of those values. */
function belongsBelow(line: Row, next: Row | undefined, gap: number, columns: readonly Span[]): boolean {
  return next !== undefined && valuesOnly(next, columns) && gapTo(line, next) < gap;
}

function hasLabel(line: Row, columns: readonly Span[]): boolean {
  const [label] = columns;
  return label !== undefined && line.chunks.some((chunk) => overlap(chunk, label) > 0);
}

/** Whether the label of `line` goes on with that of the group: mid-sentence, or its first word had no room there. */
function goesOn(group: readonly Row[], line: Row, lines: readonly Row[], columns: readonly Span[]): boolean {
  const label = group.findLast((each) => hasLabel(each, columns))?.chunks[0];
  const more = line.chunks[0];
  if (label === undefined || more === undefined) {
    return false;
  }
  if (isWrapped(label.text, more.text)) {
    return true;
  }
  const widest = Math.max(
    ...lines.filter((each) => hasLabel(each, columns)).map((each) => each.chunks[0]?.right ?? 0),
  );
  const word = more.text.split(' ')[0] ?? '';
  const width = ((more.right - more.left) / Math.max(1, more.text.length)) * word.length;
  return label.right + 0.25 * line.size + width > widest + 0.1 * line.size && label.right > 0.8 * widest;
}
