/** What a table's schema says of its columns and keys. Names are unique, virtual columns come last, keys name columns there are. */
import { type Datatype, datatypeOf } from './datatype.ts';
import { checkFields, checkType, isLanguage, resolved, type Surroundings, UNDETERMINED } from './metadata.ts';
import { isList, isObject, type Json, type JsonObject, type Problems } from './problem.ts';

export type Column = {
  readonly name: string;
  /** True when the metadata give the name; else it was made of the title or the place. */
  readonly isNamed: boolean;
  /** By language; `und` where none is given. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  /** Language of the texts in the column, its header among them; `und` where none is given. */
  readonly language: string;
  readonly isVirtual: boolean;
  readonly isRequired: boolean;
  readonly nulls: readonly string[];
  readonly absent: string;
  readonly separator: string | null;
  readonly datatype: Datatype;
};

export type ForeignKey = {
  readonly columns: readonly string[];
  /** Absolute address of the table, or of its schema. */
  readonly resource: string | null;
  readonly schema: string | null;
  readonly wanted: readonly string[];
};

export type Schema = {
  readonly id: string | null;
  /** Null when the metadata list no columns. */
  readonly columns: readonly Column[] | null;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
};

const SCHEMA = ['@context', '@id', '@type', 'columns', 'foreignKeys', 'primaryKey', 'rowTitles'];
const COLUMN = ['@id', '@type', 'name', 'suppressOutput', 'titles', 'virtual'];
const NAME = /^(?:[\p{L}\p{N}]|%[0-9A-Fa-f]{2})(?:[\p{L}\p{N}\p{M}_.]|%[0-9A-Fa-f]{2})*$/u;

export function schemaOf(schema: JsonObject, inherited: JsonObject, around: Surroundings): Schema {
  const { problems, base } = around;
  checkType(schema, 'Schema', 'schema', problems);
  checkFields(schema, SCHEMA, 'schema', problems);
  if (schema.columns !== undefined && !isList(schema.columns))
    problems.warn('schema', '"columns" is no list');
  const stated = isList(schema.columns) ? schema.columns : schema.columns === undefined ? null : [];
  const listed = stated?.filter((one) => isColumn(one, problems)) ?? null;
  const columns =
    listed?.map((one, at) => columnOf(one as JsonObject, { ...inherited, ...schema }, at, around)) ?? null;
  checkColumns(columns ?? [], problems);
  const names = new Set((columns ?? []).map(({ name }) => name));
  const primaryKey = references(schema.primaryKey, 'primaryKey', problems) ?? [];
  const rowTitles = references(schema.rowTitles, 'rowTitles', problems) ?? [];
  for (const [key, listedNames] of [
    ['primaryKey', primaryKey],
    ['rowTitles', rowTitles],
  ] as const) {
    if (listedNames.some((name) => !names.has(name)))
      problems.warn('schema', `"${key}" names a column that is not there`);
  }
  return {
    id: typeof schema['@id'] === 'string' ? resolved(schema['@id'], base) : base,
    columns,
    primaryKey: primaryKey.every((name) => names.has(name)) ? primaryKey : [],
    foreignKeys: foreignKeysOf(schema.foreignKeys, names, around),
  };
}

function isColumn(one: Json, problems: Problems): boolean {
  if (isObject(one)) return true;
  problems.warn('schema', 'a column is no object');
  return false;
}

function checkColumns(columns: readonly Column[], problems: Problems): void {
  const names = columns.map(({ name }) => name);
  if (new Set(names).size < names.length) problems.error('schema', 'two columns have one name');
  const firstVirtual = columns.findIndex(({ isVirtual }) => isVirtual);
  if (firstVirtual >= 0 && columns.slice(firstVirtual).some(({ isVirtual }) => !isVirtual)) {
    problems.error('schema', 'a virtual column stands before one that is not');
  }
}

