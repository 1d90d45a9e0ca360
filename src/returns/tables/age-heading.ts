/**
 * Whether a row of a table is a heading of ages: `Sex | Under 12 | 12 | 13-15 | Total`. Ages are small whole numbers and so
 * are counts, so a row is one only where its ages follow one another and counts stand below them.
 */
import type { Cell } from '../document.ts';
import { readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { Roled } from './rows.ts';

export function isAgeHeading(
  cells: readonly Roled[],
  /** The next row that holds numbers. */
  below: readonly Roled[],
  /** Something over the row says "age". */
  isNamed: boolean,
  lexicon: Lexicon,
): boolean {
  const [first, ...rest] = cells;
  if (isOfUnknown(first, lexicon)) return false;
  if (isRowOfAges(cells, below, lexicon)) return true;
  const isAge = ({ cell, role }: Roled): boolean => {
    const age = role === 'value' ? null : lexicon.ageOf(cell.text);
    return age !== null && age !== 'unknown';
  };
  // Over a column of labels the corner may be empty: then the first cell is an age too.
  const isCorner = below[0] !== undefined && first !== undefined && below[0].cell.col >= first.cell.col;
  const heads = first !== undefined && isAge(first) && (first.role === 'label' || !isCorner) ? cells : rest;
  const ages = heads.filter(isAge);
  const others = heads.filter((one) => !isAge(one));
  if (ages.length < 2 || others.some(({ role }) => role !== 'label' && role !== 'absent')) return false;
  if (!ages.every(({ cell }, at) => at === 0 || goesOn(ages[at - 1]?.cell, cell, ages[0]?.cell)))
    return false;
  const written = ages.filter(({ cell }) => /\D/u.test(cell.text.trim()));
  const marked = written.length > 0 ? written : ages;
  const under = marked.map(({ cell }) => below.find((one) => one.cell.col === cell.col)?.role);
  if (ages.some((one) => isAmongAges(one, below, lexicon))) return false;
  if (under.includes('label') || !under.some((role) => role === 'value' || role === 'age-like')) return false;
  const named = isNamed || (first !== undefined && lexicon.dimensionOf(first.cell.text) === 'age');
  if (written.length === 0) return named && ages.length > 3;
  return written.length >= 2 || named || ages.length > 2;
}

/** "Age not known | 0 | 1 | 2 | 3" counts those of whom nothing is known, however its numbers rise. */
export function isOfUnknown(first: Roled | undefined, lexicon: Lexicon): boolean {
  return first !== undefined && readLabel(first.cell.text, lexicon).unknown;
}

/** `Age | <1 | 5 | 7 | 8`: a row named "Age" over a row of another name holds ages where they rise, gaps or none. */
function isRowOfAges(cells: readonly Roled[], below: readonly Roled[], lexicon: Lexicon): boolean {
  const [first, ...rest] = cells;
  if (
    first?.role !== 'label' ||
    !/^(?:(?:victim(?:['’]?s)?\s+)?ages?(?:\s+(?:of|at|in)\b.*)?)$/iu.test(first.cell.text.trim())
  )
    return false;
  const ages = rest.filter(({ cell }) => /\d/u.test(cell.text));
  const others = rest.filter((one) => !ages.includes(one));
  if (ages.length < 3 || others.some(({ role }) => role === 'value')) return false;
  if (ages.some(({ cell }) => lexicon.ageOf(cell.text) === null)) return false;
  const under = below[0];
  if (under === undefined || under.role !== 'label' || lexicon.ageOf(under.cell.text) !== null) return false;
  if (below.length < rest.length / 2) return false;
  return ages.every(({ cell }, at) => at === 0 || lowest(cell) > lowest(ages[at - 1]?.cell));
}

/**
 * Over a count stands an age; over an age stands one more of a column of them. A small range below may be a hidden number,
 * `1-4` or "5 or fewer": it is an age only where it goes on from the one above.
 */
export function isAmongAges({ cell }: Roled, below: readonly Roled[], lexicon: Lexicon): boolean {
  const under = below.find((one) => one.cell.col === cell.col)?.cell;
  if (under === undefined || !/\D/u.test(under.text.trim()) || lexicon.ageOf(under.text) === null)
    return false;
  const maySign = /^[01]\s*(?:-|–|to)\s*\d$|\b(?:fewer|less)\b|</iu.test(under.text.trim());
  return !maySign || under.text === cell.text || follows(cell, under);
}

/** The next age of the row, the same over the next year, or the first again: the same ages under the next sex. */
function goesOn(before: Cell | undefined, cell: Cell, first: Cell | undefined): boolean {
  return follows(before, cell) || cell.text === before?.text || cell.text === first?.text;
}

/** Ages in a heading follow one another without a gap: 10, 11, 12; 0-5, 6-10. A count beside a band does not. */
export function follows(before: Cell | undefined, cell: Cell): boolean {
  const ends = before?.text.match(/\d+/g) ?? [];
  const last = Number.parseInt(ends.at(-1) ?? '-1', 10);
  const under =
    /\b(?:under|below|less)\b|^u\s?\d|</iu.test(before?.text ?? '') &&
    !/\b(?:and|or)\s+under\b/iu.test(before?.text ?? '');
  return (
    lowest(cell) === last + 1 ||
    (under && lowest(cell) === last) ||
    (lowest(cell) > last && /\D/.test(cell.text.trim()) && /\D/.test(before?.text.trim() ?? ''))
  );
}

function lowest(cell: Cell | undefined): number {
  return Number.parseInt(cell?.text.match(/\d+/)?.[0] ?? '-1', 10);
}
