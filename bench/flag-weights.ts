/**
 * Estimates what the words of a text, and the order of its parties, acts and means, weigh for and against the online flag, and for a
 * person to decide. Logistic regression over the different terms of a narrative and the kind of offence, each scaled by the length of
 * the text, with shrinkage; twice: what weighs little at first is left out, so that a person can read what is kept. The same records
 * give the same weights.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOfRules } from '#flag/decide.ts';
import type { Lexicon } from '#flag/lexicon.ts';
import { nothingSettled } from '#flag/policy.ts';
import { Reading } from '#flag/reading.ts';
import { answerTermsOf } from '#flag/rule-weights.ts';
import { Scan } from '#flag/scan.ts';
import { scoped } from '#flag/scoped.ts';
import { signsOf } from '#flag/signs.ts';
import { Vocabulary } from '#flag/vocabulary.ts';
import { knownOf, START, termsOf, type Weight } from '#flag/word-weights.ts';
import { parseRecord } from '#record/record.ts';
import { numbersFrom } from '../test/support/extract.ts';
import { lowest } from './lowest.ts';

/** Shrinkage. */
const SHRINK = 0.00002;
/**
 * What a thing the rules say counts beside the word of a text of one word: the rules were made with many of these records in sight, and
 * are less often right about others.
 */
const SAID_SCALE = 0.15;
/** In how many records a term must stand to weigh, and how many terms are kept. */
const LEAST_RECORDS = 4;
const KEPT = 10_000;

export type Example = {
  readonly terms: readonly string[];
  /** What the rules say of it. */
  readonly said: readonly string[];
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
    const all = scoped(reading);
    const said = answerTermsOf(answerOfRules(reading, all, nothingSettled), all.evidence);
    return { terms: [...terms], said: [...said], label: json.label, counts };
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
  const all = common(examples, ({ terms }) => terms);
  const said = common(examples, (example) => example.said);
  const first = both(examples, all, said);
  const size = (term: string): number => {
    const { online, person } = first.get(term) ?? { online: 0, person: 0 };
    return Math.max(Math.abs(online), Math.abs(person));
  };
  const kept = [...all]
    .sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
    .slice(0, KEPT)
    .sort();
  return both(examples, kept, said);
}

/** Terms that stand in enough records to weigh. */
function common(
  examples: readonly Example[],
  termsOfOne: (one: Example) => readonly string[],
): readonly string[] {
  const records = new Map<string, number>();
  for (const one of examples)
    for (const term of termsOfOne(one)) records.set(term, (records.get(term) ?? 0) + one.counts / 2);
  return [...records.keys()].filter((term) => (records.get(term) ?? 0) >= LEAST_RECORDS).sort();
}

function both(
  examples: readonly Example[],
  terms: readonly string[],
  said: readonly string[],
): ReadonlyMap<string, Weight> {
  const decided = examples.filter(({ label }) => label !== 'review');
  const online = estimate(decided, terms, said, 'online');
  const person = estimate(examples, terms, said, 'review');
  return new Map(
    [START, ...terms, ...said].map((term, at) => [
      term,
      { online: rounded(online[at] as number), person: rounded(person[at] as number) },
    ]),
  );
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}

type Text = {
  readonly truth: 0 | 1;
  readonly counts: number;
  /** What each word counts, by how many the text has. */
  readonly scale: number;
  readonly terms: Int32Array;
  readonly said: Int32Array;
};

/** What the rules say counts the same in a long text as in a short one. */
function estimate(
  all: readonly Example[],
  terms: readonly string[],
  said: readonly string[],
  wanted: string,
): readonly number[] {
  const numbers = new Map(terms.map((term, at) => [term, at + 1]));
  const saidNumbers = new Map(said.map((term, at) => [term, terms.length + at + 1]));
  const texts = all.map((one): Text => {
    const own = one.terms.flatMap((term) => numbers.get(term) ?? []);
    return {
      truth: one.label === wanted ? 1 : 0,
      counts: one.counts,
      scale: 1 / (Math.sqrt(Math.sqrt(own.length)) || 1),
      terms: Int32Array.from(own),
      said: Int32Array.from(one.said.flatMap((term) => saidNumbers.get(term) ?? [])),
    };
  });
  const weights = lowest(1 + terms.length + said.length, (at, slope) => loss(texts, at, slope));
  return Array.from(weights, (weight, at) => (at > terms.length ? weight * SAID_SCALE : weight));
}

/** How badly weights tell the records apart, with the shrinkage, and its slope; the first weight is what every text starts from. */
function loss(texts: readonly Text[], weights: Float64Array, slope: Float64Array): number {
  slope.fill(0);
  let counted = 0;
  let sum = 0;
  for (const { truth, counts, scale, terms, said } of texts) {
    let ofWords = 0;
    for (const term of terms) ofWords += weights[term] as number;
    let ofRules = 0;
    for (const term of said) ofRules += weights[term] as number;
    const odds = (weights[0] as number) + ofWords * scale + ofRules * SAID_SCALE;
    // The logarithm of one and an exponential, without running over.
    sum += counts * (Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds))) - truth * odds);
    const error = counts * (1 / (1 + Math.exp(-odds)) - truth);
    slope[0] = (slope[0] as number) + error;
    for (const term of terms) slope[term] = (slope[term] as number) + error * scale;
    for (const term of said) slope[term] = (slope[term] as number) + error * SAID_SCALE;
    counted += counts;
  }
  slope[0] = (slope[0] as number) / counted;
  let shrunk = 0;
  for (let at = 1; at < weights.length; at += 1) {
    const own = weights[at] as number;
    slope[at] = (slope[at] as number) / counted + SHRINK * own;
    shrunk += own * own;
  }
  return sum / counted + (SHRINK / 2) * shrunk;
}
