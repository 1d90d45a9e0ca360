/**
 * One return laid out by chance: what is asked, the file, and what may be read from it. The same seed gives the same
 * return; a number that a seed showed to be misread is kept as a test beside the code that misread it.
 */
import type { Collection, Measure } from '#collection/collection.ts';
import { type Chance, chance } from './chance.ts';
import { type Axis, cross } from './cross.ts';
import { decoys } from './decoys.ts';
import { byCalendarYear, type Dim, type Figures, figures, type Key, newestFirst } from './figures.ts';
import { fileOf, type Kind, type MadeFile } from './files.ts';
import { line, type Piece, type Section } from './page.ts';
import { keysAndValues, partsInLines, partsOfYears, yearsInLines } from './parts-of-years.ts';
import { calendarWords, periodWords } from './periods.ts';
import { breakdownInLines, numberedAnswers, totalsInSentences } from './prose.ts';
import { counted, listOfCrimes } from './records.ts';
import { refusal } from './refusals.ts';
import { type Allowed, keyText, type Told, told } from './told.ts';
import { inTwoLanguages } from './two-languages.ts';

export type Layout = {
  readonly collection: Collection;
  readonly file: MadeFile;
  /** What stands on the page, by key. */
  readonly allowed: ReadonlyMap<string, Allowed>;
  /** In words, for whoever looks at a miss. */
  readonly shape: string;
};

type Plan = {
  readonly by: Chance;
  readonly figures: Figures;
  readonly told: Told;
  readonly periodLabel: (period: string) => string;
};

const KINDS: readonly Kind[] = [
  'xlsx',
  'xlsx',
  'ods',
  'csv',
  'tsv',
  'html',
  'html',
  'docx',
  'pdf',
  'txt',
  'eml',
];

export function layout(seed: number): Layout {
  const by = chance(seed);
  const asked = figures(by);
  const isCalendar = by.maybe(0.05);
  const made = isCalendar ? byCalendarYear(asked) : by.maybe(0.15) ? newestFirst(asked) : asked;
  const periodLabel = isCalendar ? calendarWords(by) : periodWords(by);
  const plan: Plan = { by, figures: made, told: told(by, made), periodLabel };
  const kind = by.pick(KINDS);
  const way = wayOf(by, kind, isCalendar);
  if (way === 'refusal') {
    const sections = [{ name: 'Letter', pieces: refusal(by) }];
    return { collection: made.collection, file: fileOf(by, kind, sections), allowed: new Map(), shape: way };
  }
  if (way === 'records') {
    const rows = listOfCrimes(by, made, plan.periodLabel);
    const name = by.pick(['Data', 'Sheet1', 'One victim per offence', 'Crimes']);
    const title = by.pick([
      'List of recorded crimes with the online flag',
      'Each row is one crime with one victim.',
      'One victim per offence',
    ]);
    const sections = [{ name, pieces: [line(title), rows] }];
    const file = fileOf(by, by.pick(['xlsx', 'ods', 'csv', 'html'] as const), sections);
    const allowed = new Map(
      counted(made).map(({ key, count }) => [
        keyText(key),
        { key, low: count, high: count, open: false, truth: count },
      ]),
    );
    return { collection: made.collection, file, allowed, shape: 'one row per crime' };
  }
  const isSimple = kind === 'pdf' || kind === 'txt';
  const { sections, shape } =
    way === 'prose' ? prose(plan) : way === 'parts' ? parts(plan) : tables(plan, isSimple);
  const isWelsh = kind !== 'pdf' && by.maybe(0.06);
  const framed = frame(plan, isWelsh ? inTwoLanguages(by, sections) : sections);
  const file = fileOf(by, kind, framed);
  return {
    collection: made.collection,
    file,
    allowed: plan.told.allowed,
    shape: `${way}: ${shape}${isWelsh ? ' in two languages' : ''}`,
  };
}

function wayOf(
  by: Chance,
  kind: Kind,
  isCalendar: boolean,
): 'prose' | 'parts' | 'refusal' | 'records' | 'tables' {
  if (by.maybe(0.03)) return 'refusal';
  // Months and quarters of a financial year are asked for as such.
  if (!isCalendar && by.maybe(0.08)) return 'parts';
  if (kind === 'txt' || by.maybe(0.18)) return 'prose';
  return !isCalendar && by.maybe(0.08) ? 'records' : 'tables';
}

/** Years by their parts, or as lists of label and number. */
function parts(plan: Plan): { sections: readonly Section[]; shape: string } {
  const { by, figures } = plan;
  const pieces: Piece[] = [];
  const shapes: string[] = [];
  for (const measure of figures.collection.measures) {
    const [dim] = by.shuffled(measure.breakdowns);
    const way = by.pick(['table', 'table', 'lines', 'years', 'keys'] as const);
    const made = way === 'table' ? partsOfYears(plan, measure) : null;
    pieces.push(
      ...(made !== null
        ? made.pieces
        : way === 'lines'
          ? partsInLines(plan, measure)
          : way === 'keys' && dim !== undefined
            ? keysAndValues(plan, measure, dim)
            : yearsInLines(plan, measure)),
    );
    shapes.push(made?.shape ?? way);
  }
  return { sections: [{ name: 'Sheet1', pieces }], shape: shapes.join('; ') };
}

