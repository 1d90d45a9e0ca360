/** A narrative in passages, those that a decision rests on marked by what they do to it. Nothing is left out but what no cell can hold. */
import type { Evidence } from '#flag/decision.ts';
import { MOST_LETTERS, type Run } from './workbook.ts';

const STRENGTH = { supports: 2, doubts: 1, 'sets-aside': 0 } as const;

export function markedText(text: string, evidence: readonly Evidence[]): { readonly runs: readonly Run[] } {
  const note = text.length > MOST_LETTERS ? ` [… ${text.length} letters in the record]` : '';
  const shown = text.slice(0, MOST_LETTERS - note.length);
  const spans = evidence
    .filter(({ field, start, end }) => field === 'narrative' && start < end && start < shown.length)
    .sort((a, b) => a.start - b.start || STRENGTH[b.effect] - STRENGTH[a.effect]);
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, effect } of spans) {
    const from = Math.max(start, at);
    const to = Math.min(end, shown.length);
    if (from >= to) continue;
    runs.push({ text: shown.slice(at, from), look: 'plain' }, { text: shown.slice(from, to), look: effect });
    at = to;
  }
  runs.push({ text: shown.slice(at) + note, look: 'plain' });
  return { runs };
}
