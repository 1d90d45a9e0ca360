/** Rules B11 to B15: how text looks, what links say, and how text outside tables is laid. */
import type { CellFacts } from '../facts.ts';
import type { Rule } from './rule.ts';
import { allSheets, firstOf, isContents, when } from './rule.ts';

const SANS =
  /arial|helvetica|calibri|aptos|verdana|tahoma|trebuchet|segoe|open sans|source sans|liberation sans|dejavu sans|carlito|noto sans|roboto|lato|gill sans|frutiger|univers/i;
const SMALLEST = 12;
const LONGEST_LINE = 100;

const POINTLESS = /^(?:click )?here$|^(?:this )?link$|^(?:read |see )?more$|^click\b/i;
const FILES = /\.(pdf|xlsx?|ods|csv|docx?|zip)(?:[?#]|$)/i;

export const looksRules: readonly Rule[] = [
  {
    number: 'B11',
    weight: 'essential',
    asks: 'No cell has a fill, a border or a colour of its own.',
    check: (book) => [
      ...book.sheets.flatMap(({ name, filledBlanks }) =>
        when(filledBlanks > 0, name, 'blank cells have a fill'),
      ),
      ...firstOf(allSheets(book), ({ sheet }) => sheet.cells.filter(({ look }) => look.hasFill), 'a fill'),
      ...firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ look }) => look.hasBorder),
        'a border',
      ),
      ...firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ look, link }) => look.hasColour && link === null),
        'text in a colour',
      ),
    ],
  },
  {
    number: 'B12',
    weight: 'essential',
    asks: `Text is sans serif and at least ${SMALLEST} points high.`,
    check: (book) => [
      ...firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ look }) => look.size < SMALLEST),
        `text smaller than ${SMALLEST} points`,
      ),
      ...firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ look }) => !SANS.test(look.font)),
        'text in a font that is not known to be sans serif',
      ),
    ],
  },
  {
    number: 'B13',
    weight: 'desirable',
    asks: 'No italics, no underlining but of links, nothing raised, turned or spaced out.',
    check: (book) => [
      ...firstOf(allSheets(book), ({ sheet }) => sheet.cells.filter(({ look }) => look.isItalic), 'italics'),
      ...firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ look, link }) => look.isUnderlined && link === null),
        'underlined text that is no link',
      ),
      ...firstOf(
        allSheets(book),
        ({ sheet }) => sheet.cells.filter(({ look }) => look.isRaised || look.isTurned || look.isSpaced),
        'raised, turned or spaced text',
      ),
    ],
  },
  {
    number: 'B14',
    weight: 'essential',
    asks: 'A link says where it leads; one to a file says its type.',
    check(book) {
      const linked =
        (bad: (cell: CellFacts, link: string) => boolean) =>
        ({ sheet }: { sheet: { cells: readonly CellFacts[] } }) =>
          sheet.cells.filter((cell) => cell.link !== null && bad(cell, cell.link));
      return [
        ...firstOf(
          allSheets(book),
          linked(({ text }) => /^(?:https?:|www\.)/i.test(text.trim())),
          'a bare address as the text of a link',
        ),
        ...firstOf(
          allSheets(book),
          linked(({ text }) => text.trim() === '' || POINTLESS.test(text.trim())),
          'a link that does not say where it leads',
        ),
        ...firstOf(
          allSheets(book),
          linked(({ text }, link) => {
            const type = FILES.exec(link)?.[1];
            return (
              type !== undefined && !link.startsWith('#') && !new RegExp(`\\b${type}\\b`, 'i').test(text)
            );
          }),
          'a link to a file that does not say its type',
        ),
      ];
    },
  },
  {
    number: 'B15',
    weight: 'desirable',
    asks: 'Text outside tables is to the left, and wrapped where it is longer than its column.',
    check: (book) => [
      ...firstOf(
        allSheets(book),
        ({ above }) => above.filter(({ look }) => look.align === 'right' || look.align === 'centre'),
        'text outside the table that is not to the left',
      ),
      ...firstOf(
        allSheets(book).filter(({ sheet }) => !isContents(sheet)),
        ({ above }) => above.filter(({ text, look }) => text.length > LONGEST_LINE && !look.isWrapped),
        'a long text that is not wrapped',
      ),
    ],
  },
];
