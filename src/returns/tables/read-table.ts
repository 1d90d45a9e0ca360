/**
 * Reads one table or sheet: the lists of crimes in it counted, its blocks read, and what its notes and pairs say carried
 * to the blocks below them. A table of headings over empty cells is reported as such.
 */
import type { Table } from '../document.ts';
import { tableMarks } from '../letters/footnotes.ts';
import { isContact, PROVENANCE } from '../letters/notes.ts';
import { pairsOf } from '../letters/pairs.ts';
import { isQuestion, type Question, questionNumber, readQuestion } from '../letters/questions.ts';
import { isRule } from '../marker-rules.ts';
import type { Stated, StatedBlock, Sum } from '../stated.ts';
import { readLabel } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { type Block, blocks } from './blocks.ts';
import { type Context, readPeriod } from './context.ts';
import { grid, sideBySide } from './grid.ts';
import { notesReader } from './notes-reader.ts';
import { readBlock } from './read-block.ts';
import { recordList } from './record-list.ts';

/** What a form asks of whoever fills it in. */
export const FORM =
  /\bform\b|please\s+(?:type|enter|complete|fill|write|put)|to\s+be\s+completed|\bin\s+each\s+(?:box|cell)\b/iu;

export type Empty = { readonly at: string; readonly isForm: boolean };

export type StatedTable = StatedBlock & {
  /** Text of the table outside its blocks: notes, titles, rules. */
  readonly notes: readonly string[];
  readonly empties: readonly Empty[];
};

/** `questions` grows by those the table itself asks. `serial` keeps blocks of one return apart. */
export function readTable(
  table: Table,
  context: Context,
  lexicon: Lexicon,
  questions: Map<number, Question>,
  serial: number,
): StatedTable {
  let within = context;
  const parts = sideBySide(table).map((part, at) => {
    const read = readPart(part, within, lexicon, questions, `${serial}.${at}`);
    // A period or question that a note sets holds for the tables below it too.
    const { period, yearEnding, yearBasis, question } = read.after;
    within = { ...within, period, yearEnding, yearBasis, question };
    return read;
  });
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const stated: Stated[] = [];
  const sums: Sum[] = [];
  for (const part of parts) {
    const from = stated.length;
    // One by one, here and below: a sheet has more numbers than a call may have arguments.
    for (const one of part.stated) stated.push(one);
    for (const sum of part.sums) sums.push(shifted(sum, from));
  }
  return {
    stated,
    sums,
    notes: parts.flatMap((part) => part.notes),
    empties: parts.every((part) => part.empties.length > 0) ? parts.flatMap((part) => part.empties) : [],
  };
}

function shifted(sum: Sum, from: number): Sum {
  return { ...sum, whole: sum.whole + from, parts: sum.parts.map((part) => part + from) };
}

