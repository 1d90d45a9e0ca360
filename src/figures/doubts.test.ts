import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forReaders, readNote } from './doubts.ts';

test('a note is what is known up to its source, and what casts doubt after it', () => {
  const note = readNote(
    'Figure published in 2016: 13. Source: http://www.example.org/a Contradicted later: releases from 2017 on give none.',
  );
  assert.deepEqual(note.basis, ['Figure published in 2016: 13.']);
  assert.deepEqual(note.urls, ['http://www.example.org/a']);
  assert.deepEqual(note.doubts, ['Contradicted later: releases from 2017 on give none.']);
});

test('a sentence that points to another file of the collection is not for readers', () => {
  const text =
    'A later release states 77; see published-later.csv, another vintage. Same number as in returns/. Read twice.';
  assert.equal(forReaders(text), 'Read twice.');
  assert.deepEqual(readNote(`Known. Source: https://a.example/ ${text}`).doubts, ['Read twice.']);
});

test('a note without a source casts no doubt', () => {
  assert.deepEqual(readNote('Practice data, invented.'), {
    basis: ['Practice data, invented.'],
    urls: [],
    doubts: [],
  });
});
