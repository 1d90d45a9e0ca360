/**
 * Loaded before every test file of the check: laws draw the same inputs on every run, so that a check that passed passes again and one
 * that fails fails for everybody. `LAW_SEED=random npm run check` draws others; a number draws those of that number.
 */
import fc from 'fast-check';

const asked = process.env.LAW_SEED ?? '2015';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
