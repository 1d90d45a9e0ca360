/**
 * Says what each row of a grid is, before any of it is read: blank, a note, a heading, a row of numbers. Small whole
 * numbers may be ages and four figures may be years, so a row is a heading only where its whole shape says so.
 */
import type { Cell } from '../document.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { periodWords } from '../words/period-words.ts';
import { cellValue } from '../words/value-words.ts';
import { follows, isAgeHeading, isAmongAges, isOfUnknown } from './age-heading.ts';
import { withBlankRows } from './blank-rows.ts';
import type { Grid } from './grid.ts';

export type Role =
  /** Cannot be anything but a count or a sign for one. */
  | 'value'
  /** A whole number from 0 to 19, or `12-15`: a count or an age. */
  | 'age-like'
  | 'year-like'
  /** `unknown`, `not recorded`: a category or a missing number. */
  | 'absent'
  | 'label';

export type RowKind = 'blank' | 'hidden' | 'note' | 'pair' | 'head' | 'data';

export function roleOf(cell: Cell, lexicon: Lexicon): Role {
  if (cell.kind === 'date') return 'label';
  const value = cellValue(cell.text);
  // A share stands among numbers, also in a row whose number is blank.
  if (value === null) return /^\d{1,3}(?:\.\d+)?\s?%$/u.test(cell.text.trim()) ? 'value' : 'label';
  switch (value.kind) {
    case 'absent':
      return 'absent';
    case 'masked':
    case 'dash':
      return 'value';
    case 'bounded':
      return lexicon.ageOf(cell.text) !== null && !/[<>]/.test(cell.text) ? 'age-like' : 'value';
    case 'exact': {
      const figures = /^\d{4}\s*[*†‡^]*$/u.test(cell.text.trim()) ? value.count.low : 0;
      if (figures >= 1990 && figures <= 2040) return 'year-like';
      return value.form === 'figures' && /^\d{1,2}$/.test(cell.text.trim()) && value.count.low <= 19
        ? 'age-like'
        : 'value';
    }
    default:
      return value satisfies never;
  }
}

/** `aboutAges`: the caption over the table says so. */
export function rowKinds(grid: Grid, lexicon: Lexicon, aboutAges = false): readonly RowKind[] {
  const kinds: RowKind[] = [];
  const roles = Array.from({ length: grid.rows }, (_, row) =>
    grid.row(row).map((cell) => ({ cell, role: roleOf(cell, lexicon) })),
  );
  const shown = (from: number, step: number): readonly Roled[] => {
    let row = from + step;
    while (grid.isHidden(row)) row += step;
    return roles[row] ?? [];
  };
  for (let row = 0; row < grid.rows; row += 1) {
    const cells = roles[row] ?? [];
    if (grid.isHidden(row)) {
      kinds.push('hidden');
      continue;
    }
    const numbers = roles.slice(row + 1, row + 4).find(hasNumbers) ?? [];
    // A caption may stand apart from the heading it names, or with a heading between.
    const over = shown(row, -1).length > 0 ? shown(row, -1) : shown(row - 1, -1);
    const named =
      (aboutAges && !kinds.includes('data')) ||
      [row - 1, row - 2, row - 3].some(
        (above) => kinds[above] !== 'data' && (roles[above] ?? []).some((one) => saysAges(one, lexicon)),
      );
    const isHead = cells.length > 1 && isAgeHeading(cells, numbers, named, lexicon);
    const near = {
      above: over,
      below: shown(row, 1),
      overIn: (col: number) => roleOver(roles, kinds, row, col),
    };
    kinds.push(isHead ? 'head' : kindOf(cells, near, named, lexicon));
  }
  // A heading stands over numbers: one with no data row below it, before a blank row, is a pair or a note.
  for (let row = grid.rows - 1; row >= 0; row -= 1) {
    if (kinds[row] !== 'head') continue;
    let below = row + 1;
    while (
      below < grid.rows &&
      (kinds[below] === 'head' || kinds[below] === 'note' || kinds[below] === 'hidden')
    )
      below += 1;
    if (kinds[below] === 'data') continue;
    if ((roles[row] ?? []).length <= 2) kinds[row] = (roles[row] ?? []).length === 2 ? 'pair' : 'note';
  }
  return withBlankRows(kinds, roles, lexicon);
}

/** "Victims by age and sex", "Age of victim". */
function saysAges({ cell }: Roled, lexicon: Lexicon): boolean {
  return cell.text.length < 120 && lexicon.dimensionOf(cell.text) === 'age';
}

