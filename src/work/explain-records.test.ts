import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { explainRecords } from './explain-records.ts';

test('plain words, one object and an object on each line are explained alike', () => {
  const text = 'SUSP messaged VIC on Snapchat.';
  const [plain] = explainRecords(text, null);
  const [one] = explainRecords(JSON.stringify({ id: 'P-1', mo: text }, null, 2), null);
  const lines = explainRecords(
    `${JSON.stringify({ id: 'P-1', mo: text })}\n\n${JSON.stringify({ id: 'P-2', narrative: text })}\n`,
    null,
  );
  assert.equal(plain?.decision.decision, 'flag');
  assert.deepEqual({ ...one?.decision, id: '' }, plain?.decision);
  assert.deepEqual(
    lines.map(({ decision }) => `${decision.id} ${decision.decision}`),
    ['P-1 flag', 'P-2 flag'],
  );
  assert.ok(lines.every(({ rules }) => rules.every(({ says }) => says.length > 10)));
});

test('a line that is no JSON is refused by its number and not by its words', () => {
  const broken = `${JSON.stringify({ mo: 'x' })}\n{"mo": "secret words`;
  assert.throws(
    () => explainRecords(broken, null),
    (error) =>
      error instanceof Refusal && error.message.includes('Line 2') && !error.message.includes('secret'),
  );
  assert.throws(() => explainRecords(' \n', null), Refusal);
});
