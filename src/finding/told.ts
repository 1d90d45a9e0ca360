/**
 * Takes facts out of a finding for its sentence. Facts are optional, so everything here has an answer for a fact that
 * is not given; nothing here looks at a fact by itself, so a sentence prints only what it names.
 */
import type { Facts } from './finding.ts';

/** The first of these facts that says anything, as text; null when none does. */
export function told(facts: Facts, ...names: readonly string[]): string | null {
  for (const name of names) {
    const fact = facts[name];
    if (fact === undefined || fact === null) continue;
    const said = typeof fact === 'number' ? digits(fact) : typeof fact === 'string' ? fact : listed(fact);
    if (said.trim() !== '') return said.trim().replace(PERIOD, '$1 to $2');
  }
  return null;
}

/** `sentence` with the fact in it, or `otherwise` when it is not given. */
export function telling(
  facts: Facts,
  names: readonly string[],
  sentence: (said: string) => string,
  otherwise: string,
): string {
  const said = told(facts, ...names);
  return said === null ? otherwise : sentence(said);
}

/** ` (why)`, or nothing. A full stop at the end of the fact is taken off: the sentence brings its own. */
export function aside(facts: Facts, ...names: readonly string[]): string {
  return telling(facts, names, (said) => ` (${said.replace(/\.$/, '')})`, '');
}

/** `40`, `between 41 and 44`, `41 or more`; null when no low is given. */
export function toldRange(facts: Facts, low: string, high: string): string | null {
  const from = told(facts, low);
  if (from === null) return null;
  const to = told(facts, high);
  if (to === null) return `${from} or more`;
  return from === to ? from : `between ${from} and ${to}`;
}

const PERIOD = /(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})/g;

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function digits(value: number): string {
  return Number.isFinite(value) ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',') : '';
}
