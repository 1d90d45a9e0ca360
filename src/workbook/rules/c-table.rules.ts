/** Rules C1 to C9: how a table is marked up, its headings, its blanks, its notes and its symbols. */

import { MOST } from '../facts.ts';
import { blanksOf, tellsOfBlanks } from './b-sheet.rules.ts';
import type { Rule } from './rule.ts';
import { allSheets, breach, dataSheets, firstOf, isNotes, notesOf, reading, when } from './rule.ts';

export const tableRules: readonly Rule[] = [
  {
    number: 'C1',
    weight: 'essential',
    asks: 'Every table is marked up as one.',
    check: (book) =>
      dataSheets(book).flatMap(({ sheet }) =>
        when(
          sheet.tables.length === 0 && sheet.cells.length > 0,
          sheet.name,
          'nothing on the sheet is marked up as a table',
        ),
      ),
  },
  {
    number: 'C2',
    weight: 'desirable',
    asks: 'Names of tables say what is in them, are unique and have no spaces.',
    check(book) {
      const names = book.sheets.flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase()));
      return book.sheets.flatMap((sheet) =>
        sheet.tables.flatMap(({ name }) => [
          ...when(
            /^(?:table_?\d*|__anonymous.*|tabelle\d*)$/i.test(name),
            sheet.name,
            `the name of the table, "${name}", says nothing`,
          ),
          ...when(
            !/^[A-Za-z_]\w*$/.test(name),
            sheet.name,
            'the name of the table has more than letters, digits and underscores',
          ),
          ...when(
            names.filter((one) => one === name.toLowerCase()).length > 1,
            sheet.name,
            'two tables have this name',
          ),
        ]),
      );
    },
  },
  {
    number: 'C3',
    weight: 'essential',
    asks: 'No cells are merged.',
    check: ({ sheets }) =>
      sheets.flatMap(({ name, merges: [first] }) =>
        first === undefined ? [] : [breach(`${name}!${first}`, 'merged cells')],
      ),
  },
  {
    number: 'C4',
    weight: 'essential',
    asks: 'A table has one row of headings, marked up so, all filled and no two the same.',
    check: (book) =>
      allSheets(book).flatMap(({ sheet, at }) =>
        sheet.tables.flatMap(({ area, hasHeader }) => {
          const width = Math.min(area.right - area.left + 1, 16_384);
          const headings = Array.from(
            { length: width },
            (_, n) =>
              at(area.top, area.left + n)
                ?.text.trim()
                .toLowerCase() ?? '',
          );
          const isSecondHead = hasHeader && area.bottom - area.top > 1 && isHeadLike(sheet, area.top + 1);
          return [
            ...when(!hasHeader, sheet.name, 'no row of the table is marked up as its headings'),
            ...when(headings.includes(''), sheet.name, 'a heading is blank'),
            ...when(
              new Set(headings).size < headings.length && !headings.includes(''),
              sheet.name,
              'two headings are the same',
            ),
            ...when(
              isSecondHead,
              sheet.name,
              'the second row of the table looks like a further row of headings',
            ),
          ];
        }),
      ),
  },
  {
    number: 'C5',
    weight: 'essential',
    asks: 'No row and no column of a table is blank.',
    check: (book) =>
      allSheets(book).flatMap(({ sheet, body }) =>
        sheet.tables.flatMap(({ area, hasHeader }) => {
          const rows = new Set(body.map(({ row }) => row));
          const cols = new Set(body.map(({ col }) => col));
          const first = area.top + (hasHeader ? 1 : 0);
          const height = area.bottom - first + 1;
          const filled = [...rows].filter((row) => row >= first && row <= area.bottom).length;
          const across = [...cols].filter((col) => col >= area.left && col <= area.right).length;
          return [
            ...when(filled < height, sheet.name, 'a row of the table is blank'),
            ...when(
              height > 0 && across < area.right - area.left + 1,
              sheet.name,
              'a column of the table is blank',
            ),
          ];
        }),
      ),
  },
  {
    number: 'C6',
    weight: 'essential',
    asks: 'A cell without data holds shorthand, or blanks have one stated reason.',
    check: (book) =>
      allSheets(book).flatMap((one) =>
        when(
          blanksOf(one) > 0 && !tellsOfBlanks(one),
          one.sheet.name,
          `${blanksOf(one)} cells are blank and no reason is stated`,
        ),
      ),
  },
  {
    number: 'C7',
    weight: 'desirable',
    asks: 'In headings units stand in round brackets and notes in square brackets.',
    check: (book) =>
      firstOf(
        allSheets(book),
        ({ headings }) =>
          headings.filter((heading) => {
            const text = heading.text.slice(0, MOST.heading);
            const bare = text.replace(/\([^)]*\)|\[[^\]]*\]/g, '');
            const isUnit = /[%£$€]|\b(?:thousands?|millions?|000s|per cent|percentage points?)\b/i.test(bare);
            return (
              isUnit ||
              /\bnote \d+\b|\(\s*note\s*\d+\s*\)|[\u00b9\u00b2\u00b3*\u2020]/i.test(
                text.replace(/\[[^\]]*\]/g, ''),
              )
            );
          }),
        'a unit or a note in a heading that is not in its brackets',
      ),
  },
  {
    number: 'C8',
    weight: 'essential',
    asks: 'Notes are numbered by first use; each used note is listed and each listed note is used; none stands in a data cell.',
    check(book) {
      const listed = book.sheets
        .filter(isNotes)
        .flatMap((sheet) => sheet.cells.filter(({ col }) => col === 0).flatMap(({ text }) => notesOf(text)));
      const others = allSheets(book).filter(({ sheet }) => !isNotes(sheet));
      const used = [
        ...new Set(others.flatMap(({ sheet }) => sheet.cells.flatMap(({ text }) => notesOf(text)))),
      ];
      return [
        ...used
          .filter((note) => !listed.includes(note))
          .map((note) => breach('workbook', `note ${note} is used and not listed`)),
        ...listed
          .filter((note) => !used.includes(note))
          .map((note) => breach('workbook', `note ${note} is listed and not used`)),
        ...when(
          used.some((note, at) => note !== at + 1),
          'workbook',
          'notes are not numbered in the order of their first use',
        ),
        ...firstOf(
          others,
          ({ body }) => body.filter(({ text }) => /\d\s*\[note \d+\]/i.test(text)),
          'a note beside a number',
        ),
      ];
    },
  },
  {
    number: 'C9',
    weight: 'essential',
    asks: 'No symbol stands for a number or a note.',
    check: (book) =>
      firstOf(
        allSheets(book),
        ({ sheet }) =>
          sheet.cells.filter(
            ({ text, value }) => value === null && text.trim() !== '' && /^[^\p{L}\p{N}]+$/u.test(text),
          ),
        'a cell of symbols alone',
      ),
  },
];

/** A row of texts alone above rows with numbers, with as many blanks as a group of headings leaves. */
function isHeadLike(sheet: Parameters<typeof reading>[0], row: number): boolean {
  const { at, table } = reading(sheet);
  if (table === undefined) return false;
  const { left, right, bottom } = table.area;
  let [texts, numbersBelow] = [0, 0];
  for (let col = left; col <= Math.min(right, left + 200); col++) {
    const cell = at(row, col);
    if (cell?.value !== null && cell !== undefined) return false;
    if (cell !== undefined && !/^\[/.test(cell.text)) texts += 1;
    for (let below = row + 1; below <= Math.min(bottom, row + 3); below++) {
      const under = at(below, col);
      if (under !== undefined && under.value !== null && cell !== undefined && !/^\[/.test(cell.text))
        numbersBelow += 1;
    }
  }
  return texts > 1 && numbersBelow > texts;
}
