/**
 * Offences by kind, under the titles they were given, one row for each area and title. Never adds titles together: one may
 * be part of another.
 */
import type { TableDeclaration } from './table.ts';

export const offences: TableDeclaration = {
  id: 'offences',
  title: 'Offences by kind',
  notes: [
    'Only the kinds that were stated or published, under the titles they were given. Titles may overlap, so rows do not add up.',
  ],
  lay({ areas, figures, period }) {
    const inUse = figures.filter((one) => one.breakdown?.dimension === 'offence' && one.period === period);
    return {
      columns: ['Offences'],
      rows: areas.flatMap((area) =>
        inUse
          .filter((one) => one.area === area.code)
          .map((one) => ({
            label: `${area.name}: ${one.breakdown?.label}${one.method === 'sum' ? ' (known forces, added up)' : ''}`,
            area: area.code,
            figures: [one.id],
          })),
      ),
    };
  },
};
