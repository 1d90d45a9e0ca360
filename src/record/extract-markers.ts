/**
 * Whether an extract says that a record bears the online crime flag, from a list of markers (`CSA; ONLINE`) or from a column
 * of its own (`Y`, `N`). A blank list bears no flag; a word in a yes-or-no column that says neither is not known.
 */
import { fold } from '#register/fold.ts';

export type Marked = 'yes' | 'no' | 'unknown';

/** What forces are known to call the flag in a list of markers; more come from the map of an extract. */
const ONLINE: ReadonlySet<string> = new Set(
  [
    'online',
    'online crime',
    'online crime flag',
    'online flag',
    'online offence',
    'cyber',
    'cyber crime',
    'cybercrime',
    'cyber enabled',
    'cyber enabled crime',
    'cyber flag',
    'cyber related',
    'internet enabled',
  ].map(fold),
);
const YES: ReadonlySet<string> = new Set(['y', 'yes', 'true', 't', '1', 'x', 'flagged', '✓', 'set']);
const NO: ReadonlySet<string> = new Set(['', 'n', 'no', 'false', 'f', '0', 'not flagged', 'none', 'not set']);
const NEGATED = /^(?:no|not|non)\b/;

export function markedInList(text: string, more: ReadonlySet<string> = new Set()): Marked {
  const markers = text.split(/[;,|/\n[\]"']+/).map(fold);
  return markers.some((marker) => ONLINE.has(marker) || more.has(marker)) ? 'yes' : 'no';
}

export function markedInOwnColumn(text: string, more: ReadonlySet<string> = new Set()): Marked {
  const said = text.trim() === '✓' ? '✓' : fold(text);
  if (YES.has(said) || ONLINE.has(said) || more.has(said)) return 'yes';
  if (NO.has(said) || (NEGATED.test(said) && ONLINE.has(said.replace(NEGATED, '').trim()))) return 'no';
  return 'unknown';
}
