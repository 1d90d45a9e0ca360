/**
 * Reads a list of one row per crime by counting: all rows of a period, and every one- and two-way margin of the columns
 * that say sex, age, platform or offence. Refuses to count where a column of counts stands beside them.
 */
import { exact } from '#count/count.ts';
import { type FindingCode, finding } from '#finding/catalogue.ts';
import type { Period } from '#period/period.ts';
import type { Cell } from '../document.ts';
import type { Stated, StatedBlock } from '../stated.ts';
import { readLabel } from '../words/label.ts';
import type { Dimension, Lexicon } from '../words/lexicon.ts';
import { periodWords } from '../words/period-words.ts';
import { cellValue } from '../words/value-words.ts';
import { aboutOf, type Said, saidBy } from './axis.ts';
import { type Context, readPeriod } from './context.ts';
import type { Grid } from './grid.ts';

export type RecordList = StatedBlock & { readonly notes: readonly string[] };

type Column = {
  readonly col: number;
  readonly about: Dimension | 'period' | 'ordinal' | 'other';
  readonly title: string;
};

const COUNTS =
  /^(?:no\.?|%|counts?|numbers?|no\.? of .*|totals?|volume|offences|crimes|victims|number of .*|count of .*|recorded(?: offences| crimes)?|qty|quantity|nifer)$/iu;
