/**
 * What a release says of its own publication, apart from its figures: who publishes it, when, where, and what it corrects.
 * All of it is given by people before the release is made; nothing is read from a clock, so the bytes stay the same.
 */
export type Publication = {
  /** An organisation, never a person. */
  readonly publisher: string;
  /** One sentence: whom to ask and how. */
  readonly contact: string;
  /** `2026-12-01T09:30:00Z`; null while no time is set. */
  readonly publishedAt: string | null;
  /** `December 2027`; null when it is not known. */
  readonly nextUpdate: string | null;
  /** Address under which releases stand, `https://figures.example.org/`; null when this is not known. */
  readonly address: string | null;
  /** Address of the licence; null when the sources' own licences are all there is. */
  readonly licence: string | null;
};

export const unsaid: Publication = {
  publisher: 'Cyberflag',
  contact: 'Ask whoever gave you this file. The name of the release, above, is all they need.',
  publishedAt: null,
  nextUpdate: null,
  address: null,
  licence: null,
};

export type FigureChange = {
  readonly figure: string;
  readonly kind: 'revised' | 'added' | 'removed';
  /** As shown: `1,034`, `0 to 195`, `[c]`, `[x]`; null where the release does not hold the figure. */
  readonly was: string | null;
  readonly now: string | null;
};

/** Stands for a number that was told once and is withheld now. */
export const NOT_REPEATED = 'not repeated';

/** What a correction says of the release that it supersedes. */
export type Revision = {
  readonly supersedes: string;
  readonly why: string;
  readonly changes: readonly FigureChange[];
};

export type Edition = { readonly publication: Publication; readonly revision: Revision | null };

export const firstEdition: Edition = { publication: unsaid, revision: null };

/** How a figure stands to the last release: nothing to compare with, the same, or `[r]`. */
export function revisionMark(
  figure: string,
  { revision }: Edition,
): 'First release' | 'Unchanged' | 'New' | '[r]' {
  if (revision === null) return 'First release';
  const change = revision.changes.find((one) => one.figure === figure);
  if (change === undefined) return 'Unchanged';
  return change.kind === 'added' ? 'New' : '[r]';
}
