/** What holds for every protected table that share margins. */
import { test } from 'node:test';
import { holdsForProtectedTables } from '../../test/support/protected-tables.ts';

test('the truth lies in every derived range of protected tables that share margins, and no range is narrower than asked', () =>
  holdsForProtectedTables('linked', 670));
