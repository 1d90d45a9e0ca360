/**
 * From stated numbers to observations: each given its measure, its count and its place; what means the same brought
 * together; what stands twice, differs or is not an answer reported. Nothing becomes an observation that is not clear.
 */
import type { Collection, Measure } from '#collection/collection.ts';
import { finding } from '#finding/catalogue.ts';
import type { Facts, Finding } from '#finding/finding.ts';
import { contains, days, period as periodOf, written } from '#period/period.ts';
import { listsPartOnly } from '../letters/listed-part.ts';
import type { MarkerRules } from '../marker-rules.ts';
import type { Observation } from '../reading.ts';
import type { Stated } from '../stated.ts';
import type { Walked } from '../walk.ts';
import { isBeside, settled } from './beside.ts';
import { type Candidate, key } from './candidate.ts';
import { breakdownMismatches, totalMismatches, victimsBelowOffences } from './checks.ts';
import { unconfirmed } from './confirmed.ts';
import { type Counted, countAll } from './counts.ts';
import { withoutDoubtful } from './doubtful.ts';
import { type Belongs, belongs, ownCodes } from './measure.ts';
import { merge } from './merge.ts';
import { repeatedBlocks } from './repeated-blocks.ts';
import { type Piece, totalsOverPeriods, wholePeriods } from './whole-periods.ts';

export type Assembled = {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  readonly hiddenWhole: boolean;
  /** How it came to that, for showing the page: numbers in the order they were stated. */
  readonly trace: Trace;
};

export type Trace = {
  readonly stated: readonly Stated[];
  readonly counted: readonly Counted[];
  readonly candidates: readonly Candidate[];
  /** Positions of numbers found to stand twice. */
  readonly twice: ReadonlySet<number>;
};

