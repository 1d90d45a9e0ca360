/**
 * Two releases figure by figure: what was revised, what is new and what is gone. A number that is withheld now is not told
 * by what it was before, so that a correction never repeats what it takes back.
 */
import type { FigureChange } from '#publish/edition.ts';
import { NOT_REPEATED } from '#publish/edition.ts';
import { shown } from '#publish/spreadsheet/book.ts';

export type Value =
  | { readonly status: 'published'; readonly low: number; readonly high: number | null }
  | { readonly status: 'withheld' }
  | { readonly status: 'not-available' };

export type Compared = { readonly id: string; readonly decimals: number; readonly number: Value };

/** `1,034`, `0 to 195`, `at least 700`, `[c]`, `[x]`. */
export function shownValue({ number, decimals }: Compared): string {
  if (number.status === 'withheld') return '[c]';
  if (number.status === 'not-available') return '[x]';
  const { low, high } = number;
  if (high === null) return `at least ${shown(low, decimals)}`;
  return low === high ? shown(low, decimals) : `${shown(low, decimals)} to ${shown(high, decimals)}`;
}

export function compareFigures(
  before: readonly Compared[],
  now: readonly Compared[],
): readonly FigureChange[] {
  const old = new Map(before.map((figure) => [figure.id, figure]));
  const changes: FigureChange[] = [];
  for (const figure of now) {
    const was = old.get(figure.id);
    old.delete(figure.id);
    const [shownWas, shownNow] = [was === undefined ? null : shownValue(was), shownValue(figure)];
    if (shownWas === shownNow) continue;
    changes.push({
      figure: figure.id,
      kind: was === undefined ? 'added' : 'revised',
      was:
        figure.number.status === 'withheld' && shownWas !== null && shownWas !== '[x]'
          ? NOT_REPEATED
          : shownWas,
      now: shownNow,
    });
  }
  for (const figure of old.values()) {
    changes.push({ figure: figure.id, kind: 'removed', was: shownValue(figure), now: null });
  }
  return changes.sort((a, b) => (a.figure < b.figure ? -1 : a.figure > b.figure ? 1 : 0));
}

/** Changes between told and withheld: who has both releases may know more than either tells, so a person must look. */
export function protectionChanges(changes: readonly FigureChange[]): readonly FigureChange[] {
  return changes.filter(({ was, now }) => was === '[c]' || now === '[c]');
}
