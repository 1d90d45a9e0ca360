/**
 * The practice records of the flag decision. They were read while the rules were made, so a share here is no measure of the rules; it
 * must not fall, that is all.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepare } from '#flag/decide.ts';
import { readLexicon } from '#flag/lexicon.ts';
import { nothingSettled } from '#flag/policy.ts';
import { parseRecord } from '#record/record.ts';
import { ownRegister } from '#register/own-register.ts';

const folder = join(import.meta.dirname, 'flag');
// The lowest recall and the most review are of sets written to tell means by hints alone, or to be full of other people's technology.
const LEAST = { precision: 0.99, recall: 0.82 };
const MOST_REVIEWED = 0.17;

test('the practice records of the flag are decided as their labels say, with few left to review', () => {
  const decider = prepare(readLexicon(ownRegister), nothingSettled);
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  assert.ok(files.length >= 2);
  for (const file of files) {
    const all = readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const json: { readonly label: string } = JSON.parse(line);
        return { label: json.label, decision: decider.decide(parseRecord(json)).decision };
      });
    assert.ok(all.length >= 100, file);
    const decided = all.filter(({ label }) => label !== 'review');
    const count = (label: string | null, decision: string) =>
      decided.filter((one) => (label === null || one.label === label) && one.decision === decision).length;
    const online = decided.filter(({ label }) => label === 'online').length;
    assert.ok(count('online', 'flag') >= LEAST.precision * count(null, 'flag'), `${file}: precision`);
    assert.ok(count('online', 'flag') >= LEAST.recall * online, `${file}: recall`);
    assert.ok(count(null, 'review') <= MOST_REVIEWED * decided.length, `${file}: review`);
  }
});