export function assemble(
  walked: Walked,
  collection: Collection,
  rules: MarkerRules,
  distrustSentences: boolean,
): Assembled {
  const findings: Finding[] = [];
  const stated = [...totalsOverPeriods(walked.stated, walked.sums)];
  const counted = countAll(stated, walked.sums, rules);
  const all: Candidate[] = [];
  const pieces: Piece[] = [];
  const own = ownCodes(collection).size > 0;
  const byBlock = measuresOfBlocks(stated, collection, walked);
  const doubted = new Set<string>();
  const titles = new Set<string>();
  const ownerOf = (one: Stated): Belongs => {
    const owner = belongs(one, collection, walked.questions);
    const measure = byBlock.get(one.block);
    if (gaveWay(one, measure)) {
      if (!doubted.has(one.block)) {
        const { at, labels } = one;
        findings.push(finding('unit-ambiguous', at, { label: labels, unit: measure.unit }));
      }
      doubted.add(one.block);
      if (one.isTotal && owner.kind === 'measure') return { ...owner, measure };
    }
    if (
      owner.kind === 'measure' &&
      (isAskedOfOffences(one, owner.measure, collection) ||
        isAskedOfOthers(one, owner.measure, collection)) &&
      !doubted.has(one.block)
    ) {
      const { at, labels } = one;
      findings.push(finding('unit-ambiguous', at, { label: labels, unit: owner.measure.unit }));
      doubted.add(one.block);
    }
    if (owner.kind !== 'unclear') return owner;
    if (one.isTotal && measure !== undefined) return { kind: 'measure', measure, offence: null };
    const [first] = collection.measures;
    if (first === undefined || !mayBeFirst(one)) return owner;
    const isSaid = /\b(?:offences|crimes)\b/iu.test(one.labels) && !/\bvictims?\b/iu.test(one.labels);
    const isOnly = collection.measures.every(({ unit }) => unit === first.unit);
    if (!doubted.has(one.block) && !isOnly && !(isSaid && first.unit === 'offences'))
      findings.push(finding('unit-ambiguous', one.at, { label: one.labels, unit: first.unit }));
    doubted.add(one.block);
    return { kind: 'measure', measure: first, offence: null };
  };
  const left: number[] = [];
  const leave = (one: Stated): void => {
    const raised = one.not?.finding ?? null;
    if (raised !== null) findings.push(finding(raised.code, one.at, factsOf(one, raised)));
    else if (['work', 'remark', 'no unit', 'points below'].includes(one.not?.why ?? ''))
      findings.push(finding('decoy-number', one.at, { value: one.text, why: one.not?.why ?? '' }));
  };
  stated.forEach((one, at) => {
    const known = counted[at];
    if (known === undefined) return;
    if (isBeside(one)) {
      left.push(at);
      return;
    }
    if (one.not !== null && one.not.why !== 'part of a period') {
      const isBlankTold = one.not.finding !== null && ['twice', 'label not understood'].includes(one.not.why);
      if (one.value !== null || isBlankTold) leave(one);
      return;
    }
    if (one.value?.kind === 'absent') return;
    if (one.value !== null && isAdult(one.age)) {
      findings.push(finding('decoy-number', one.at, { value: one.text, label: one.labels, why: 'adults' }));
      return;
    }
    const owner = ownerOf(one);
    if (owner.kind === 'other-offence') {
      if (one.value !== null)
        findings.push(
          finding(own ? 'decoy-number' : 'unknown-category', one.at, {
            value: one.text,
            label: owner.offence,
            why: 'another offence',
          }),
        );
      return;
    }
    if (owner.kind === 'unclear') {
      if (one.value !== null && !/^\d+[.)]?$/.test(one.labels.trim()))
        findings.push(finding('unread-number', one.at, { value: one.text, label: one.labels }));
      return;
    }
    if (known.count === null) {
      if (known.blank) findings.push(finding('blank-ambiguous', one.at, { label: one.labels }));
      return;
    }
    if (
      distrustSentences &&
      isSentence(one) &&
      !(one.unit !== null && one.period !== null) &&
      one.question === null
    ) {
      findings.push(finding('unread-number', one.at, { value: one.text, label: one.labels }));
      return;
    }
    if (one.not?.why === 'part of a period') {
      pieces.push({ stated: one, count: known.count, measure: owner.measure.id, offence: owner.offence, at });
      return;
    }
    if (isSentence(one) && isOdd(one.period, collection)) {
      findings.push(finding('unread-number', one.at, { value: one.text, label: one.labels }));
      return;
    }
    const period = one.period ?? walked.questions.get(one.question ?? 0)?.period ?? null;
    all.push({
      stated: at,
      label: one.labels,
      block: one.block,
      isTotal: one.isTotal,
      observation: {
        measure: owner.measure.id,
        period: period === null ? collection.period : written(period),
        age: one.age === '0-17' ? null : one.age,
        sex: one.sex,
        offence: owner.offence,
        platform: one.platform,
        count: known.count,
        at: one.at,
      },
    });
    if (owner.offence !== null && one.offence?.isUnknown === true && !titles.has(owner.offence)) {
      titles.add(owner.offence);
      const why = 'its numbers were kept under this title and under no code';
      findings.push(finding('unknown-category', one.at, { label: one.offence.title, why }));
    }
    if (one.doubt !== undefined) findings.push(finding(one.doubt.code, one.at, one.doubt.facts));
    if (known.hidden) findings.push(finding('hidden-value', one.at, { label: one.labels }));
  });
  all.push(...wholePeriods(pieces, collection, findings));
  all.sort((a, b) => a.stated - b.stated);
  for (const at of left) {
    const one = stated[at];
    if (one === undefined) continue;
    stated[at] = settled(one, all, collection);
    leave(stated[at]);
  }
  const candidates = withoutDoubtful(all, stated, findings);
  const twice = new Set<number>();
  const merged = merge(candidates, counted, walked.sums, findings, twice);
  findings.push(...repeatedBlocks(candidates));
  findings.push(...totalMismatches(stated, counted, walked.sums, twice, listsPartOnly(walked.reply)));
  findings.push(...unconfirmed(candidates, stated, merged, counted, walked.sums));
  const blocks = new Map(candidates.map((one) => [key(one.observation), one.block]));
  const summed = new Set(walked.sums.flatMap((sum) => [...sum.parts]));
  const summedKeys = new Set(
    candidates.filter((one) => summed.has(one.stated)).map((one) => key(one.observation)),
  );
  findings.push(
    ...breakdownMismatches(
      merged,
      (one) => blocks.get(key(one)) ?? '',
      (one) => summedKeys.has(key(one)) && hasTotalBeside(one, merged, blocks),
    ),
  );
  findings.push(
    ...victimsBelowOffences(
      merged,
      (id) => collection.measures.find((measure) => measure.id === id)?.unit ?? '',
    ),
  );
  return {
    observations: merged,
    findings,
    hiddenWhole: isHiddenWhole(stated, counted),
    trace: { stated, counted, candidates, twice },
  };
}

/** A band that no child is in: a return is about children, whatever else it tells beside them. */
function isAdult(age: string | null): boolean {
  return age !== null && Number.parseInt(age, 10) >= 18;
}

/**
 * A bare total for a period that says neither offences nor victims: read as what was asked first, with the doubt said. A
 * number with a breakdown, in a sentence, or without a period of its own is not read so.
 */
