/**
 * One thread that reads files, and what waits in it. It reads in the order it was asked, one file at a time; a file that
 * takes too long or too much ends the thread, and what waited behind it is handed back unread, to be asked of another.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Document } from './document.ts';
import type { Job, Report } from './worker.ts';
import { receive } from './worker-form.ts';

export type Outcome =
  | { readonly kind: 'done'; readonly documents: readonly Document[] }
  | {
      readonly kind: 'stopped';
      /** The file, or the member of it, that was being read. */
      readonly at: string;
      readonly reason: 'over-limits' | 'damaged';
      readonly detail: string;
    }
  /** The thread ended before it came to this file. */
  | { readonly kind: 'unread' };

export type ReadingThread = {
  readonly megabytes: number;
  /** Files asked for and not yet answered. */
  readonly waiting: () => number;
  readonly hasEnded: () => boolean;
  readonly read: (job: Job) => Promise<Outcome>;
};

type Waiting = { readonly job: Job; at: string; readonly settle: (outcome: Outcome) => void };

/** Starting a thread loads the readers; on a busy machine that is seconds, and they are not the file's. */
const startMilliseconds = 60_000;

export function startThread(megabytes: number): ReadingThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // What parsers print is about the content of a file: it is taken out of our own output, and never read.
    stdout: true,
    stderr: true,
  });
  const ready = readiness(worker);
  const queue: Waiting[] = [];
  let clock: NodeJS.Timeout | undefined;
  let hasEnded = false;

  /** The clock of a file runs from when it is first in the queue. */
  function begin(): void {
    clearTimeout(clock);
    const [first] = queue;
    if (first === undefined) {
      worker.unref();
      return;
    }
    const { milliseconds } = first.job.limits;
    const stop = (): void => {
      if (queue[0] === first) end('over-limits', `reading took longer than ${milliseconds / 1000} seconds`);
    };
    // Where this thread was busy that long itself, the answer may have come meanwhile: it is heard before the clock.
    clock = setTimeout(() => setImmediate(stop), milliseconds);
  }

  function end(reason: 'over-limits' | 'damaged', detail: string): void {
    if (hasEnded) return;
    hasEnded = true;
    clearTimeout(clock);
    const [first, ...others] = queue.splice(0);
    first?.settle({ kind: 'stopped', at: first.at, reason, detail });
    for (const { settle } of others) settle({ kind: 'unread' });
    void worker.terminate();
  }

  worker.on('message', (report: Report) => {
    const [first] = queue;
    if (first === undefined) return;
    if (report.kind === 'begins') first.at = report.file;
    if (report.kind !== 'done') return;
    queue.shift();
    first.settle({ kind: 'done', documents: report.documents.map(receive) });
    begin();
  });
  worker.on('error', (error: Error & { readonly code?: string }) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? end('over-limits', `reading took more than ${megabytes} MB of memory`)
      : end('damaged', 'the content could not be followed'),
  );
  worker.on('exit', () => end('damaged', 'the content could not be followed'));
  // A thread with nothing to read keeps no program from ending; each listener put on it would make it do so again.
  worker.unref();

  return {
    megabytes,
    waiting: () => queue.length,
    hasEnded: () => hasEnded,
    async read(job) {
      const answer = new Promise<Outcome>((settle) => queue.push({ job, at: job.file, settle }));
      worker.ref();
      await ready;
      if (!hasEnded) {
        worker.postMessage(job);
        if (queue[0]?.job === job) begin();
      }
      return answer;
    },
  };
}

async function readiness(worker: Worker): Promise<void> {
  const isReady = await Promise.race([
    once(worker, 'message').then(() => true),
    once(worker, 'exit').then(() => false),
    sleep(startMilliseconds, false, { ref: false }),
  ]);
  if (!isReady) throw new Error('the thread that reads files did not start');
}
