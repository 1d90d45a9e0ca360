/**
 * Metadata as tables that a CSV can be held against. What the standard lets a reader pass over is a warning and the usual
 * value; what makes metadata no metadata is an error. Nothing is fetched here: see `validate.ts`.
 */
import { checkShared, commonProperties, LANGUAGE } from './common-properties.ts';
import { type Dialect, dialectOf, usualDialect } from './dialect.ts';
import { isList, isObject, type Json, type JsonObject, type Problems } from './problem.ts';
import { type Schema, schemaOf } from './schema.ts';

export type TableMeta = {
  /** Absolute. */
  readonly url: string;
  readonly id: string | null;
  readonly dialect: Dialect;
  readonly schema: Schema;
};

export type Group = { readonly tables: readonly TableMeta[] };

export type Surroundings = {
  /** Address of the metadata itself. */
  readonly base: string;
  /** Language of texts that name none, from the context; `und` where it names none either. */
  readonly language?: string;
  readonly problems: Problems;
  /** JSON that a schema or dialect is given by the address of; null when it cannot be had. */
  readonly load: (url: string) => Json | null;
};

/** The language of what names none; it fits every other. */
export const UNDETERMINED = 'und';

const CONTEXT = 'http://www.w3.org/ns/csvw';
const GROUP = [
  '@context',
  '@id',
  '@type',
  'tables',
  'dialect',
  'notes',
  'tableDirection',
  'tableSchema',
  'transformations',
];
const TABLE = [...GROUP.filter((name) => name !== 'tables'), 'url', 'suppressOutput'];

/** Null when it is no metadata at all. */
export function groupOf(document: Json, around: Surroundings): Group | null {
  const { problems } = around;
  if (!isObject(document)) {
    problems.error('metadata', 'the metadata are no object');
    return null;
  }
  const context = contextOf(document['@context'], around);
  if (context === null) return null;
  const inner = { ...around, ...context };
  if (document.tables === undefined && (document.url !== undefined || document['@type'] === 'Table')) {
    const table = tableOf(document, {}, inner);
    return table === null ? null : { tables: [table] };
  }
  checkType(document, 'TableGroup', 'metadata', problems);
  checkFields(document, GROUP, 'metadata', problems);
  if (!isList(document.tables) || document.tables.length === 0) {
    problems.error('metadata', 'there are no tables');
    return null;
  }
  const tables = document.tables.flatMap((table) => {
    if (isObject(table)) return tableOf(table, document, inner) ?? [];
    problems.warn('metadata', 'a table is no object');
    return [];
  });
  if (tables.length === 0) problems.error('metadata', 'there are no tables');
  return { tables };
}

/** The base address and the language; null after an error that leaves nothing to go on with. */
function contextOf(
  context: Json | undefined,
  { base, problems }: Surroundings,
): { readonly base: string; readonly language: string } | null {
  const parts = isList(context) ? context : [context];
  const [name, more, ...others] = parts;
  if (name !== CONTEXT || others.length > 0) {
    problems.error('metadata', `@context is not "${CONTEXT}"`);
    return null;
  }
  if (more === undefined || more === null) {
    if (isList(context) && context.length > 1)
      problems.error('metadata', 'the second part of @context is no object');
    return { base, language: UNDETERMINED };
  }
  if (!isObject(more)) {
    problems.error('metadata', 'the second part of @context is no object');
    return { base, language: UNDETERMINED };
  }
  for (const [key, value] of Object.entries(more)) {
    if (key !== '@base' && key !== '@language')
      problems.error('metadata', 'the second part of @context has more than @base and @language');
    if (key === '@language' && !isLanguage(value)) problems.warn('metadata', 'the language is none');
  }
  const stated = more['@base'];
  const language = more['@language'];
  return {
    base: typeof stated === 'string' ? resolved(stated, base) : base,
    language: typeof language === 'string' && isLanguage(language) ? language : UNDETERMINED,
  };
}

export function isLanguage(value: Json | undefined): boolean {
  return typeof value === 'string' && LANGUAGE.test(value);
}

/**
 * The address in the one form in which addresses are compared: whole, its scheme and host in lower case, without the port of
 * its scheme and without dots, and with characters written out that need no escape (RFC 3986, 6.2.2 and 6.2.3).
 */
export function resolved(address: string, base: string): string {
  try {
    return new URL(address, base).href.replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const char = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(char) ? char : escaped.toUpperCase();
    });
  } catch {
    return address;
  }
}

