/** Rules D1 to D10: what the cover sheet says. Each part is known by its heading or its first words. */
import type { BookFacts, SheetFacts } from '../facts.ts';
import type { Rule } from './rule.ts';
import { isCover, when } from './rule.ts';

type Part = { readonly number: string; readonly asks: string; readonly found: RegExp };

const PARTS: readonly Part[] = [
  {
    number: 'D3',
    asks: 'The cover says what the data are.',
    found:
      /\b(?:what (?:these|the|this)\b.*\bare|about (?:this|these)|summary|introduction|description|these data|this (?:workbook|spreadsheet|file) (?:contains|holds|provides))/i,
  },
  { number: 'D5', asks: 'The cover names the source.', found: /\bsources?\b/i },
  {
    number: 'D6',
    asks: 'The cover gives the date of publication.',
    found: /\b(?:date (?:published|of publication)|publication date|published|released? (?:on|date))\b/i,
  },
  {
    number: 'D7',
    asks: 'The cover says when the next update is.',
    found: /\bnext (?:update|release|publication|edition)|\bupdated? (?:next|annually|monthly|quarterly)/i,
  },
  {
    number: 'D8',
    asks: 'The cover tells of methods and words.',
    found: /\bmethod|\bquality (?:and|information)|\bglossary|\bdefinitions?\b/i,
  },
  { number: 'D9', asks: 'The cover says whom to ask.', found: /\bcontact|\bask\b|@|\btelephone|\bemail/i },
  {
    number: 'D10',
    asks: 'The cover gives what holds for all sheets.',
    found:
      /\b(?:all|each|every) (?:the )?(?:work)?sheets?\b|\bapplies to\b|\bthis (?:workbook|spreadsheet)\b|\bshorthand\b|\bsymbols?\b/i,
  },
];

const NONE = 'there is no cover sheet';

export const coverRules: readonly Rule[] = [
  {
    number: 'D1',
    weight: 'desirable',
    asks: 'The title of the cover has the period and the area.',
    check: onCover((cover, text) =>
      when(
        !/\b(?:19|20)\d\d\b/.test(text[0] ?? ''),
        `${cover.name}!A1`,
        'the title of the cover names no year',
      ),
    ),
  },
  {
    number: 'D2',
    weight: 'desirable',
    asks: 'All text of the cover is in column A.',
    check: onCover((cover) =>
      when(
        cover.cells.some(({ col }) => col > 0),
        cover.name,
        'text stands beside column A',
      ),
    ),
  },
  {
    number: 'D4',
    weight: 'desirable',
    asks: 'The cover names the release and links to it or to its source.',
    check: onCover((cover, text) => [
      ...when(
        !text.some((one) => /\brelease\b|\bpublication\b|\bstatistics\b/i.test(one)),
        cover.name,
        'the release is not named',
      ),
      ...when(
        !cover.cells.some(({ link }) => link !== null && !link.startsWith('#')),
        cover.name,
        'there is no link to the release or its source',
      ),
    ]),
  },
  ...PARTS.map(
    ({ number, asks, found }): Rule => ({
      number,
      weight: 'desirable',
      asks,
      check: onCover((cover, text) =>
        when(
          !text.some((one) => found.test(one)),
          cover.name,
          `nothing was found of: ${asks.toLowerCase().replace(/\.$/, '')}`,
        ),
      ),
    }),
  ),
];

function onCover(
  check: (cover: SheetFacts, text: readonly string[]) => ReturnType<typeof when>,
): (book: BookFacts) => ReturnType<typeof when> {
  return ({ sheets }) => {
    const cover = sheets.find(isCover);
    return cover === undefined
      ? when(true, 'workbook', NONE)
      : check(
          cover,
          cover.cells.map(({ text }) => text),
        );
  };
}
