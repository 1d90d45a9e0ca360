import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ownRegister } from '#register/own-register.ts';
import { readLexicon } from './lexicon.ts';
import { Pieces } from './pieces.ts';
import { Scan } from './scan.ts';
import { Vocabulary } from './vocabulary.ts';

const vocabulary = new Vocabulary(readLexicon(ownRegister));
/** One for all texts, as in a file. */
const pieces = new Pieces(vocabulary);
const numbers = new Map<string, number>();

const part = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('Suspect', 'VIC', 'messaged', 'on', 'Snapchat', 'in', '2006', 'approx'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'insta-gram',
      'ask.fm',
      'mum\u2019s',
      'caf\u00e9',
      'sn4pchat',
      '10.30',
      'a@b',
      '\u0130x',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('.', ',', ':', '-', '/', ' .', '(', ')', '\u2014', '\u2022', '$', "'"),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const text = fc
  .array(fc.tuple(part, fc.constantFrom('', ' ', ' ', ' ', '  ', '\n', '\r\n', '\t')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));

function told(scan: Scan) {
  const { count, starts, ends, gaps, years } = scan;
  const upTo = <A extends Int32Array | Uint8Array>(all: A) => [...all.subarray(0, count)];
  return {
    starts: upTo(starts),
    ends: upTo(ends),
    gaps: upTo(gaps),
    numbers: upTo(scan.numbers),
    words: Array.from({ length: count }, (_, at) => scan.word(at)),
    years: [...years],
  };
}

function numberOf(piece: string): number {
  const known = numbers.get(piece) ?? pieces.add(piece);
  numbers.set(piece, known);
  return known;
}

test('the words put together from the pieces of a text are those that are cut from it, or none', () => {
  const whole = new Scan(vocabulary);
  const scan = new Scan(vocabulary);
  let put = 0;
  fc.assert(
    fc.property(text, (said) => {
      const found = [...said.matchAll(/[!-\uffff]+/g)];
      const before = (n: number) =>
        n === 0 ? 0 : (found[n - 1]?.index ?? 0) + (found[n - 1]?.[0].length ?? 0);
      const isPut = pieces.put(
        {
          count: found.length,
          pieces: Int32Array.from(found, ([piece]) => numberOf(piece)),
          places: Int32Array.from(found, ({ index }) => index),
          isAfterLine: Uint8Array.from(found, ({ index }, n) =>
            /[\r\n]/.test(said.slice(before(n), index)) ? 1 : 0,
          ),
        },
        scan,
      );
      if (!isPut) return;
      put += 1;
      whole.cut(said);
      assert.deepEqual(told(scan), told(whole));
    }),
    { numRuns: 5_000 },
  );
  assert.ok(put > 2_000, `only ${put} texts could be put together`);
});
