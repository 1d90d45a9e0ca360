/** Tables as a release has them, forces by ages with both margins, of any size: about every seventh count is below 5. */
import { exact, unknown } from '#count/count.ts';
import type { Sum } from '#count/tighten.ts';
import type { Cell, Model } from '#disclosure/model.ts';

export function madeUpMargins(forces: number, ages: number, seed: number): Model {
  let state = seed;
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const counts = Array.from({ length: forces * ages }, () =>
    chance() < 0.15 ? Math.floor(chance() * 5) : Math.floor(chance() * chance() * 120) + 5,
  );
  const rows = Array.from({ length: forces }, (_, row) => row);
  const cols = Array.from({ length: ages }, (_, col) => col);
  const cells: Cell[] = [];
  const put = (id: string, own: readonly number[], rank: number) => {
    const count = exact(own.reduce((all, one) => all + one, 0));
    cells.push({ id, count, given: count, known: unknown, standing: 'stated', isNational: false, rank });
  };
  const at = (row: number, col: number) => counts[row * ages + col] ?? 0;
  for (const row of rows) for (const col of cols) put(`${row},${col}`, [at(row, col)], 0);
  for (const row of rows)
    put(
      `row ${row}`,
      cols.map((col) => at(row, col)),
      2,
    );
  for (const col of cols)
    put(
      `col ${col}`,
      rows.map((row) => at(row, col)),
      1,
    );
  put('all', counts, 3);
  const sums: Sum[] = [
    ...rows.map((row) => ({
      id: `row ${row}`,
      whole: `row ${row}`,
      parts: cols.map((col) => `${row},${col}`),
    })),
    ...cols.map((col) => ({
      id: `col ${col}`,
      whole: `col ${col}`,
      parts: rows.map((row) => `${row},${col}`),
    })),
    { id: 'all by row', whole: 'all', parts: rows.map((row) => `row ${row}`) },
    { id: 'all by col', whole: 'all', parts: cols.map((col) => `col ${col}`) },
  ];
  return { cells, sums, threshold: 5 };
}
