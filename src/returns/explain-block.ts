/**
 * The numbers of one block of a document, a line or a table, each with its fate. Every digit that the block shows lies in
 * one of them, footnote marks and the names of sheets included.
 */
import type { Block, Cell, Line, Table } from './document.ts';
import {
  type ExplainedText,
  explainMarks,
  explainText,
  labelFate,
  notAnAnswer,
  type Told,
} from './explain-line.ts';
import { type Fate, reasonOf } from './explain-stated.ts';
import { hasDigits, type Namer } from './explain-text.ts';
import { isContact, PROVENANCE } from './letters/notes.ts';
import { isQuestion } from './letters/questions.ts';
import { isRule } from './marker-rules.ts';
import { blocks } from './tables/blocks.ts';
import { type Grid, grid, sideBySide } from './tables/grid.ts';
import type { Passed } from './walk.ts';
import type { Lexicon } from './words/lexicon.ts';

export type BlockAsRead = {
  readonly told: readonly Told[];
  readonly passed: Passed | null;
  /** Blocks and cells that a person's decision took out before they were read. */
  readonly left: ReadonlySet<Block | Cell>;
  readonly lexicon: Lexicon;
  readonly namer: Namer;
  /** Codes of the one offence the collection is about; empty where offences are a breakdown. */
  readonly ownCodes: ReadonlySet<string>;
};

const PASSED: Readonly<Record<Passed, string>> = {
  furniture: 'furniture of the page',
  request: 'the request, not the answer',
  question: 'number of a question, table or note',
  rule: 'explains a sign',
  'hidden sheet': 'hidden sheet',
};

export function explainBlock(block: Block, read: BlockAsRead): readonly ExplainedText[] {
  const whole = read.left.has(block)
    ? notAnAnswer(reasonOf('decided'))
    : read.passed === null
      ? null
      : notAnAnswer(PASSED[read.passed]);
  return block.kind === 'line' ? explainLine(block, read, whole) : explainTable(block, read, whole);
}

function explainLine(
  { text, at, marks }: Line,
  { told, namer }: BlockAsRead,
  all: Fate | null,
): readonly ExplainedText[] {
  return [explainText({ text, at, told, all, namer }), ...explainMarks(marks, at)];
}

function explainTable(table: Table, read: BlockAsRead, whole: Fate | null): readonly ExplainedText[] {
  const { told, left, lexicon, namer } = read;
  const own = Map.groupBy(told, ({ one }) => one.cells?.own ?? null);
  const around = new Map<Cell, Told>();
  for (const one of told) {
    for (const cell of one.one.cells?.around ?? []) if (!around.has(cell)) around.set(cell, one);
  }
  const list = listOf(table, read, around);
  let roles: ReadonlyMap<Cell, string> | null = null;
  const roleOf = (cell: Cell): Fate | null => {
    roles ??= list === null ? rolesOf(table, lexicon) : new Map();
    const role = roles.get(cell);
    return role === undefined ? null : notAnAnswer(role);
  };
  const cells = table.cells.flatMap((cell): readonly ExplainedText[] => {
    const { text, at, marks } = cell;
    const stated = own.get(cell) ?? [];
    if (!hasDigits(text) && stated.length === 0) return explainMarks(marks, at);
    const out = cell.hidden
      ? notAnAnswer('hidden row or column')
      : left.has(cell)
        ? notAnAnswer(reasonOf('decided'))
        : (list?.(cell) ?? null);
    const all = whole ?? out ?? (stated.length === 0 ? passedCell(cell) : null);
    const labelled = around.get(cell);
    const role = (number: string): Fate | null =>
      labelled === undefined ? roleOf(cell) : labelFate(number, labelled.one);
    return [
      explainText({ text, at, told: stated, all, namer, isCell: true, roleOf: role }),
      ...explainMarks(marks, at),
    ];
  });
  return [...nameOf(table, read), ...cells, ...blanksOf(told)];
}

