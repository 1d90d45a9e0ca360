import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rested } from './balance.ts';
import { answerTermsOf, RuleWeights } from './rule-weights.ts';

const stands: Rested = { rule: 'means-of-commission', weight: 6.3, isTold: true };
const evidence = [
  { rule: 'negated', effect: 'sets-aside' },
  { rule: 'possible', effect: 'doubts' },
  { rule: 'negated', effect: 'sets-aside' },
  { rule: 'means-of-commission', effect: 'supports' },
] as const;

test('what the rules say is named in the words of the register', () => {
  assert.deepEqual(
    [...answerTermsOf(stands, evidence)],
    ['(rule means-of-commission)', '(means 6)', '(told)', '(aside negated)', '(doubted possible)'],
  );
  assert.deepEqual([...answerTermsOf({ rule: 'sparse', weight: 0, isTold: false }, [])], ['(rule sparse)']);
});

test('it weighs what its terms weigh, each once, and a term without weight nothing', () => {
  const register = new Map(
    [...answerTermsOf(stands, evidence)].map((term, at) => [term, { online: 2 ** at, person: -(2 ** at) }]),
  );
  const weights = new RuleWeights(register);
  assert.deepEqual(weights.weigh(stands, evidence), { online: 31, person: -31 });
  assert.deepEqual(weights.weigh({ rule: 'no-means', weight: 9, isTold: false }, evidence.slice(0, 2)), {
    online: 8 + 16,
    person: -8 - 16,
  });
});

test('beyond the heaviest means that is told apart more weight says no more', () => {
  const weights = new RuleWeights(new Map([['(means 8)', { online: 1, person: 0 }]]));
  for (const weight of [8, 9.4, 40])
    assert.equal(weights.weigh({ rule: 'means-of-commission', weight, isTold: false }, []).online, 1);
});