function hasNumbers(cells: readonly Roled[]): boolean {
  return cells.some(({ role }, at) => at > 0 && (role === 'value' || role === 'age-like'));
}

export type Roled = { readonly cell: Cell; readonly role: Role };

/** What stands nearest above in a column, blank rows passed over. */
function roleOver(
  roles: readonly (readonly Roled[])[],
  kinds: readonly RowKind[],
  row: number,
  col: number,
): Role | undefined {
  let above = row - 1;
  const roleAt = (): Role | undefined => roles[above]?.find(({ cell }) => cell.col === col)?.role;
  // A row of labels whose number is blank looks like a heading until its neighbours are known.
  while (roleAt() === undefined && ['data', 'head', 'hidden'].includes(kinds[above] ?? '')) above -= 1;
  return roleAt();
}

type Near = {
  readonly above: readonly Roled[];
  readonly below: readonly Roled[];
  readonly overIn: (col: number) => Role | undefined;
};

function kindOf(
  cells: readonly Roled[],
  { above, below, overIn }: Near,
  /** A caption near says "age". */
  isNamed: boolean,
  lexicon: Lexicon,
): RowKind {
  const [first, ...rest] = cells;
  if (first === undefined) return 'blank';
  if (rest.length === 0) {
    if (first.cell.col > 0 && (first.role === 'value' || first.role === 'age-like')) return 'data';
    // "Number" alone, right over the only number of the row below.
    const under = below.find(({ cell }) => cell.col === first.cell.col)?.role;
    if (first.role === 'label' && first.cell.col > 0 && (under === 'value' || under === 'age-like'))
      return 'head';
    return first.role === 'label' && first.cell.col > 0 && below.length > 1 && isHeadLike(first.cell, lexicon)
      ? 'head'
      : first.role === 'value'
        ? 'data'
        : 'note';
  }
  const others = first.cell.col === 0 || first.role === 'label' ? rest : cells;
  const counted = others.filter(({ role }) => role === 'value');
  if (counted.length > 0 || first.role === 'value') return 'data';
  // "16 to 17 | N/A | N/A" is a row of answers that are none.
  if (others.every(({ role }) => role === 'absent') && above.length > 1) return 'data';
  if (others.every(({ role }) => role === 'label' || role === 'absent')) {
    if (cells.length === 2 && isPair(first.cell, rest[0]?.cell, lexicon)) return 'pair';
    return 'head';
  }
  const years = others.filter(({ role }) => role === 'year-like');
  if (years.length > 0 && years.length + labels(others) === others.length) {
    // "2012/13 | 2011", "Snapchat | 2008": beside a period or a category four figures count.
    if (years.length === 1 && isCounted(cells, above, below, years[0]?.cell.col ?? 0, lexicon)) return 'data';
    return below.some(({ role }) => role === 'value' || role === 'age-like') && inStep(years)
      ? 'head'
      : 'data';
  }
  const ages = others.filter(({ role }) => role === 'age-like');
  const ranges = ages.filter(({ cell }) => !/^\d+$/.test(cell.text.trim()));
  const named =
    lexicon.dimensionOf(first.cell.text) === 'age' ||
    above.some(({ cell }) => lexicon.dimensionOf(cell.text) === 'age') ||
    // Four ages in a row below such a caption are no counts; two or three might be.
    (isNamed && ages.length > 3);
  const rising = ages.every(({ cell }, at) => at === 0 || follows(ages[at - 1]?.cell, cell));
  const isColumn = ages.some((one) => isAmongAges(one, below, lexicon));
  const isAges =
    !isColumn &&
    !isOfUnknown(first, lexicon) &&
    ages.length + labels(others) + years.length === others.length &&
    rising &&
    below.length > 0;
  if (isAges && ranges.length >= 2) return 'head';
  // "0-4 years | 0 | 1" counts few; its own label is the age.
  const ownAge = lexicon.ageOf(first.cell.text);
  if (isAges && named && first.role === 'label' && ages.length >= 2 && (ownAge === null || ownAge === '0-17'))
    return 'head';
  // Under a number stands a number: "5 or less" below "10" is one too.
  const overRange = overIn(ranges[0]?.cell.col ?? -1);
  if (
    isAges &&
    overRange !== 'value' &&
    overRange !== 'age-like' &&
    ranges.length === 1 &&
    others.length > 1 &&
    // "Snapchat | 2023/24 | 1-4": no heading of ages names a year beside them.
    !others.some(({ cell }) => periodWords(cell.text).some((word) => word.kind === 'period')) &&
    others.some(({ cell }) => lexicon.ageOf(cell.text) === null && isHeadLike(cell, lexicon))
  )
    return 'head';
  return 'data';
}