/** A blank that was read as none, at its own place. */
function blanksOf(told: readonly Told[]): readonly ExplainedText[] {
  return told.flatMap(({ one: { value, cells, at }, fate }) => {
    const isBlank = value === null && cells?.own === null && cells.around.length > 0;
    if (!isBlank || fate?.fate !== 'observation') return [];
    return [{ at, text: '', numbers: [{ at, text: '', start: 0, end: 0, ...fate }] }];
  });
}

/** In a list of one row per crime, what became of the row a cell stands in; null for any other table. */
function listOf(
  table: Table,
  { told, ownCodes, lexicon }: BlockAsRead,
  around: ReadonlyMap<Cell, Told>,
): ((cell: Cell) => Fate | null) | null {
  if (!told.some(({ one }) => one.block.endsWith('@rows') && one.cells !== undefined)) return null;
  const counted = new Map([...around].map(([cell, by]) => [cell.row, by]));
  const first = [...counted.keys()].reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
  const codes = Map.groupBy(table.cells, ({ row }) => row);
  const isOther = (row: number): boolean =>
    (codes.get(row) ?? []).some((cell) => {
      const offence = lexicon.offenceOf(cell.text);
      return ownCodes.size > 0 && offence?.kind === 'code' && !ownCodes.has(offence.code);
    });
  return (cell) => {
    const by = counted.get(cell.row);
    if (by !== undefined) return notAnAnswer(`in one of the rows that were counted (${by.fate?.as ?? ''})`);
    return cell.row > first && isOther(cell.row) ? notAnAnswer('in a row about another offence') : null;
  };
}

function passedCell({ text }: Cell): Fate | null {
  if (PROVENANCE.test(text) || isContact(text)) return notAnAnswer(PASSED.furniture);
  if (isQuestion(text)) return notAnAnswer(PASSED.request);
  return text.includes(' ') && isRule(text) ? notAnAnswer(PASSED.rule) : null;
}

/** What the layout alone says of a cell: a number of a row, a label or heading of numbers that are not there. */
function rolesOf(table: Table, lexicon: Lexicon): ReadonlyMap<Cell, string> {
  const roles = new Map<Cell, string>();
  for (const part of sideBySide(table)) {
    const whole = grid(part);
    const cut = blocks(whole, lexicon);
    for (const cell of numbering(whole)) roles.set(cell, 'number of a row');
    for (const { cells } of cut.loose) {
      const [number, note] = cells;
      if (number === undefined || note === undefined || cells.length !== 2) continue;
      if (/^\d{1,2}[.)]?$/u.test(number.text) && /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(note.text))
        roles.set(number, 'number of a question, table or note');
    }
    for (const { heads, body, labelCols, ordinalCols } of cut.blocks) {
      for (const row of heads) for (const cell of whole.row(row)) roles.set(cell, 'part of a heading');
      for (const { row, group } of body) {
        if (group !== null) roles.set(group, 'part of a heading');
        for (const [cols, role] of [
          [labelCols, 'part of a label'],
          [ordinalCols, 'number of a row'],
        ] as const) {
          for (const col of cols) {
            const cell = whole.at(row, col);
            if (cell !== undefined) roles.set(cell, role);
          }
        }
      }
    }
  }
  return roles;
}

/** 1, 2, 3 down the first column before words, as in a table of contents. */
function numbering(whole: Grid): readonly Cell[] {
  const found: Cell[] = [];
  for (let row = 0; row < whole.rows; row += 1) {
    const [number, words, ...others] = whole.row(row);
    const next =
      number?.text === `${found.length + 1}` &&
      words !== undefined &&
      others.length === 0 &&
      /\p{L}{2}/u.test(words.text);
    if (next) found.push(number);
    else if (found.length > 0) break;
  }
  return found.length >= 3 ? found : [];
}

/** A sheet's name or caption sets a period or a question; the reader takes no count from it. */
function nameOf({ name, at }: Table, { namer }: BlockAsRead): readonly ExplainedText[] {
  if (!hasDigits(name)) return [];
  return [
    explainText({
      text: name,
      at,
      told: [],
      all: null,
      namer,
      roleOf: () => notAnAnswer('part of the name of a table'),
    }),
  ];
}
