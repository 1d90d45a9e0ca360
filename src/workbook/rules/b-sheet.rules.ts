/** Rules B1 to B10: what stands above a table, where the table stands, and what a sheet may not have. */
import type { CellFacts } from '../facts.ts';
import type { Reading, Rule } from './rule.ts';
import { allSheets, breach, dataSheets, isCover, marksOf, notesOf, place, when } from './rule.ts';

const COUNT =
  /\bthis (?:work)?sheet contains (?:one|two|three|four|five|six|seven|eight|nine|ten) tables?\b/i;

/** Text in column A above the table: the place where a screen reader begins. */
const told = ({ above }: Reading): string =>
  above
    .filter(({ col }) => col === 0)
    .map(({ text }) => text)
    .join('\n');

const withTables = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ sheet }) => sheet.tables.length > 0);

/** Blank cells of the tables of a sheet. */
export function blanksOf({ sheet, at }: Reading): number {
  return sheet.tables.reduce((sum, { area }) => {
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    const filled = sheet.cells.filter(
      ({ row, col }) =>
        row >= area.top &&
        row <= area.bottom &&
        col >= area.left &&
        col <= area.right &&
        at(row, col)?.text.trim() !== '',
    );
    return sum + size - filled.length;
  }, 0);
}

export function tellsOfBlanks(one: Reading): boolean {
  return (
    /\bblank\b|\bempty cells?\b/i.test(told(one)) &&
    !/\bno cells? .{0,30}\b(?:is|are) blank\b/i.test(told(one))
  );
}