/** A value that may be given by its address; null where it is neither an object nor can be had. */
function fetched(
  value: Json | undefined,
  what: string,
  around: Surroundings,
): { readonly object: JsonObject; readonly base: string } | null {
  const { base, problems, load } = around;
  if (value === undefined) return null;
  if (isObject(value)) return { object: value, base };
  if (typeof value !== 'string') {
    problems.warn(what, 'it is neither an object nor an address');
    return null;
  }
  const url = resolved(value, base);
  const found = load(url);
  if (!isObject(found ?? undefined)) {
    problems.error(what, 'nothing that can be read stands at its address');
    return null;
  }
  return { object: found as JsonObject, base: url };
}

function tableOf(table: JsonObject, group: JsonObject, around: Surroundings): TableMeta | null {
  const { base, problems } = around;
  checkType(table, 'Table', 'table', problems);
  checkFields(table, TABLE, 'table', problems);
  if (table.suppressOutput !== undefined && typeof table.suppressOutput !== 'boolean')
    problems.warn('table', '"suppressOutput" is neither true nor false');
  const { url } = table;
  if (typeof url !== 'string') {
    problems.error('table', url === undefined ? 'a table has no url' : 'the url of a table is no text');
    return null;
  }
  const dialect = fetched(table.dialect ?? group.dialect, 'dialect', around);
  const schema = fetched(table.tableSchema ?? group.tableSchema, 'schema', around);
  const isStated = (table.tableSchema ?? group.tableSchema) !== undefined;
  const inherited = { ...inheritable(group), ...inheritable(table) };
  return {
    url: resolved(url, base),
    id: typeof table['@id'] === 'string' ? resolved(table['@id'], base) : null,
    dialect: dialect === null ? usualDialect : dialectOf(dialect.object, problems),
    // What is no schema counts as one without columns, which no table with columns fits.
    schema: schemaOf(schema?.object ?? (isStated ? { columns: [] } : {}), inherited, {
      ...around,
      base: schema?.base ?? base,
    }),
  };
}

function inheritable(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => checkShared[name] !== undefined));
}

export function checkType(object: JsonObject, type: string, at: string, problems: Problems): void {
  if (object['@type'] !== undefined && object['@type'] !== type) problems.error(at, `@type is not "${type}"`);
  const id = object['@id'];
  if (typeof id === 'string' && id.startsWith('_:')) problems.error(at, 'an @id may be no blank node');
  if (id !== undefined && typeof id !== 'string') problems.warn(at, 'an @id is no text');
}

/** Tells of every property that the object may not have, and of values that a property may not have. */
export function checkFields(
  object: JsonObject,
  own: readonly string[],
  at: string,
  problems: Problems,
): void {
  for (const [name, value] of Object.entries(object)) {
    if (name.includes(':')) commonProperties(value, at, problems);
    else if (checkShared[name] !== undefined) {
      const wrong = checkShared[name]?.(value) ?? null;
      if (wrong !== null) problems.warn(at, `"${name}" ${wrong}`);
    } else if (!own.includes(name)) {
      if (name.startsWith('@')) problems.error(at, `"${name}" may not stand here`);
      else problems.warn(at, `"${name}" is no property that can stand here`);
    } else checkOwn(name, value, at, problems);
  }
}

function checkOwn(name: string, value: Json, at: string, problems: Problems): void {
  if (name === 'tableDirection' && !['rtl', 'ltr', 'auto'].includes(String(value)))
    problems.warn(at, '"tableDirection" has a value that it may not have');
  if (name === 'notes') {
    if (isList(value)) for (const note of value) commonProperties(note, at, problems);
    else problems.warn(at, '"notes" is no list');
  }
  if (name === 'transformations') {
    if (isList(value)) for (const one of value) checkTransformation(one, problems);
    else problems.warn(at, '"transformations" is no list');
  }
}

const TRANSFORMATION = ['@id', '@type', 'url', 'scriptFormat', 'targetFormat', 'source', 'titles'];

function checkTransformation(one: Json, problems: Problems): void {
  if (!isObject(one)) {
    problems.warn('transformation', 'it is no object');
    return;
  }
  checkType(one, 'Template', 'transformation', problems);
  for (const name of ['url', 'scriptFormat', 'targetFormat']) {
    if (typeof one[name] !== 'string') problems.error('transformation', `it has no ${name}`);
  }
  if (one.source !== undefined && one.source !== null && !['json', 'rdf'].includes(String(one.source)))
    problems.warn('transformation', 'its source is neither json nor rdf');
  for (const [name, value] of Object.entries(one)) {
    if (name.includes(':')) commonProperties(value, 'transformation', problems);
    else if (!TRANSFORMATION.includes(name))
      problems.warn('transformation', `"${name}" is no property of it`);
    else if (name === 'titles' && !isTitles(value)) problems.warn('transformation', 'its titles are none');
  }
}

function isTitles(value: Json): boolean {
  return typeof value === 'string' || isList(value) || isObject(value);
}
