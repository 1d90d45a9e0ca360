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
/** A person is told so many names that are alike. */
const MOST_NEAREST = 3;

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
    if (first === undefined) return none(() => nearest(key));
    if (found.every((term) => term.value === first.value) && first.value !== null) {
      return { kind: 'near', value: first.value, term: first.term };
    }
    return { kind: 'ambiguous', nearest: unique(found.map((term) => term.shown)) };
  }

  let alike: ((key: string) => readonly string[]) | null = null;
  const nearest = (key: string): readonly string[] => {
    alike ??= byPairs(byKey);
    return alike(key);
  };

  return { exact: (key) => byKey.get(key), near, nearest };
}

/** Nothing found. The names that are alike are looked for only when somebody asks for them: most of those who look up do not. */
export function none(nearest: () => readonly string[]): Match<never> {
  return {
    kind: 'none',
    get nearest() {
      return nearest();
    },
  };
}

/** By shared pairs of letters: for telling a person what is alike, cheap enough to ask of every label of a return. */
function byPairs<T>(byKey: ReadonlyMap<string, Term<T>>): (key: string) => readonly string[] {
  const named = [...byKey].filter(([, term]) => term.value !== null);
  const names = named.map(([key, { shown }]) => ({ shown, pairs: pairsOf(key).size }));
  const holders = new Map<string, number[]>();
  for (const [at, [key]] of named.entries()) {
    for (const pair of pairsOf(key)) {
      const known = holders.get(pair);
      if (known === undefined) holders.set(pair, [at]);
      else known.push(at);
    }
  }
  return (key) => {
    const own = pairsOf(key);
    const shared = new Uint16Array(names.length);
    for (const pair of own) {
      for (const at of holders.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1;
    }
    // The best so far, best first; each name once.
    let best: { readonly shown: string; readonly alike: number }[] = [];
    for (const [at, { shown, pairs }] of names.entries()) {
      const alike = (2 * (shared[at] ?? 0)) / (own.size + pairs);
      if (alike === 0 || (best.length === MOST_NEAREST && alike < (best.at(-1)?.alike ?? 0))) continue;
      const known = best.find((one) => one.shown === shown);
      if (known !== undefined && known.alike >= alike) continue;
      best = [...best.filter((one) => one !== known), { shown, alike }]
        .sort((a, b) => b.alike - a.alike || (a.shown < b.shown ? -1 : 1))
        .slice(0, MOST_NEAREST);
    }
    return best.map(({ shown }) => shown);
  };
}

function pairsOf(key: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at <= key.length; at += 1) pairs.add(` ${key} `.slice(at, at + 2));
  return pairs;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