function columnOf(
  column: JsonObject,
  inherited: JsonObject,
  place: number,
  { problems, language = UNDETERMINED }: Surroundings,
): Column {
  const at = `column ${place + 1}`;
  checkType(column, 'Column', at, problems);
  checkFields(column, COLUMN, at, problems);
  for (const flag of ['virtual', 'suppressOutput']) {
    if (column[flag] !== undefined && typeof column[flag] !== 'boolean')
      problems.warn(at, `"${flag}" is neither true nor false`);
  }
  const titles = titlesOf(column.titles, language, at, problems);
  const isNamed = typeof column.name === 'string' && NAME.test(column.name);
  if (column.name !== undefined && !isNamed) problems.warn(at, 'the name cannot be the name of a column');
  const [firstTitle] = [...titles.values()].flat();
  const given = (name: string): Json | undefined => column[name] ?? inherited[name];
  const lang = given('lang');
  const nulls = given('null');
  const separator = given('separator');
  const absent = given('default');
  const required = given('required');
  return {
    name: isNamed
      ? String(column.name)
      : firstTitle === undefined
        ? `_col.${place + 1}`
        : encodeName(firstTitle),
    isNamed,
    titles,
    language: typeof lang === 'string' && isLanguage(lang) ? lang : UNDETERMINED,
    isVirtual: column.virtual === true,
    isRequired: required === true,
    nulls:
      typeof nulls === 'string'
        ? [nulls]
        : isList(nulls)
          ? nulls.filter((one) => typeof one === 'string').map(String)
          : [''],
    absent: typeof absent === 'string' ? absent : '',
    separator: typeof separator === 'string' ? separator : null,
    datatype: datatypeOf(given('datatype'), at, problems),
  };
}

export function encodeName(title: string): string {
  return encodeURIComponent(title).replace(
    /[-~!*'()]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function titlesOf(
  titles: Json | undefined,
  own: string,
  at: string,
  problems: Problems,
): ReadonlyMap<string, readonly string[]> {
  const texts = (value: Json | undefined): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (isList(value) && value.every((one) => typeof one === 'string')) return value.map(String);
    problems.warn(at, 'the titles are no texts');
    return isList(value) ? value.filter((one) => typeof one === 'string').map(String) : [];
  };
  if (titles === undefined) return new Map();
  if (!isObject(titles)) return new Map([[own, texts(titles)]]);
  return new Map(
    Object.entries(titles).flatMap(([language, value]) => {
      if (isLanguage(language)) return [[language, texts(value)] as const];
      problems.warn(at, 'a language of the titles is none');
      return [];
    }),
  );
}

/** Names of columns, one or several; null when it is neither. */
function references(value: Json | undefined, what: string, problems: Problems): readonly string[] | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return [value];
  if (isList(value) && value.length > 0 && value.every((one) => typeof one === 'string'))
    return value.map(String);
  problems.warn('schema', `"${what}" names no columns`);
  return null;
}

function foreignKeysOf(
  keys: Json | undefined,
  names: ReadonlySet<string>,
  { base, problems }: Surroundings,
): readonly ForeignKey[] {
  if (keys === undefined) return [];
  if (!isList(keys)) {
    problems.warn('schema', '"foreignKeys" is no list');
    return [];
  }
  return keys.flatMap((key) => {
    if (!isObject(key)) {
      problems.warn('schema', 'a foreign key is no object');
      return [];
    }
    if (!isObject(key.reference)) {
      problems.error('schema', 'a foreign key has no reference');
      return [];
    }
    const { reference } = key;
    const stray = [
      ...Object.keys(key).filter((name) => !['columnReference', 'reference'].includes(name)),
      ...Object.keys(reference).filter(
        (name) => !['resource', 'schemaReference', 'columnReference'].includes(name),
      ),
    ];
    // Foreign keys are the one place where properties of other vocabularies may not stand.
    for (const name of stray) {
      if (name.includes(':')) problems.error('schema', `"${name}" may not stand in a foreign key`);
      else problems.warn('schema', `"${name}" is no property of a foreign key`);
    }
    const columns = references(key.columnReference, 'columnReference', problems);
    const wanted = references(reference.columnReference, 'columnReference', problems);
    const address = (value: Json | undefined) => (typeof value === 'string' ? resolved(value, base) : null);
    if (columns === null || wanted === null || columns.some((name) => !names.has(name))) {
      problems.error('schema', 'a foreign key names a column that is not there');
      return [];
    }
    const [resource, schema] = [address(reference.resource), address(reference.schemaReference)];
    if ((resource === null) === (schema === null)) {
      problems.error('schema', 'a foreign key names neither one table nor one schema');
      return [];
    }
    return [{ columns, resource, schema, wanted }];
  });
}
