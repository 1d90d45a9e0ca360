/**
 * Reads a list of one row per crime by counting: all rows of a period, and every one- and two-way margin of the columns
 * that say sex, age, platform or offence. Refuses to count where a column of counts stands beside them.
 */
import { exact } from '#count/count.ts';
import type { FindingCode } from '#finding/catalogue.ts';
import type { Period } from '#period/period.ts';
import type { Cell } from '../document.ts';
import type { Stated, StatedBlock } from '../stated.ts';
import { readLabel } from '../words/label.ts';
import type { Dimension, Lexicon } from '../words/lexicon.ts';
import { aboutOf, type Said, saidBy } from './axis.ts';
import { type Context, readPeriod } from './context.ts';
import type { Grid } from './grid.ts';
import { doubled, misheaded, untitled } from './record-list-doubts.ts';
import { type Column, headOf } from './record-list-head.ts';

export type RecordList = StatedBlock & { readonly notes: readonly string[] };

export function recordList(grid: Grid, context: Context, lexicon: Lexicon): RecordList | null {
  const head = headOf(grid, lexicon);
  if (head === null) return null;
  const { row: headRow, columns } = head;
  const rows: number[] = [];
  for (let row = headRow + 1; row < grid.rows; row += 1) {
    const cells = grid.row(row);
    if (cells.length === 0) {
      if (rows.length > 0 && (grid.row(row + 1).length ?? 0) < 2) break;
      continue;
    }
    if (cells.length >= Math.max(2, columns.length / 2) || isLoneFact(cells, columns, lexicon))
      rows.push(row);
  }
  if (rows.length === 0) return null;
  const typed = columns.filter((column) => column.about !== 'ordinal' && column.about !== 'other');
  const saids = new Map<number, readonly Said[]>();
  for (const column of typed) {
    const texts = rows.map((row) => grid.at(row, column.col)?.text ?? '');
    const labels = [...new Set(texts)].map((text) => readLabel(text, lexicon));
    const about = aboutOf(labels, column.about as Dimension | 'period');
    const dated =
      column.about === 'period' && labels.every((label) => label.text === '' || label.periods.length > 0);
    if (
      column.about !== 'offence' &&
      about !== column.about &&
      !dated &&
      labels.some((label) => label.text !== '' && !label.unknown)
    )
      return null;
    const read = new Map(
      labels.map((label) => [
        label.text,
        label.text === ''
          ? blankSaid(column.about as Dimension)
          : saidBy(label, column.about as Dimension | 'period'),
      ]),
    );
    saids.set(
      column.col,
      texts.map((text) => read.get(text) ?? {}),
    );
  }
  return count(grid, rows, typed, saids, context, columns, headRow, lexicon);
}

/** A crime of which one thing alone is told: a platform in the column of platforms, not a note below the list. */
function isLoneFact(cells: readonly Cell[], columns: readonly Column[], lexicon: Lexicon): boolean {
  const [only, ...others] = cells;
  const about = columns.find((column) => column.col === only?.col)?.about;
  if (only === undefined || others.length > 0) return false;
  if (about === 'platform') return readLabel(only.text, lexicon).platform !== null;
  if (about === 'age') return lexicon.ageOf(only.text) !== null;
  return about === 'sex' && lexicon.sexOf(only.text) !== null;
}

/** An empty cell in a list of crimes says that the thing was not recorded. */
function blankSaid(about: Dimension | 'period'): Said {
  return about === 'age'
    ? { age: 'unknown' }
    : about === 'sex'
      ? { sex: 'unknown' }
      : about === 'platform'
        ? { platform: 'unknown' }
        : {};
}

