/**
 * Which forces stand behind each total that covers more than one force. Says of no force that it gave nothing unless that
 * is known.
 */
import type { TableDeclaration } from './table.ts';

export const coverage: TableDeclaration = {
  id: 'coverage',
  title: 'Which forces stand behind each total',
  notes: [
    'One row for each total: how many forces are in it, which of them are named, and which are known to be missing.',
  ],
  lay({ figures, areas, period }) {
    const named = new Map(areas.map((area) => [area.code, area.name]));
    return {
      columns: ['Offences'],
      rows: figures
        .filter((one) => one.unit === 'offences' && one.breakdown === null && one.period === period)
        .filter((one) => one.coverage.asked > 1)
        .map((one) => {
          const what =
            one.group?.label ?? (one.method === 'sum' ? 'known forces, added up' : 'published total');
          return { label: `${named.get(one.area)}: ${what}`, area: one.area, figures: [one.id] };
        }),
    };
  },
};