function isCounted(
  cells: readonly Roled[],
  above: readonly Roled[],
  below: readonly Roled[],
  col: number,
  lexicon: Lexicon,
): boolean {
  const others = cells.filter(({ cell, role }) => cell.col !== col && role !== 'year-like');
  if (others.some(({ cell }) => periodWords(cell.text).some((word) => word.kind === 'period'))) return true;
  const over = above.find(({ cell }) => cell.col === col);
  if (over === undefined) return false;
  if (others.some(({ cell }) => isCategory(cell.text, lexicon))) return true;
  // "Victims | 2007" that begins further in than the row above goes on under its outer label, and heads nothing.
  const left = others[0]?.cell.col ?? 0;
  const outer = above[0]?.cell.col ?? 0;
  if (left > outer && left < col) return others.every((one) => isHeadLike(one.cell, lexicon));
  // "Totals | 1992" below "Sex | Number" or below a number: its column is headed already, and no corner is called a total.
  const isHeaded = !periodWords(over.cell.text).some((word) => word.kind !== 'date');
  const isCorner = over.role === 'label' && left !== (below[0]?.cell.col ?? left);
  return isHeaded && !isCorner && others.every((one) => isLoneTotal(one.cell.text, lexicon));
}

/** "Total", "Grand total": "Total offences" over years is the corner of many a table. */
function isLoneTotal(text: string, lexicon: Lexicon): boolean {
  return lexicon.isTotal(text) && lexicon.unitOf(text) === null && lexicon.dimensionOf(text) === null;
}

function isCategory(text: string, lexicon: Lexicon): boolean {
  return (
    lexicon.platformOf(text).kind === 'exact' ||
    lexicon.offenceOf(text) !== null ||
    lexicon.sexOf(text) !== null ||
    lexicon.ageOf(text) !== null
  );
}

function labels(cells: readonly Roled[]): number {
  return cells.filter(({ role }) => role === 'label' || role === 'absent').length;
}

/** Years that follow one another, up or down, as headings do. */
function inStep(years: readonly Roled[]): boolean {
  const numbers = years.map(({ cell }) => Number.parseInt(cell.text, 10));
  const steps = numbers.slice(1).map((year, at) => year - (numbers[at] ?? 0));
  return (
    steps.every((step) => step === 1) ||
    steps.every((step) => step === -1) ||
    steps.every((step) => step === 0)
  );
}

function isHeadLike(cell: Cell, lexicon: Lexicon): boolean {
  const text = cell.text;
  return (
    lexicon.unitOf(text) !== null ||
    lexicon.isTotal(text) ||
    lexicon.sexOf(text) !== null ||
    lexicon.ageOf(text) !== null ||
    lexicon.dimensionOf(text) !== null ||
    lexicon.isUnknown(text) ||
    periodWords(text).length > 0
  );
}

/** `Force: | Hertfordshire Constabulary`, `Period | 1 April 2015 - 31 March 2016`: about the sheet, not a heading. */
function isPair(first: Cell, second: Cell | undefined, lexicon: Lexicon): boolean {
  if (second === undefined) return false;
  const key = first.text.trim();
  // A letterhead on the first row of a sheet: the force's name, a reference, a date.
  if (/\b(?:police|constabulary|heddlu)\b/iu.test(`${key} ${second.text}`)) return true;
  if (/^(?:foi|foia|ref|reference|dated?|version|page)\b/iu.test(second.text.trim())) return true;
  if (
    /^(?:force|police force|constabulary|reference|ref|our ref|foi|date|prepared|produced|source|author|contact|department|request|subject|title|version|status|contents?)\b/i.test(
      key,
    )
  )
    return true;
  if (
    /^(?:period|time period|date range|from|year)\b.{0,20}$/i.test(key) &&
    !periodWords(key).some((word) => word.kind === 'period' || word.kind === 'year-ending') &&
    periodWords(second.text).some((word) => word.kind === 'period' && word.basis !== 'month')
  )
    return true;
  if (/:$/.test(key) && lexicon.unitOf(second.text) === null && periodWords(second.text).length === 0)
    return true;
  return second.text.length > 60;
}
