/**
 * Reads the numbers that a sentence states as answers: "Of the 143 victims, 97 were girls and 31 were boys; for 15 the
 * sex was not recorded." Each number takes what is said beside it, and what the sentence said before it where nothing
 * contradicts. Numbers of searches, hours, costs, examples, conditions and subsets nobody asked for are no answers; one
 * that may be an answer but is not clear is reported, never guessed.
 */

import { type Period, written } from '#period/period.ts';
import type { Stated } from '../stated.ts';
import { titleOf } from '../tables/axis.ts';
import { type Context, readPeriod } from '../tables/context.ts';
import { bare } from '../words/label.ts';
import type { Lexicon, Unit } from '../words/lexicon.ts';
import { type Tag, tags } from '../words/tags.ts';
import { sentencesOf } from './sentences-of.ts';

type ValueTag = Tag & { kind: 'value' };

/** The sentence speaks of what could be, not of what was counted. */
const CONDITIONAL =
  /\b(?:can|could|may|might|would|should|if|whether|unless|e\.g\.|for example|for instance|such as|example|type|enter|please)\b/iu;
/** The sentence counts work, money or files, not offences. */
const WORK =
  /\b(?:search(?:es|ed|ing)?|retriev\w*|of\s+a\s+sexual\s+nature|keywords?|sampl(?:e|es|ed|ing)|manual(?:ly)?|review(?:ed|ing)?|cost|costs|limit|threshold|exceed\w*|fees?|hours?|minutes?|working days|open(?:ed|ing)? (?:and read|each)|dip[- ]?sample|per record|estimat\w*|internal review|complain\w*|commissioner|telephone|tel|fax|postcode|copyright|visitors?|visits|cookies|likes|population|officers?|staff|budget)\b/iu;
/** A part of an answer that nobody asked for, or a remark on it. */
const REMARK =
  /^\s*(?:[*†‡^]|\(?\d\)?\s)?\s*(?:includ(?:es|ing|ed)|note|nb|n\.b|this includes|these include|one age|one of|excluding|excludes)\b/iu;
/** "One offence from 2019 was added later; it is not counted above." */
const NOT_COUNTED =
  /\b(?:it|they|these|this|those|which|that)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+not\s+(?:counted|included)\b/iu;
const POINTS_BELOW = /\b(?:below|above|following|as follows|attached|overleaf|table|annex|appendix)\b/iu;

export type Remembered = { readonly unit: Unit | null; readonly period: Period | null };

/** The reasoning of a cost refusal: every number in such a paragraph counts work. */
const COSTS =
  /\b(?:appropriate limit|cost limit|fees? limit|\u00a3\s?450|18 hours|minutes (?:for )?(?:each|per|a)|minutes? to (?:read|review|open)|hours? of work|exceed\w* (?:the )?(?:time|cost|limit))\b/iu;

export function readSentences(
  text: string,
  at: string,
  context: Context,
  lexicon: Lexicon,
  block: string,
): { readonly stated: readonly Stated[]; readonly remembered: Remembered } {
  let remembered: Remembered = { unit: context.unit, period: context.period };
  const stated: Stated[] = [];
  for (const sentence of sentencesOf(text)) {
    const around = { ...context, unit: remembered.unit, period: remembered.period };
    const read = readSentence(sentence, at, around, lexicon, block, COSTS.test(text));
    stated.push(...read.stated);
    remembered = read.remembered;
  }
  return { stated, remembered };
}

function readSentence(
  text: string,
  at: string,
  context: Context,
  lexicon: Lexicon,
  block: string,
  inCosts: boolean,
): { stated: readonly Stated[]; remembered: Remembered } {
  const found = tags(text, lexicon);
  const values = found.filter((tag): tag is ValueTag => tag.kind === 'value');
  const periods = periodsOf(found, context);
  const remembered = { unit: unitIn(found) ?? context.unit, period: periods[0] ?? context.period };
  if (values.length === 0) return { stated: [], remembered };
  let before: Said | null = null;
  const read = values.map((value, index) => {
    const own =
      inTurn(text, found, values, index, context) ?? saidAround(text, found, values, index, context, lexicon);
    const answer: Said = inherit(own, before, context);
    const why = inCosts
      ? 'work'
      : notAnAnswer(text, value, own, answer, before !== null || context.question !== null);
    if (why === null) before = answer;
    return { value, answer, why };
  });
  // Where one number of a sentence is not clear, those that lean on its words are not clear either.
  const unclear = read.some(({ why }) => why === 'unclear');
  const stated = read.map(({ value, answer, why }): Stated => {
    const doubt = why === 'unclear' || (unclear && why === 'no unit');
    const not =
      why === null
        ? null
        : { why, finding: doubt ? { code: 'unread-number' as const, facts: { value: value.text } } : null };
    return build(value, answer, at, block, context, text, not);
  });
  const last: Said | null = before;
  return { stated, remembered: last === null ? remembered : rememberedOf(last, remembered) };
}

