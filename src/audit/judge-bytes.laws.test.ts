import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { prepare } from '#flag/decide.ts';
import { readLexicon } from '#flag/lexicon.ts';
import { nothingSettled } from '#flag/policy.ts';
import { columnFinder } from '#record/extract-columns.ts';
import { cellPlaces, placeRow } from '#record/extract-csv-row.ts';
import { recordReader } from '#record/extract-record.ts';
import { cellTextOf } from '#record/extract-text.ts';
import { offenceScopes } from '#register/offence-scope.ts';
import { readOffences } from '#register/offences.ts';
import { ownRegister } from '#register/own-register.ts';
import { csvRow, headings, recordMaker } from '../../test/support/extract.ts';
import { BatchBuilder } from './batch.ts';
import { Judge } from './judge.ts';
import { ByteJudge } from './judge-bytes.ts';
import { phraseWords } from './phrase-words.ts';

const lexicon = readLexicon(ownRegister);
const setting = {
  reader: recordReader(columnFinder().find([...headings])),
  decider: prepare(lexicon, nothingSettled),
  phrases: phraseWords(lexicon),
  offenceScope: offenceScopes(readOffences(ownRegister)),
  allOffences: true,
  withEvidenceText: true,
  steps: [{ from: 0.7, share: 0.8 }],
};
const judge = new Judge(setting);
const wordless = new Judge({ ...setting, withEvidenceText: false });
const text = cellTextOf('utf-8');
/** One of each for all cases, as in a file: what it remembers of one row must be right for the next. */
const pairs = [judge, wordless].map((plain) => ({ plain, ofBytes: new ByteJudge(plain, text) }));

const phrases = ['flag-means.csv', 'flag-words.csv'].flatMap((file) =>
  readFileSync(join(ownRegister, file), 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0] ?? ''),
);
const neutral = Array.from({ length: 40 }, (_, n) =>
  recordMaker({ seed: n, termShare: 0 })(n).narrative.split(' '),
).flat();
const misspelt = fc
  .tuple(fc.constantFrom(...phrases), fc.nat(30), fc.constantFrom('', 'x', '4', '.', '-'))
  .map(([phrase, at, put]) => phrase.slice(0, at) + put + phrase.slice(at + 1));
const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...neutral) },
  { weight: 3, arbitrary: fc.constantFrom(...phrases) },
  { weight: 2, arbitrary: misspelt },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('mum\u2019s', 'caf\u00e9', '\u0130', '\u2014', 'approx .', '2006', '(1998)'),
  },
);
const narrative = fc
  .tuple(fc.array(word, { maxLength: 30 }), fc.constantFrom(' ', ' ', ' ', '  ', '\n'), fc.boolean())
  .map(([words, between, capitals]) => (capitals ? words.join(between).toUpperCase() : words.join(between)));
const calm = fc.array(fc.constantFrom(...neutral), { maxLength: 40 }).map((words) => words.join(' '));
const cells = fc.tuple(
  fc.oneof(
    fc.stringMatching(/^[A-Z0-9/]{1,12}$/),
    fc.constantFrom('', ' ', ' 42/1 ', 'a"b', 'caf\u00e9', '\\n'),
  ),
  fc.constantFrom('71/17', '86/2', '22B', '8L', '88A', '17A', '', 'x'),
  fc.constantFrom('', 'Sexual communication with a child', 'Harassment', 'A "title"'),
  fc.constantFrom(
    '01/03/2015',
    '31/03/2015',
    '01/04/2015',
    '31/03/2024',
    '01/04/2024',
    '2024-12-31',
    '31/02/2024',
    '',
  ),
  fc.constantFrom('12', '15', '17', '18', '40', '', 'unknown', '16-18', '?x', 'under 13'),
  fc.constantFrom('Dwelling', 'Internet', '', 'Online'),
  fc.constantFrom('North', 'South', ''),
  fc.constantFrom('', 'ONLINE', 'CSA', 'CSA;ONLINE'),
  fc.oneof(calm, narrative),
);

function judged(row: readonly string[], by: Judge | ByteJudge) {
  const bytes = Buffer.from(csvRow(row));
  const places = cellPlaces();
  assert.equal(placeRow(bytes, 0, bytes.length, 44, places), 'row');
  const batch = new BatchBuilder();
  if (by instanceof ByteJudge) by.judge(bytes, places, 7, 9, batch);
  else by.judge((column) => row[column] ?? '', 7, 9, batch);
  const { lines, faults, kinds, monthOf, outcomeOf, references, confidenceOf } = batch.finish(0, 1);
  return {
    lines: Buffer.from(lines).toString('utf8'),
    faults,
    kinds,
    monthOf,
    outcomeOf,
    references,
    confidenceOf,
  };
}

test('a row judged from its bytes gives the line that it gives when it is read, whatever stands in it', () => {
  let lines = 0;
  fc.assert(
    fc.property(cells, (row) => {
      for (const { plain, ofBytes } of pairs) {
        const read = judged(row, plain);
        assert.deepEqual(judged(row, ofBytes), read);
        if (read.lines !== '') lines++;
      }
    }),
    { numRuns: 3_000 },
  );
  assert.ok(lines > 2_000, 'too few rows were read to say anything');
});

test('a narrative of ordinary words is passed without being read', () => {
  const seen: string[] = [];
  const counting = new ByteJudge(
    new Judge({
      ...judge.setting,
      decider: {
        ...judge.setting.decider,
        decide(record) {
          seen.push(record.id);
          return judge.setting.decider.decide(record);
        },
      },
    }),
    text,
  );
  const make = recordMaker({ seed: 1, termShare: 0 });
  for (let n = 0; n < 500; n++) {
    const { reference, narrative: said } = make(n);
    const bytes = Buffer.from(
      csvRow([reference, '22B', '', '01/05/2024', '13', 'Dwelling', 'North', '', said]),
    );
    const places = cellPlaces();
    placeRow(bytes, 0, bytes.length, 44, places);
    counting.judge(bytes, places, 0, 0, new BatchBuilder());
  }
  assert.ok(seen.length <= 5, `${seen.length} of 500 were read`);
});