function mayBeFirst(one: Stated): boolean {
  return isPlain(one) && one.period !== null && !isSentence(one) && one.value !== null;
}

function factsOf(one: Stated, { code, facts }: NonNullable<NonNullable<Stated['not']>['finding']>): Facts {
  return code === 'unread-number' && facts.value === undefined
    ? { value: one.text, label: one.labels, ...facts }
    : facts;
}

/** A month or a quarter in a sentence that no year asked for holds: "3 more were recorded in April 2025". */
function isOdd(span: Stated['period'], collection: Collection): boolean {
  if (span === null || days(span) > LONGEST_QUARTER) return false;
  return ![collection.period, ...collection.compare].some((asked) => {
    const whole = periodOf(asked);
    return whole !== null && contains(whole, span);
  });
}

const LONGEST_QUARTER = 92;

/** "Offences" over ages that were asked of victims: the file says so, and may mean the victims all the same. */
function isAskedOfOthers(one: Stated, measure: Measure, collection: Collection): boolean {
  const dims = (['age', 'sex', 'platform'] as const).filter((dim) => one[dim] !== null);
  const holds = (other: Measure): boolean => dims.every((dim) => other.breakdowns.includes(dim));
  return (
    one.measure === undefined && one.value !== null && !holds(measure) && collection.measures.some(holds)
  );
}

/** Ages that were asked of offences, in a table that says neither offences nor victims: people have ages too. */
function isAskedOfOffences(one: Stated, measure: Measure, collection: Collection): boolean {
  return (
    one.unit === null &&
    one.measure === undefined &&
    one.value !== null &&
    ((one.age !== null && one.age !== '0-17') || one.sex !== null) &&
    measure.unit === 'offences' &&
    collection.measures.some(({ unit }) => unit === 'victims')
  );
}

function isPlain(one: Stated): boolean {
  return one.age === null && one.sex === null && one.platform === null && one.offence === null;
}

/** The one measure that the numbers of a block belong to: its totals, which say no breakdown, belong there too. */
function measuresOfBlocks(
  stated: readonly Stated[],
  collection: Collection,
  walked: Walked,
): ReadonlyMap<string, Measure> {
  const found = new Map<string, Measure | null>();
  for (const one of stated) {
    if (one.not !== null && one.not.why !== 'part of a period') continue;
    // Under a heading "Total" an age is still an age; a total of a title or of everything says nothing of what it counts.
    if (one.isTotal && !one.ownUnit && one.age === null && one.sex === null) continue;
    const owner = belongs(one, collection, walked.questions);
    if (owner.kind !== 'measure') continue;
    const known = found.get(one.block);
    found.set(one.block, known === undefined || known?.id === owner.measure.id ? owner.measure : null);
  }
  return new Map(
    [...found].flatMap(([block, measure]) => (measure === null ? [] : [[block, measure] as const])),
  );
}

/** The breakdown's own block states its total, so the sum is checked there already. */
function hasTotalBeside(
  one: Observation,
  all: readonly Observation[],
  blocks: ReadonlyMap<string, string>,
): boolean {
  const block = blocks.get(key(one));
  return all.some(
    (other) =>
      other.measure === one.measure &&
      other.period === one.period &&
      other.age === null &&
      other.sex === null &&
      other.platform === null &&
      other.offence === null &&
      blocks.get(key(other)) === block,
  );
}

/** A table headed "Count of crimes" over ages or sexes, which were asked of victims: the heading's unit gives way, with the doubt said. */
function gaveWay(one: Stated, measure: Measure | undefined): measure is Measure {
  return (
    measure !== undefined &&
    one.unit !== null &&
    !one.ownUnit &&
    one.unit !== measure.unit &&
    !isSentence(one)
  );
}

function isSentence(one: Stated): boolean {
  return one.block === one.at;
}

/** Every number of a block of two or more is hidden, or said not to be there. */
function isHiddenWhole(stated: readonly Stated[], counted: readonly Counted[]): boolean {
  const blocks = new Map<string, { all: number; hidden: number }>();
  stated.forEach((one, at) => {
    if (one.value === null || isSentence(one) || one.isTotal) return;
    const block = blocks.get(one.block) ?? { all: 0, hidden: 0 };
    blocks.set(one.block, {
      all: block.all + 1,
      hidden: block.hidden + (counted[at]?.hidden === true || one.value.kind === 'absent' ? 1 : 0),
    });
  });
  return [...blocks.values()].some(({ all, hidden }) => all > 1 && all === hidden);
}
