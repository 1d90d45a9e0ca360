/** What is too much to interpret is told and passed over, and the rest is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsOf, inLines, readText } from '../../test/support/read-text.ts';

test('a line longer than any letter holds is told and passed over, and the other lines are read', async () => {
  const reading = await readText({
    'reply.txt': `There were 52 offences in 2024/25.\n\n${'The force counts 7 offences. '.repeat(1_000)}`,
  });
  assert.deepEqual(inLines(reading), ['offences 2024/25 52']);
  assert.deepEqual(doubtsOf(reading), ['unreadable']);
});

test('a cell longer than any letter holds is told and passed over, and the other cells are read', async () => {
  const reading = await readText({
    'reply.csv': `Platform,Offences 2024/25\nSnapchat,30\nInstagram,12\n"${'note '.repeat(5_000)}",4\n`,
  });
  assert.deepEqual(inLines(reading), ['offences 2024/25 snapchat 30', 'offences 2024/25 instagram 12']);
  assert.ok(doubtsOf(reading).includes('unreadable'));
});

test('a sentence of hundreds of numbers says none of them, and is told once', async () => {
  const reading = await readText({
    'reply.txt': `The force recorded ${'12 offences and '.repeat(300)}no more.`,
  });
  assert.deepEqual(inLines(reading), []);
  assert.equal(reading.findings.filter((one) => one.code === 'unread-number').length, 1);
});
