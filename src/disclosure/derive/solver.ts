/** The auditor's own way to the solver: it shares none with the protector. */
import type { Highs } from 'highs';

let loaded: Promise<Highs> | null = null;

export async function attacker(): Promise<Highs> {
  loaded ??= import('highs').then(({ default: load }) => (load as unknown as () => Promise<Highs>)());
  return loaded;
}
