/**
 * Properties that columns take over from their schema and table, each with what its value may be, and properties of other
 * vocabularies, whose values follow a small part of JSON-LD.
 */
import { isList, isObject, type Json, type Problems } from './problem.ts';

/** Languages that are registered have two or three letters; longer ones are well formed and are none. */
export const LANGUAGE = /^(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*|[xi](?:-[A-Za-z0-9]{1,8})+)$/i;

const isText = (value: Json): boolean => typeof value === 'string';
const isFlag = (value: Json): boolean => typeof value === 'boolean';

/** Null when the value is one that the property may have, else what is wrong with it. */
export const checkShared: Readonly<Record<string, (value: Json) => string | null>> = {
  aboutUrl: (value) => (isText(value) ? null : 'is no text'),
  datatype: (value) => (isText(value) || isObject(value) ? null : 'is neither a name nor an object'),
  default: (value) => (isText(value) ? null : 'is no text'),
  lang: (value) => (typeof value === 'string' && LANGUAGE.test(value) ? null : 'is no language'),
  null: (value) =>
    isText(value) || (isList(value) && value.every(isText)) ? null : 'is neither a text nor a list of texts',
  ordered: (value) => (isFlag(value) ? null : 'is neither true nor false'),
  propertyUrl: (value) => (isText(value) ? null : 'is no text'),
  required: (value) => (isFlag(value) ? null : 'is neither true nor false'),
  separator: (value) => (isText(value) || value === null ? null : 'is no text'),
  textDirection: (value) =>
    ['ltr', 'rtl', 'auto', 'inherit'].includes(String(value)) ? null : 'has a value that it may not have',
  valueUrl: (value) => (isText(value) ? null : 'is no text'),
};

export function commonProperties(value: Json, at: string, problems: Problems): void {
  if (isList(value)) {
    for (const one of value) commonProperties(one, at, problems);
    return;
  }
  if (!isObject(value)) return;
  const names = Object.keys(value);
  if (value['@value'] !== undefined) {
    const { '@type': type, '@language': language } = value;
    if (type !== undefined && language !== undefined)
      problems.error(at, 'a value has both a type and a language');
    if (names.some((name) => !['@value', '@type', '@language'].includes(name)))
      problems.error(at, 'beside @value stands what may not');
    if (isObject(value['@value']) || isList(value['@value']))
      problems.error(at, 'an @value is no plain value');
    if (typeof type === 'string' && type.startsWith('_:'))
      problems.error(at, 'an @type may be no blank node');
    if (type !== undefined && !isText(type)) problems.error(at, 'an @type is no text');
    if (language !== undefined && language !== null && checkShared.lang?.(language) !== null)
      problems.error(at, 'an @language is no language');
    return;
  }
  for (const name of names) {
    const one = value[name] ?? null;
    if (name === '@language') problems.error(at, 'an @language stands without an @value');
    else if (name === '@id') {
      if (typeof one !== 'string' || one.startsWith('_:')) problems.error(at, 'an @id may be no blank node');
    } else if (name === '@type') {
      for (const type of isList(one) ? one : [one]) {
        if (typeof type !== 'string' || type.startsWith('_:') || !isName(type))
          problems.error(at, 'an @type is none');
      }
    } else if (name.startsWith('@')) problems.error(at, `"${name}" may not stand in a value`);
    else commonProperties(one, at, problems);
  }
}

const OWN_TYPES = [
  'TableGroup',
  'Table',
  'Schema',
  'Column',
  'Dialect',
  'Template',
  'Datatype',
  'Cell',
  'Row',
  'Direction',
];

/** An address, a name with a prefix, or a term of the vocabulary itself. */
function isName(type: string): boolean {
  return /^[A-Za-z][\w+.-]*:\S+$/.test(type) || OWN_TYPES.includes(type);
}