const KEY =
  /^(?:no\.?|#|number|row|lines?(?: no\.?)?|entry|seq(?:uence)?(?:\.|\s+no\.?)?|s\/?n(?:o\.?)?|id|ref(?:erence)?(?: no\.?)?|crime (?:no\.?|number|ref(?:erence)?)|urn|item|record|serial)$/iu;

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

function headOf(grid: Grid, lexicon: Lexicon): { row: number; columns: Column[] } | null {
  for (let row = 0; row < Math.min(grid.rows, 40); row += 1) {
    const cells = grid.row(row);
    if (cells.length < 3 || cells.some((cell) => cellValue(cell.text)?.kind === 'exact')) continue;
    const columns = cells.map((cell, at): Column => {
      const title = cell.text.replaceAll('_', ' ');
      const about =
        at === 0 && isRunning(grid, row, cell.col) ? 'ordinal' : aboutColumn(title, at === 0, lexicon);
      const isDay =
        about === 'other' &&
        ((RECORDED.test(title.trim()) && hasDays(grid, row, cell.col)) || hasYears(grid, row, cell.col));
      return { col: cell.col, about: isDay ? 'period' : about, title: cell.text };
    });
    const dims = columns.filter((column) => ['age', 'sex', 'platform'].includes(column.about));
    const known = columns.filter((column) => column.about !== 'other');
    if (
      (dims.length === 0 && !isCrimeList(columns)) ||
      known.length < 2 ||
      columns.some((column) => COUNTS.test(column.title.trim()) && column.about === 'other') ||
      cells.some((cell) => isValueHeading(cell.text, lexicon))
    )
      continue;
    const below = grid.row(row + 1);
    if (below.length < cells.length / 2) continue;
    // Under the headings of a cross-table stand numbers; under these stand words, dates and codes, and at most ages and row numbers.
    const numeric = below.filter((cell) => {
      const about = columns.find((column) => column.col === cell.col)?.about;
      return (
        about !== 'ordinal' &&
        about !== 'age' &&
        about !== 'period' &&
        about !== 'offence' &&
        cellValue(cell.text)?.kind === 'exact'
      );
    });
    if (numeric.length > 0) continue;
    return { row, columns };
  }
  return null;
}

/** A number of the crime, its day and its offence are a list of crimes too, whatever else is told of them. */
function isCrimeList(columns: readonly Column[]): boolean {
  return ['ordinal', 'period', 'offence'].every((about) => columns.some((column) => column.about === about));
}

const RECORDED = /^(?:(?:when|day)\s+)?(?:recorded|created|reported|logged)(?:\s+(?:on|at))?$/iu;

/** "Recorded" over days tells when; over numbers it counts. */
function hasDays(grid: Grid, head: number, col: number): boolean {
  const below = [1, 2, 3].flatMap((step) => grid.at(head + step, col) ?? []);
  return (
    below.length > 0 &&
    below.every(({ kind, text }) => kind === 'date' || periodWords(text).some((word) => word.kind === 'date'))
  );
}

/** Whatever stands over it, a column in which each row says a year says when. */
function hasYears(grid: Grid, head: number, col: number): boolean {
  const below = [1, 2, 3, 4].map((step) => grid.at(head + step, col)?.text.trim() ?? '');
  return below.every((text) => {
    const [word, ...others] = periodWords(text);
    return word?.kind === 'period' && others.length === 0 && word.text.trim() === text;
  });
}

/** 1, 2, 3 down the first column number its rows, whatever stands over them. */
function isRunning(grid: Grid, head: number, col: number): boolean {
  const below = [1, 2, 3, 4].map((step) => grid.at(head + step, col)?.text.trim() ?? '');
  return below.every((text, at) => /^\d+$/u.test(text) && Number(text) === Number(below[0]) + at);
}

/** A number of the record stands in the first column, or says that it is one: "Crime ref". */
function aboutColumn(title: string, isFirst: boolean, lexicon: Lexicon): Column['about'] {
  if (KEY.test(title.trim()) && (isFirst || /\b(?:crime|ref|urn|id|record)\b/iu.test(title)))
    return 'ordinal';
  if (/^(?:offence|crime|crime type|offence type|ho\s?code|home office code|hooc|code)$/iu.test(title.trim()))
    return 'offence';
  if (/\bdate\b/iu.test(title))
    return /\b(?:recorded|created|reported)\b/iu.test(title) || /^date$/iu.test(title.trim())
      ? 'period'
      : 'other';
  // "Aged 10 to 12" over a column of counts is an age; it does not say that ages stand below.
  return isCategory(title, lexicon) ? 'other' : (lexicon.dimensionOf(title) ?? 'other');
}

/** A year or a total heads counts; over a list of crimes stand the names of what is told of each. */
function isValueHeading(title: string, lexicon: Lexicon): boolean {
  return lexicon.isTotal(title) || periodWords(title).some((word) => word.kind === 'period');
}

function isCategory(title: string, lexicon: Lexicon): boolean {
  return lexicon.ageOf(title) !== null || lexicon.sexOf(title) !== null;
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
  const found = [...problem.values(), ...untitled(grid, rows, columns), ...doubled(grid, rows, columns)];
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

/** A column of words without a heading may be what was asked for, and is not read. */
function untitled(grid: Grid, rows: readonly number[], columns: readonly Column[]): readonly Stated[] {
  const titled = new Set(columns.map(({ col }) => col));
  const texts = new Map<number, Cell[]>();
  for (const cell of rows.flatMap((row) => grid.row(row)))
    if (!titled.has(cell.col) && /\p{L}|\d/u.test(cell.text))
      texts.set(cell.col, [...(texts.get(cell.col) ?? []), cell]);
  return [...texts.values()].flatMap(([first, ...others]) =>
    first === undefined || others.length + 1 < rows.length / 2
      ? []
      : [
          notRead(first.at, first.text, {
            code: 'unknown-category',
            facts: { label: first.text, nearest: [] },
          }),
        ],
  );
}

/** A place of the list that is told of and is no number. */
function notRead(
  at: string,
  labels: string,
  told: NonNullable<NonNullable<Stated['not']>['finding']>,
): Stated {
  const why = told.code === 'duplicate-row' ? 'twice' : 'label not understood';
  return {
    value: null,
    text: '',
    at,
    age: null,
    sex: null,
    platform: null,
    offence: null,
    unit: null,
    ownUnit: true,
    period: null,
    question: null,
    not: { why, finding: told },
    labels,
    isTotal: false,
    block: at,
  };
}

/** The same key twice is the same crime twice, or one key too many: either way the counts may be one too high. */
function doubled(grid: Grid, rows: readonly number[], columns: readonly Column[]): readonly Stated[] {
  const key = columns.find((column) => column.about === 'ordinal');
  if (key === undefined) return [];
  const seen = new Map<string, number>();
  const found: Stated[] = [];
  for (const row of rows) {
    const text = grid.at(row, key.col)?.text ?? '';
    if (text !== '' && seen.has(text)) {
      const raised = finding('duplicate-row', grid.placeOf(row, key.col), { label: text });
      found.push(notRead(raised.at, text, { code: 'duplicate-row', facts: raised.facts }));
    }
    seen.set(text, row);
  }
  return found;
}
