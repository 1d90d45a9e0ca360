/**
 * Reads the numbers that a sentence states as answers: "Of the 143 victims, 97 were girls and 31 were boys; for 15 the
 * sex was not recorded." Each number takes what is said beside it, and what the sentence said before it where nothing
 * contradicts. Numbers of searches, hours, costs, examples, conditions and subsets nobody asked for are no answers; one
 * that may be an answer but is not clear is reported, never guessed.
 */

import type { Period } from '#period/period.ts';
import type { Stated } from '../stated.ts';
import type { Context } from '../tables/context.ts';
import type { Lexicon, Unit } from '../words/lexicon.ts';
import { tags } from '../words/tags.ts';
import { notAnAnswer } from './not-an-answer.ts';
import { inTurn, periodsOf, type Said, saidAround, unitIn, type ValueTag } from './said-around.ts';
import { sentencesOf } from './sentences-of.ts';

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