function readPart(
  table: Table,
  context: Context,
  lexicon: Lexicon,
  questions: Map<number, Question>,
  serial: string,
): StatedTable & { readonly after: Context } {
  const notes: string[] = [];
  const sheet = { ...context };
  const name = readLabel(table.name, lexicon);
  const named = readPeriod(name.periods, [], context);
  let inside: Context = {
    ...sheet,
    unit: sheet.unit ?? name.unit,
    // "Years and charges" names two things that a sheet holds.
    measure: name.leftover === '' && name.names === null ? (name.measure ?? sheet.measure) : sheet.measure,
    period:
      named.kind === 'period' && (named.basis !== 'bare-year' || name.leftover === '')
        ? named.period
        : sheet.period,
  };
  const number = questionNumber(table.name);
  if (number !== null) inside = { ...inside, question: number };
  const whole = grid(table);
  const list = recordList(whole, inside, lexicon);
  if (list !== null) {
    return { ...list, empties: [], after: inside };
  }
  const cut = blocks(whole, lexicon, context.aboutAges);
  const stated: Stated[] = [];
  const sums: Sum[] = [];
  const empties: Empty[] = [];
  const rows = [
    ...cut.loose.map((one) => ({ row: one.row, loose: one.cells, block: null })),
    ...cut.blocks.map((block) => ({ row: block.heads[0] ?? block.body[0]?.row ?? 0, loose: null, block })),
  ].sort((a, b) => a.row - b.row);
  const isForm = FORM.test([table.name, ...table.cells.map((cell) => cell.text)].join(' '));
  const put = (more: StatedBlock): void => {
    const from = stated.length;
    for (const one of more.stated) stated.push(one);
    for (const sum of more.sums) sums.push(shifted(sum, from));
  };
  const noted = notesReader(lexicon, questions, serial, tableMarks(table), put);
  for (const [at, { loose, block }] of rows.entries()) {
    if (loose !== null) {
      const text = loose.map((cell) => cell.text).join(' ');
      notes.push(text);
      if (PROVENANCE.test(text) || isContact(text)) continue;
      inside = looseContext(text, inside, lexicon, questions);
      const [only] = loose;
      if (questionNumber(text) !== null || isQuestion(text)) noted.begin();
      if (loose.length === 1 && only !== undefined && !isQuestion(text) && !isRule(text)) {
        noted.take(
          only,
          inside,
          [rows[at - 1], rows[at + 1]].map((one) => one?.loose?.[0]?.text),
        );
      }
      continue;
    }
    noted.begin();
    const question = questionIn(block);
    if (question !== null)
      inside = { ...inside, question, period: questions.get(question)?.period ?? inside.period };
    if (block.body.length === 0) {
      notes.push(...saidInCells(block));
      if (block.heads.length > 0 && isHollow(block)) empties.push({ at: table.at, isForm });
      continue;
    }
    put(readBlock(block, inside, lexicon, `${table.at}@${serial}.${block.body[0]?.row ?? 0}`));
  }
  noted.begin();
  if (
    table.cells.length > 0 &&
    stated.every((one) => one.value === null) &&
    cut.blocks.some((block) => block.heads.length > 0)
  ) {
    empties.push({ at: table.at, isForm });
  }
  return { stated, sums, notes, empties, after: inside };
}

/** A note or pair on a sheet: it may number a question, set a period, or begin a part about victims. */
function looseContext(
  text: string,
  context: Context,
  lexicon: Lexicon,
  questions: Map<number, Question>,
): Context {
  let inside = context;
  const number = questionNumber(text);
  if (number !== null)
    inside = {
      ...inside,
      question: number,
      unit: null,
      measure: questions.get(number)?.measure ?? null,
      age: null,
      sex: null,
      platform: null,
      offence: null,
      period: questions.get(number)?.period ?? inside.period,
    };
  if (isQuestion(text)) {
    if (number !== null) questions.set(number, { ...readQuestion(text, lexicon, inside), isQuoted: true });
    return inside;
  }
  // "2018/19: 14", "Aged 14/15: 0": what stands before a number is said of that number alone.
  if (text.length > 200 || pairsOf(text, lexicon) !== null) return inside;
  const label = readLabel(text, lexicon);
  if (label.measure !== undefined && text.length < 70) inside = { ...inside, measure: label.measure };
  const full = label.periods.filter((word) => word.kind === 'period' || word.kind === 'year-ending');
  const ending = full.find((word) => word.kind === 'year-ending');
  if (ending !== undefined) inside = { ...inside, yearEnding: ending.month };
  const read = readPeriod(full, [], inside);
  if (read.kind === 'period' && full.length === 1) inside = { ...inside, period: read.period };
  if (/\bcalendar\s+years?\b/iu.test(text)) inside = { ...inside, yearBasis: 'calendar' };
  return inside;
}

/**
 * "Offences by platform | Not held: it has no field of its own": a row of words alone below a table looks like headings of nothing, and
 * is a part of the reply.
 */
function saidInCells({ grid, heads }: Block): readonly string[] {
  const rows = heads.map((row) => grid.row(row).map((cell) => cell.text));
  return rows.filter((row) => row.slice(1).some((text) => SENTENCE.test(text))).map((row) => row.join(' '));
}

/** Four words or more. */
const SENTENCE = /^\W*\p{L}+(?:\W+[\p{L}\d]+){3}/u;

function questionIn(block: Block): number | null {
  const row = block.heads[0] ?? block.body[0]?.row;
  const first = row === undefined ? undefined : block.grid.row(row)[0];
  return first === undefined || !/^\s*(?:q|question|cwestiwn)/iu.test(first.text)
    ? null
    : questionNumber(first.text);
}

/** Headings with nothing under them but blank cells. */
function isHollow(block: Block): boolean {
  const last = block.heads.at(-1) ?? 0;
  return block.grid.rows > last + 1;
}
