/**
 * What a look-up by words may say. It never guesses between two: `ambiguous` and `none` carry the nearest terms so that a
 * finding can name them, and only `exact` and `near` carry a value.
 */
export type Match<T> =
  | { readonly kind: 'exact' | 'near'; readonly value: T; readonly term: string }
  | { readonly kind: 'ambiguous' | 'none'; readonly nearest: readonly string[] };