function prose(plan: Plan): { sections: readonly Section[]; shape: string } {
  const { by, figures } = plan;
  if (by.maybe(0.25))
    return { sections: [{ name: 'Letter', pieces: numberedAnswers(plan) }], shape: 'numbered' };
  const pieces: Piece[] = [];
  const shapes: string[] = [];
  for (const measure of figures.collection.measures) {
    if (by.maybe(0.7)) {
      pieces.push(...totalsInSentences(plan, measure));
      shapes.push('sentences');
    }
    for (const dim of measure.breakdowns) {
      if (by.maybe(0.7)) {
        pieces.push(...breakdownInLines(plan, measure, dim));
        shapes.push(`list of ${dim}`);
      }
    }
  }
  return { sections: [{ name: 'Letter', pieces }], shape: shapes.join(', ') };
}

function tables(plan: Plan, isSimple: boolean): { sections: readonly Section[]; shape: string } {
  const { by, figures } = plan;
  const sections: Section[] = [];
  const shapes: string[] = [];
  if (by.maybe(0.35)) {
    const { pieces, shape } = summary(plan);
    sections.push({ name: 'Summary', pieces });
    shapes.push(shape);
  }
  for (const measure of figures.collection.measures) {
    if (sections.length > 0 && by.maybe(0.25)) continue;
    const both = measure.breakdowns.length === 2 && by.maybe(0.6);
    const groups: readonly (readonly Dim[])[] = both
      ? [by.shuffled(measure.breakdowns)]
      : by.shuffled(measure.breakdowns).map((dim) => [dim]);
    const pieces: Piece[] = [];
    for (const dims of groups) {
      const made = breakdown(plan, measure, dims, isSimple);
      pieces.push(...made.pieces);
      shapes.push(made.shape);
    }
    sections.push({ name: measure.unit === 'offences' ? 'Offences' : 'Victims', pieces });
  }
  return { sections, shape: shapes.join('; ') };
}

/** A number for each measure and period: years along the rows, the columns, or as `measure: number`. */
function summary(plan: Plan): { pieces: readonly Piece[]; shape: string } {
  const { by, figures } = plan;
  const [rows, cols] = by.pick<readonly [readonly Axis[], readonly Axis[]]>([
    [['period'], ['measure']],
    [['measure'], ['period']],
    [['period', 'measure'], []],
    [['measure', 'period'], []],
  ]);
  const [first] = figures.collection.measures;
  if (first === undefined) return { pieces: [], shape: '' };
  const base = keyFor(first, figures.collection.period);
  return {
    pieces: [...titled(plan, 'Summary of totals'), cross({ ...plan, base, rows, cols, unitWord: 'number' })],
    shape: `${rows.join('+')} by ${cols.join('+') || 'number'}`,
  };
}

function titled({ by }: Plan, title: string): readonly Piece[] {
  return by.maybe(0.85) ? [line(title, by.maybe(0.3))] : [];
}

function breakdown(
  plan: Plan,
  measure: Measure,
  dims: readonly Dim[],
  isSimple: boolean,
): { pieces: readonly Piece[]; shape: string } {
  const { by, figures, periodLabel } = plan;
  const unit = measure.unit;
  const title = by.pick([
    `Number of ${unit} by ${dims.join(' and ')}`,
    `${unit === 'offences' ? 'Offences' : 'Victims'} by ${dims.join(' and ')}`,
    `Table ${by.int(1, 4)}: ${unit} by ${dims.join(', ')}`,
    `Recorded ${unit} by ${dims.join(' and ')}`,
  ]);
  const perPeriod = by.maybe(figures.periods.length === 1 ? 0.5 : 0.25);
  const axes: readonly Axis[] = perPeriod ? dims : by.shuffled<Axis>([...dims, 'period']);
  const cut = isSimple ? Math.max(1, axes.length - 1) : by.int(1, axes.length);
  const rows = axes.slice(0, cut);
  const cols = axes.slice(cut);
  const parts = { ...plan, rows, cols, unitWord: unit };
  const shape = `${rows.join('+')} by ${cols.join('+') || 'number'}${perPeriod ? ' a year' : ''}`;
  if (!perPeriod) {
    const base = keyFor(measure, figures.collection.period);
    return { pieces: [...titled(plan, title), cross({ ...parts, base })], shape };
  }
  return {
    pieces: figures.periods.flatMap((period) => [
      line(by.pick([`${title}, ${periodLabel(period)}`, `${title} - ${periodLabel(period)}`])),
      cross({ ...parts, base: keyFor(measure, period) }),
    ]),
    shape,
  };
}

function keyFor(measure: Measure, period: string): Key {
  return { measure: measure.id, period, age: null, sex: null, offence: null, platform: null };
}

/** A reference and thanks before, rules and remarks behind, none of them an answer. */
function frame({ by, told }: Plan, sections: readonly Section[]): readonly Section[] {
  const before = by.shuffled([
    line(`Our reference: FOI ${by.int(1000, 9999)}/25`),
    line('Thank you for your request of 29 May 2025.'),
    line('Practice data, invented'),
  ]);
  const behind = [
    ...told.rules.map((rule) => line(rule)),
    ...decoys(by),
    ...(by.maybe(0.3) ? [line('The figures are taken from a live system and may change.')] : []),
  ];
  return sections.map((section, at) => ({
    ...section,
    pieces: [
      ...(at === 0 ? before.slice(0, by.int(0, 3)) : []),
      ...section.pieces,
      ...(at === sections.length - 1 ? behind : []),
    ],
  }));
}
