import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellsOf, readFacts } from './facts.ts';

function facts(text: string): unknown {
  const dir = mkdtempSync(join(tmpdir(), 'register-'));
  try {
    writeFileSync(join(dir, 'words.csv'), text);
    return readFacts(dir, 'words.csv', ['word', 'value']);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('a file of the register is read as one fact per line, each with its line', () => {
  assert.deepEqual(facts('word,value\na,1\n"b, ""c""",2\n'), [
    { word: 'a', value: '1', line: 2 },
    { word: 'b, "c"', value: '2', line: 3 },
  ]);
});

test('a file of the register that breaks its form is a defect with file and line', () => {
  assert.throws(
    () => facts('word\na\n'),
    /^Error: register\/words\.csv, line 1: the columns must be word,value$/,
  );
  assert.throws(
    () => facts('word,value\na\n'),
    /register\/words\.csv, line 2: 1 cells stand here and 2 belong here/,
  );
  assert.throws(() => facts('word,value\n"a\nb",1\n'), /line 2: a quote is not closed/);
  assert.throws(() => facts('word,value\na,1'), /line 1: the last line does not end/);
});

test('cells written as CSV read back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }), (cells) => {
      const plain = cells.map((cell) => cell.replace(/[\r\n]/g, ' '));
      const line = plain
        .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(',');
      assert.deepEqual(cellsOf(line), plain);
    }),
  );
});
