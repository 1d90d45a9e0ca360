/** What holds of every decision, on generated texts put together from police wording. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseRecord, readNarrative } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';
import { prepare } from './decide.ts';
import { readLexicon } from './lexicon.ts';
import { nothingSettled } from './policy.ts';
import { rules } from './rules/all.ts';

const lexicon = readLexicon(ownRegister);
const decider = prepare(lexicon, nothingSettled);
const sentences = rules.flatMap(({ speaks, nearMisses }) =>
  [...speaks, ...nearMisses].map(({ text }) => text),
);

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...sentences) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom('\n', ' - ', ': ', '"', '?', 'İ', '\u00ad', '\u200b', 'ſ', '…') },
);
const record = fc
  .record({
    text: fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' ')),
    code: fc.constantFrom('71/17', '86/02', '20B', '105A', '88A', '35', '', '071/17'),
    on: fc.constantFrom('2012-01-01', '2015-04-01', '2023-06-01', '2024-04-01', ''),
    place: fc.constantFrom('Dwelling', 'Internet', ''),
  })
  .map(({ text, code, on, place }) =>
    parseRecord({ id: 'P', mo: text, offence_code: code, recorded_on: on, location_type: place }),
  );

test('every decision quotes the narrative exactly and names its rules', () => {
  fc.assert(
    fc.property(record, (one) => {
      const text = readNarrative(one.narrative);
      const { evidence, rules: named, confidence } = decider.decide(one);
      for (const { start, end, text: quoted, rule } of evidence) {
        assert.equal(text.slice(start, end), quoted);
        assert.ok(named.includes(rule));
      }
      assert.ok(confidence > 0 && confidence <= 1);
      assert.ok(named.length > 0);
    }),
  );
});

test('a decision is the same whatever was decided before it', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 2, maxLength: 6 }), (all) => {
      const fresh = all.map((one) => decider.decide(one));
      const again = all.toReversed().map((one) => decider.decide(one));
      assert.deepEqual(again.toReversed(), fresh);
    }),
    { numRuns: 40 },
  );
});

test('a record before April 2015 is never given the flag', () => {
  fc.assert(
    fc.property(record, (one) => {
      assert.notEqual(decider.decide({ ...one, recordedOn: '2015-03-31' }).decision, 'flag');
    }),
  );
});

test('a narrative of two million characters is read to its end', () => {
  const text = 'VIC walked home with SUSP and they spoke of the weather on the way '.repeat(30_000);
  const { decision } = decider.decide(
    parseRecord({ mo: `${text} SUSP messaged VIC on Snapchat.`, offence_code: '22B' }),
  );
  // The means stands in its last words, and nowhere else.
  assert.equal(decision, 'flag');
});
