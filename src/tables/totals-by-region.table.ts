/**
 * For the country and each region, what was published beside what the known forces add up to. Never calls the second the
 * number of the region.
 */
import type { TableDeclaration } from './table.ts';
import { isTotal, totalOf } from './table.ts';

export const totalsByRegion: TableDeclaration = {
  id: 'totals-by-region',
  title: 'Offences by region',
  notes: [
    'A published total covers the forces that its coverage names, which are not always all forces of the region.',
    'What the known forces add up to is not the number of the region: its coverage says whose numbers are in it.',
  ],
  lay({ areas, figures, period }) {
    const sumOf = (area: string) =>
      figures.find(
        (one) => isTotal(one) && one.area === area && one.period === period && one.method === 'sum',
      );
    return {
      columns: ['Published total', 'Known forces, added up'],
      rows: areas
        .filter((area) => area.kind !== 'force')
        .map((area) => ({
          label: area.name,
          area: area.code,
          figures: [totalOf(figures, area.code, period)?.id ?? null, sumOf(area.code)?.id ?? null],
        })),
    };
  },
};
