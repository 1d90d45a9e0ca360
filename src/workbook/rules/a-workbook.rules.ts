/** Rules A1 to A9: the workbook as a whole, its properties, its sheets and how it opens. */
import type { Rule } from './rule.ts';
import { allSheets, breach, isContents, isCover, isNotes, notesOf, reading, when } from './rule.ts';

const BOOK = 'workbook';

export const workbookRules: readonly Rule[] = [
  {
    number: 'A1',
    weight: 'essential',
    asks: 'The document has a title, without dashes and underscores.',
    check: ({ title }) => [
      ...when(title.trim() === '', BOOK, 'there is no document title'),
      ...when(
        /[-_\u2013\u2014]/.test(title),
        BOOK,
        `the document title "${title}" has a dash or an underscore`,
      ),
    ],
  },
  {
    number: 'A2',
    weight: 'essential',
    asks: 'The language of the document is set.',
    check: ({ language, styleLanguage }) => [
      ...when(!/^[a-z]{2,3}(?:-[A-Za-z]{2,4})*$/.test(language), BOOK, 'there is no document language'),
      ...when(
        styleLanguage !== null && !/^[a-z]{2,3}-[A-Z]{2}$/.test(styleLanguage),
        BOOK,
        'the default style has no language and country',
      ),
    ],
  },
  {
    number: 'A3',
    weight: 'desirable',
    asks: 'The author is an organisation, not a person, and keywords are set.',
    check({ creator, keywords }, { publishers }) {
      const bad = [
        ...when(creator.trim() === '', BOOK, 'no organisation is named as the author'),
        ...when(keywords.trim() === '', BOOK, 'there are no keywords'),
        ...when(
          publishers !== null && creator.trim() !== '' && !publishers.includes(creator),
          BOOK,
          'the author is none of the publishers given',
        ),
      ];
      if (bad.length > 0 || publishers !== null) return bad;
      return {
        untold:
          'whether the author named is an organisation: say which may stand there with --publisher NAME',
      };
    },
  },
  {
    number: 'A4',
    weight: 'essential',
    asks: 'The first sheet is the cover and is named so.',
    check: ({ sheets: [first] }) =>
      when(
        first === undefined || !isCover(first),
        first?.name ?? BOOK,
        'the first sheet is not named as a cover ("Cover_sheet")',
      ),
  },
  {
    number: 'A5',
    weight: 'essential',
    asks: 'A workbook of several sheets has a table of contents, marked up as a table.',
    check({ sheets }) {
      const contents = sheets.find(isContents);
      if (contents === undefined) {
        return when(
          sheets.length > 2,
          BOOK,
          'there is no sheet with a table of contents ("Table_of_contents")',
        );
      }
      return when(contents.tables.length !== 1, contents.name, 'the contents are not marked up as one table');
    },
  },
  {
    number: 'A6',
    weight: 'desirable',
    asks: 'Where notes are used there is a sheet of notes with one marked-up table.',
    check(book) {
      const isUsed = allSheets(book).some(
        ({ sheet }) => !isNotes(sheet) && sheet.cells.some(({ text }) => notesOf(text).length > 0),
      );
      const notes = book.sheets.find(isNotes);
      if (notes === undefined) return when(isUsed, BOOK, 'notes are used and there is no sheet of notes');
      return when(notes.tables.length !== 1, notes.name, 'the notes are not marked up as one table');
    },
  },
  {
    number: 'A7',
    weight: 'essential',
    asks: 'Names of sheets are unique, say what is in them, have no stray spaces, and are the same as in the last release.',
    check({ sheets }, { before }) {
      const lower = sheets.map(({ name }) => name.trim().toLowerCase());
      const gone = before?.sheets.filter(({ name }) => !sheets.some((sheet) => sheet.name === name)) ?? [];
      return [
        ...sheets.flatMap(({ name }, at) => [
          ...when(name !== name.trim(), name, 'the name of the sheet begins or ends with a space'),
          ...when(
            /^(?:sheet|tabelle|feuil)\s*\d*$/i.test(name.trim()),
            name,
            'the name of the sheet says nothing',
          ),
          ...when(
            !/^[A-Za-z]\w*$/.test(name.trim()) || name.length > 31,
            name,
            'the name of the sheet has more than letters, digits and underscores, or more than 31 of them',
          ),
          ...when(lower.indexOf(name.trim().toLowerCase()) !== at, name, 'two sheets have this name'),
        ]),
        ...gone.map(({ name }) =>
          breach(name, 'the last release has a sheet of this name, and this one has not'),
        ),
      ];
    },
  },
  {
    number: 'A8',
    weight: 'essential',
    asks: 'No sheet is blank.',
    check: ({ sheets }) =>
      sheets.flatMap((sheet) => when(sheet.cells.length === 0, sheet.name, 'the sheet is blank')),
  },
  {
    number: 'A9',
    weight: 'essential',
    asks: 'The workbook opens on the first cell of the first sheet, at 100%.',
    check: ({ activeSheet, sheets }) => [
      ...when(activeSheet !== 0, BOOK, 'it does not open on the first sheet'),
      ...sheets.flatMap(({ name, cursor, zoom }, at) => [
        ...when(at === 0 && cursor !== 'A1', name, 'it does not open with the cursor in A1'),
        ...when(zoom !== 100, name, `the sheet opens at ${zoom}%`),
      ]),
    ],
  },
  {
    number: 'A18',
    weight: 'desirable',
    asks: 'The contents list exactly the sheets there are, each with a link to its first cell.',
    check(book) {
      const contents = book.sheets.find(isContents);
      if (contents === undefined) return when(book.sheets.length > 2, BOOK, 'there are no contents');
      const listed = contents.cells.filter(({ link }) => link?.startsWith('#'));
      const targets = listed.map(({ link }) => (link ?? '').slice(1));
      const wanted = book.sheets.filter((sheet) => sheet !== contents && !isCover(sheet));
      const named = new Set(reading(contents).body.map(({ text }) => text.trim()));
      const names = new Set(book.sheets.map(({ name }) => name));
      const led = new Set(targets.map((target) => target.slice(0, target.lastIndexOf('!'))));
      const first = new Set(targets);
      return [
        ...wanted.flatMap(({ name }) => [
          ...when(
            !named.has(name) && !led.has(name),
            contents.name,
            `the sheet ${name} is not in the contents`,
          ),
          ...when(!first.has(`${name}!A1`), contents.name, `no link of the contents leads to A1 of ${name}`),
        ]),
        ...targets
          .filter((target) => !names.has(target.slice(0, target.lastIndexOf('!'))))
          .map(() => breach(contents.name, 'a link leads to a sheet that is not there')),
      ];
    },
  },
];
