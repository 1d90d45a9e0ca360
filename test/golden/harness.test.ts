/** The harness itself, on made-up outputs: a check that reports the wrong way round is worse than none. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { accept, cases, differences, expected, produced, size, told } from './harness.ts';

const files = (of: Readonly<Record<string, string>>) => new Map(Object.entries(of));

test('the same files are no difference', () => {
  assert.deepEqual(differences(files({ 'a.txt': 'one\n' }), files({ 'a.txt': 'one\n' })), []);
});

test('what is accepted of a workbook can be read: its parts and sheets, an element a line', () => {
  const of = [...produced('practice-workbooks').keys()];
  assert.ok(of.some((path) => /\.ods\/content\/sheet1\.xml$/.test(path)));
  assert.ok(of.some((path) => /\.xlsx\/xl\/worksheets\/sheet1\.xml$/.test(path)));
  assert.ok(of.some((path) => /\.docx\/word\/document\.xml$/.test(path)));
});

test('an accepted file that was not produced is missing, and a produced one that was not accepted is unexpected', () => {
  const found = differences(files({ 'gone.txt': 'x\n' }), files({ 'new.txt': 'x\n' }));
  assert.deepEqual(found, [
    { path: 'gone.txt', kind: 'missing', shown: '' },
    { path: 'new.txt', kind: 'unexpected', shown: '' },
  ]);
  assert.match(
    told('a-case', found),
    /a-case\/out\/gone\.txt is accepted and was not produced\na-case\/out\/new\.txt was produced and is not accepted/,
  );
});

test('a changed line is shown with what was accepted as minus, what was produced as plus, and two lines around', () => {
  const [found, ...rest] = differences(
    files({ 'a.txt': '1\n2\n3\n4\nold\n6\n7\n8\n' }),
    files({ 'a.txt': '1\n2\n3\n4\nnew\n6\n7\n8\n' }),
  );
  assert.equal(rest.length, 0);
  assert.equal(found?.kind, 'changed');
  assert.deepEqual(
    found.shown.split('\n').sort(),
    ['    3', '    4', '    6', '    7', '  + new', '  - old'].sort(),
  );
});

test('a difference in the last line ending alone is a difference', () => {
  assert.equal(differences(files({ 'a.txt': 'one\n' }), files({ 'a.txt': 'one' })).length, 1);
});

test('a long difference is cut to a screen and says so', () => {
  const many = (word: string) => Array.from({ length: 200 }, (_, i) => `${word} ${i}`).join('\n');
  const [found] = differences(files({ a: many('old') }), files({ a: many('new') }));
  assert.match(found?.shown ?? '', /… and 340 more lines$/);
});

test('accepting runs the command of a case, writes what it made and takes away what it no longer makes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-harness-'));
  try {
    mkdirSync(join(folder, 'bad-use', 'in'), { recursive: true });
    mkdirSync(join(folder, 'bad-use', 'out'));
    mkdirSync(join(folder, 'not-a-case'));
    writeFileSync(join(folder, 'bad-use', 'in', 'command.txt'), 'no-such-command\n{in}\n{out}\n');
    writeFileSync(join(folder, 'bad-use', 'out', 'stale.txt'), 'x\n');
    assert.deepEqual(cases(folder), ['bad-use']);
    assert.deepEqual(
      accept('bad-use', folder).map(({ path, kind }) => `${kind} ${path}`),
      ['unexpected printed.txt', 'missing stale.txt'],
    );
    assert.match(expected('bad-use', folder).get('printed.txt') ?? '', /ended with 2\n$/);
    assert.deepEqual(differences(expected('bad-use', folder), produced('bad-use', folder)), []);
    assert.ok(size('bad-use', folder) > 20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
