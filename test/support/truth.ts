/** Compares a reading with the truth of a sample, allowing what `ambiguities.csv` says is a fair second reading. */
import Papa from 'papaparse';
import type { Observation, Reading } from '#returns/reading.ts';

export type TruthObservation = {
  readonly measure: string;
  readonly period: string;
  readonly age: string | null;
  readonly sex: string | null;
  readonly offence: string | null;
  readonly platform: string | null;
  readonly low: number;
  readonly high: number | null;
  readonly at: string;
};

export type Truth = {
  readonly force: string | null;
  readonly outcome: string;
  readonly exemptions: readonly string[];
  readonly observations: readonly TruthObservation[];
  readonly findings: readonly { readonly level: string; readonly code: string; readonly at: string }[];
};

export type Score = {
  right: number;
  missing: number;
  wrong: number;
  extra: number;
  /** Returns' wrong or extra observations where the return has neither error nor warning. */
  silent: number;
  outcomes: number;
  exemptions: number;
  returns: number;
  findingsRight: number;
  findingsMissing: number;
};

export type Ambiguity = {
  readonly forces: ReadonlySet<string>;
  readonly item: string;
  readonly accept: string;
};

export function readAmbiguities(text: string, collection: string): readonly Ambiguity[] {
  const rows = Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
  return rows
    .filter((row) => row.collection === undefined || row.collection === collection)
    .map((row) => ({
      forces: new Set((row.force ?? '').split(/,\s*/)),
      item: row.item ?? '',
      accept: row.also_accept ?? '',
    }));
}

export function compare(
  reading: Reading,
  truth: Truth,
  ambiguities: readonly Ambiguity[],
): { score: Score; notes: string[] } {
  const notes: string[] = [];
  const score: Score = {
    right: 0,
    missing: 0,
    wrong: 0,
    extra: 0,
    silent: 0,
    outcomes: 0,
    exemptions: 0,
    returns: 1,
    findingsRight: 0,
    findingsMissing: 0,
  };
  const mayAdd = ambiguities.some((one) => /margins .*may be given/.test(`${one.item} ${one.accept}`));
  const mayStandInside = ambiguities.some(
    (one) => one.item === 'at' && one.accept.includes('a path through'),
  );
  const mayMiss = (one: TruthObservation): boolean =>
    ambiguities.some(
      (known) => known.accept === 'may be missing' && known.item === `${one.measure} for ${one.period}`,
    ) ||
    ambiguities.some(
      (known) =>
        known.accept === 'may be missing' && new RegExp(`(?<!\\d)${one.low}(?!\\d)`).test(known.item),
    );
  const left = new Map(reading.observations.map((one) => [keyOf(one), one]));
  for (const one of truth.observations) {
    const found = left.get(keyOf(one)) ?? otherTitle(one, left, ambiguities);
    if (found === undefined) {
      if (mayMiss(one)) continue;
      score.missing += 1;
      notes.push(`missing ${show(one)}`);
      continue;
    }
    left.delete(keyOf(found));
    const high = found.count.high === Number.POSITIVE_INFINITY ? null : found.count.high;
    if (
      (found.count.low === one.low && high === one.high) ||
      isAccepted(one, found.count.low, high, ambiguities)
    ) {
      score.right += 1;
      const inside = mayStandInside && fileOf(found.at).startsWith(fileOf(one.at));
      if (fileOf(found.at) !== fileOf(one.at) && !inside)
        notes.push(`place ${found.at} instead of ${one.at}`);
    } else {
      score.wrong += 1;
      notes.push(`wrong   ${show(one)} read as ${found.count.low}..${high}`);
    }
  }
  for (const one of left.values()) {
    if (mayAdd && one.offence === null) continue;
    score.extra += 1;
    notes.push(`extra   ${show({ ...one, low: one.count.low, high: one.count.high })}`);
  }
  const warned = reading.findings.some((one) => one.level !== 'info');
  if (!warned) score.silent += score.wrong + score.extra;
  const outcomes = new Set([
    truth.outcome,
    ...ambiguities.filter((one) => one.item === 'outcome').flatMap((one) => one.accept.split(' or ')),
  ]);
  if (outcomes.has(reading.outcome)) score.outcomes = 1;
  else notes.push(`outcome ${reading.outcome} instead of ${truth.outcome}`);
  if ([...reading.exemptions].sort().join() === [...truth.exemptions].sort().join()) score.exemptions = 1;
  else notes.push(`exemptions ${reading.exemptions.join()} instead of ${truth.exemptions.join()}`);
  if (truth.force !== reading.force) notes.push(`force ${reading.force} instead of ${truth.force}`);
  const codes = reading.findings.map((one) => one.code as string);
  for (const code of new Set(truth.findings.map((one) => one.code))) {
    if (codes.includes(code)) score.findingsRight += 1;
    else {
      score.findingsMissing += 1;
      notes.push(`finding ${code} not raised`);
    }
  }
  const expected = new Set(truth.findings.map((one) => one.code));
  for (const one of reading.findings) {
    if (one.level === 'error' && !expected.has(one.code))
      notes.push(`unexpected error ${one.code} ${one.at} ${JSON.stringify(one.facts)}`);
  }
  return { score, notes };
}

function keyOf(one: TruthObservation | Observation): string {
  return JSON.stringify([one.measure, one.period, one.age, one.sex, codeIn(one.offence), one.platform]);
}

/** "14-null instead of 0-null": other bounds for a number that the item names by its category. */
function isAccepted(
  one: TruthObservation,
  low: number,
  high: number | null,
  ambiguities: readonly Ambiguity[],
): boolean {
  return ambiguities.some(
    ({ item, accept }) =>
      accept.includes(`${low}-${high} instead of ${one.low}-${one.high}`) &&
      [one.age, one.sex, one.platform, one.offence].some((dim) => dim !== null && item.includes(dim)),
  );
}

/** `86/2` and `86/02` are one code; the contract does not say how many figures it has. */
function codeIn(offence: string | null): string | null {
  return offence === null ? null : offence.replace(/^(\d{1,3}[A-Z]?)\/0?(\d)$/u, '$1/0$2');
}

/** A title where the other reading has a code, where the ambiguities allow both. */
function otherTitle(
  one: TruthObservation,
  left: ReadonlyMap<string, Observation>,
  ambiguities: readonly Ambiguity[],
): Observation | undefined {
  const allowed = ambiguities.find(
    (known) => known.item.startsWith('offence') && known.item.includes(one.offence ?? '\u0000'),
  );
  if (allowed === undefined && !ambiguities.some((known) => known.item.startsWith('offence')))
    return undefined;
  return [...left.values()].find(
    (other) =>
      other.offence !== null &&
      keyOf({ ...one, offence: other.offence }) === keyOf(other) &&
      allowed?.accept.includes(other.offence) === true,
  );
}

function fileOf(at: string): string {
  return at.split('#')[0] ?? at;
}

function show(one: {
  measure: string;
  period: string;
  age: string | null;
  sex: string | null;
  offence: string | null;
  platform: string | null;
  low: number;
  high: number | null;
  at: string;
}): string {
  const dims = [one.age, one.sex, one.offence, one.platform].filter((dim) => dim !== null).join(' ');
  return `${one.measure} ${one.period} ${dims === '' ? 'all' : dims} ${one.low}..${one.high} at ${one.at}`;
}
