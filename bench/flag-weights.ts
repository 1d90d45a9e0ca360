/**
 * Estimates what the words of a text, and the order of its parties, acts and means, weigh for and against the online flag, and for a
 * person to decide. Logistic regression over the different terms of a narrative and the kind of offence, each scaled by the length of
 * the text, with shrinkage; twice: what weighs little at first is left out, so that a person can read what is kept. The same records
 * give the same weights.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '#flag/lexicon.ts';
import { Reading } from '#flag/reading.ts';
import { Scan } from '#flag/scan.ts';
import { signsOf } from '#flag/signs.ts';
import { Vocabulary } from '#flag/vocabulary.ts';
import { knownOf, START, termsOf, type Weight } from '#flag/word-weights.ts';
import { parseRecord } from '#record/record.ts';
import { numbersFrom } from '../test/support/extract.ts';

/** Steps over all records, their length and how much of a step goes on, and shrinkage. */
const STEPS = 1200;
const STEP = 6;
const GOES_ON = 0.9;
const SHRINK = 0.00005;
/** In how many records a term must stand to weigh, and how many terms are kept. */
const LEAST_RECORDS = 4;
const KEPT = 8000;

export type Example = {
  readonly terms: readonly string[];
  readonly label: string;
  /** How much it counts: a record by itself 1, and each of its copies among ordinary sentences half as much. */
  readonly counts: number;
};

type Line = { readonly label: string; readonly mo: string };

/**
 * Sentences of administration that stand in records of every kind. Without them the words of whoever attended, seized and referred
 * stand in the practice records by chance of one kind more often than of the other, and weigh.
 */
const ORDINARY = readFileSync(join(import.meta.dirname, 'data', 'ordinary-sentences.txt'), 'utf8')
  .trim()
  .split('\n');
/** How many of them stand round a record in each of its copies, from and to. */
const COPIES = [
  [2, 5],
  [4, 11],
] as const;
/** Share of them that stand before the record. */
const BEFORE = 0.35;

/** What a record teaches: as it stands, and among ordinary sentences that say nothing of the means. The same line gives the same. */
export function exampleReader(lexicon: Lexicon): (line: string) => readonly Example[] {
  const scan = new Scan(new Vocabulary(lexicon));
  const example = (json: Line, counts: number): Example => {
    const reading = new Reading(parseRecord(json), scan);
    const terms = new Set([
      ...knownOf(reading.family, reading.record.locationType),
      ...termsOf(scan),
      ...signsOf(reading),
    ]);
    return { terms: [...terms], label: json.label, counts };
  };
  return (line) => {
    const json: Line = JSON.parse(line);
    const random = numbersFrom(Buffer.from(line).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7));
    const copies = COPIES.map(([from, to]) => {
      const before: string[] = [];
      const after: string[] = [];
      for (let n = from + Math.floor(random() * (to - from + 1)); n > 0; n -= 1) {
        const sentence = ORDINARY[Math.floor(random() * ORDINARY.length)] as string;
        (random() < BEFORE ? before : after).push(sentence);
      }
      const mo = [...before, json.mo.replace(/[\s.]*$/, '.'), ...after].join(' ');
      return example({ ...json, mo }, 1 / COPIES.length);
    });
    return [example(json, 1), ...copies];
  };
}

export function estimateWeights(examples: readonly Example[]): ReadonlyMap<string, Weight> {
  const records = new Map<string, number>();
  for (const { terms, counts } of examples)
    for (const term of terms) records.set(term, (records.get(term) ?? 0) + counts / 2);
  const all = [...records.keys()].filter((term) => (records.get(term) ?? 0) >= LEAST_RECORDS).sort();
  const first = both(examples, all);
  const size = (term: string): number => {
    const { online, person } = first.get(term) ?? { online: 0, person: 0 };
    return Math.max(Math.abs(online), Math.abs(person));
  };
  const kept = all
    .sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
    .slice(0, KEPT)
    .sort();
  return both(examples, kept);
}

function both(examples: readonly Example[], terms: readonly string[]): ReadonlyMap<string, Weight> {
  const decided = examples.filter(({ label }) => label !== 'review');
  const online = estimate(decided, terms, 'online');
  const person = estimate(examples, terms, 'review');
  return new Map(
    [START, ...terms].map((term, at) => [
      term,
      { online: rounded(online[at] as number), person: rounded(person[at] as number) },
    ]),
  );
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}

/** Gradient ascent on the likelihood of all records at once, with momentum: no order of records and no chance in it. */
function estimate(all: readonly Example[], terms: readonly string[], wanted: string): readonly number[] {
  const numbers = new Map(terms.map((term, at) => [term, at]));
  const texts = all.map((one) => {
    const own = one.terms.flatMap((term) => numbers.get(term) ?? []);
    return {
      truth: one.label === wanted ? 1 : 0,
      counts: one.counts,
      scale: 1 / (Math.sqrt(Math.sqrt(own.length)) || 1),
      terms: Int32Array.from(own),
    };
  });
  const counted = all.reduce((sum, { counts }) => sum + counts, 0);
  const weights = new Float64Array(terms.length);
  const speed = new Float64Array(terms.length);
  let start = 0;
  let startSpeed = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Float64Array(terms.length);
    let startSlope = 0;
    for (const text of texts) {
      let sum = 0;
      for (const term of text.terms) sum += weights[term] as number;
      const error = text.counts * (text.truth - 1 / (1 + Math.exp(-(start + sum * text.scale))));
      startSlope += error;
      for (const term of text.terms) slope[term] = (slope[term] as number) + error * text.scale;
    }
    for (let at = 0; at < terms.length; at += 1) {
      const own = weights[at] as number;
      const pull = (slope[at] as number) / counted - SHRINK * own;
      speed[at] = GOES_ON * (speed[at] as number) + STEP * pull;
      weights[at] = own + (speed[at] as number);
    }
    startSpeed = GOES_ON * startSpeed + (STEP / 20) * (startSlope / counted);
    start += startSpeed;
  }
  return [start, ...weights];
}
