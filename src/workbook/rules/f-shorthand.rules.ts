/** Rules F1 to F4: how shorthand is written. */
import type { Rule } from './rule.ts';
import { breach, dataSheets, firstOf } from './rule.ts';

const KNOWN = ['b', 'c', 'e', 'er', 'f', 'low', 'ns', 'p', 'r', 's', 'ss', 'sss', 'u', 'w', 'x', 'z'];

const MARKS = /\[([A-Za-z]+)\d*\]/g;
const TWO_MARKS = /\[[a-z]{1,3}\s{0,5}[,;\u002f ]\s{0,5}[a-z]{1,3}\]/i;
const BESIDE = /^\s*[\d,.]+%?\s*\[[a-z]+\d*\]\s*$/i;
const NOTHING = /^\s*(?:n\/?\s?a|#n\/a|null|nan|n\/k)\s*$/i;

export const shorthandRules: readonly Rule[] = [
  {
    number: 'F1',
    weight: 'essential',
    asks: 'Shorthand is one of the agreed marks, in lower case and square brackets.',
    check: (book) =>
      dataSheets(book).flatMap(({ sheet, headings, body }) => {
        const marks = new Set(
          [...headings, ...body].flatMap(({ text }) =>
            [...text.matchAll(MARKS)].map(([, mark = '']) => mark),
          ),
        );
        return [...marks]
          .filter((mark) => !KNOWN.includes(mark))
          .map((mark) => breach(sheet.name, `[${mark}] is none of the agreed marks`));
      }),
  },
  {
    number: 'F2',
    weight: 'essential',
    asks: 'Each mark has brackets of its own.',
    check: (book) =>
      firstOf(
        dataSheets(book),
        ({ headings, body }) => [...headings, ...body].filter(({ text }) => TWO_MARKS.test(text)),
        'two marks in one pair of brackets',
      ),
  },
  {
    number: 'F3',
    weight: 'essential',
    asks: 'A mark stands instead of a number, never beside one.',
    check: (book) =>
      firstOf(
        dataSheets(book),
        ({ body }) => body.filter(({ text }) => BESIDE.test(text)),
        'a mark beside a number',
      ),
  },
  {
    number: 'F4',
    weight: 'essential',
    asks: 'Nothing is written as NA, N/A or null.',
    check: (book) =>
      firstOf(
        dataSheets(book),
        ({ body }) => body.filter(({ text }) => NOTHING.test(text)),
        'a cell that says NA',
      ),
  },
];
