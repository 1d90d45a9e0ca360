/** Every rule that a program can judge, on the bytes of both workbooks of a release, and shown to find what breaks it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstEdition } from '#publish/edition.ts';
import { fileName } from '#publish/spreadsheet/names.ts';
import { releaseBook } from '#publish/spreadsheet/release-book.ts';
import { checkBook, openBook, type Verdict } from '#workbook/check-workbook.ts';
import type { BookFacts } from '#workbook/facts.ts';
import { rules } from '#workbook/rules/all.ts';
import { everyKindRelease } from '../support/spreadsheet-release.ts';
import { type BookBreach, breaches, broken, bytesOf, type Format } from '../support/workbook-breaches.ts';

const release = everyKindRelease();
const book = releaseBook(release, firstEdition);
const FORMATS: readonly Format[] = ['ods', 'xlsx'];

function facts(bytes: Uint8Array): BookFacts {
  const opened = openBook(bytes);
  if ('unreadable' in opened) throw new Error(opened.unreadable);
  return opened.facts;
}

const sound = new Map(FORMATS.map((format) => [format, facts(bytesOf(book, format))]));

function verdicts(
  own: BookFacts,
  format: Format,
  name = `${fileName(release)}.${format}`,
): readonly Verdict[] {
  const pair = sound.get(format === 'ods' ? 'xlsx' : 'ods') ?? null;
  return checkBook(own, { file: name, pair, before: sound.get(format) ?? null, publishers: ['Cyberflag'] });
}

function stateOf(all: readonly Verdict[], number: string): string {
  const found = all.find((one) => one.number === number);
  return found?.state === 'broken'
    ? `broken: ${found.breaches.map(({ at, found: what }) => `${at}: ${what}`).join('; ')}`
    : (found?.state ?? 'gone');
}

for (const format of FORMATS) {
  const own = sound.get(format) as BookFacts;
  const all = verdicts(own, format);
  for (const { number } of rules) {
    // C19 is put to the same bytes beside the release itself, which has the numbers before they were rounded.
    const state = number === 'C19' ? 'untold' : 'kept';
    test(`rule ${number} holds in the bytes of the ${format} of a release`, () => {
      assert.equal(stateOf(all, number), state);
    });
  }

  for (const [number, breach] of Object.entries(breaches)) {
    test(`a breach of rule ${number} is found in the bytes of an ${format}`, () => {
      assert.match(stateOf(verdictsOf(breach, format), number), /^broken: \S/);
    });
  }
}

function verdictsOf(breach: BookBreach, format: Format): readonly Verdict[] {
  const own = facts(broken(book, format, breach));
  return breach.file === undefined ? verdicts(own, format) : verdicts(own, format, breach.file);
}

test('every rule but the one that needs unrounded numbers has a breach to show that it can fail', () => {
  assert.deepEqual(
    rules.map(({ number }) => number).filter((number) => breaches[number] === undefined),
    ['C19'],
  );
});

test('rule A2 asks an ODS for the language of the document too', () => {
  const bytes = broken(book, 'ods', { ods: [['meta.xml', /<dc:language>.*<\/dc:language>/, '']] });
  assert.match(stateOf(verdicts(facts(bytes), 'ods'), 'A2'), /^broken/);
});

test('without the publishers given, whether the author is an organisation is for a person to say', () => {
  const all = checkBook(sound.get('ods') as BookFacts, {
    file: 'a.ods',
    pair: undefined,
    before: null,
    publishers: null,
  });
  assert.equal(stateOf(all, 'A3'), 'untold');
  assert.equal(stateOf(all, 'A15'), 'untold');
});
