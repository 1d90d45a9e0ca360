/**
 * Whether a row of a table is a heading of ages: `Sex | Under 12 | 12 | 13-15 | Total`. Ages are small whole numbers and so
 * are counts, so a row is one only where its ages follow one another and counts stand below them.
 */
import type { Cell } from '../document.ts';
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
  const isAge = ({ cell, role }: Roled): boolean => {
    const age = role === 'value' ? null : lexicon.ageOf(cell.text);
    return age !== null && age !== 'unknown';
  };
  const heads = first !== undefined && isAge(first) && first.role === 'label' ? cells : rest;
  const ages = heads.filter(isAge);
  const others = heads.filter((one) => !isAge(one));
  if (ages.length < 2 || others.some(({ role }) => role !== 'label' && role !== 'absent')) return false;
  if (!ages.every(({ cell }, at) => at === 0 || goesOn(ages[at - 1]?.cell, cell, ages[0]?.cell)))
    return false;
  const written = ages.filter(({ cell }) => /\D/u.test(cell.text.trim()));
  const marked = written.length > 0 ? written : ages;
  const under = marked.map(({ cell }) => below.find((one) => one.cell.col === cell.col)?.role);
  if (under.includes('label') || !under.some((role) => role === 'value' || role === 'age-like')) return false;
  const named = isNamed || (first !== undefined && lexicon.dimensionOf(first.cell.text) === 'age');
  if (written.length === 0) return named && ages.length > 3;
  return written.length >= 2 || named || ages.length > 2;
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
