/** Rules A10 to A17: what may not be in a workbook at all, and the formats and names of its files. */
import { differences } from '../differences.ts';
import type { Rule } from './rule.ts';
import { allSheets, breach, firstOf, when } from './rule.ts';

const BOOK = 'workbook';
const LONGEST_NAME = 64;

export const openRules: readonly Rule[] = [
  {
    number: 'A10',
    weight: 'desirable',
    asks: 'There are no macros and no formulas.',
    check: (book) => [
      ...when(book.hasMacros, BOOK, 'it holds macros'),
      ...firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ isFormula }) => isFormula),
        'a formula',
      ),
    ],
  },
  {
    number: 'A11',
    weight: 'desirable',
    asks: 'There are no pictures, charts, logos or text boxes.',
    check: ({ pictures }) => when(pictures > 0, BOOK, `it holds ${pictures} pictures, charts or drawings`),
  },
  {
    number: 'A12',
    weight: 'essential',
    asks: 'Page headers and footers carry no content.',
    check: ({ sheets }) =>
      sheets.flatMap(({ name, pageText }) =>
        when(pageText !== '', name, 'a page header or footer carries text'),
      ),
  },
  {
    number: 'A13',
    weight: 'desirable',
    asks: 'No sheet, row or column is hidden.',
    check: ({ sheets }) =>
      sheets.flatMap(({ name, isHidden, hiddenRows, hiddenColumns }) => [
        ...when(isHidden, name, 'the sheet is hidden'),
        ...when(hiddenRows > 0, name, 'rows are hidden'),
        ...when(hiddenColumns > 0, name, 'columns are hidden'),
      ]),
  },
  {
    number: 'A14',
    weight: 'desirable',
    asks: 'There are no comments, and nobody is named in the properties of the file.',
    check: ({ sheets, savedBy, creator }) => [
      ...sheets.flatMap(({ name, comments }) => when(comments > 0, name, 'cells have comments')),
      ...when(savedBy !== '' && savedBy !== creator, BOOK, 'the properties name who saved it last'),
    ],
  },
  {
    number: 'A15',
    weight: 'desirable',
    asks: 'It is published as ODS too, with the same values.',
    check(book, { pair }) {
      if (pair === undefined) return { untold: 'whether the other format stands beside it: nobody looked' };
      if (pair === null) return when(book.format !== 'ods', BOOK, 'no ODS of the same name stands beside it');
      return differences(book, pair).map((at) => breach(at, 'the ODS and the XLSX differ here'));
    },
  },
  {
    number: 'A16',
    weight: 'desirable',
    asks: 'The file name is in lower case with dashes, short, and without words for versions or dates.',
    check(_book, { file }) {
      const stem = file.replace(/\.[^.]*$/, '');
      return [
        ...when(
          !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem),
          file,
          'the file name is not lower-case words joined by dashes',
        ),
        ...when(stem.length > LONGEST_NAME, file, `the file name is longer than ${LONGEST_NAME} characters`),
        ...when(
          /(?:^|[-_ ])(?:v\d+|version|final|draft|copy|new|latest|r\d+)(?:[-_ ]|$)/i.test(stem),
          file,
          'the file name has a word for a version',
        ),
        ...when(/\d{8}|\d{4}-\d{2}-\d{2}/.test(stem), file, 'the file name has a date'),
      ];
    },
  },
  {
    number: 'A17',
    weight: 'desirable',
    asks: 'It is not packed into an archive.',
    // An archive is told before its content is looked at, and then nothing but this rule is judged: see check-workbook.ts.
    check: (_book, { file }) => when(/\.(?:zip|7z|rar|gz)$/i.test(file), file, 'the file is an archive'),
  },
];
