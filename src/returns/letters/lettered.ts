/**
 * A question in lettered parts, "recorded in (a) 2022/23, (b) 2021/22 and (c) 2020/21?", and the answers that stand under
 * its letters: "(b) 388" is for the second year.
 */
import type { Period } from '#period/period.ts';
import { type Context, readPeriod } from '../tables/context.ts';
import { periodWords } from '../words/period-words.ts';

const PART = /\(?\b(?<letter>[a-h])\)\s*(?<body>[^()]*(?:\([^()a-h][^()]*\)[^()]*)*)/giu;

/** The period of each lettered part that says one and no more. */
export function letteredPeriods(text: string, context: Context): ReadonlyMap<string, Period> {
  const found = new Map<string, Period>();
  for (const { groups } of text.matchAll(PART)) {
    const words = periodWords(groups?.body ?? '').filter((word) => word.kind !== 'date');
    const read = readPeriod(words, [], context);
    if (words.length === 1 && read.kind === 'period')
      found.set((groups?.letter ?? '').toLowerCase(), read.period);
  }
  return found;
}

/** The letter that an answer stands under: `(b) 388`. */
export function letterOf(text: string): string | null {
  return /^\s*(?:\d{1,2}\s*)?\(?(?<letter>[a-h])\)\s*\S/iu.exec(text)?.groups?.letter?.toLowerCase() ?? null;
}
