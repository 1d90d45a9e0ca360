/**
 * An index of terms, each naming one value. Looks a spelling up exactly, or near when the term allows it; two values
 * equally near give `ambiguous`, never a choice. Deterministic: ties are ordered by the term.
 */
import { compact } from './fold.ts';
import type { Match } from './match.ts';
import { distance, stepsAllowed } from './nearness.ts';

export type Term<T> = {
  readonly term: string;
  /** Null for a distractor: a name that is known to be something else, so that nothing is taken for its misspelling. */
  readonly value: T | null;
  /** The name to show a person for this value. */
  readonly shown: string;
  /** False where only the very term may match: short words, and names that are ordinary words. */
  readonly near: boolean;
};

/** No spelling further off than this is near; see `stepsAllowed`. */
const MOST_STEPS = 2;

export type Terms<T> = {
  readonly exact: (key: string) => Term<T> | undefined;
  /** `fits` may turn a term down that is near by its letters alone. */
  readonly near: (key: string, steps?: typeof stepsAllowed, fits?: (term: Term<T>) => boolean) => Match<T>;
  readonly nearest: (key: string) => readonly string[];
};

/** `clash` is called when one key names two values; it must throw, with the place of the second. */
export function terms<T>(all: readonly Term<T>[], clash: (term: Term<T>, other: Term<T>) => never): Terms<T> {
  const byKey = new Map<string, Term<T>>();
  for (const term of all) {
    const key = compact(term.term);
    const other = byKey.get(key);
    if (other === undefined) byKey.set(key, term);
    else if (other.value !== term.value) clash(term, other);
  }
  const open = [...byKey].filter(([, term]) => term.near);

  function near(key: string, steps = stepsAllowed, fits = (_: Term<T>) => true): Match<T> {
    let best = Number.POSITIVE_INFINITY;
    let found: Term<T>[] = [];
    for (const [other, term] of open) {
      if (Math.abs(other.length - key.length) > MOST_STEPS) continue;
      const limit = steps(key, other);
      if (limit === 0) continue;
      const apart = distance(key, other, Math.min(limit, best));
      if (apart > limit || apart > best || !fits(term)) continue;
      if (apart < best) found = [];
      best = apart;
      found.push(term);
    }
    const [first] = found;
    if (first === undefined) return { kind: 'none', nearest: nearest(key) };
    if (found.every((term) => term.value === first.value) && first.value !== null) {
      return { kind: 'near', value: first.value, term: first.term };
    }
    return { kind: 'ambiguous', nearest: unique(found.map((term) => term.shown)) };
  }

  // By shared pairs of letters: for telling a person what is alike, cheap enough to ask of every label of a return.
  const holders = new Map<string, { readonly shown: string; readonly pairs: number }[]>();
  for (const [key, term] of byKey) {
    if (term.value === null) continue;
    const pairs = pairsOf(key);
    const holder = { shown: term.shown, pairs: pairs.size };
    for (const pair of pairs) {
      const known = holders.get(pair) ?? [];
      known.push(holder);
      holders.set(pair, known);
    }
  }

  function nearest(key: string): readonly string[] {
    const own = pairsOf(key);
    const common = new Map<{ readonly shown: string; readonly pairs: number }, number>();
    for (const pair of own) {
      for (const holder of holders.get(pair) ?? []) common.set(holder, (common.get(holder) ?? 0) + 1);
    }
    const best = new Map<string, number>();
    for (const [{ shown, pairs }, shared] of common) {
      const alike = (2 * shared) / (own.size + pairs);
      if (alike > (best.get(shown) ?? 0)) best.set(shown, alike);
    }
    const ranked = [...best].sort(([a, alike], [b, other]) => other - alike || (a < b ? -1 : 1));
    return ranked.slice(0, 3).map(([shown]) => shown);
  }

  return { exact: (key) => byKey.get(key), near, nearest };
}

function pairsOf(key: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at <= key.length; at += 1) pairs.add(` ${key} `.slice(at, at + 2));
  return pairs;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
