/**
 * None, said of each of two years at once: "No offences were recorded in either year". "74 in both years" may be each or
 * together, and is not read.
 */
import type { Period } from '#period/period.ts';
import type { ValueTag } from './said-around.ts';

const OF_EACH =
  /\b(?:in|for|during)\s+(?:either|each|both)(?:\s+of\s+(?:the|these|those)(?:\s+two)?)?\s+(?:financial\s+|calendar\s+)?(?:years?|periods?)\b/giu;

export type EveryPeriod = {
  /** The sentence without the words that say it, each letter a space, so that places in it hold. */
  readonly text: string;
  readonly periods: readonly Period[];
};

/** Null where nothing says so of this number, or where what was asked is not two periods. */
export function everyPeriod(
  text: string,
  values: readonly ValueTag[],
  index: number,
  asked: readonly Period[],
): EveryPeriod | null {
  const value = values[index];
  if (value?.value.kind !== 'exact' || value.value.count.high > 0 || asked.length !== 2) return null;
  // The words belong to the number they follow, or, before any number, to the first.
  const from = index === 0 ? 0 : value.end;
  const own = text.slice(from, values[index + 1]?.start ?? text.length);
  const found = [...own.matchAll(OF_EACH)];
  if (found.length !== 1) return null;
  const said = found[0]?.[0] ?? '';
  return { text: text.replace(said, ' '.repeat(said.length)), periods: asked };
}
