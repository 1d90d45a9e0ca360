/** Reads a layout back and says of every number what became of it, told of or in silence. */
import { readRegister } from '#register/register.ts';
import { readFileBytes } from '#returns/read-file.ts';
import { readReturn } from '#returns/read-return.ts';
import { usualLimits } from '#returns/readers/reader.ts';
import type { Observation, Reading } from '#returns/reading.ts';
import type { Layout } from './layouts.ts';
import { keyText } from './told.ts';

export type Score = {
  readonly right: number;
  readonly missing: number;
  readonly wrong: number;
  /** The return carries an error or a warning. */
  readonly isTold: boolean;
  /** Differences in words, for whoever looks at them. */
  readonly notes: readonly string[];
  readonly reading: Reading;
};

const register = readRegister();

export async function scoreOf(made: Layout): Promise<Score> {
  const documents = await readFileBytes(made.file.bytes, made.file.name, usualLimits);
  const reading = readReturn({ documents, collection: made.collection, register, force: null });
  const left = new Map<string, Observation[]>();
  for (const one of reading.observations) left.set(keyText(one), [...(left.get(keyText(one)) ?? []), one]);
  const notes: string[] = [];
  let [right, missing, wrong] = [0, 0, 0];
  for (const [id, { low, high, open, truth }] of made.allowed) {
    const found = left.get(id) ?? [];
    left.delete(id);
    if (found.length === 0 && open) continue;
    if (found.length === 0) {
      missing += 1;
      notes.push(`missing ${id} ${low}..${high}`);
      continue;
    }
    for (const { count, at } of found) {
      const holds = count.low <= truth && truth <= count.high;
      const isRight = open ? holds : holds && count.high === high && Math.abs(count.low - low) <= 1;
      if (isRight) right += 1;
      else {
        wrong += 1;
        notes.push(`wrong   ${id} ${low}..${high}, true ${truth}, read ${count.low}..${count.high} at ${at}`);
      }
    }
  }
  for (const [id, found] of left) {
    for (const { count, at } of found) {
      wrong += 1;
      notes.push(`extra   ${id} ${count.low}..${count.high} at ${at}`);
    }
  }
  const isTold = reading.findings.some(({ level }) => level !== 'info');
  return { right, missing, wrong, isTold, notes, reading };
}
