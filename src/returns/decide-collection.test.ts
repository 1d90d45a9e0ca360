import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { communication, register } from '../../test/support/read-text.ts';
import { decisionsAbout, readCollectionDecisions, readReturnDecisions } from './decide-collection.ts';
import { parseDecisions } from './decide-file.ts';

const WHO = 'who: analyst, when: "2025-09-01", why: Asked the force}';
const ACCEPT = 'accept: {finding: total-mismatch, at: "published.csv#l3"}';
const MAP = 'map: {label: Zibble, to: {platform: other}}';

function inFolder<T>(lines: readonly string[], read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  try {
    writeFileSync(join(folder, 'decisions.yaml'), lines.map((one) => `- {${one}, ${WHO}\n`).join(''));
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ofCollection = (...lines: string[]) =>
  inFolder(lines, (folder) => readCollectionDecisions(folder, communication, register));

test('decisions beside the collection go to the force they name, by folder, code or name', () => {
  const { byForce, ofFigures } = ofCollection(
    `${MAP}, force: leicestershire`,
    `${MAP}, force: E23000021`,
    `${MAP}, force: Kent Police`,
    ACCEPT,
  );
  assert.deepEqual(
    [...byForce].map(([force, own]) => [register.force(force)?.slug, own.map(({ line }) => line)]),
    [
      ['leicestershire', [1, 2]],
      ['kent', [3]],
    ],
  );
  assert.deepEqual(
    ofFigures.map(({ line }) => line),
    [4],
  );
});

test('a decision beside the collection that names no force, or none there is, is refused', () => {
  assert.throws(() => ofCollection(MAP), /line 1: say whose return it is about, as force: leicestershire/);
  assert.throws(() => ofCollection(`${MAP}, force: gwint`), /line 1: the register knows no force "gwint"/);
});

test('a decision beside a return may not name a force', () => {
  const read = () =>
    inFolder([`${MAP}, force: kent`], (folder) => readReturnDecisions(folder, communication, register));
  assert.throws(read, /line 1: a decision beside a return is about that return/);
});

test('for one file of a return the decisions about its other files stand aside', () => {
  const lines = [
    'ignore: {at: "a.xlsx#Q1!B4"}',
    'ignore: {at: "b.zip/a.xlsx#Q1"}',
    'ignore: {at: "b.zip"}',
    MAP,
    `${MAP}, where: "a.xlsx#Q1"`,
  ];
  const all = parseDecisions(lines.map((one) => `- {${one}, ${WHO}\n`).join(''), 'decisions.yaml');
  const about = (file: string) => decisionsAbout(file, all).map(({ line }) => line);
  assert.deepEqual(about('a.xlsx'), [1, 4, 5]);
  assert.deepEqual(about('b.zip'), [2, 3, 4]);
});
