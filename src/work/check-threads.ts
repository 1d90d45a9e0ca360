/**
 * The threads that judge the parts of a large text file. They are started before the file is opened and its columns are settled, and read
 * the register meanwhile: both take a good part of a second, which a file of a million rows would wait for.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export type Threads = { readonly workers: readonly Worker[]; readonly close: () => Promise<void> };

/** What one thread judges at once, in bytes. */
export const PART = 4 << 20;
/** Below this a thread costs more than it saves. */
const WORTH_THREADS = 3 * PART;

/** How many threads a file of so many bytes is worth; none for one that this process judges sooner by itself. */
export function threadsWorth(size: number): number {
  return size < WORTH_THREADS ? 0 : availableParallelism();
}

export function threads(count: number): Threads {
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
      // Kept small, so that garbage is cleared before it fills the memory: a part needs a few megabytes.
      resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 },
    });
    // Until it is given work it keeps nobody waiting: a file that is refused ends the program at once.
    worker.unref();
    return worker;
  });
  return {
    workers,
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** As many as the file at a path is worth; null where it is none that can be judged in parts, or cannot be opened: others say why. */
export function threadsFor(path: string): Threads | null {
  const count = threadsWorth(statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return count > 0 && isText(path) ? threads(count) : null;
}

/** Workbooks and Parquet files are read from front to back. */
function isText(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return false;
  }
  const head = Buffer.alloc(4);
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  return head.toString('latin1') !== 'PAR1' && head.toString('latin1', 0, 2) !== 'PK';
}
