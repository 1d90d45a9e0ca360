/**
 * Reads files in threads with a limit of time and memory, so that one file can neither hang the program nor fill the
 * machine. A member that breaks a limit is given up alone: the file it came in is read again without it. Threads are
 * used for many files, and an idle one never keeps the program from ending.
 */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Document } from './document.ts';
import type { Limits } from './readers/reader.ts';
import { unread } from './unread.ts';
import type { Job, Report } from './worker.ts';
import { receive } from './worker-form.ts';

/** Members given up one after another before the whole file is. */
const mostGivenUp = 3;
/** Starting a thread loads the readers; on a busy machine that is seconds, and they are not the file's. */
const startMilliseconds = 60_000;

type Outcome =
  | { readonly kind: 'done'; readonly documents: readonly Document[] }
  | {
      readonly kind: 'stopped';
      readonly at: string;
      readonly reason: 'over-limits' | 'damaged';
      readonly detail: string;
    };

type Thread = { readonly worker: Worker; readonly megabytes: number; readonly ready: Promise<void> };

const idle: Thread[] = [];
const waiting: (() => void)[] = [];
let busy = 0;

/** Starts a thread before there is a file for it: it loads the readers meanwhile, and keeps nobody waiting. */
export function startReading({ megabytes }: Limits): void {
  const thread = start(megabytes);
  thread.worker.unref();
  idle.push(thread);
}

export async function readIsolated(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
): Promise<readonly Document[]> {
  const given = new Map<string, Finding>();
  await turn();
  try {
    for (;;) {
      const outcome = await attempt({ bytes, file, limits, given });
      if (outcome.kind === 'done') {
        return outcome.documents;
      }
      const { at, reason, detail } = outcome;
      if (at === file || given.size >= mostGivenUp) {
        return [unread(bytes, file, finding('unreadable', file, { reason, detail }))];
      }
      given.set(at, finding('unreadable', at, { reason, detail }));
    }
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}

/** One file a processor, and one processor left to the rest of the program. */
async function turn(): Promise<void> {
  while (busy >= Math.max(1, availableParallelism() - 1)) {
    await new Promise<void>((go) => waiting.push(go));
  }
  busy += 1;
}

async function attempt(job: Job): Promise<Outcome> {
  const { megabytes } = job.limits;
  const fitting = idle.findIndex((each) => each.megabytes === megabytes);
  const [known] = fitting === -1 ? [] : idle.splice(fitting, 1);
  const thread = known ?? start(megabytes);
  const { worker, ready } = thread;
  worker.ref();
  await ready;
  const outcome = await outcomeOf(worker, job);
  if (outcome.kind === 'done') {
    worker.unref();
    idle.push(thread);
  } else {
    // A thread that is ending may still fail; nobody is left to hear it.
    worker.on('error', () => {});
    await worker.terminate();
  }
  return outcome;
}

/** Sends the job and waits for the first of: documents, a failure, the end of the time it may take. */
async function outcomeOf(worker: Worker, job: Job): Promise<Outcome> {
  const { megabytes, milliseconds } = job.limits;
  let at = job.file;
  let settle: (outcome: Outcome) => void = () => {};
  const settled = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });
  const stop = (reason: 'over-limits' | 'damaged', detail: string): void =>
    settle({ kind: 'stopped', at, reason, detail });
  const onMessage = (report: Report): void => {
    if (report.kind === 'begins') {
      at = report.file;
    } else if (report.kind === 'done') {
      settle({ kind: 'done', documents: report.documents.map(receive) });
    }
  };
  const onError = (error: Error & { readonly code?: string }): void =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? stop('over-limits', `reading took more than ${megabytes} MB of memory`)
      : stop('damaged', 'the content could not be followed');
  const onExit = (): void => stop('damaged', 'the content could not be followed');
  const timer = setTimeout(
    () => stop('over-limits', `reading took longer than ${milliseconds / 1000} seconds`),
    milliseconds,
  );
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  worker.postMessage(job);
  const outcome = await settled;
  clearTimeout(timer);
  worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  return outcome;
}

function start(megabytes: number): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // What parsers print is about the content of a file: it is taken out of our own output, and never read.
    stdout: true,
    stderr: true,
  });
  const started = Promise.race([
    once(worker, 'message').then(() => true),
    once(worker, 'exit').then(() => false),
    sleep(startMilliseconds, false, { ref: false }),
  ]);
  const ready = started.then((isStarted) => {
    if (!isStarted) throw new Error('the thread that reads files did not start');
  });
  // Told to who waits for the thread; one that was started early may have nobody yet.
  ready.catch(() => undefined);
  return { worker, megabytes, ready };
}
