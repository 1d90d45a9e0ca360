/** Anyone's workbook is judged or told why not, and no file can stop the program or hold it up. */
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstEdition } from '#publish/edition.ts';
import { odsBytes } from '#publish/spreadsheet/ods.ts';
import { releaseBook } from '#publish/spreadsheet/release-book.ts';
import { xlsxBytes } from '#publish/spreadsheet/xlsx.ts';
import { checkSpreadsheet } from '#work/check-spreadsheet.ts';
import { archiveVerdicts, checkBook, openBook } from '#workbook/check-workbook.ts';
import { rules } from '#workbook/rules/all.ts';
import { oddWorkbooks } from '../support/odd-workbooks.ts';
import { everyKindRelease } from '../support/spreadsheet-release.ts';
import { odsOf, zipOf } from '../support/workbooks.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const around = { file: 'book.ods', pair: null, before: null, publishers: null };
const book = releaseBook(everyKindRelease(), firstEdition);
const sound = [odsBytes(book), xlsxBytes(book)];

/** Opens and judges; the number of rules judged, or why none was. */
function judge(bytes: Uint8Array): number | string {
  const opened = openBook(bytes);
  return 'facts' in opened ? checkBook(opened.facts, around).length : opened.unreadable;
}

test('every workbook among the samples and examples is judged by every rule or told why not', () => {
  const paths = globSync(
    ['test/samples/**/*.{xlsx,xlsm,ods,xls,xlsb,fods,zip}', 'examples/**/*.{xlsx,ods,xls}'],
    { cwd: ROOT },
  );
  assert.ok(paths.length > 20, `${paths.length} workbooks`);
  const judged = paths.map((path) => ({ path, told: judge(readFileSync(join(ROOT, path))) }));
  for (const { path, told } of judged) {
    if (/\.(?:xlsx|ods)$/.test(path) && typeof told === 'string')
      assert.match(told, /password|older Excel|archive|damaged|cut short|cannot/, path);
    if (/\.(?:xls|fods)$/.test(path)) assert.equal(typeof told, 'string', path);
  }
  assert.ok(judged.filter(({ told }) => typeof told === 'number').length > 10);
});

test('a workbook that is cut short or has a changed byte is judged or told, and never stops the program', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sound),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 255 }),
      (bytes, where, byte) => {
        const at = Math.floor(where * (bytes.length - 1));
        const changed = bytes.slice();
        changed[at] = byte;
        return judge(bytes.subarray(0, at)) !== '' && judge(changed) !== '';
      },
    ),
    { numRuns: 150 },
  );
});

test('parts that hold anything at all are judged or told', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('content.xml', 'styles.xml', 'meta.xml', 'settings.xml'),
      (text, part) => {
        const parts = {
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'META-INF/manifest.xml': '<m>opendocument.spreadsheet</m>',
          [part]: `<a xmlns:office="urn:x">${text}</a>`,
        };
        return judge(zipOf(parts)) !== '';
      },
    ),
    { numRuns: 200 },
  );
});

test('a small file that repeats one cell over a whole sheet is refused at once', { timeout: 30_000 }, () => {
  const cell =
    '<table:table-cell office:value-type="float" office:value="3" table:number-columns-repeated="16384"/>';
  const rows = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`;
  assert.match(
    String(judge(odsOf(`<table:table table:name="a">${rows}</table:table>`))),
    /more cells than are checked/,
  );
});

test('names of many tables, widths of many columns and long headings take no time out of proportion', {
  timeout: 60_000,
}, () => {
  const long = '('.repeat(32_000);
  const cells = Array.from(
    { length: 200 },
    () => `<table:table-cell office:value-type="string"><text:p>${long}</text:p></table:table-cell>`,
  );
  const columns = '<table:table-column table:number-columns-repeated="16384"/>'.repeat(2_000);
  const range =
    '<table:database-ranges><table:database-range table:name="a" table:target-range-address="a.A1:a.GR2" table:contains-header="true"/></table:database-ranges>';
  judge(
    odsOf(
      `<table:table table:name="a">${columns}<table:table-row>${cells.join('')}</table:table-row><table:table-row>${cells.join('')}</table:table-row></table:table>${range}`,
    ),
  );
});

test('an archive with workbooks in it breaks the rule on archives, and nothing else is judged', () => {
  const opened = openBook(zipOf({ 'book.ods': odsBytes(book) }));
  assert.ok('unreadable' in opened && opened.isArchive);
  const states = archiveVerdicts('book.zip').map(({ number, state }) => `${number} ${state}`);
  assert.ok(states.includes('A17 broken'));
  assert.equal(states.filter((state) => state.endsWith('untold')).length, states.length - 1);
});

test('a text, a picture and nothing at all are no workbooks', () => {
  for (const bytes of ['', 'area,count\n', '\u0089PNG'])
    assert.match(String(judge(new TextEncoder().encode(bytes))), /no workbook/);
});

for (const { name, bytes, made } of oddWorkbooks) {
  test(`a workbook as people have them is judged or told why not within seconds: ${name}`, {
    timeout: 30_000,
  }, () => {
    const from = process.cpuUsage();
    const told = judge(bytes);
    const { user, system } = process.cpuUsage(from);
    assert.ok((user + system) / 1e6 < 15, `${(user + system) / 1e6} s`);
    if (made === 'judged') assert.equal(told, rules.length);
    else if (made instanceof RegExp) assert.match(String(told), made);
    else assert.ok(told === rules.length || (typeof told === 'string' && told.length > 10), String(told));
  });
}

test('a check that takes too long is stopped, and says so', { timeout: 60_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'workbook-'));
  try {
    const path = join(dir, 'figures.ods');
    writeFileSync(path, sound[0] ?? new Uint8Array());
    const asked = { path, before: null, publishers: ['Cyberflag'] };
    const stopped = await checkSpreadsheet(asked, 0.001);
    assert.match(stopped.unreadable ?? '', /took longer than 0\.001 seconds and was stopped/);
    assert.deepEqual(stopped.rules, []);
    const whole = await checkSpreadsheet(asked);
    assert.equal(whole.unreadable, null);
    assert.equal(whole.rules.length, rules.length);
    await assert.rejects(
      checkSpreadsheet({ ...asked, path: join(dir, 'none.ods') }),
      /there is no such file/,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});
