import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownRegister } from './own-register.ts';
import { readRegister } from './register.ts';

/** Reads the register with one line put into one of its files. */
function withLine(file: string, line: string): unknown {
  const dir = mkdtempSync(join(tmpdir(), 'register-'));
  try {
    cpSync(ownRegister, dir, { recursive: true });
    writeFileSync(join(dir, file), `${readFileSync(join(dir, file), 'utf8')}${line}\n`);
    return readRegister(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('the register that comes with the program holds together', () => {
  const register = readRegister();
  assert.equal(register.areas.length, 11);
  assert.equal(register.forces.length, 49);
  assert.ok(register.platforms.some((platform) => platform.id === 'unknown'));
  assert.ok(register.platforms.some((platform) => platform.id === 'other'));
});

test('what reading a return needs of the register is read in a blink', () => {
  // The quickest of five: the first warms the program up, and any may share the machine with other tests.
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now();
    readRegister();
    return performance.now() - start;
  });
  const took = Math.min(...times);
  assert.ok(took < 60, `${took.toFixed(0)} ms`);
});

test('an alias of two platforms is a defect that names file and line', () => {
  assert.throws(
    () => withLine('platform-aliases.csv', 'Insta-gram,kik,,variant,made up,2026-11-22'),
    /register\/platform-aliases\.csv, line \d+: "Insta-gram" already names Instagram/,
  );
});

test('an alias of a platform, a force or an offence that is not there is a defect', () => {
  assert.throws(
    () => withLine('platform-aliases.csv', 'Zzz,zzz,,variant,made up,2026-11-22'),
    /no platform has the id "zzz"/,
  );
  assert.throws(
    () => withLine('force-aliases.csv', 'Zzz,E0,made up,2026-11-22'),
    /no force has the code "E0"/,
  );
  assert.throws(
    () => withLine('offence-aliases.csv', 'Zzz,1/99,code,made up,2026-11-22'),
    /no offence has the code "1\/99"/,
  );
});

test('a force in a region that is not there, and a word with an unknown role, are defects', () => {
  assert.throws(
    () => withLine('forces.csv', 'E0,Zzz,Zzz,E1,England,zzz,territorial,n,'),
    /which areas\.csv does not have/,
  );
  assert.throws(
    () => withLine('age-words.csv', 'zzz,colour,,en,made up,2026-11-22'),
    /age-words\.csv, line \d+: "colour" is none of/,
  );
});
