/**
 * What the rules say of a text as one more thing that weighs beside its words: which rule answered, how heavy the means is on which it
 * rests, and which rules set a mention aside or doubted it. How far each is to be trusted is estimated with the words, from the same
 * records, so that a rule that is often wrong about such texts weighs little.
 */
import type { Rested } from './balance.ts';
import type { Evidence } from './decision.ts';
import type { Weight } from './word-weights.ts';

type Said = Pick<Evidence, 'rule' | 'effect'>;

/** Weights of a means from which on more says no more, and how many steps make one point. */
const HEAVIEST = 8;
const STEPS = 2;

const TOLD = '(told)';
const doubtedBy = (rule: string): string => `(doubted ${rule})`;
const setAsideBy = (rule: string): string => `(aside ${rule})`;
const answeredBy = (rule: string): string => `(rule ${rule})`;
const weighing = (step: number): string => `(means ${step / STEPS})`;

/** How heavy a means is, in steps; -1 where the answer rests on none that stands. */
function stepOf({ rule, weight }: Rested): number {
  return rule === 'means-of-commission' ? Math.floor(Math.min(HEAVIEST, weight) * STEPS) : -1;
}

/** All of it, in the words of the register, as the estimate counts it. */
export function answerTermsOf(rested: Rested, evidence: readonly Said[]): ReadonlySet<string> {
  const terms = new Set([answeredBy(rested.rule)]);
  const step = stepOf(rested);
  if (step >= 0) terms.add(weighing(step));
  if (rested.isTold) terms.add(TOLD);
  for (const { rule, effect } of evidence)
    if (effect !== 'supports') terms.add(effect === 'doubts' ? doubtedBy(rule) : setAsideBy(rule));
  return terms;
}

const NOTHING: Weight = { online: 0, person: 0 };

export class RuleWeights {
  readonly #weights: ReadonlyMap<string, Weight>;
  readonly #byRule = new Map<string, Weight>();
  readonly #aside = new Map<string, Weight>();
  readonly #doubted = new Map<string, Weight>();
  readonly #bySteps: readonly Weight[];
  readonly #told: Weight;

  constructor(weights: ReadonlyMap<string, Weight>) {
    this.#weights = weights;
    this.#bySteps = Array.from(
      { length: HEAVIEST * STEPS + 1 },
      (_, step) => weights.get(weighing(step)) ?? NOTHING,
    );
    this.#told = weights.get(TOLD) ?? NOTHING;
  }

  /** Log odds that what the rules say adds to those of the words. */
  weigh(rested: Rested, evidence: readonly Said[]): Weight {
    let { online, person } = this.#of(this.#byRule, rested.rule, answeredBy);
    const step = stepOf(rested);
    if (step >= 0) {
      const { online: more, person: further } = this.#bySteps[step] as Weight;
      online += more;
      person += further;
    }
    if (rested.isTold) {
      online += this.#told.online;
      person += this.#told.person;
    }
    for (let at = 0; at < evidence.length; at += 1) {
      const { rule, effect } = evidence[at] as Said;
      // A rule that speaks of two mentions says the same twice.
      if (effect === 'supports' || isBefore(evidence, at)) continue;
      const weight =
        effect === 'doubts'
          ? this.#of(this.#doubted, rule, doubtedBy)
          : this.#of(this.#aside, rule, setAsideBy);
      online += weight.online;
      person += weight.person;
    }
    return { online, person };
  }

  /** A term is put together once for each rule. */
  #of(known: Map<string, Weight>, rule: string, termOfRule: (rule: string) => string): Weight {
    let weight = known.get(rule);
    if (weight === undefined) {
      weight = this.#weights.get(termOfRule(rule)) ?? NOTHING;
      known.set(rule, weight);
    }
    return weight;
  }
}

/** Whether the same stands earlier in the list. */
function isBefore(evidence: readonly Said[], at: number): boolean {
  const { rule, effect } = evidence[at] as Said;
  for (let before = 0; before < at; before += 1) {
    const one = evidence[before] as Said;
    if (one.rule === rule && one.effect === effect) return true;
  }
  return false;
}
