/** What holds for every file, whole, cut or with bytes turned: it is read or reported, never thrown at the program. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { letterOf, p, r, raised, tbl, tc, tr } from '../../test/support/letters.ts';
import { mailOf } from '../../test/support/mails.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { setTable } from '../../test/support/pdf-tables.ts';
import { xlsxOf, zipOf } from '../../test/support/workbooks.ts';
import type { Document } from './document.ts';
import { readFileBytes } from './read-file.ts';
import { usualLimits } from './readers/reader.ts';

const grid = [
  ['Age', 'Girls', 'Boys'],
  ['11 and under', '13', '5'],
  ['12 to 15', '47', '<5'],
];
const letter = letterOf({
  body:
    p('We recorded 85 offences.') +
    tbl(...grid.map((row) => tr(...row.map((cell) => tc(cell))))) +
    p(r('9') + r('1', raised)),
  footnotes: '',
});
const style = {
  left: 60,
  top: 80,
  columns: [120, 70, 70],
  align: 'right',
  pad: 5,
  size: 11,
  ruled: true,
} as const;
const pdf = pdfOf({
  pages: [[{ text: 'We recorded 85 offences.', x: 60, y: 60 }, ...setTable(grid, style).drawn]],
});
const page = Buffer.from(
  `<!DOCTYPE html><p>We recorded 85</p><table>${grid.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`,
);
const book = xlsxOf({ sheets: [{ name: 'Data', rows: '<row r="1"><c r="A1"><v>85</v></c></row>' }] });
const mail = mailOf({
  text: 'Attached.',
  html: '<p>Attached</p>',
  attachments: [{ name: 'letter.docx', bytes: letter }],
});
const files: Readonly<Record<string, Uint8Array>> = {
  'letter.docx': letter,
  'letter.pdf': pdf,
  'page.html': page,
  'reply.eml': mail,
  'all.zip': zipOf({ 'letter.docx': letter, 'page.html': new Uint8Array(page), 'reply.eml': mail }),
  'book.xlsx': book,
};
const name = fc.constantFrom(...Object.keys(files));

function holds(documents: readonly Document[], file: string): void {
  assert.ok(documents.length > 0, 'no document');
  for (const document of documents) {
    assert.ok(document.file === file || document.file.startsWith(`${file}/`));
    assert.ok(document.blocks.length > 0 || document.findings.length > 0, `${document.file} says nothing`);
    assert.match(document.sha256, /^[0-9a-f]{64}$/);
  }
}

test('a file cut anywhere is read or reported', async () => {
  await fc.assert(
    fc.asyncProperty(name, fc.double({ min: 0, max: 1, noNaN: true }), async (file, share) => {
      const bytes = files[file] ?? new Uint8Array();
      holds(await readFileBytes(bytes.slice(0, Math.floor(bytes.length * share)), file, usualLimits), file);
    }),
    { numRuns: 200 },
  );
});

test('a file with bytes turned is read or reported', async () => {
  const turns = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(name, turns, async (file, turned) => {
      const bytes = Uint8Array.from(files[file] ?? []);
      for (const [share, change] of turned) {
        const at = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
        bytes[at] = (bytes[at] ?? 0) ^ change;
      }
      holds(await readFileBytes(bytes, file, usualLimits), file);
    }),
    { numRuns: 300 },
  );
});

/** The text of a printed document stands packed, and there alone can a turned byte be another number. */
const packed = pdfOf({ pages: [[...setTable(grid, style).drawn]], packed: true });
const opened = Buffer.from(packed).indexOf('stream\n') + 7;
const spans: Readonly<Record<string, readonly [number, number]>> = {
  'letter.docx': [0, letter.length - 1],
  'letter.pdf': [opened, Buffer.from(packed).indexOf('\nendstream') - 1],
};

test('a packed file with one byte turned says what it said, or is unreadable: never another number', async () => {
  const said = (documents: readonly Document[]): string =>
    JSON.stringify(documents.map(({ blocks }) => blocks));
  for (const [file, original] of [
    ['letter.docx', letter],
    ['letter.pdf', packed],
  ] as const) {
    const whole = said(await readFileBytes(original, file, usualLimits));
    const [from, to] = spans[file] ?? [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: from, max: to }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const bytes = Uint8Array.from(original);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          const read = await readFileBytes(bytes, file, usualLimits);
          const reported = read.some(({ findings }) => findings.some((found) => found.level === 'error'));
          assert.ok(reported || said(read) === whole, `${file} byte ${at}`);
        },
      ),
      { numRuns: 200 },
    );
  }
});

test('random bytes under any name are reported or read as text', async () => {
  const anyName = fc.constantFrom('a.pdf', 'a.docx', 'a.eml', 'a.html', 'a.zip', 'a.xls', 'a');
  const opening = fc.constantFrom(
    '',
    '%PDF-1.4\n',
    'PK\u0003\u0004',
    '<html>',
    'From: a\nSubject: b\nMIME-Version: 1.0\n\n',
  );
  await fc.assert(
    fc.asyncProperty(anyName, opening, fc.uint8Array({ maxLength: 600 }), async (file, start, rest) => {
      holds(
        await readFileBytes(Buffer.concat([Buffer.from(start, 'latin1'), rest]), file, usualLimits),
        file,
      );
    }),
    { numRuns: 200 },
  );
});
