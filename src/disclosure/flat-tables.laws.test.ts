/** What holds for every protected table of two dimensions. */
import { test } from 'node:test';
import { holdsForProtectedTables } from '../../test/support/protected-tables.ts';

test('the truth lies in every derived range of protected tables of two dimensions, and no range is narrower than asked', () =>
  holdsForProtectedTables('flat', 670));
