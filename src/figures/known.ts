/**
 * What is known of each force's own numbers: what its return states, and what others published as its figure. The same
 * number from both is one number with two sources; two different counts for it are a contradiction. A number broken down
 * two ways at once enters no figure, and neither does one for a period that was not asked for.
 */
import type { Count } from '#count/count.ts';
import { both, isSame } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { AreaLookUp } from './area-look-up.ts';
import { breakdownOf } from './category.ts';
import { readNote } from './doubts.ts';
import type { Breakdown, Source } from './figure.ts';
import type { FigureInput, StatedNumber } from './input.ts';
import { forceNumber } from './number.ts';
import type { Statement } from './statements.ts';

export type Known = {
  readonly number: string;
  readonly force: string;
  readonly measure: string;
  readonly unit: 'offences' | 'victims';
  readonly period: string;
  readonly breakdown: Breakdown | null;
  readonly count: Count;
  readonly method: 'stated' | 'published';
  readonly sources: readonly Source[];
  readonly vintage: string | null;
};

export type KnownNumbers = {
  readonly known: ReadonlyMap<string, Known>;
  readonly findings: readonly Finding[];
};

export function knownNumbers(
  input: FigureInput,
  forceFigures: readonly Statement[],
  look: AreaLookUp,
): KnownNumbers {
  const known = new Map<string, Known>();
  const findings: Finding[] = [];
  for (const { force, observations } of input.returns) {
    const url = readNote(look.request(force).note).urls[0] ?? null;
    for (const observation of observations) {
      const next = knownFrom(force, observation, url, input);
      if (next !== null) put(known, next, findings);
    }
  }
  for (const figure of forceFigures) put(known, fromStatement(figure), findings);
  return { known: withVintage(known), findings };
}

function knownFrom(
  force: string,
  stated: StatedNumber,
  url: string | null,
  input: FigureInput,
): Known | null {
  const { collection } = input;
  const measure = collection.measures.find(({ id }) => id === stated.measure);
  const breakdown = breakdownOf(stated);
  const isAsked = [collection.period, ...collection.compare].includes(stated.period);
  if (measure === undefined || breakdown === 'crossed' || !isAsked) return null;
  const { period, count, at } = stated;
  return {
    number: forceNumber(force, { measure: measure.id, period, breakdown }),
    force,
    measure: measure.id,
    unit: measure.unit,
    period,
    breakdown,
    count,
    method: 'stated',
    sources: [{ kind: 'return', force, at, url, count, breakdown }],
    vintage: null,
  };
}

function fromStatement(figure: Statement): Known {
  const force = figure.named[0] ?? figure.area.code;
  return {
    ...figure,
    number: forceNumber(force, figure),
    force,
    method: 'published',
    vintage: figure.release,
  };
}

function put(known: Map<string, Known>, next: Known, findings: Finding[]): void {
  const first = known.get(next.number);
  if (first === undefined) {
    known.set(next.number, next);
    return;
  }
  const count = both(first.count, next.count);
  if (count === null) {
    findings.push(finding('total-mismatch', next.sources[0]?.at ?? '', { label: 'one number stated twice' }));
    return;
  }
  // A published figure gives the vintage of the return only when it repeats the return's number.
  const vintage = isSame(first.count, next.count) ? (first.vintage ?? next.vintage) : first.vintage;
  known.set(next.number, { ...first, count, vintage, sources: [...first.sources, ...next.sources] });
}

/** A return is of one vintage: where one of its numbers was published at the time, that is when it was first stated. */
function withVintage(known: ReadonlyMap<string, Known>): ReadonlyMap<string, Known> {
  const ofForce = new Map<string, string>();
  for (const { force, vintage } of known.values()) {
    const first = ofForce.get(force);
    if (vintage !== null && (first === undefined || vintage < first)) ofForce.set(force, vintage);
  }
  return new Map(
    [...known].map(([id, one]) => [id, { ...one, vintage: one.vintage ?? ofForce.get(one.force) ?? null }]),
  );
}