function count(
  grid: Grid,
  rows: readonly number[],
  typed: readonly Column[],
  saids: ReadonlyMap<number, readonly Said[]>,
  context: Context,
  columns: readonly Column[],
  headRow: number,
  lexicon: Lexicon,
): RecordList {
  const notes = Array.from({ length: headRow }, (_, row) =>
    grid
      .row(row)
      .map((cell) => cell.text)
      .join(' '),
  ).filter((text) => text !== '');
  const groups = new Map<
    string,
    { one: Omit<Stated, 'value' | 'at' | 'text'>; rows: number[]; cols: number[] }
  >();
  const has = (about: string): Column | undefined => typed.find((column) => column.about === about);
  const problem = new Map<string, Stated>();
  const say = (row: number, at: number): void => {
    const all = typed.map((column) => saids.get(column.col)?.[at] ?? {});
    const coded = all.some((said) => (said.offence?.code ?? null) !== null);
    const unread = typed.flatMap((column, place) => {
      const one = all[place]?.unread;
      return one === undefined || (coded && column.about === 'offence') ? [] : [one];
    })[0];
    const period = periodOfRow(all, context);
    const offences = all.flatMap((said) => said.offence ?? []);
    const offence = offences.find((one) => one.code !== null) ?? offences[0] ?? null;
    const base = {
      age: null,
      sex: null,
      platform: null,
      offence: null,
      unit: null,
      ownUnit: true,
      period,
      question: null,
      not: null,
      labels: '',
      isTotal: false,
      block: `${grid.table.at}@rows`,
    } as const;
    if (unread !== undefined) {
      problem.set(unread.label, {
        ...base,
        offence,
        value: null,
        text: '',
        at: grid.placeOf(row, 0),
        not: {
          why: 'label not understood',
          finding: {
            code: 'unknown-category' satisfies FindingCode,
            facts: { label: unread.label, nearest: unread.nearest },
          },
        },
      });
    }
    const age = all.find((said) => said.age !== undefined)?.age ?? null;
    const sex = all.find((said) => said.sex !== undefined)?.sex ?? null;
    const platform = all.find((said) => said.platform !== undefined)?.platform ?? null;
    const isNamed = offence !== null && (offence.code !== null || !context.isByOffence);
    const other = context.ownCodes.size > 0 && isNamed && !context.ownCodes.has(offence.code ?? '');
    if (other) return;
    const said = { age, sex, platform, offence };
    const qualified = qualifiedBy(grid.row(row), lexicon);
    for (const measure of context.measures) {
      if (measure.isQualified && !qualified.has(measure.id)) continue;
      const told = measure.breakdowns.filter((dim) => said[dim] !== null);
      // A list of crimes says nothing of victims where no column tells of them.
      if (measure.unit === 'victims' && !told.some((dim) => dim === 'age' || dim === 'sex')) continue;
      for (const dims of margins(told)) {
        const own = Object.fromEntries(dims.map((dim) => [dim, said[dim]]));
        const one = { ...base, ...own, unit: measure.unit, measure: measure.id };
        const key = JSON.stringify([measure.id, one.age, one.sex, one.platform, one.offence, period]);
        const shown = dims.length === 0 && measure.unit === 'victims' ? told : dims;
        const headed = shown.flatMap((dim) => has(dim)?.col ?? []);
        // What no column is headed for was read from the whole row.
        const cols = headed.length === 0 ? columns.map(({ col }) => col) : headed;
        const group = groups.get(key) ?? { one, rows: [] as number[], cols };
        group.rows.push(row);
        groups.set(key, group);
      }
    }
  };
  rows.forEach(say);
  const stated = [...groups.values()].map(({ one, rows: counted, cols }): Stated => {
    const [left, right] = [Math.min(...cols), Math.max(...cols)];
    const place = grid.placeOf(counted[0] ?? 0, left);
    const end = grid.placeOf(counted.at(-1) ?? 0, right);
    return {
      ...one,
      value: { kind: 'exact', count: exact(counted.length), form: 'figures' },
      text: String(counted.length),
      at: `${place}:${end.slice(Math.max(end.lastIndexOf('!'), end.lastIndexOf('#')) + 1)}`,
      // The count of all rows of a period names every row once; its margins need not again.
      ...(one.unit === 'offences' &&
      [one.age, one.sex, one.platform, one.offence].every((dim) => dim === null)
        ? { cells: { own: null, around: counted.flatMap((row) => grid.row(row)) } }
        : {}),
    };
  });
  const found = [
    ...problem.values(),
    ...untitled(grid, rows, columns),
    ...misheaded(grid, { row: headRow, columns }, rows, context, lexicon),
    ...doubled(grid, rows, columns),
  ];
  return { stated: [...stated, ...found], sums: [], notes };
}

/** The measures that a cell of the row names: "Charged" in a column of outcomes. */
function qualifiedBy(cells: readonly Cell[], lexicon: Lexicon): ReadonlySet<string> {
  return new Set(cells.flatMap(({ text }) => lexicon.qualified?.(text)?.measure ?? []));
}

/** All rows, and every one- and two-way margin. */
function margins(dims: readonly Dimension[]): readonly (readonly Dimension[])[] {
  return [
    [],
    ...dims.map((dim) => [dim]),
    ...dims.flatMap((dim, at) => dims.slice(at + 1).map((other) => [dim, other])),
  ];
}

function periodOfRow(all: readonly Said[], context: Context): Period | null {
  const words = all.flatMap((said) => said.periods ?? []);
  const day = words.find((word) => word.kind === 'date');
  if (day?.kind === 'date' && day.day !== '')
    return (
      context.asked.find((span) => span.from <= day.day && day.day <= span.to) ?? {
        from: day.day,
        to: day.day,
      }
    );
  const read = readPeriod(words, [], context);
  if (read.kind === 'piece')
    return (
      context.asked.find((span) => span.from <= read.period.from && read.period.to <= span.to) ?? read.period
    );
  return read.kind === 'period' ? read.period : context.period;
}
