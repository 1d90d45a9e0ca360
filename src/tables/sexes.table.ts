/**
 * Victims by sex, area by area, as stated or published. What a force did not record stands as not known, never as none.
 */
import { breakdownRows } from './breakdown-rows.ts';
import type { TableDeclaration } from './table.ts';

export const sexes: TableDeclaration = {
  id: 'sexes',
  title: 'Victims by sex',
  notes: ['Victims are not offences: one offence can have several victims.'],
  lay: (parts) => breakdownRows(parts, 'sex'),
};
