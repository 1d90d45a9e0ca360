/**
 * The total of every force asked, also of those that did not answer: an empty row would say less than `[x]` does.
 */
import type { TableDeclaration } from './table.ts';
import { totalOf } from './table.ts';

export const totalsByForce: TableDeclaration = {
  id: 'totals-by-force',
  title: 'Offences by police force',
  notes: [
    'A number is what the force itself stated, unless its page says that it was worked out from published sums.',
    'Forces differ in size and in how well they use the flag, so the numbers do not rank them.',
  ],
  lay({ areas, figures, period }) {
    return {
      columns: ['Offences'],
      rows: areas
        .filter((area) => area.kind === 'force')
        .map((area) => ({
          label: area.name,
          area: area.code,
          figures: [totalOf(figures, area.code, period)?.id ?? null],
        })),
    };
  },
};
