/** Lays out one breakdown: a row for each area that has any figure of it, a column for each category in use. */
import type { ReleasedFigure, ReleasedTable } from './release.ts';
import type { TableParts } from './table.ts';

export function breakdownRows(
  { areas, figures, period }: TableParts,
  dimension: 'age' | 'sex' | 'offence' | 'platform',
): Pick<ReleasedTable, 'columns' | 'rows'> {
  const inUse = figures.filter((one) => one.breakdown?.dimension === dimension && one.period === period);
  const columns = new Map<string, string>();
  for (const { breakdown } of inUse) if (breakdown !== null) columns.set(breakdown.category, breakdown.label);
  const categories = [...columns.keys()].sort(byCategory);
  const row = (label: string, area: string, own: readonly ReleasedFigure[]) => ({
    label,
    area,
    figures: categories.map(
      (category) => own.find((one) => one.breakdown?.category === category)?.id ?? null,
    ),
  });
  return {
    columns: categories.map((category) => capital(columns.get(category) ?? category)),
    rows: areas.flatMap((area) => {
      const ofArea = inUse.filter((one) => one.area === area.code);
      const direct = ofArea.filter((one) => one.method !== 'sum');
      const added = ofArea.filter((one) => one.method === 'sum');
      return [
        ...(direct.length > 0 ? [row(area.name, area.code, direct)] : []),
        ...(added.length > 0 ? [row(`${area.name}: known forces, added up`, area.code, added)] : []),
      ];
    }),
  };
}

/** Ages by their first year, then everything else by the alphabet; what is not known comes last. */
function byCategory(a: string, b: string): number {
  const start = (category: string) => (category === 'unknown' ? 1e6 : Number.parseInt(category, 10));
  const [first, second] = [start(a), start(b)];
  if (first !== second && !(Number.isNaN(first) && Number.isNaN(second))) {
    return (Number.isNaN(first) ? 1e5 : first) - (Number.isNaN(second) ? 1e5 : second);
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
