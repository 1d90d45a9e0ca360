/**
 * Which measure of the collection a stated number counts. The unit said beside it decides; else the breakdown it stands
 * in; else the question it answers. Where none of these does, the number is not given to a measure.
 */
import type { Collection, Measure } from '#collection/collection.ts';
import type { Question } from '../letters/questions.ts';
import type { Stated } from '../stated.ts';
import { codesIn, type Dimension } from '../words/lexicon.ts';

export type Belongs =
  | { readonly kind: 'measure'; readonly measure: Measure; readonly offence: string | null }
  /** Another offence than the measure's own: not an answer. */
  | { readonly kind: 'other-offence'; readonly offence: string }
  | { readonly kind: 'unclear' };

export function belongs(
  one: Stated,
  collection: Collection,
  questions: ReadonlyMap<number, Question>,
): Belongs {
  // "Q3. How many offences of 86/10?" and the number alone below it.
  const asked = questions.get(one.question ?? 0);
  const stated: Stated =
    one.offence === null && !one.isTotal && asked?.isQuoted === true && (asked.offence ?? null) !== null
      ? { ...one, offence: asked.offence ?? null }
      : one;
  const own = ownCodes(collection);
  const wanted = dimensionsOf(stated);
  const chosen = choose(
    stated,
    collection,
    questions,
    wanted.filter((one) => one !== 'offence'),
  );
  if (stated.offence === null)
    return chosen === null ? { kind: 'unclear' } : { kind: 'measure', measure: chosen, offence: null };
  const { code, title } = stated.offence;
  if (isByOffence(collection)) {
    if (own.size > 0 && code !== null && !own.has(code)) return { kind: 'other-offence', offence: code };
  } else if (own.size > 0) {
    const generic = code === null ? isOwnTitle(title, collection) : own.has(code);
    if (!generic) return { kind: 'other-offence', offence: code ?? title };
    // A number beside a code counts offences, unless something says victims.
    const counted =
      chosen ?? (code === null ? undefined : collection.measures.find((one) => one.unit === 'offences'));
    return counted === undefined ? { kind: 'unclear' } : { kind: 'measure', measure: counted, offence: null };
  }
  const breakdown = collection.measures.find(
    (measure) =>
      measure.breakdowns.includes('offence') && (stated.unit === null || measure.unit === stated.unit),
  );
  const measure = stated.measure === undefined ? (breakdown ?? chosen) : chosen;
  return measure === null || measure === undefined
    ? { kind: 'unclear' }
    : { kind: 'measure', measure, offence: code ?? title };
}

function dimensionsOf(stated: Stated): readonly Dimension[] {
  const found: Dimension[] = [];
  if (stated.age !== null) found.push('age');
  if (stated.sex !== null) found.push('sex');
  if (stated.platform !== null) found.push('platform');
  if (stated.offence !== null) found.push('offence');
  return found;
}

function choose(
  stated: Stated,
  collection: Collection,
  questions: ReadonlyMap<number, Question>,
  dims: readonly Dimension[],
): Measure | null {
  const { measures } = collection;
  if (stated.measure !== undefined) return measures.find(({ id }) => id === stated.measure) ?? null;
  const holds = (measure: Measure): boolean => dims.every((dim) => measure.breakdowns.includes(dim));
  if (stated.unit !== null) {
    const counted = measures.filter((measure) => measure.unit === stated.unit);
    // A caption's unit gives way where only another measure was asked for by platform, say.
    if (!stated.ownUnit && !counted.some(holds) && dims.length > 0) {
      const [only, ...others] = measures.filter(holds);
      if (only !== undefined && others.length === 0) return only;
    }
    return counted.find(holds) ?? counted[0] ?? null;
  }
  if (dims.length > 0) {
    const holding = measures.filter(holds);
    if (holding.length === 1) return holding[0] ?? null;
    const unit = questionUnit(stated, questions);
    return (
      holding.find((measure) => measure.unit === unit) ??
      (new Set(holding.map((measure) => measure.unit)).size === 1 ? (holding[0] ?? null) : null)
    );
  }
  if (measures.length === 1) return measures[0] ?? null;
  const unit = questionUnit(stated, questions);
  return unit === null ? null : (measures.find((measure) => measure.unit === unit) ?? null);
}

function questionUnit(stated: Stated, questions: ReadonlyMap<number, Question>): Measure['unit'] | null {
  return stated.question === null ? null : (questions.get(stated.question)?.unit ?? null);
}

/** Offences are asked one by one, and the codes in the titles say which. */
export function isByOffence(collection: Collection): boolean {
  return collection.measures.some((measure) => measure.breakdowns.includes('offence'));
}

/** Offences with the online flag are asked for. */
export function asksFlag(collection: Collection): boolean {
  return [collection.title, ...collection.measures.map(({ title }) => title)].some((text) =>
    /\bflag(?:ged|s)?\b/iu.test(text),
  );
}

const codesOf = new WeakMap<Collection, ReadonlySet<string>>();

/** The codes the collection itself is about: "(Home Office code 71/17)" in a measure's title. Others are no answer. */
export function ownCodes(collection: Collection): ReadonlySet<string> {
  const known = codesOf.get(collection);
  if (known !== undefined) return known;
  const codes = new Set(
    collection.measures.flatMap((measure) => codesIn(measure.title).map((one) => one.code)),
  );
  codesOf.set(collection, codes);
  return codes;
}

/** A title that says what the collection's own titles say, in other words around it. */
function isOwnTitle(title: string, collection: Collection): boolean {
  const words = new Set(title.split(/[^a-z]+/).filter((word) => word.length > 3));
  return [collection.title, ...collection.measures.map((measure) => measure.title)].some((own) => {
    const core = own
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length > 3 && !COMMON.has(word));
    return (
      core.length > 0 &&
      core.every((word) => words.has(word)) &&
      [...words].every((word) => core.includes(word) || COMMON.has(word))
    );
  });
}

const COMMON = new Set([
  'recorded',
  'offences',
  'offence',
  'crimes',
  'home',
  'office',
  'code',
  'number',
  'with',
  'practice',
  'data',
  'invented',
  'under',
  'section',
  'engaging',
  'adult',
  'total',
  'victims',
  'count',
  'attempt',
  'attempted',
  'engage',
]);
