/** Loads the solver of linear and integer programmes, once and when it is needed. */
import type { Highs } from 'highs';

let loaded: Promise<Highs> | null = null;

export function solver(): Promise<Highs> {
  // The package exports its loader as default in both module systems; its types say so for one of them only.
  loaded ??= import('highs').then((found) => (found.default as unknown as () => Promise<Highs>)());
  return loaded;
}
