/** The file that carries a recalibrated confidence from `accuracy` to `check`. It holds shares and nothing of any record. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Step } from '#audit/recalibrate.ts';
import { Refusal } from '#finding/refusal.ts';

const share = z.number().min(0).max(1);
const schema = z.strictObject({ steps: z.array(z.strictObject({ from: share, share })) });

export function writeCalibration(path: string, steps: readonly Step[]): void {
  try {
    writeFileSync(path, `${JSON.stringify({ steps }, null, 2)}\n`);
  } catch (cause) {
    throw new Refusal('bad-use', `"${path}" cannot be written. Choose another place.`, { cause });
  }
}

/** Refuses what `accuracy` did not write, and steps that fall: a higher confidence never stands for less. */
export function readCalibration(path: string): readonly Step[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal(
      'not-found',
      `"${path}" cannot be opened. Give the file that "cyberflag accuracy --calibration" wrote.`,
      { cause },
    );
  }
  const read = schema.safeParse(orNull(text));
  const steps = read.success ? read.data.steps : null;
  const rises = steps?.every((step, n) => {
    const before = steps[n - 1];
    return before === undefined || (before.from < step.from && before.share <= step.share);
  });
  if (steps === null || rises !== true) {
    throw new Refusal(
      'bad-use',
      `"${path}" is no calibration. Give the file that "cyberflag accuracy --calibration" wrote.`,
    );
  }
  return steps;
}

function orNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
