/**
 * A worker of `check`: judges the parts of a file it is given, one after the other, and hands each batch over whole. It opens the
 * extract for reading and nothing else.
 */
import { openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { partJudge, type Range } from './check-part.ts';
import { judgeOf, type TextPlan } from './check-plan.ts';

const plan = workerData as TextPlan;
const judged = partJudge(plan.extract, judgeOf(plan), openSync(plan.extract.path, 'r'));

parentPort?.on('message', (range: Range) => {
  const batch = judged(range);
  const parts = [
    batch.kindOf,
    batch.monthOf,
    batch.outcomeOf,
    batch.rowOf,
    batch.placeOf,
    batch.endOf,
    batch.confidenceOf,
    batch.lineEnds,
    batch.references,
    batch.lines,
  ];
  parentPort?.postMessage(
    batch,
    parts.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
