/**
 * From stated numbers to observations: each given its measure, its count and its place; what means the same brought
 * together; what stands twice, differs or is not an answer reported. Nothing becomes an observation that is not clear.
 */
import type { Collection, Measure } from '#collection/collection.ts';
import { add, type Count, isExact, isSame } from '#count/count.ts';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import { dayNumber, dayText, type Period, written } from '#period/period.ts';
import type { MarkerRules } from '../marker-rules.ts';
import type { Observation } from '../reading.ts';
import type { Stated, Sum } from '../stated.ts';
import type { Walked } from '../walk.ts';
import { breakdownMismatches, totalMismatches, victimsBelowOffences } from './checks.ts';
import { type Counted, countAll } from './counts.ts';
import { type Belongs, belongs, ownCodes } from './measure.ts';

export type Assembled = {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  readonly hiddenWhole: boolean;
};

type Candidate = {
  readonly observation: Observation;
  readonly stated: number;
  readonly label: string;
  readonly block: string;
  readonly isTotal: boolean;
};

export function assemble(
  walked: Walked,
  collection: Collection,
  rules: MarkerRules,
  distrustSentences: boolean,
): Assembled {
  const findings: Finding[] = [];
  const stated = totalsOverPeriods(walked.stated, walked.sums);
  const counted = countAll(stated, walked.sums, rules);
  const candidates: Candidate[] = [];
  const pieces: { stated: Stated; count: Count; measure: string; offence: string | null; at: number }[] = [];
  const own = ownCodes(collection).size > 0;
  const byBlock = measuresOfBlocks(stated, collection, walked);
  const ownerOf = (one: Stated): Belongs => {
    const owner = belongs(one, collection, walked.questions);
    const measure = byBlock.get(one.block);
    return owner.kind === 'unclear' && one.isTotal && measure !== undefined
      ? { kind: 'measure', measure, offence: null }
      : owner;
  };
  stated.forEach((one, at) => {
    const known = counted[at];
    if (known === undefined) return;
    if (one.not !== null && one.not.why !== 'part of a period') {
      if (
        one.not.finding !== null &&
        (one.value !== null || one.not.why === 'twice' || one.not.why === 'label not understood')
      )
        findings.push(finding(one.not.finding.code, one.at, one.not.finding.facts));
      else if (one.value !== null && ['work', 'remark', 'no unit', 'points below'].includes(one.not.why))
        findings.push(finding('decoy-number', one.at, { value: one.text, why: one.not.why }));
      return;
    }
    if (one.value?.kind === 'absent') return;
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
    const period = one.period ?? walked.questions.get(one.question ?? 0)?.period ?? null;
    candidates.push({
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
    if (known.hidden) findings.push(finding('hidden-value', one.at, { label: one.labels }));
  });
  candidates.push(...wholePeriods(pieces, collection, findings));
  candidates.sort((a, b) => a.stated - b.stated);
  const merged = merge(candidates, counted, walked.sums, findings);
  findings.push(...totalMismatches(stated, counted, walked.sums));
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
  return { observations: merged, findings, hiddenWhole: isHiddenWhole(stated, counted) };
}

/** The one measure that the numbers of a block belong to: its totals, which say no breakdown, belong there too. */
function measuresOfBlocks(
  stated: readonly Stated[],
  collection: Collection,
  walked: Walked,
): ReadonlyMap<string, Measure> {
  const found = new Map<string, Measure | null>();
  for (const one of stated) {
    if (one.not !== null) continue;
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

function isSentence(one: Stated): boolean {
  return one.block === one.at;
}

/** A total down a column of periods is for all of them together, never for the one asked about. */
function totalsOverPeriods(stated: readonly Stated[], sums: readonly Sum[]): readonly Stated[] {
  const spans = new Map<number, Period | null>();
  for (const { whole, parts, over } of sums) {
    if (over !== 'period') continue;
    const periods = parts
      .flatMap((part) => stated[part]?.period ?? [])
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    const distinct = periods.filter(
      (one, at) => at === 0 || written(one) !== written(periods[at - 1] ?? one),
    );
    const joined = distinct.every(
      (one, at) => at === 0 || distinct[at - 1]?.to === dayText(dayNumber(one.from) - 1),
    );
    const [first, last] = [distinct[0], distinct.at(-1)];
    spans.set(
      whole,
      joined && first !== undefined && last !== undefined && periods.length === parts.length
        ? { from: first.from, to: last.to }
        : null,
    );
  }
  return stated.map((one, at) => {
    const span = spans.get(at);
    if (span === undefined) return one;
    return span === null
      ? { ...one, not: { why: 'total over several periods', finding: null } }
      : { ...one, period: span };
  });
}

/** Months and quarters added up to the periods they fill without gap or overlap; what fills none is reported. */
function wholePeriods(
  pieces: readonly { stated: Stated; count: Count; measure: string; offence: string | null; at: number }[],
  collection: Collection,
  findings: Finding[],
): Candidate[] {
  const groups = new Map<string, (typeof pieces)[number][]>();
  for (const piece of pieces) {
    const { stated } = piece;
    const id = JSON.stringify([
      stated.block,
      piece.measure,
      piece.offence,
      stated.age,
      stated.sex,
      stated.platform,
    ]);
    groups.set(id, [...(groups.get(id) ?? []), piece]);
  }
  const found: Candidate[] = [];
  for (const group of groups.values()) {
    const used = new Set<(typeof pieces)[number]>();
    for (const text of [collection.period, ...collection.compare]) {
      const [from, to] = text.split('/');
      if (from === undefined || to === undefined) continue;
      const inside = group.filter(
        (piece) =>
          piece.stated.period !== null && from <= piece.stated.period.from && piece.stated.period.to <= to,
      );
      const sorted = [...inside].sort((a, b) =>
        (a.stated.period?.from ?? '') < (b.stated.period?.from ?? '') ? -1 : 1,
      );
      const fills =
        sorted.length > 0 &&
        sorted[0]?.stated.period?.from === from &&
        sorted.at(-1)?.stated.period?.to === to &&
        sorted.every(
          (piece, at) =>
            at === 0 ||
            sorted[at - 1]?.stated.period?.to === dayText(dayNumber(piece.stated.period?.from ?? '') - 1),
        );
      const [first] = sorted;
      if (!fills || first === undefined) continue;
      for (const piece of inside) used.add(piece);
      found.push({
        stated: first.at,
        label: first.stated.labels,
        block: first.stated.block,
        isTotal: false,
        observation: {
          measure: first.measure,
          period: text,
          age: first.stated.age === '0-17' ? null : first.stated.age,
          sex: first.stated.sex,
          offence: first.offence,
          platform: first.stated.platform,
          count: sorted.map((piece) => piece.count).reduce(add),
          at: joinPlaces(sorted.map((piece) => piece.stated.at)),
        },
      });
    }
    for (const piece of group) {
      if (!used.has(piece)) {
        findings.push(
          finding('period-mismatch', piece.stated.at, {
            period: piece.stated.period === null ? '' : written(piece.stated.period),
            asked: collection.period,
          }),
        );
        break;
      }
    }
  }
  return found;
}

function merge(
  candidates: readonly Candidate[],
  counted: readonly Counted[],
  sums: readonly Sum[],
  findings: Finding[],
): readonly Observation[] {
  const groups = new Map<string, Candidate[]>();
  for (const one of candidates)
    groups.set(key(one.observation), [...(groups.get(key(one.observation)) ?? []), one]);
  const found: Observation[] = [];
  for (const group of groups.values()) {
    const byBlock = new Map<string, Candidate[]>();
    for (const one of group) byBlock.set(one.block, [...(byBlock.get(one.block) ?? []), one]);
    const perBlock = [...byBlock.values()].flatMap((same) => withinBlock(same, counted, sums, findings));
    const [first, ...others] = perBlock;
    if (first === undefined) continue;
    let kept = first;
    for (const other of others) {
      if (isSame(other.count, kept.count)) continue;
      const overlap = other.count.low <= kept.count.high && kept.count.low <= other.count.high;
      if (overlap && !isExact(kept.count) && isExact(other.count)) kept = other;
      else if (!overlap) {
        found.push(other);
        findings.push(
          finding('total-mismatch', other.at, {
            label: other.measure,
            stated: `${kept.count.low}`,
            partsLow: other.count.low,
            partsHigh: other.count.high,
            why: 'stated twice, differently',
          }),
        );
      }
    }
    found.push(kept);
  }
  const order = new Map(candidates.map((one, at) => [one.observation.at, at]));
  return found.sort(
    (a, b) => (order.get(a.at.replace(/,.*$/u, '')) ?? 0) - (order.get(b.at.replace(/,.*$/u, '')) ?? 0),
  );
}

/** Numbers of one block that mean the same: spellings of one category are added; the same label again is a row twice. */
function withinBlock(
  same: readonly Candidate[],
  counted: readonly Counted[],
  sums: readonly Sum[],
  findings: Finding[],
): readonly Observation[] {
  const [first, ...others] = same;
  if (first === undefined) return [];
  if (others.length === 0) return [first.observation];
  if (same.every((one) => isSentencePlace(one))) return distinctCounts(same, findings);
  const kept: Candidate[] = [];
  for (const one of same) {
    const twin = kept.find((other) => other.label.trim().toLowerCase() === one.label.trim().toLowerCase());
    if (twin === undefined || provedBoth(twin, one, counted, sums)) kept.push(one);
    else findings.push(finding('duplicate-row', one.observation.at, { label: one.label }));
  }
  if (kept.some((one) => one.isTotal)) {
    return distinctCounts(kept, findings);
  }
  const count = kept.map((one) => one.observation.count).reduce(add);
  return [{ ...first.observation, count, at: joinPlaces(kept.map((one) => one.observation.at)) }];
}

function isSentencePlace(one: Candidate): boolean {
  return one.block === one.observation.at;
}

function distinctCounts(same: readonly Candidate[], findings: Finding[]): readonly Observation[] {
  const kept: Observation[] = [];
  for (const { observation } of same) {
    if (kept.some((other) => isSame(other.count, observation.count))) continue;
    if (kept.length > 0)
      findings.push(
        finding('total-mismatch', observation.at, {
          label: observation.measure,
          stated: `${kept[0]?.count.low}`,
          partsLow: observation.count.low,
          partsHigh: observation.count.high,
          why: 'stated twice, differently',
        }),
      );
    kept.push(observation);
  }
  return kept;
}

/** A stated total that needs both rows, the same label twice or not, proves that they are two. */
function provedBoth(a: Candidate, b: Candidate, counted: readonly Counted[], sums: readonly Sum[]): boolean {
  return sums.some(({ whole, parts }) => {
    if (!parts.includes(a.stated) || !parts.includes(b.stated)) return false;
    const total = counted[whole]?.bounds;
    const added = parts.reduce<Count>(
      (left, part) => add(left, counted[part]?.bounds ?? { low: 0, high: 0 }),
      { low: 0, high: 0 },
    );
    return total !== undefined && isExact(total) && isExact(added) && total.low === added.low;
  });
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

export function key(one: Observation): string {
  return JSON.stringify([one.measure, one.period, one.age, one.sex, one.offence, one.platform]);
}

/** `book.xlsx#Data!B7` and `…!B15` as one place: `book.xlsx#Data!B7,B15`. */
export function joinPlaces(places: readonly string[]): string {
  const [first, ...others] = [...new Set(places)];
  if (first === undefined) return '';
  const head = first.slice(0, Math.max(first.lastIndexOf('!'), first.lastIndexOf('#')) + 1);
  return [first, ...others.map((place) => (place.startsWith(head) ? place.slice(head.length) : place))].join(
    ',',
  );
}
