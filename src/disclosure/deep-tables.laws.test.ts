/** What holds for every protected table of three dimensions or with groups of codes. */
import { test } from 'node:test';
import { holdsForProtectedTables } from '../../test/support/protected-tables.ts';

test('the truth lies in every derived range of protected tables of three dimensions or with groups of codes, and no range is narrower than asked', () =>
  holdsForProtectedTables('deep', 670));
