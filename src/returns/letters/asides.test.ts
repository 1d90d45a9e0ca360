/** What a reply tells beside its answers, and answers whose meaning stands in a question, a note or an earlier number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communication, flagged, inLines, readText } from '../../../test/support/read-text.ts';

async function read(text: string, collection = communication): Promise<readonly string[]> {
  return inLines(await readText({ 'reply.txt': `${text}\n` }, collection));
}

test('a number of a thing that nobody asked for is no answer', async () => {
  assert.deepEqual(await read('The 2024/25 report on these offences had 2,310 downloads.'), []);
});

test('a number that the next sentence says is not of the flag is no answer', async () => {
  const text =
    'The force recorded 1,118 sexual offences against children in 2023/24. These are not online offences.';
  assert.deepEqual(await read(text, flagged), []);
});

test('of the first number told again, what follows is told of its period', async () => {
  const text =
    'There were 104 offences in 2024/25, compared with 96 in 2023/24; of the 104, Snapchat was used in 41.';
  assert.deepEqual(await read(text), [
    'offences 2024/25 104',
    'offences 2023/24 96',
    'offences 2024/25 snapchat 41',
  ]);
});

test('thousands are parted by a space in a sentence, and ages are not', async () => {
  assert.deepEqual(await read('There were 1 204 offences in 2024/25.'), ['offences 2024/25 1204']);
});

test('an answer under a letter is for the period that its question gives the letter', async () => {
  const text = '1. How many offences were recorded in (a) 2024/25 and (b) 2023/24?\n\n(a) 52\n\n(b) 47';
  assert.deepEqual(await read(text), ['offences 2024/25 52', 'offences 2023/24 47']);
});