export const sheetRules: readonly Rule[] = [
  {
    number: 'B1',
    weight: 'essential',
    asks: 'The first cell is the title: what, where and when.',
    check: (book) => [
      ...allSheets(book).flatMap(({ sheet, title }) =>
        when(title === '' && sheet.cells.length > 0, `${sheet.name}!A1`, 'there is no title'),
      ),
      ...dataSheets(book).flatMap(({ sheet, title }) =>
        when(
          title !== '' && (!/\b(?:19|20)\d\d\b/.test(title) || title.split(/\s+/).length < 4),
          `${sheet.name}!A1`,
          `the title "${title}" does not say what, where and when`,
        ),
      ),
    ],
  },
  {
    number: 'B2',
    weight: 'desirable',
    asks: 'The title has the style Heading 1; headings of the cover have Heading 2 and 3.',
    check: (book) => [
      ...allSheets(book).flatMap(({ sheet, at }) =>
        when(
          sheet.cells.length > 0 && at(0, 0)?.look.heading !== 1,
          `${sheet.name}!A1`,
          'the title has not the style Heading 1',
        ),
      ),
      ...book.sheets
        .filter(isCover)
        .flatMap((sheet) =>
          when(
            sheet.cells.length > 3 && !sheet.cells.some(({ look }) => look.heading === 2),
            sheet.name,
            'the cover has no cell with the style Heading 2',
          ),
        ),
    ],
  },
  {
    number: 'B3',
    weight: 'essential',
    asks: 'The second row says in words how many tables there are, and that notes apply where they do.',
    check: (book) =>
      withTables(allSheets(book)).flatMap((one) => {
        const { sheet, at, headings, body, title } = one;
        const isNoted = [title, ...[...headings, ...body].map(({ text }) => text)].some(
          (text) => notesOf(text).length > 0,
        );
        const isListOfNotes = /^notes?/i.test(sheet.name);
        return [
          ...when(
            !COUNT.test(at(1, 0)?.text ?? ''),
            `${sheet.name}!A2`,
            'it does not say "This worksheet contains one table."',
          ),
          ...when(
            isNoted && !isListOfNotes && !/\bnotes?\b/i.test(told(one).split('\n').slice(1).join('\n')),
            sheet.name,
            'notes are used and nothing above the table says so',
          ),
        ];
      }),
  },
  {
    number: 'B4',
    weight: 'essential',
    asks: 'Shorthand is explained above the table: every mark that is used and none that is not.',
    check: (book) =>
      withTables(dataSheets(book)).flatMap((one) => {
        const used = new Set([...one.headings, ...one.body].flatMap(({ text }) => marksOf(text)));
        const explained = new Set(marksOf(told(one)));
        return [
          ...[...used]
            .filter((mark) => !explained.has(mark))
            .map((mark) => breach(one.sheet.name, `${mark} is used and not explained above the table`)),
          ...[...explained]
            .filter((mark) => !used.has(mark))
            .map((mark) => breach(one.sheet.name, `${mark} is explained and not used`)),
        ];
      }),
  },
  {
    number: 'B5',
    weight: 'essential',
    asks: 'What blanks mean, frozen panes or filters where there are any, and the source stand above the table.',
    check: (book) =>
      withTables(dataSheets(book)).flatMap((one) => {
        const isHeld =
          one.sheet.isFrozen || one.sheet.isFiltered || one.sheet.tables.some(({ hasFilter }) => hasFilter);
        return [
          ...when(
            blanksOf(one) > 0 && !tellsOfBlanks(one),
            one.sheet.name,
            'there are blanks in the table and nothing says what they mean',
          ),
          ...when(
            isHeld && !/\b(?:freez|frozen|filter)/i.test(told(one)),
            one.sheet.name,
            'panes are frozen or filtered and nothing says so',
          ),
          ...when(
            !/\bsource\b/i.test(told(one)),
            one.sheet.name,
            'the source does not stand above the table',
          ),
        ];
      }),
  },
  {
    number: 'B6',
    weight: 'desirable',
    asks: 'A sheet holds one table.',
    check: ({ sheets }) =>
      sheets.flatMap(({ name, tables }) =>
        when(tables.length > 1, name, `the sheet holds ${tables.length} tables`),
      ),
  },
  {
    number: 'B7',
    weight: 'essential',
    asks: 'The table starts in column A.',
    check: ({ sheets }) =>
      sheets.flatMap(({ name, tables }) =>
        when(
          tables.some(({ area }) => area.left > 0),
          name,
          'a table does not start in column A',
        ),
      ),
  },
  {
    number: 'B8',
    weight: 'essential',
    asks: 'There is no blank row between the text and the table, and all of the text is in column A.',
    check: (book) =>
      withTables(allSheets(book)).flatMap(({ sheet, table, above }) => {
        const filled = new Set(above.filter(({ col }) => col === 0).map(({ row }) => row));
        const top = table?.area.top ?? 0;
        const isGap = Array.from({ length: Math.min(top, 1000) }, (_, row) => row).some(
          (row) => !filled.has(row),
        );
        const beside = above.find(({ col }) => col > 0);
        return [
          ...when(isGap, sheet.name, 'a row above the table is blank'),
          ...when(
            beside !== undefined,
            place(sheet, beside ?? { row: 0, col: 0 }),
            'text above the table stands beside column A',
          ),
        ];
      }),
  },
  {
    number: 'B9',
    weight: 'desirable',
    asks: 'Nothing stands below or beside the table.',
    check: (book) =>
      withTables(allSheets(book)).flatMap(({ sheet }) => {
        const bottom = Math.max(...sheet.tables.map(({ area }) => area.bottom));
        const right = Math.max(...sheet.tables.map(({ area }) => area.right));
        const isOutside = ({ row, col }: CellFacts) => row > bottom || col > right;
        const first = sheet.cells.find(isOutside);
        return first === undefined
          ? []
          : [breach(place(sheet, first), 'something stands below or beside the table')];
      }),
  },
  {
    number: 'B10',
    weight: 'desirable',
    asks: 'No panes are frozen and no filter is set.',
    check: ({ sheets }) =>
      sheets.flatMap(({ name, isFrozen, isFiltered, tables }) => [
        ...when(isFrozen, name, 'panes are frozen or split'),
        ...when(isFiltered || tables.some(({ hasFilter }) => hasFilter), name, 'a filter is set'),
      ]),
  },
];
