/**
 * A worker of `check`: judges the parts of a file it is given, one after the other, and hands each batch over whole. It opens the
 * extract for reading and nothing else.
 */
import { openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, memoryOf } from '#audit/batch.ts';
import { partJudge, type Range } from './check-part.ts';
import { judgeOf, type TextPlan } from './check-plan.ts';

/** `spare` is a batch that was taken in: its memory comes back to be used again. */
export type Task = { readonly range: Range; readonly spare: Batch | undefined };

/** A batch whose kinds are those that are new in its list, from the number `first` on; at 0 another list begins. */
export type Answer = { readonly batch: Batch; readonly first: number };

const plan = workerData as TextPlan;
const judged = partJudge(plan.extract, judgeOf(plan), openSync(plan.extract.path, 'r'));
let kinds: Batch['kinds'] = [];
let told = 0;

parentPort?.on('message', ({ range, spare }: Task) => {
  const batch = judged(range, spare);
  const first = batch.kinds === kinds ? told : 0;
  kinds = batch.kinds;
  told = kinds.length;
  const answer: Answer = { batch: { ...batch, kinds: kinds.slice(first) }, first };
  parentPort?.postMessage(answer, memoryOf(batch));
});
