/**
 * The batches of a text file in the order of its rows, judged by as many workers as the machine has cores. A part of the file is
 * begun without knowing where its first row starts; where it did not begin exactly where the part before it ended, it is judged
 * again from there. So the rows are those that one walk from front to back would give.
 */
import { closeSync, openSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { type Batch, type Kind, memoryOf } from '#audit/batch.ts';
import { settle } from '#record/extract-open.ts';
import type { Range } from './check-part.ts';
import type { TextPlan } from './check-plan.ts';
import { PART, type Threads, threads, threadsWorth } from './check-threads.ts';
import type { Answer, Order } from './check-worker.ts';

/** `threads` were started before, and are closed when the last batch was asked for. */
export type Tuning = { readonly workers?: number; readonly part?: number; readonly threads?: Threads | null };

/** A batch is good until the next one is asked for: then its memory is used again. */
export async function* batchesOf(plan: TextPlan, tuning: Tuning = {}): AsyncGenerator<Batch> {
  const { extract } = plan;
  const part = tuning.part ?? PART;
  const ranges: Range[] = [];
  for (let from = extract.start; from < extract.size; from += part) {
    const isFirst = from === extract.start;
    // Two bytes before the part, so that a row starting at its first byte is found behind the line end before it.
    const back = isFirst ? 0 : extract.encoding.startsWith('utf-16') ? 2 : 1;
    ranges.push({
      from: even(from, extract.start) - back,
      to: Math.min(even(from + part, extract.start), extract.size),
      seek: !isFirst,
    });
  }
  const count = tuning.workers ?? threadsWorth(extract.size);
  const made = tuning.threads ?? (count === 0 ? null : threads(Math.min(count, ranges.length)));
  const workers = made?.workers.length ?? 0;
  const pool = made === null ? await here(plan) : poolOf(plan, made);
  /** Judges a range at once, and settles the encoding first where it holds letters that depend on it. */
  const again = async (range: Range): Promise<Batch> => {
    const batch = await pool.judge(range, true);
    if (batch !== null) return batch;
    // Others that were judged by the first plan may come back empty after it was settled.
    if (!extract.isSettled) {
      settle(extract);
      pool.plan(plan);
    }
    return (await pool.judge(range, true)) as Batch;
  };
  try {
    const ahead = Math.max(1, workers * 2);
    const begun: Promise<Batch | null>[] = [];
    let end = extract.start;
    for (const [at, range] of ranges.entries()) {
      while (begun.length < Math.min(ranges.length, at + ahead)) {
        const batch = pool.judge(ranges[begun.length] as Range);
        // Whoever waits for it hears of a failure; until then it is not a failure nobody heard of.
        batch.catch(() => {});
        begun.push(batch);
      }
      let batch = await (begun[at] as Promise<Batch | null>);
      begun[at] = NOTHING;
      batch ??= await again(range);
      // A row of the part before may reach beyond this part.
      if (end < range.to) {
        const fits = batch.start === end;
        const right = fits ? batch : await again({ from: end, to: range.to, seek: false });
        end = right.end;
        yield right;
        if (!fits) pool.giveBack(right);
      }
      pool.giveBack(batch);
    }
  } finally {
    await pool.close();
  }
}

const NOTHING: Promise<null> = Promise.resolve(null);

/** In UTF-16 a part starts at a whole unit. */
function even(place: number, start: number): number {
  return place - ((place - start) % 2);
}

type Pool = {
  /** `now` puts the range before those that wait. */
  readonly judge: (range: Range, now?: boolean) => Promise<Batch | null>;
  /** What comes after is judged by another plan. */
  readonly plan: (plan: TextPlan) => void;
  /** The batch was taken in, and nobody looks at it any more. */
  readonly giveBack: (batch: Batch) => void;
  readonly close: () => Promise<void>;
};

/** What judges is loaded here, where it is needed: this process only hands out parts where workers judge. */
async function here(plan: TextPlan): Promise<Pool> {
  const { partJudge } = await import('./check-part.ts');
  const { judgeOf } = await import('./check-plan.ts');
  const file = openSync(plan.extract.path, 'r');
  const judged = partJudge(plan.extract, judgeOf(plan), file);
  return {
    judge: async (range) => judged(range),
    plan: () => {},
    giveBack: () => {},
    close: async () => closeSync(file),
  };
}

type Waiting = {
  readonly range: Range;
  readonly done: (batch: Batch | null) => void;
  readonly failed: (error: unknown) => void;
};

function poolOf(plan: TextPlan, { workers, close }: Threads): Pool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const spares: Batch[] = [];
  const at = new Map<Worker, Waiting>();
  let failure: unknown = null;
  const next = (worker: Worker): void => {
    const waiting = queue.shift();
    if (waiting === undefined) {
      idle.push(worker);
      return;
    }
    at.set(worker, waiting);
    const spare = spares.pop();
    // Its memory goes back, and nothing that would have to be copied.
    const order: Order = { range: waiting.range, spare: spare && { ...spare, kinds: [], faults: [] } };
    worker.postMessage(order, spare === undefined ? [] : memoryOf(spare));
  };
  for (const worker of workers) {
    const first: Order = { plan };
    worker.ref();
    worker.postMessage(first);
    let kinds: Kind[] = [];
    worker.on('message', ({ batch, first }: Answer) => {
      if (batch !== null) {
        if (first === 0) kinds = [];
        for (const kind of batch.kinds) kinds.push(kind);
      }
      const waiting = at.get(worker);
      at.delete(worker);
      next(worker);
      waiting?.done(batch === null ? null : { ...batch, kinds });
    });
    worker.on('error', (error) => {
      failure = error;
      for (const waiting of [...at.values(), ...queue.splice(0)]) waiting.failed(error);
    });
    next(worker);
  }
  return {
    judge: (range, now = false) =>
      new Promise((done, failed) => {
        if (failure !== null) {
          failed(failure);
          return;
        }
        if (now) queue.unshift({ range, done, failed });
        else queue.push({ range, done, failed });
        const worker = idle.pop();
        if (worker !== undefined) next(worker);
      }),
    plan(next) {
      for (const worker of workers) worker.postMessage({ plan: next } satisfies Order);
    },
    giveBack: (batch) => spares.push(batch),
    close,
  };
}
