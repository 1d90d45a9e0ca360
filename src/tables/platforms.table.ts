/**
 * Offences by platform, area by area. Never adds platforms together: one offence may be recorded under several.
 */
import { breakdownRows } from './breakdown-rows.ts';
import type { TableDeclaration } from './table.ts';

export const platforms: TableDeclaration = {
  id: 'platforms',
  title: 'Offences by platform',
  notes: [
    'Only the platforms that were stated or published. One offence may be recorded under several, so columns do not add up.',
  ],
  lay: (parts) => breakdownRows(parts, 'platform'),
};
