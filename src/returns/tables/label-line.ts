/** One line of labels of a block, along its rows or its columns: its cells, what it is about, and what each says. */
import type { Cell } from '../document.ts';
import type { Label } from '../words/label.ts';
import type { PeriodWord } from '../words/period-words.ts';
import { type About, aboutOf, type Said, saidBy } from './axis.ts';

export type LabelLine = {
  /** Per position (row or column of the block): the cell that labels it. */
  readonly cells: readonly (Cell | undefined)[];
  readonly said: readonly Said[];
  readonly about: About;
  /** Names what the next line is of, and tells no rows apart that the next line does not. */
  readonly namesNext?: true;
};

export function labelLine(
  cells: readonly (Cell | undefined)[],
  named: About,
  label: (text: string) => Label,
): LabelLine {
  const texts = [...new Set(cells.flatMap((cell) => (cell === undefined ? [] : [cell.text])))];
  const labels = texts.map(label);
  const about = aboutOf(
    labels.filter((one) => !one.within),
    named,
  );
  const aboutWithin = aboutOf(
    labels.filter((one) => one.within),
    null,
  );
  const said = withRowAbove(
    cells.map((cell) => {
      const read = cell === undefined ? null : label(cell.text);
      return read === null ? {} : saidBy(read, read.within ? aboutWithin : about);
    }),
  );
  return { cells, said, about };
}

/** A row told as a part of the row above ("of which under 10") says what that row says, and its own. */
function withRowAbove(said: readonly Said[]): readonly Said[] {
  let above: Said = {};
  return said.map((one) => {
    if (one.within === undefined) {
      const { total: _total, unread: _unread, aside: _aside, ...rest } = one;
      above = rest;
      return one;
    }
    return one.unread === undefined ? { ...above, ...one } : one;
  });
}

/**
 * A long list: one column names what the next one is of ("Age | 12-15", "Sex | Female", "Sex | Not known"). What the next one says
 * is then of that and of nothing else, also where the word alone fits several.
 */
export function byNamedKind(
  lines: readonly LabelLine[],
  label: (text: string) => Label,
): readonly LabelLine[] {
  const named = lines.map(({ cells }) =>
    cells.map((cell) => (cell === undefined ? null : namedAlone(label(cell.text)))),
  );
  const isNaming = named.map(
    (names, place) => place + 1 < lines.length && new Set(names.filter((one) => one !== null)).size > 1,
  );
  return lines.map((line, place) => {
    const names = named[place - 1] ?? [];
    // "All | All": its own totals are those of the next line, said twice.
    if (isNaming[place] && line.said.some((one) => one.total !== undefined))
      return { ...line, namesNext: true };
    if (!isNaming[place - 1]) return line;
    const said = line.said.map((one, at) => {
      const [name, cell] = [names[at] ?? null, line.cells[at]];
      return name === null || cell === undefined ? one : saidBy(label(cell.text), name);
    });
    return { ...line, said };
  });
}

/** "Age", "Age band", "Platform": what it names and nothing else. */
function namedAlone(label: Label): About {
  const isCategory =
    label.age !== null ||
    label.sex !== null ||
    label.platform !== null ||
    label.total ||
    label.unknown ||
    label.unit !== null;
  return isCategory || label.leftover !== '' || Object.keys(label.parts).length > 0 ? null : label.names;
}

/**
 * One column that holds two kinds of labels, as pivot tables do: a sex, the ages under it, the next sex, the same ages
 * again. Taken apart into two lines, the outer label carried over its rows and standing as their total where it has
 * numbers of its own. A line of one kind comes back as it is.
 */