function rememberedOf(last: Said, otherwise: Remembered): Remembered {
  return { unit: last.unit, period: last.period ?? otherwise.period };
}

type Said = {
  readonly unit: Unit | null;
  readonly ownUnit: boolean;
  readonly period: Period | null;
  readonly age: string | null;
  readonly sex: string | null;
  readonly platform: string | null;
  readonly offence: { readonly code: string | null; readonly title: string } | null;
  readonly clash: boolean;
  readonly subset: boolean;
};

/**
 * "38 and 45 offences in 2023/24 and 2024/25 respectively": numbers and what they are for, each in its own order. Null
 * where the sentence does not say so; unclear where the two lists are not equally long.
 */
function inTurn(
  text: string,
  found: readonly Tag[],
  values: readonly ValueTag[],
  index: number,
  context: Context,
): Said | null {
  if (!/\brespectively\b/iu.test(text)) return null;
  const unit = unitIn(found);
  const lists = {
    period: periodsOf(found, context),
    age: found.flatMap((tag) => (tag.kind === 'age' && tag.age !== '0-17' ? [tag.age] : [])),
    sex: found.flatMap((tag) => (tag.kind === 'sex' ? [tag.sex] : [])),
    platform: found.flatMap((tag) => (tag.kind === 'platform' ? [tag.platform] : [])),
  };
  const matching = Object.values(lists).filter((list) => list.length === values.length && list.length > 1);
  const others = Object.values(lists).filter((list) => list.length > 1 && list.length !== values.length);
  const clash = matching.length !== 1 || others.length > 0;
  const at = <T>(list: readonly T[]): T | null =>
    (list.length === values.length ? list[index] : list.length === 1 ? list[0] : null) ?? null;
  return {
    unit,
    ownUnit: unit !== null,
    period: at(lists.period),
    age: at(lists.age),
    sex: at(lists.sex),
    platform: at(lists.platform),
    offence: null,
    clash,
    subset: false,
  };
}

const NOTHING: Said = {
  unit: null,
  ownUnit: false,
  period: null,
  age: null,
  sex: null,
  platform: null,
  offence: null,
  clash: false,
  subset: false,
};

/** What stands beside the number: between it and the next, cut where a new clause begins, and what leads up to it. */
function saidAround(
  text: string,
  found: readonly Tag[],
  values: readonly ValueTag[],
  index: number,
  context: Context,
  lexicon: Lexicon,
): Said {
  const value = values[index];
  if (value === undefined) throw new Error('no such number in the sentence');
  const previous = values[index - 1];
  const next = values[index + 1];
  const from = previous === undefined ? 0 : cutBetween(text, previous.end, value.start);
  const to = next === undefined ? text.length : cutBetween(text, value.end, next.start);
  const near = found.filter((tag) => tag.start >= from && tag.end <= to && tag !== value);
  // In brackets a number belongs to what stands before it: "Snapchat (14), Instagram (9)".
  const bracketed = /[([]\s*$/u.test(text.slice(0, value.start)) && /^\s*[)\]]/u.test(text.slice(value.end));
  const behind = bracketed ? [] : near.filter((tag) => tag.start >= value.end);
  const ahead = near.filter((tag) => tag.end <= value.start);
  const pick = <T>(choose: (tag: Tag) => T | null): { value: T | null; clash: boolean } => {
    const after = distinct(behind.map(choose));
    const lead = distinct(ahead.map(choose));
    if (after.length === 1) return { value: after[0] ?? null, clash: false };
    if (after.length > 1) return { value: null, clash: true };
    return lead.length > 1 ? { value: null, clash: true } : { value: lead[0] ?? null, clash: false };
  };
  const age = pick((tag) => (tag.kind === 'age' && tag.age !== '0-17' ? tag.age : null));
  const sex = pick((tag) => (tag.kind === 'sex' ? tag.sex : null));
  const platform = pick((tag) => (tag.kind === 'platform' ? tag.platform : null));
  const code = pick((tag) => (tag.kind === 'code' ? tag.code : null));
  const period = pickPeriod(behind, ahead, context);
  const unknown = near.some((tag) => tag.kind === 'unknown');
  const dimension = distinct(
    near.map((tag) =>
      tag.kind === 'dimension' && tag.dimension !== 'period' && tag.dimension !== 'offence'
        ? tag.dimension
        : null,
    ),
  );
  const unknownOf = unknown && dimension.length === 1 ? dimension[0] : null;
  const lead = text.slice(0, value.start);
  // "Of the 212, 131 were …": the first number is a total said again, and nothing behind it belongs to it.
  const isBase = /\b(?:of|from)\s+(?:the|these|those|our|all)\s*$/iu.test(lead);
  // "the force recorded 59": forces record crimes.
  const recorded = /\brecorded\s+(?:a\s+total\s+of\s+)?$/iu.test(lead) ? ('offences' as const) : null;
  const unit = unitIn(behind) ?? unitIn(ahead) ?? recorded;
  if (isBase) return { ...NOTHING, unit, ownUnit: unit !== null, period: period.value };
  const title = titleIn(text.slice(from, to), lexicon);
  return {
    unit,
    ownUnit: unit !== null,
    period: period.value,
    age: unknownOf === 'age' ? 'unknown' : age.value,
    sex: unknownOf === 'sex' ? 'unknown' : sex.value,
    platform: unknownOf === 'platform' ? 'unknown' : platform.value,
    offence: code.value !== null ? { code: code.value, title: code.value } : title,
    clash:
      age.clash ||
      sex.clash ||
      platform.clash ||
      period.clash ||
      (unknown && unknownOf === null && dimension.length > 1),
    subset:
      /\b(?:of (?:these|those|them|which|whom)|including|includes)\b/iu.test(
        text.slice(Math.max(0, from), value.start),
      ) || /^\s*of (?:these|those|them|which|whom)\b/iu.test(text.slice(value.end)),
  };
}

