/** Rules C10 to C19: how cells of a table are laid, what kinds of values stand in a column, and how wide it is. */
import type { CellFacts } from '../facts.ts';
import type { Reading, Rule } from './rule.ts';
import { allSheets, breach, dataSheets, firstOf, numericColumns, SHORTHAND, when } from './rule.ts';

const CODE = /\b(?:E|W|K|N|S)\d{8}\b/;
const RANGE = /^\s*\d[\d,.]*\s*(?:-|\u2013|\u2014|to)\s*\d[\d,.]*\s*$/i;
const BOUNDS = /\b(?:interval|confidence|bounds?|range|limits?|lowest|highest|CI)\b/i;
const FIGURE_DATE = /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*$|^\s*\d{4}-\d{2}-\d{2}\s*$/;
const SHORT_YEAR = /^\s*(?:FY\s*)?\d{4}\s*[/-]\s*\d{2}\s*$/i;
const QUARTER = /^\s*(?:Q[1-4]\b|quarter\b|\d{4}\s*Q[1-4])/i;

export const cellRules: readonly Rule[] = [
  {
    number: 'C10',
    weight: 'desirable',
    asks: 'Labels are to the left; numbers and their headings are to the right.',
    check(book) {
      return [
        ...firstOf(
          allSheets(book),
          (one) =>
            one.body.filter(
              ({ value, look }) =>
                value !== null && look.date === 'none' && (look.align === 'left' || look.align === 'centre'),
            ),
          'a number that is not to the right',
        ),
        ...firstOf(
          allSheets(book),
          (one) =>
            one.headings.filter(({ col, look }) => numericColumns(one).has(col) && look.align !== 'right'),
          'a heading of numbers that is not to the right',
        ),
        ...firstOf(
          allSheets(book),
          (one) =>
            [...one.headings, ...one.body].filter(
              ({ col, value, look }) =>
                value === null &&
                !numericColumns(one).has(col) &&
                (look.align === 'right' || look.align === 'centre'),
            ),
          'a label that is not to the left',
        ),
      ];
    },
  },
  {
    number: 'C11',
    weight: 'desirable',
    asks: 'Thousands are separated by commas; years are not.',
    check: (book) => [
      ...firstOf(
        allSheets(book),
        (one) =>
          one.body.filter(
            (cell) =>
              cell.value !== null &&
              Math.abs(cell.value) >= 1000 &&
              !cell.look.hasThousands &&
              cell.look.date === 'none' &&
              !isYearOrCode(one, cell),
          ),
        'a number of thousands without commas',
      ),
      ...firstOf(
        allSheets(book),
        (one) =>
          one.body.filter(
            (cell) =>
              cell.value !== null &&
              cell.look.hasThousands &&
              /\byear\b/i.test(one.headingOf(cell.col)) &&
              isYear(cell.value),
          ),
        'a year with a comma',
      ),
    ],
  },
  {
    number: 'C12',
    weight: 'desirable',
    asks: 'Dates have their month in letters and their year in full; months are named, not quarters.',
    check: (book) => [
      ...firstOf(
        allSheets(book),
        ({ headings, body }) =>
          [...headings, ...body].filter(({ look, value }) => value !== null && look.date === 'figures'),
        'a date in figures',
      ),
      ...firstOf(
        allSheets(book),
        ({ headings, body }) =>
          [...headings, ...body].filter(
            ({ text, value }) =>
              value === null && (FIGURE_DATE.test(text) || SHORT_YEAR.test(text) || QUARTER.test(text)),
          ),
        'a date in figures, a year cut short or a quarter',
      ),
    ],
  },
  {
    number: 'C13',
    weight: 'essential',
    asks: 'Codes stand in a column of their own beside the names.',
    check: (book) =>
      firstOf(
        dataSheets(book),
        ({ body }) =>
          body.filter(
            ({ text }) => CODE.test(text) && /[a-z]{3}/.test(text.replace(CODE, '')) && text.length < 80,
          ),
        'a code and a name in one cell',
      ),
  },
  {
    number: 'C14',
    weight: 'desirable',
    asks: 'A column holds one type of data, and what is inside what is not told by indents.',
    check: (book) => [
      ...allSheets(book).flatMap((one) =>
        firstOf(
          [one],
          () =>
            one.body.filter(
              (cell) =>
                numericColumns(one).has(cell.col) &&
                cell.value === null &&
                cell.text.trim() !== '' &&
                !SHORTHAND.test(cell.text),
            ),
          'text in a column of numbers',
        ),
      ),
      ...firstOf(
        allSheets(book),
        ({ body }) => body.filter(({ look, text }) => look.isIndented || /^\s{2,}\S/.test(text)),
        'an indent',
      ),
    ],
  },
  {
    number: 'C15',
    weight: 'desirable',
    asks: 'No cell begins or ends with a space.',
    check: (book) =>
      firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ text, value }) => value === null && text !== text.trim()),
        'a cell that begins or ends with a space',
      ),
  },
  {
    number: 'C16',
    weight: 'desirable',
    asks: 'The same column has the same heading in every sheet and release.',
    check(book, { before }) {
      const seen = new Map<string, string>();
      const between = dataSheets(book).flatMap(({ sheet, headings }) =>
        headings.flatMap(({ text }) => {
          const key = text.toLowerCase().replace(/[^a-z0-9]/g, '');
          const known = seen.get(key) ?? text;
          seen.set(key, known);
          return when(
            known !== text,
            sheet.name,
            `the heading "${text}" is written "${known}" on another sheet`,
          );
        }),
      );
      const earlier = (before === null ? [] : dataSheets(before)).flatMap(({ sheet, headings }) => {
        const now = dataSheets(book).find((one) => one.sheet.name === sheet.name);
        const names = now?.headings.map(({ text }) => text) ?? [];
        return now === undefined
          ? []
          : headings
              .filter(({ text }) => !names.includes(text))
              .map(({ text }) => breach(sheet.name, `the heading "${text}" of the last release is gone`));
      });
      return [...between, ...earlier];
    },
  },
  {
    number: 'C17',
    weight: 'desirable',
    asks: 'Columns are wide enough for their numbers, and longer text is wrapped.',
    check(book) {
      const width = (one: Reading, col: number) => one.sheet.widths.get(col) ?? 8.43;
      return [
        ...firstOf(
          allSheets(book),
          (one) =>
            one.body.filter(
              ({ value, look, col }) =>
                value !== null && look.date === 'none' && digits(value, look.hasThousands) > width(one, col),
            ),
          'a number wider than its column',
        ),
        ...firstOf(
          allSheets(book),
          (one) =>
            [...one.headings, ...one.body].filter(
              ({ value, text, look, col }) =>
                value === null && text.length > width(one, col) * 1.2 && !look.isWrapped,
            ),
          'a text longer than its column that is not wrapped',
        ),
      ];
    },
  },
  {
    number: 'C18',
    weight: 'essential',
    asks: 'The lower and the upper bound of a range stand in columns of their own.',
    check: (book) =>
      firstOf(
        dataSheets(book),
        (one) => {
          const numeric = numericColumns(one);
          return one.body.filter(
            ({ text, value, col }) =>
              value === null && RANGE.test(text) && (numeric.has(col) || BOUNDS.test(one.headingOf(col))),
          );
        },
        'both bounds of a range in one cell',
      ),
  },
  {
    number: 'C19',
    weight: 'essential',
    asks: 'A true zero is 0, and a number that rounds to zero is [low].',
    check: () => ({ untold: 'whether a 0 is a true zero: that needs the numbers before they were rounded' }),
  },
];

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

function isYearOrCode(one: Reading, cell: CellFacts): boolean {
  const heading = one.headingOf(cell.col);
  return (
    /\b(?:codes?|id|reference|identifier)\b/i.test(heading) ||
    (/\b(?:year|date|period)\b/i.test(heading) && isYear(cell.value ?? 0))
  );
}

function digits(value: number, hasThousands: boolean): number {
  const whole = String(Math.trunc(Math.abs(value))).length;
  return whole + (hasThousands ? Math.floor((whole - 1) / 3) : 0) + (value < 0 ? 1 : 0);
}
