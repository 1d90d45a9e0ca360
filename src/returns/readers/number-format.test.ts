import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberFormat } from './number-format.ts';
import { showsStored } from './shows-stored.ts';

const library = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

test('a number format shows what a spreadsheet shows', () => {
  const cases: [string, number, string][] = [
    ['General', 1234567, '1234567'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1e12, '1E+12'],
    ['General', -0, '0'],
    ['#,##0', 1234567.5, '1,234,568'],
    ['0.0', 2.25, '2.3'],
    ['0.00', 1.005, '1.01'],
    ['0%', 0.125, '13%'],
    ['#', 0, ''],
    ['0;-0;"nil"', 0, 'nil'],
    ['#,##0;(#,##0)', -1234, '(1,234)'],
    ['[<5]"<5";#,##0', 4, '<5'],
    ['[<5]"<5";#,##0', 1234, '1,234'],
    ['[=0]"-";[<5]"*";0', 0, '-'],
    ['[=0]"-";[<5]"*";0', 3, '*'],
    ['[=0]"-";[<5]"*";0', 12, '12'],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 12, ' 12 '],
    ['0"*"', 45, '45*'],
    ['000-000', 12345, '012-345'],
    ['.0', 45.61, '45.6'],
    ['.00', 0.5, '.50'],
    ['# ?/16', 2.5, '2 8/16'],
    ['0.0,', 12345, '12.3'],
    ['0.00E+00', 1234, '1.23E+03'],
    ['# ?/?', 2.5, '2 1/2'],
    ['dd/mm/yyyy', 45383, '01/04/2024'],
    ['d mmmm yyyy', 45747, '31 March 2025'],
    ['mmm-yy', 45383, 'Apr-24'],
    ['dddd', 45383, 'Monday'],
    ['hh:mm', 0.5, '12:00'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss', 0.0007, '01:00'],
    ['dd/mm/yyyy', -1, '########'],
  ];
  for (const [code, value, shown] of cases)
    assert.equal(numberFormat(code).show(value), shown, `${code} of ${value}`);
});

test('a text is shown as its format says', () => {
  assert.equal(numberFormat('0;0;0;"about "@').showText?.('5'), 'about 5');
  assert.equal(numberFormat(';;;').showText?.('5'), '');
  assert.equal(numberFormat('@').showText, null);
  assert.equal(numberFormat('#,##0').showText, null);
});

test('counts are shown as a second program shows them under every usual format', () => {
  const usual = [
    'General',
    '0',
    '#,##0',
    '0.0',
    '#,##0.00',
    '0%',
    '0.0%',
    '#,##0;(#,##0)',
    '"<5"',
    '[<5]"<5";0',
    '0;-0;;@',
    '000',
    '#,##0_);(#,##0)',
    '@',
    '0.00E+00',
  ];
  const count = fc.oneof(fc.nat(20), fc.nat(100_000), fc.integer({ min: -5000, max: 5_000_000 }));
  fc.assert(
    fc.property(fc.constantFrom(...usual), count, (code, value) => {
      assert.equal(numberFormat(code).show(value), library.SSF.format(code, value));
    }),
    { numRuns: 3000 },
  );
});

test('days are shown as a second program shows them', () => {
  const codes = ['dd/mm/yyyy', 'd mmm yy', 'yyyy-mm-dd', 'mmmm yyyy', 'ddd d', 'dd/mm/yyyy hh:mm'];
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.integer({ min: 61, max: 2_958_465 }), (code, day) => {
      assert.equal(numberFormat(code).show(day), library.SSF.format(code, day));
    }),
    { numRuns: 2000 },
  );
});

test('what is shown is the stored number only where it can be read back from it', () => {
  const same: [string, number][] = [
    ['1,234', 1234],
    ['45*', 45],
    ['£12.50', 12.5],
    ['13%', 0.125],
    ['(3)', -3],
    ['-3', -3],
    ['-', 0],
    ['nil', 0],
    ['', 0],
    ['2 1/2', 2.5],
    ['1.23E+03', 1234],
    ['9 offences', 9],
    ['3', 2.6],
  ];
  const masked: [string, number][] = [
    ['<5', 3],
    ['<5', 5],
    ['≤5', 5],
    ['*', 3],
    ['', 3],
    ['-', 3],
    ['*', 0],
    ['1-4', 4],
    ['1 to 4', 1],
    ['fewer than 5', 3],
    ['12', 12345],
    ['3', -3],
    ['x', 1],
  ];
  for (const [shown, stored] of same)
    assert.equal(showsStored(shown, stored), true, `"${shown}" over ${stored}`);
  for (const [shown, stored] of masked)
    assert.equal(showsStored(shown, stored), false, `"${shown}" over ${stored}`);
});

test('a usual format never makes a count look masked, and a mask never passes for a count', () => {
  const plain = fc.constantFrom(
    'General',
    '0',
    '#,##0',
    '0.0',
    '#,##0;(#,##0)',
    '_-* #,##0_-;-* #,##0_-;_-* "-"??_-',
    '0"*"',
    '"£"#,##0',
    '0%',
  );
  const mask = fc.constantFrom('"<5"', '"*"', ';;;', '"1-4"', '"fewer than 5"', '"c"', '[<5]"<5";0');
  fc.assert(
    fc.property(
      plain,
      mask,
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 4 }),
      (code, masking, count, small) => {
        assert.equal(showsStored(numberFormat(code).show(count).trim(), count), true);
        assert.equal(showsStored(numberFormat(masking).show(small).trim(), small), false);
      },
    ),
    { numRuns: 2000 },
  );
});