/** Where between two numbers the words of the second begin: at the last joint; right before it if there is none. */
function cutBetween(text: string, end: number, start: number): number {
  const between = text.slice(end, start);
  const closed = /^\s*[)\]]\s*[,;]?/u.exec(between);
  if (closed !== null) return end + closed[0].length;
  let cut = start;
  for (const joint of between.matchAll(JOINT)) {
    cut = end + joint.index + joint[0].length;
    if (/[;(]/u.test(joint[0])) break;
  }
  return cut;
}

const JOINT =
  /[,;:(]|\s(?:and|against|compared\s+(?:with|to)|versus|while|whilst|but|with|plus|a|ac|o'i gymharu)\s/giu;

/** What becomes of offences and people, which nobody asked: such a number is not the count of offences. */
const QUALIFIED =
  /\b(?:charg(?:e|ed|es|ing)|arrest\w*|detect\w*|outcomes?|suspects?|offenders?|perpetrators?|resulted|investigation|convict\w*|prosecut\w*|caution\w*|repeat|transferr\w*|passed|cancel\w*|no[- ]crim\w*|known\s+to|previously|linked|domestic|attempt\w*|solved|undetected|filed|finalised|withdrawn|complaints?|allegations?|adults?|over\s+18s?|historic|non-recent|missing|care|school|intimate|contact\s+offences|image|images|of\s+(?:every|any|all)\s+(?:kind|type|age)s?|any\s+age|sexual\s+offences\s+of\s+(?:every|all)|all\s+sexual\s+offences|for\s+(?:your\s+)?(?:information|context)\s+only|outside\s+(?:of\s+)?your\s+request|boys\s+and\s+girls)\b/iu;

function inherit(own: Said, before: Said | null, context: Context): Said {
  const unit = own.unit ?? before?.unit ?? context.unit;
  const period = own.period ?? before?.period ?? context.period;
  const sex = own.sex ?? (own.subset ? (before?.sex ?? null) : null);
  const age = own.age ?? (own.subset ? (before?.age ?? null) : null);
  return {
    ...own,
    unit,
    period,
    sex: sex ?? context.sex,
    age: age ?? context.age,
    platform: own.platform ?? context.platform,
  };
}

function notAnAnswer(text: string, value: ValueTag, own: Said, answer: Said, leads: boolean): string | null {
  const dims = own.age !== null || own.sex !== null || own.platform !== null || own.offence !== null;
  if (REMARK.test(text) || NOT_COUNTED.test(text)) return 'remark';
  if (
    WORK.test(text) &&
    !(
      own.ownUnit &&
      /\b(?:recorded|victims?)\b/iu.test(text) &&
      !/\b(?:search|sample|keyword|minutes|hours|review|estimat)/iu.test(text)
    )
  )
    return 'work';
  const word = value.value.kind === 'exact' && value.value.form === 'word';
  if (CONDITIONAL.test(text)) {
    if (word) return 'conditional';
    return own.ownUnit || dims ? 'unclear' : 'conditional';
  }
  if (own.clash) return 'unclear';
  if (QUALIFIED.test(clauseOf(text, value))) return own.ownUnit || dims ? 'unclear' : 'remark';
  if (value.value.kind === 'exact' && value.value.form === 'nil' && !NIL_SAID.test(text)) return 'unclear';
  if (own.subset && !dims)
    return POINTS_BELOW.test(text) ? 'points below' : own.ownUnit ? 'remark' : 'remark';
  if (own.ownUnit || dims) return answer.unit === null && !dims ? 'unclear' : null;
  if (own.period !== null && (answer.unit !== null || leads)) return null;
  if (isBare(text, value) && leads) return null;
  if (
    answer.unit !== null &&
    /^\s*(?:in\s+all|in\s+total|altogether|overall)\b/iu.test(text.slice(value.end))
  )
    return null;
  if (word) return 'word';
  return answer.unit !== null && /\b(?:recorded|total|were|was|with|and)\b/iu.test(text) && leads
    ? 'unclear'
    : 'no unit';
}

/** "No offences were recorded", "there were no victims": a zero that was counted, not a search that found nothing. */
const NIL_SAID =
  /\b(?:there\s+(?:were|was|are|is|have\s+been|had\s+been)|(?:were|was|have\s+been|had\s+been)\s+(?:recorded|reported|flagged|committed)|recorded\s+no|had\s+no|with\s+no|none)\b/iu;

/** The clause around a number, from comma or stop to the next. */
function clauseOf(text: string, value: ValueTag): string {
  const from = Math.max(text.lastIndexOf(', ', value.start), text.lastIndexOf('; ', value.start), 0);
  const ends = [text.indexOf(', ', value.end), text.indexOf('; ', value.end)].filter((at) => at >= 0);
  return text.slice(from, ends.length === 0 ? text.length : Math.min(...ends));
}

/** The line is the number and nothing else but filler, a question number or a period. */
function isBare(text: string, value: ValueTag): boolean {
  return bare(`${text.slice(0, value.start)} ${text.slice(value.end)}`) === '';
}

function build(
  value: ValueTag,
  said: Said,
  at: string,
  block: string,
  context: Context,
  text: string,
  not: Stated['not'],
): Stated {
  return {
    value: value.value,
    text: value.text,
    at,
    age: said.age,
    sex: said.sex,
    platform: said.platform,
    offence: said.offence,
    unit: said.unit,
    ownUnit: said.ownUnit,
    period: said.period,
    question: context.question,
    not,
    labels: text.length > 120 ? `${text.slice(0, 117)}...` : text,
    isTotal: false,
    block,
  };
}

function periodsOf(found: readonly Tag[], context: Context): readonly Period[] {
  const periods = found.flatMap((tag) => {
    if (tag.kind !== 'period' || tag.word.kind === 'date') return [];
    const read = readPeriod([tag.word], [], context);
    return read.kind === 'period' || read.kind === 'piece' ? [read.period] : [];
  });
  return periods.filter((one, at) => periods.findIndex((other) => written(other) === written(one)) === at);
}

/** The one period behind the number, else the one before it; two on the nearer side are a clash. */
function pickPeriod(
  behind: readonly Tag[],
  ahead: readonly Tag[],
  context: Context,
): { readonly value: Period | null; readonly clash: boolean } {
  for (const side of [behind, ahead]) {
    const [first, ...others] = periodsOf(side, context);
    if (first !== undefined) return { value: others.length === 0 ? first : null, clash: others.length > 0 };
  }
  return { value: null, clash: false };
}

function unitIn(found: readonly Tag[]): Unit | null {
  const tag = found.find((one) => one.kind === 'unit');
  return tag?.kind === 'unit' ? tag.unit : null;
}

/** An offence title inside a sentence, where the register knows it: "sexual communication with a child". */
function titleIn(text: string, lexicon: Lexicon): Said['offence'] {
  const match =
    /(?:^|\b(?:of|for|under|were|was|are)\s+|,\s*)(?<title>(?:sexual|causing|inciting|rape|grooming|meeting|arranging|indecent)\b[^,.;:()\d]*)/iu.exec(
      text,
    );
  const title = match?.groups?.title?.trim() ?? '';
  // "… with a child and 44 were …": the title ends where the register knows it.
  for (const end of [
    title,
    title.replace(/\s+(?:and|or|in|during|which|that|accounted|numbered)\b.*$/iu, ''),
  ]) {
    const offence = end.trim() === '' ? null : lexicon.offenceOf(end.trim());
    if (offence?.kind === 'code') return { code: offence.code, title: titleOf(end) };
  }
  return null;
}

function distinct<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== null))];
}
