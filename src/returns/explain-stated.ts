/**
 * What became of each number that was gathered from a return: the observation it was read as, the parts it was checked
 * against as their total, or why it is no answer. Says `unread` where it was left out because it was not clear.
 */
import type { Collection } from '#collection/collection.ts';
import { add, type Count, toWritten } from '#count/count.ts';
import type { Finding } from '#finding/finding.ts';
import { contains, period as periodOf } from '#period/period.ts';
import type { Trace } from './assemble/assemble.ts';
import { type Candidate, key } from './assemble/candidate.ts';
import { belongs } from './assemble/measure.ts';
import type { Observation } from './reading.ts';
import type { Stated, Sum } from './stated.ts';
import type { Walked } from './walk.ts';

export type Fate = {
  readonly fate: 'observation' | 'total' | 'not-an-answer' | 'unread';
  /** What it was read as or why it is no answer; for `unread` the code of the finding that names it, or ''. */
  readonly as: string;
};

/** Reasons the reader gives, in plain words. One that is not here is told as it was given. */
const REASONS: Readonly<Record<string, string>> = {
  'no unit': 'counts neither offences nor victims',
  'total over several periods': 'a total over several periods',
  'points below': 'points to figures elsewhere',
  decided: 'left out by a decision',
  conditional: 'an example, a condition or an instruction',
  twice: 'a row that stands twice',
  word: 'a word, not a count',
  work: 'records, hours or cost of answering',
};

export function reasonOf(why: string): string {
  return REASONS[why] ?? why;
}

export type FatesOf = {
  readonly walked: Pick<Walked, 'sums' | 'questions'>;
  readonly trace: Trace;
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  readonly collection: Collection;
};

/** The fate of each stated number, by its position among them; null for a blank that was not read. */
export function fatesOf(all: FatesOf): readonly (Fate | null)[] {
  const { trace, observations, walked } = all;
  const candidates = new Map(trace.candidates.map((one) => [one.stated, one]));
  const byKey = Map.groupBy(observations, key);
  const totals = Map.groupBy(walked.sums, ({ whole }) => whole);
  const byPlace = Map.groupBy(all.findings, ({ at }) => at);
  return trace.stated.map((one, at): Fate | null => {
    const sums = totals.get(at) ?? [];
    const read =
      readAs(one, at, candidates, byKey, trace) ?? notRead(one, at, all, byPlace.get(one.at) ?? []);
    if (read === null || sums.length === 0 || read.fate === 'unread') return read;
    return { fate: 'total', as: [read.as, ...sums.map((sum) => checked(sum, trace))].join('; ') };
  });
}

function readAs(
  one: Stated,
  at: number,
  candidates: ReadonlyMap<number, Candidate>,
  byKey: ReadonlyMap<string, readonly Observation[]>,
  { twice, candidates: all }: Trace,
): Fate | null {
  if (twice.has(at)) return { fate: 'not-an-answer', as: 'a row that stands twice, counted once' };
  const candidate = candidates.get(at) ?? wholeOf(one, all);
  if (candidate === undefined) return null;
  const same = byKey.get(key(candidate.observation)) ?? [];
  const own = same.find((other) => placesOf(other.at).includes(one.at) && fits(other, candidate));
  const [other] = same;
  if (own === undefined && other === undefined) return null;
  if (own !== undefined) return { fate: 'observation', as: described(own) };
  return other === undefined
    ? null
    : { fate: 'observation', as: `${described(other)}, stated here again and read at ${other.at}` };
}

/** A month or quarter is a part of the period it was added up to. */
function wholeOf(one: Stated, all: readonly Candidate[]): Candidate | undefined {
  const own = one.period;
  if (one.not?.why !== 'part of a period' || own === null) return undefined;
  return all.find(({ observation, block }) => {
    const whole = periodOf(observation.period);
    return (
      block === one.block &&
      whole !== null &&
      contains(whole, own) &&
      placesOf(observation.at).includes(one.at)
    );
  });
}

function fits(other: Observation, { observation, stated, isTotal }: Candidate): boolean {
  const joined = placesOf(other.at).length > 1;
  return joined || isTotal || stated < 0 || other.count.low === observation.count.low;
}

function notRead(one: Stated, at: number, all: FatesOf, near: readonly Finding[]): Fate | null {
  if (one.value === null) return null;
  if (one.not !== null && one.not.why !== 'part of a period') {
    const { why, finding } = one.not;
    return finding === null || why === 'twice'
      ? { fate: 'not-an-answer', as: reasonOf(why) }
      : { fate: 'unread', as: finding.code };
  }
  if (one.age !== null && Number.parseInt(one.age, 10) >= 18) return { fate: 'not-an-answer', as: 'adults' };
  if (one.value.kind === 'absent') return { fate: 'not-an-answer', as: 'said not to be held or known' };
  if (belongs(one, all.collection, all.walked.questions).kind === 'other-offence')
    return { fate: 'not-an-answer', as: 'another offence' };
  if (all.trace.counted[at]?.count === null && one.value.kind === 'dash')
    return { fate: 'unread', as: 'blank-ambiguous' };
  const named = near.find(
    ({ code, facts }) => code === 'unread-number' && (facts.value === one.text || facts.value === undefined),
  );
  return { fate: 'unread', as: named?.code ?? '' };
}

function checked({ parts }: Sum, { stated, counted, twice }: Trace): string {
  const own = parts.filter((part) => !twice.has(part));
  const added = own.reduce<Count>((left, part) => add(left, counted[part]?.bounds ?? { low: 0, high: 0 }), {
    low: 0,
    high: 0,
  });
  const labels = own.map((part) => stated[part]?.labels ?? '').filter((label) => label !== '');
  const first = labels.length === 0 ? '' : ` (${labels[0]}${labels.length > 1 ? ' …' : ''})`;
  return `total of ${own.length} parts${first}, which add up to ${amount(added)}`;
}

/** `offences, 2024-04-01/2025-03-31, female, snapchat: 29`. */
export function described({ measure, period, age, sex, offence, platform, count }: Observation): string {
  const category = [
    age === null ? null : `age ${age}`,
    sex === 'unknown' || sex === 'other' ? `sex ${sex}` : sex,
    offence,
    platform === 'unknown' || platform === 'other' ? `platform ${platform}` : platform,
  ].filter((one) => one !== null);
  return `${[measure, period, ...category].join(', ')}: ${amount(count)}`;
}

export function amount(count: Count): string {
  const { low, high } = toWritten(count);
  return high === low ? `${low}` : high === null ? `${low} or more` : `${low} to ${high}`;
}

/** `file#Sheet!B7,B15` stands for both cells of the one sheet. */
export function placesOf(at: string): readonly string[] {
  const start = Math.max(at.lastIndexOf('!'), at.lastIndexOf('#')) + 1;
  return at
    .slice(start)
    .split(',')
    .map((place) => `${at.slice(0, start)}${place.trim()}`);
}
