/** Foreign keys: each row that has one must find exactly one row in the table it names. */
import type { TableMeta } from './metadata.ts';
import type { Problems } from './problem.ts';

/** Values by name of column, for each row. */
export type KeyRows = readonly ReadonlyMap<string, unknown>[];

export function checkForeignKeys(
  tables: readonly TableMeta[],
  read: ReadonlyMap<TableMeta, KeyRows>,
  problems: Problems,
): void {
  for (const table of tables) {
    for (const { columns, resource, schema, wanted } of table.schema.foreignKeys) {
      const target = tables.find((one) =>
        resource === null ? one.schema.id === schema : one.url === resource,
      );
      if (target === undefined) {
        problems.error(table.url, 'a foreign key names a table that is not among these');
        continue;
      }
      if (wanted.some((name) => !target.schema.columns?.some((column) => column.name === name))) {
        problems.error(table.url, 'a foreign key names a column that the other table has not');
        continue;
      }
      const there = new Map<string, number>();
      for (const row of read.get(target) ?? []) {
        const key = keyOf(row, wanted);
        there.set(key, (there.get(key) ?? 0) + 1);
      }
      for (const row of read.get(table) ?? []) {
        if (columns.every((name) => isNothing(row.get(name)))) continue;
        const found = there.get(keyOf(row, columns)) ?? 0;
        if (found !== 1)
          problems.error(
            table.url,
            found === 0 ? 'a foreign key finds no row' : 'a foreign key finds several rows',
          );
      }
    }
  }
}

function keyOf(row: ReadonlyMap<string, unknown>, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => row.get(name) ?? null));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
