/**
 * A worker of `check`: reads the register at once, then the plan it is sent, and judges the parts of a file it is given, one after the
 * other, and hands each batch over whole. It opens the extract for reading and nothing else.
 */
import { openSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type Batch, memoryOf } from '#audit/batch.ts';
import { type PartJudge, partJudge, type Range } from './check-part.ts';
import { judgeOf, judging, type TextPlan } from './check-plan.ts';

/** First the plan, then parts. `spare` is a batch that was taken in: its memory comes back to be used again. */
export type Order =
  | { readonly plan: TextPlan }
  | { readonly plan?: undefined; readonly range: Range; readonly spare: Batch | undefined };

/**
 * A batch whose kinds are those that are new in its list, from the number `first` on; at 0 another list begins. No batch where the
 * encoding must be settled first.
 */
export type Answer = { readonly batch: Batch | null; readonly first: number };

const register = judging();
let judged: PartJudge | null = null;
let kinds: Batch['kinds'] = [];
let told = 0;
let file: number | null = null;

parentPort?.on('message', (order: Order) => {
  if (order.plan !== undefined) {
    const { plan } = order;
    // Another plan comes where the encoding of the extract was settled.
    file ??= openSync(plan.extract.path, 'r');
    judged = partJudge(plan.extract, judgeOf(plan, register), file);
    return;
  }
  const batch = (judged as PartJudge)(order.range, order.spare);
  if (batch === null) {
    parentPort?.postMessage({ batch, first: told } satisfies Answer);
    return;
  }
  const first = batch.kinds === kinds ? told : 0;
  kinds = batch.kinds;
  told = kinds.length;
  const answer: Answer = { batch: { ...batch, kinds: kinds.slice(first) }, first };
  parentPort?.postMessage(answer, memoryOf(batch));
});
