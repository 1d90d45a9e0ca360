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

export type Terms<T> = {
  readonly exact: (key: string) => Term<T> | undefined;
  readonly near: (key: string, steps?: typeof stepsAllowed) => Match<T>;
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

  function near(key: string, steps = stepsAllowed): Match<T> {
    let best = Number.POSITIVE_INFINITY;
    let found: Term<T>[] = [];
    for (const [other, term] of open) {
      const limit = steps(key, other);
      const apart = distance(key, other, Math.min(limit, best));
      if (apart > limit || apart > best) continue;
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

  function nearest(key: string): readonly string[] {
    const ranked = [...byKey]
      .filter(([, term]) => term.value !== null)
      .map(([other, term]) => {
        const longest = Math.max(key.length, other.length, 1);
        return { shown: term.shown, far: distance(key, other, longest) / longest };
      })
      .sort((a, b) => a.far - b.far || (a.shown < b.shown ? -1 : 1));
    return unique(ranked.map((one) => one.shown)).slice(0, 3);
  }

  return { exact: (key) => byKey.get(key), near, nearest };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
