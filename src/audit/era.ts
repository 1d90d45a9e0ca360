/**
 * Which era of the rules a day lies in. Two records with the same fields and nothing to read in their narratives are decided alike
 * where their days lie in one era; the decider names the days that part the eras.
 */
import type { Decider } from '#flag/decide.ts';

/** 0 and up; -1 for a day that is not known, which is an era of its own. */
export function eraOf({ eras }: Pick<Decider, 'eras'>, recordedOn: string | null): number {
  return recordedOn === null ? -1 : eras.filter((day) => day <= recordedOn).length;
}
