/**
 * What is wrong with a table or its metadata. An error means that they do not fit; a warning that something was passed over
 * as the standard asks, and what was used instead. Says places, never the content of a cell.
 */
export type Problem = { readonly level: 'error' | 'warning'; readonly at: string; readonly says: string };

export class Problems {
  readonly all: Problem[] = [];

  error(at: string, says: string): void {
    this.all.push({ level: 'error', at, says });
  }

  warn(at: string, says: string): void {
    this.all.push({ level: 'warning', at, says });
  }

  get hasError(): boolean {
    return this.all.some(({ level }) => level === 'error');
  }
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
