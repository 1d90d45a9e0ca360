/**
 * Sets the confidence of decisions to how often such decisions stood when people read the records: a step function that never falls,
 * fitted by pooling neighbours that are out of order. It changes what a confidence says and in no case a decision.
 */
export type Stood = {
  readonly confidence: number;
  /** Whether the reader came to the same answer. */
  readonly stood: boolean;
  /** Records of the extract that this one stands for. */
  readonly weight: number;
};

/** From this confidence on, the share that stood. Rising in both. */
export type Step = { readonly from: number; readonly share: number };

type Pool = { from: number; weight: number; stood: number; cases: number };

/** Fewer cases than this say too little to be a step of their own. */
const FEWEST = 5;

export function stepsOf(read: readonly Stood[]): readonly Step[] {
  const pools: Pool[] = [];
  for (const one of read.toSorted((a, b) => a.confidence - b.confidence)) {
    const last = pools.at(-1);
    if (last !== undefined && last.from === one.confidence) add(last, one);
    else
      pools.push({ from: one.confidence, weight: one.weight, stood: one.stood ? one.weight : 0, cases: 1 });
  }
  const steps: Pool[] = [];
  for (const pool of pools) {
    let now = { ...pool };
    for (;;) {
      const before = steps.at(-1);
      const isOut = before !== undefined && (shareOf(before) >= shareOf(now) || before.cases < FEWEST);
      if (before === undefined || !isOut) break;
      steps.pop();
      now = {
        from: before.from,
        weight: before.weight + now.weight,
        stood: before.stood + now.stood,
        cases: before.cases + now.cases,
      };
    }
    steps.push(now);
  }
  // The last may be too few as well: it joins the one before it.
  const [last, before] = [steps.at(-1), steps.at(-2)];
  if (last !== undefined && before !== undefined && last.cases < FEWEST) {
    steps.splice(-2, 2, {
      from: before.from,
      weight: before.weight + last.weight,
      stood: before.stood + last.stood,
      cases: before.cases + last.cases,
    });
  }
  return steps.map((pool) => ({ from: pool.from, share: shareOf(pool) }));
}

/** A confidence as the steps have it; below the first step and without any it stays what it is. */
export function recalibrated(confidence: number, steps: readonly Step[]): number {
  let share = confidence;
  for (const step of steps) {
    if (step.from > confidence) break;
    share = step.share;
  }
  const [first] = steps;
  return first !== undefined && confidence < first.from ? Math.min(confidence, first.share) : share;
}

function shareOf({ stood, weight }: Pool): number {
  return stood / weight;
}

function add(pool: Pool, one: Stood): void {
  pool.weight += one.weight;
  pool.stood += one.stood ? one.weight : 0;
  pool.cases++;
}
