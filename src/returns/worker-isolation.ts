/**
 * Reads files in threads with a limit of time and memory, so that one file can neither hang the program nor fill the
 * machine. A member that breaks a limit is given up alone: the file it came in is read again without it. Threads are
 * used for many files, and an idle one never keeps the program from ending.
 */
import { availableParallelism } from 'node:os';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Document } from './document.ts';
import type { Limits } from './readers/reader.ts';
import { type Outcome, type ReadingThread, startThread } from './reading-thread.ts';
import { unread } from './unread.ts';
import type { Job } from './worker.ts';

/** Members given up one after another before the whole file is. */
const mostGivenUp = 3;
/** One a processor, and one processor left to the rest of the program. */
const mostThreads = Math.max(1, availableParallelism() - 1);
/**
 * Small files wait in the threads while others are read: what asks for them is busy with those it has for a tenth of a second at a
 * time, and a thread would wait for it. Large ones are sent when a thread is free, since each is held twice until it is read.
 */
const ahead = { files: 8, bytes: 8_000_000 };

const threads: ReadingThread[] = [];
const asked = { files: 0, bytes: 0 };
const waiting: (() => void)[] = [];

/** Starts a thread before there is a file for it: it loads the readers meanwhile, and keeps nobody waiting. */
export function startReading({ megabytes }: Limits): void {
  threads.push(startThread(megabytes));
}

export async function readIsolated(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
): Promise<readonly Document[]> {
  const given = new Map<string, Finding>();
  await turn(bytes.length);
  try {
    for (;;) {
      const outcome = await attempt({ bytes, file, limits, given });
      if (outcome.kind === 'done') {
        return outcome.documents;
      }
      if (outcome.kind === 'unread') continue;
      const { at, reason, detail } = outcome;
      if (at === file || given.size >= mostGivenUp) {
        return [unread(bytes, file, finding('unreadable', file, { reason, detail }))];
      }
      given.set(at, finding('unreadable', at, { reason, detail }));
    }
  } finally {
    asked.files -= 1;
    asked.bytes -= bytes.length;
    for (const go of waiting.splice(0)) go();
  }
}

async function turn(bytes: number): Promise<void> {
  const mayAsk = (): boolean =>
    asked.files < mostThreads ||
    (asked.files < mostThreads * ahead.files && asked.bytes + bytes <= ahead.bytes);
  while (!mayAsk()) {
    await new Promise<void>((go) => waiting.push(go));
  }
  asked.files += 1;
  asked.bytes += bytes;
}

function attempt(job: Job): Promise<Outcome> {
  const living = threads.filter((thread) => !thread.hasEnded());
  threads.splice(0, threads.length, ...living);
  const [least] = living
    .filter(({ megabytes }) => megabytes === job.limits.megabytes)
    .sort((a, b) => a.waiting() - b.waiting());
  const busy = living.filter((thread) => thread.waiting() > 0).length;
  if (least !== undefined && (least.waiting() === 0 || busy >= mostThreads)) return least.read(job);
  const thread = startThread(job.limits.megabytes);
  threads.push(thread);
  return thread.read(job);
}
