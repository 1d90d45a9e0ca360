/**
 * A map that a person wrote for one extract: which column holds what, where their names do not say or say two things. It fills
 * nothing in: what it does not name is found by name as if there were no map.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { checkedYaml } from '#collection/checked-yaml.ts';
import { Refusal } from '#finding/refusal.ts';
import { type RecordField, recordFields } from '#record/extract-columns.ts';
import type { ExtractMap } from './extract-map.ts';

const name = z.string().min(1);
const column = z.union([name, z.array(name).min(1)]);
const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
const schema = z.strictObject({
  columns: z.partialRecord(z.enum(recordFields), column).optional(),
  'online-markers': z.array(name).optional(),
  sheet: name.optional(),
  delimiter: z.enum(['comma', 'semicolon', 'tab', 'bar']).optional(),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).optional(),
});

export function readMap(path: string): ExtractMap {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('not-found', `"${path}" cannot be opened. Give the path of a map.`, { cause });
  }
  const { value } = checkedYaml(source, schema, {
    name: basename(path),
    page: 'docs/how-to/check-an-extract.md',
  });
  const columns = new Map<RecordField, readonly string[] | null>();
  for (const field of recordFields) {
    const said = value.columns?.[field];
    if (said === undefined) continue;
    const names = typeof said === 'string' ? [said] : said;
    if (names.length > 1 && field !== 'narrative') {
      throw new Refusal(
        'bad-use',
        `${basename(path)}: only a narrative may be put together from several columns, not the ${field}.`,
      );
    }
    columns.set(field, names.length === 1 && names[0] === 'none' ? null : names);
  }
  return {
    columns,
    markers: value['online-markers'] ?? [],
    ...(value.sheet === undefined ? {} : { sheet: value.sheet }),
    ...(value.delimiter === undefined ? {} : { delimiter: DELIMITERS[value.delimiter] }),
    ...(value.encoding === undefined ? {} : { encoding: value.encoding }),
  };
}
