import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Refusal } from '#finding/refusal.ts';
import { isoDay, parseRecord, readNarrative, recordOfText, sealNarrative } from './record.ts';

const WORDS = 'VIC pushed in corridor';

test('a sealed narrative shows its words to no printing, JSON, error or copy', () => {
  const record = parseRecord({ id: 'P-1', mo: WORDS });
  const shown = [
    JSON.stringify(record),
    JSON.stringify({ ...record }),
    inspect(record, { depth: 9, showHidden: true }),
    `${record.narrative}`,
    String(record.narrative),
    Object.values(record.narrative).join(),
    new Error(`at ${record.narrative}`).message,
    inspect(structuredCloneOrNull(record.narrative)),
  ];
  for (const one of shown) assert.ok(!one.includes('corridor'), one);
  assert.equal(readNarrative(record.narrative), WORDS);
  assert.equal(record.narrative.length, WORDS.length);
});

test('a record is read under the names that forces give its fields', () => {
  const read = parseRecord({
    reference: 42,
    offenceCode: ' 071/17 ',
    recordedOn: '04/05/2022',
    victim_age: '13',
    location_type: ' ',
    narrative: WORDS,
  });
  assert.deepEqual(
    { ...read, narrative: readNarrative(read.narrative) },
    {
      id: '42',
      offenceCode: '071/17',
      offence: null,
      recordedOn: '2022-05-04',
      victimAge: 13,
      locationType: null,
      narrative: WORDS,
    },
  );
});

test('flags, labels, reasons and channels on a record are not read', () => {
  const read = parseRecord({
    mo: WORDS,
    existing_flags: ['ONLINE'],
    label: 'online',
    channel: 'Kik',
    reason: 'Y1',
  });
  assert.deepEqual(Object.keys(read).sort(), Object.keys(recordOfText(WORDS)).sort());
});

test('what is no record is refused without a word of it', () => {
  for (const wrong of [null, 7, 'secret words', ['secret words'], { id: 'secret words' }]) {
    assert.throws(
      () => parseRecord(wrong),
      (error) => error instanceof Refusal && error.code === 'bad-use' && !error.message.includes('secret'),
    );
  }
});

test('a day that is none, or is written in another way, is not known', () => {
  assert.equal(isoDay('2024-02-29T23:10'), '2024-02-29');
  assert.equal(isoDay('1.4.2015'), '2015-04-01');
  for (const wrong of ['2023-02-29', '31/04/2020', 'May 2020', '', '2024-4-1', null])
    assert.equal(isoDay(wrong), null);
});

test('two narratives of the same words are sealed apart and open alike', () => {
  assert.notEqual(sealNarrative(WORDS), sealNarrative(WORDS));
  assert.equal(readNarrative(sealNarrative('')), '');
});

function structuredCloneOrNull(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return null;
  }
}
