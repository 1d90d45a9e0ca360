/**
 * Rows that hold labels alone, between rows of numbers, are rows whose numbers are blank where their labels are of the
 * kind of their neighbours': "TikTok" with nothing beside it among platforms. "Female" over ages is a heading of them.
 */
import { readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { kindOf, type LabelKind } from './label-line.ts';
import type { Roled, RowKind } from './rows.ts';

export function withBlankRows(
  kinds: readonly RowKind[],
  roles: readonly (readonly Roled[])[],
  lexicon: Lexicon,
): readonly RowKind[] {
  const found = [...kinds];
  const subTotals = roles.some((row) => row.some(({ cell }) => /\bsub[\s-]?totals?\b/iu.test(cell.text)));
  const rows = [...kinds.keys()];
  // Down and up again: several blank rows may follow one another before the first number or behind the last.
  for (const row of [...rows, ...rows.toReversed()]) {
    const kind = found[row];
    if (kind !== 'note' && kind !== 'head') continue;
    // Where sub-totals close groups, a title alone in its row opens one.
    if (subTotals && (roles[row] ?? []).some((one) => kindOfCell(one, lexicon) === 'offence')) continue;
    if (headsCodes(row, found, roles, lexicon)) continue;
    const label = readLabel(roles[row]?.at(-1)?.cell.text ?? '', lexicon);
    if ((label.unknown || label.other) && beginsAgain(row, found, roles)) continue;
    const fits = [-1, 1].some((step) => {
      const other = nearest(row, step, found, roles);
      const run = kindsOfRun(row + step, step, found, roles, lexicon);
      return other !== null && isLike(roles[row] ?? [], roles[other] ?? [], run, step < 0, lexicon);
    });
    if (fits) found[row] = 'data';
  }
  return found;
}

/** "SEXUAL GROOMING" alone in its row, over rows of codes: a kind of offence, which is no row of its own. */
function headsCodes(
  row: number,
  kinds: readonly RowKind[],
  roles: readonly (readonly Roled[])[],
  lexicon: Lexicon,
): boolean {
  const own = roles[row] ?? [];
  const [only] = own;
  if (only === undefined || own.length > 1) return false;
  const offence = readLabel(only.cell.text, lexicon).offence;
  if (offence === null || hasCode(only, lexicon)) return false;
  const next = roles[row + 1] ?? [];
  const [first] = next;
  return kinds[row + 1] === 'data' && first?.cell.col === only.cell.col && hasCode(first, lexicon);
}

function hasCode({ cell }: Roled, lexicon: Lexicon): boolean {
  return lexicon.codesIn(cell.text).length > 0;
}

/** The next row with a number, where nothing but rows of blanks lies between. */
function nearest(
  row: number,
  step: number,
  kinds: readonly RowKind[],
  roles: readonly (readonly Roled[])[],
): number | null {
  let other = row + step;
  while (kinds[other] === 'data' && innerLabel(roles[other] ?? []) === undefined) other += step;
  return kinds[other] === 'data' ? other : null;
}

/** The rows below repeat the labels of the rows above: this row stands over them, as another did over those. */
function beginsAgain(row: number, kinds: readonly RowKind[], roles: readonly (readonly Roled[])[]): boolean {
  const next = kinds[row + 1] === 'data' ? innerLabel(roles[row + 1] ?? [])?.cell.text : undefined;
  for (let above = row - 1; next !== undefined && kinds[above] === 'data'; above -= 1) {
    if (innerLabel(roles[above] ?? [])?.cell.text === next) return true;
  }
  return false;
}

/** Whether a row of labels could stand in the place of its neighbours, whose labels are of one of the kinds. */
function isLike(
  own: readonly Roled[],
  other: readonly Roled[],
  kinds: ReadonlySet<LabelKind>,
  isBelow: boolean,
  lexicon: Lexicon,
): boolean {
  const inner = innerLabel(other);
  const last = own.at(-1);
  if (inner === undefined || last === undefined || last.cell.col !== inner.cell.col) return false;
  if (own.some(({ role }) => role === 'value')) return false;
  // Titles of offences are long; another text as long is a note.
  if (last.cell.text.length > 60 && lexicon.offenceOf(last.cell.text) === null) return false;
  // "(a) 1 April to 30 September 2024" explains the mark of a row above it.
  if (/^\s*(?:[*†‡^]|[([]\w[)\]])/u.test(last.cell.text)) return false;
  const label = readLabel(last.cell.text, lexicon);
  const kind = kindOf(label);
  // "Not recorded" with nothing beside it closes a list of categories; a period has no such row.
  if (kind === null) return isBelow && !kinds.has('period') && (label.unknown || label.other);
  // "F" and "M" blank over "Unknown | 2", which is of every kind.
  if (kinds.size === 0) return kind !== 'period' && readLabel(inner.cell.text, lexicon).unknown;
  const beside = kindOfCell(inner, lexicon);
  return beside === null ? kinds.size === 1 && kinds.has(kind) : beside === kind;
}

/** What the labels of a run of rows are about; the unknown and totals are of every kind, and say nothing of it. */
function kindsOfRun(
  row: number,
  step: number,
  kinds: readonly RowKind[],
  roles: readonly (readonly Roled[])[],
  lexicon: Lexicon,
): ReadonlySet<LabelKind> {
  const found = new Set<LabelKind>();
  for (let other = row; kinds[other] === 'data'; other += step) {
    const inner = innerLabel(roles[other] ?? []);
    const kind = inner === undefined ? null : kindOfCell(inner, lexicon);
    if (kind !== null) found.add(kind);
  }
  return found;
}

/** The last label before the first number of a row. */
function innerLabel(cells: readonly Roled[]): Roled | undefined {
  const isNumber = ({ cell, role }: Roled): boolean =>
    role === 'value' || (role === 'age-like' && /^\d+$/u.test(cell.text.trim()));
  const first = cells.findIndex((one, at) => at > 0 && isNumber(one));
  return first < 1 ? undefined : cells[first - 1];
}

function kindOfCell({ cell, role }: Roled, lexicon: Lexicon): LabelKind | null {
  return role === 'value' ? null : kindOf(readLabel(cell.text, lexicon));
}
