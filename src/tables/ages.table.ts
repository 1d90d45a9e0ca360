/**
 * Victims by age, area by area, in the bands that were stated or published. Never adds bands together: they overlap.
 */
import { breakdownRows } from './breakdown-rows.ts';
import type { TableDeclaration } from './table.ts';

export const ages: TableDeclaration = {
  id: 'ages',
  title: 'Victims by age',
  notes: [
    'Only the ages that were stated or published. Bands overlap, so columns do not add up.',
    'Victims are not offences: one offence can have several victims.',
  ],
  lay: (parts) => breakdownRows(parts, 'age'),
};
