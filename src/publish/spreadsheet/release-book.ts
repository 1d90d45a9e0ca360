/**
 * A released set of tables as one workbook: cover, contents, notes, and a sheet for each table. Holds released figures and
 * nothing else; the same release gives the same workbook.
 */
import type { Release } from '#tables/release.ts';
import { SYMBOL_NOTES } from '#tables/table.ts';
import type { Edition } from '../edition.ts';
import { type Book, line, number, type Sheet, text } from './book.ts';
import { coverSheet } from './cover-sheet.ts';
import { bookTitle, sheetTitle } from './names.ts';
import { tableSheet } from './table-sheet.ts';

/** Words by which the workbook is found. */
const KEYWORDS = ['police', 'online flag', 'children', 'offences', 'victims', 'England and Wales'];

export function releaseBook(release: Release, edition: Edition): Book {
  const notes = new Map<string, number>();
  const own = new Set<string>(SYMBOL_NOTES);
  const numbered = release.tables.map((table) =>
    table.notes
      .filter((note) => !own.has(note))
      .map((note) => {
        if (!notes.has(note)) notes.set(note, notes.size + 1);
        return notes.get(note) ?? 0;
      }),
  );
  const sheets = release.tables.map((table, at) =>
    tableSheet({ table, release, edition, place: at + 1, notes: numbered[at] ?? [] }),
  );
  const noted = notes.size === 0 ? [] : [notesSheet(release, notes)];
  return {
    title: bookTitle(release),
    description: release.standingSentence,
    publisher: edition.publication.publisher,
    keywords: KEYWORDS,
    sheets: [
      coverSheet(release, edition),
      contentsSheet(release, [...noted, ...sheets]),
      ...noted,
      ...sheets,
    ],
  };
}

function contentsSheet(release: Release, sheets: readonly Sheet[]): Sheet {
  return {
    name: 'Table_of_contents',
    lines: [
      line(sheetTitle('Table of contents', release), { heading: 1 }),
      line('This worksheet contains one table. Each name in it leads to the worksheet.'),
    ],
    table: {
      name: 'table_of_contents',
      columns: [
        { heading: 'Worksheet', kind: 'text', width: 36 },
        { heading: 'Title', kind: 'text', width: 90 },
        { heading: 'Rows in its table', kind: 'number', width: 24 },
      ],
      rows: sheets.map(({ name, lines, table }) => [
        text(name, `#${name}`),
        text((lines[0]?.text ?? '').replace(/\s*\[note \d+\]/g, '')),
        number(table?.rows.length ?? 0),
      ]),
    },
    width: 36,
  };
}

function notesSheet(release: Release, notes: ReadonlyMap<string, number>): Sheet {
  return {
    name: 'Notes',
    lines: [line(sheetTitle('Notes', release), { heading: 1 }), line('This worksheet contains one table.')],
    table: {
      name: 'notes',
      columns: [
        { heading: 'Note number', kind: 'text', width: 42 },
        { heading: 'Note text', kind: 'text', width: 100 },
      ],
      rows: [...notes].map(([note, place]) => [text(`[note ${place}]`), text(note)]),
    },
    width: 42,
  };
}
