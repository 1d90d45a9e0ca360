/**
 * A thread that reads files: it is sent bytes, says which file or member it begins, and sends the documents back. It may
 * be stopped at any moment by the thread that started it; it keeps nothing between files.
 */
import { parentPort } from 'node:worker_threads';
import type { Finding } from '#finding/finding.ts';
import { readFileBytes } from './read-file.ts';
import type { Limits } from './readers/reader.ts';
import { type SentDocument, send } from './worker-form.ts';

export type Job = {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly limits: Limits;
  /** Members not to be tried again, with the finding that says why. */
  readonly given: ReadonlyMap<string, Finding>;
};

export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begins'; readonly file: string }
  | { readonly kind: 'done'; readonly documents: readonly SentDocument[] };

const port = parentPort;
if (port === null) {
  throw new Error('this file is run in a thread of its own');
}

let last: Promise<void> = Promise.resolve();

/** One at a time, in the order they came: a report is of the file that was sent first of those not yet answered. */
port.on('message', (job: Job) => {
  last = last.then(() => work(job));
});

async function work({ bytes, file, limits, given }: Job): Promise<void> {
  const begins = (member: string): void =>
    port?.postMessage({ kind: 'begins', file: member } satisfies Report);
  const documents = await readFileBytes(bytes, file, limits, { begins, given });
  port?.postMessage({ kind: 'done', documents: documents.map(send) } satisfies Report);
}

port.postMessage({ kind: 'ready' } satisfies Report);
