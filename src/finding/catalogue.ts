/**
 * Every finding code and its level. A test keeps this list, `words.ts` and the pages of `docs/findings/` in step.
 * An error means a number may be wrong and a release waits for a person; a warning travels with the figure; an info
 * says what was noticed and needs nothing.
 */
import type { Facts, Finding, FindingLevel } from './finding.ts';

export const catalogue = {
  'age-unread': 'warning',
  'blank-ambiguous': 'warning',
  'cut-short': 'warning',
  'decoy-number': 'info',
  'duplicate-row': 'error',
  'flag-not-used': 'warning',
  'force-mismatch': 'error',
  'hidden-content': 'warning',
  'hidden-value': 'info',
  'not-a-return': 'error',
  outlier: 'warning',
  'parts-differ': 'warning',
  'period-mismatch': 'error',
  'row-broken': 'warning',
  'row-repeated': 'warning',
  'row-too-long': 'warning',
  'row-undated': 'warning',
  'row-unnamed': 'warning',
  'share-differs': 'warning',
  'stale-hidden-sheet': 'info',
  'stored-value-hidden': 'error',
  'total-mismatch': 'error',
  'unit-ambiguous': 'warning',
  'unknown-category': 'warning',
  'unknown-words': 'warning',
  'unread-number': 'warning',
  unreadable: 'error',
  'unused-decision': 'warning',
  'victims-below-offences': 'warning',
} as const satisfies Record<string, FindingLevel>;

export type FindingCode = keyof typeof catalogue;

/** Makes a finding; the level comes from the catalogue so that a code means one thing everywhere. */
export function finding(code: FindingCode, at: string, facts: Facts = {}): Finding {
  return { code, level: catalogue[code], at, facts };
}