export function nested(
  line: LabelLine,
  label: (text: string) => Label,
  /** The labels of the columns further out, row by row. */
  outside: readonly (readonly (Cell | undefined)[])[] = [],
): readonly LabelLine[] {
  if (line.said.some((one) => one.within)) return [line];
  const kinds = line.cells.map((cell) => (cell === undefined ? null : kindOf(label(cell.text))));
  const seen = [...new Set(kinds.filter((kind) => kind !== null))];
  if (seen.length !== 2) return [line];
  const firstAt = kinds.findIndex((kind) => kind !== null);
  const outerKind = kinds[firstAt] ?? null;
  const innerKind = seen.find((kind) => kind !== outerKind) ?? null;
  if (outerKind === null || innerKind === null) return [line];
  const inner = line.cells.flatMap((cell, at) =>
    cell !== undefined && kinds[at] === innerKind ? [cell.text.trim().toLowerCase()] : [],
  );
  if (!isNested(kinds, outerKind, inner)) return [line];
  // "Offences | 86/02" above "Victims | 10 and under": what stands further out tells the two apart already.
  const isApart = (cells: readonly (Cell | undefined)[]): boolean => {
    const of = (kind: LabelKind): Set<string> =>
      new Set(kinds.flatMap((one, at) => (one === kind ? [cells[at]?.text.trim() ?? ''] : [])));
    return of(outerKind).isDisjointFrom(of(innerKind));
  };
  if (outside.some(isApart)) return [line];
  let above: Cell | undefined;
  let ended = false;
  const outers: (Cell | undefined)[] = [];
  const inners: (Cell | undefined)[] = [];
  line.cells.forEach((cell, at) => {
    const read = cell === undefined ? null : label(cell.text);
    const isOuter =
      cell !== undefined &&
      (kinds[at] === outerKind || (kinds[at] === null && isUnknownGroup(line, at, kinds, innerKind)));
    const isGrand = read?.total && kinds[at] === null && Object.keys(read.parts).length === 0;
    if (isOuter) {
      above = cell;
      ended = false;
    }
    if (isGrand) ended = true;
    outers.push(ended ? undefined : above);
    inners.push(isOuter ? undefined : cell);
  });
  const [outer, own] = [labelLine(outers, outerKind, label), labelLine(inners, innerKind, label)];
  const said = own.said.map((one, at) =>
    inners[at] === undefined && outers[at] !== undefined ? { total: 'total' as const } : one,
  );
  return [outer, { ...own, cells: inners.map((cell, at) => cell ?? outers[at]), said }];
}

/**
 * The inner labels come again under each outer one; a list of sexes below a list of ages does not repeat any. A period
 * is never a category beside others, so it stands over what follows it even where nothing repeats.
 */
function isNested(kinds: readonly (LabelKind | null)[], outer: LabelKind, inner: readonly string[]): boolean {
  if (new Set(inner).size < inner.length) return true;
  const apart = kinds.every((kind, at) => kind !== outer || kinds[at + 1] !== outer);
  return (outer === 'period' || kinds.includes('period')) && apart && kinds.at(-1) !== outer;
}

export type LabelKind = Exclude<About, null>;

/** What a label alone is about; null for what many lines have: a total, the unknown, the others. */
export function kindOf(label: Label): LabelKind | null {
  if (label.periods.some(isYears) && label.leftover === '' && !label.total && label.age === null) {
    return Object.keys(label.parts).length === 0 && label.offence === null ? 'period' : null;
  }
  if (label.age !== null && label.age !== 'unknown') return 'age';
  if (label.sex === 'female' || label.sex === 'male') return 'sex';
  if (label.platform !== null && label.platform !== 'unknown' && label.platform !== 'other')
    return 'platform';
  return label.offence === null ? null : 'offence';
}

/** Not a month or a day: "06-Oct" in a list of ages was typed as an age. */
function isYears(word: PeriodWord): boolean {
  return word.kind === 'bare-year' || (word.kind === 'period' && word.basis !== 'month');
}

/** "U" or "Unknown" among the outer labels: the labels that repeat under the others come next under it. */
function isUnknownGroup(
  line: LabelLine,
  at: number,
  kinds: readonly (string | null)[],
  innerKind: string,
): boolean {
  const firstInner = line.cells.find((cell, place) => cell !== undefined && kinds[place] === innerKind)?.text;
  return kinds[at + 1] === innerKind && line.cells[at + 1]?.text === firstInner;
}
