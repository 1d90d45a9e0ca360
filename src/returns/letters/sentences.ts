/**
 * Reads the numbers that a sentence states as answers: "Of the 143 victims, 97 were girls and 31 were boys; for 15 the
 * sex was not recorded." Each number takes what is said beside it, and what the sentence said before it where nothing
 * contradicts. Numbers of searches, hours, costs, examples, conditions and subsets nobody asked for are no answers; one
 * that may be an answer but is not clear is reported, never guessed.
 */

import { type Period, written } from '#period/period.ts';
import type { Stated } from '../stated.ts';
import type { Context } from '../tables/context.ts';
import { stripQuestion } from '../words/label.ts';
import type { Lexicon, Unit } from '../words/lexicon.ts';
import { type Tag, tags } from '../words/tags.ts';
import { countsAnotherThing } from './counted-noun.ts';
import { deniesBefore } from './denied.ts';
import { everyPeriod } from './every-period.ts';
import { notAnAnswer } from './not-an-answer.ts';
import {
  inTurn,
  isBase,
  NOTHING,
  periodsOf,
  type Said,
  saidAround,
  unitIn,
  type ValueTag,
} from './said-around.ts';
import { type Scope, scopeOpened, withScope } from './scope.ts';
import { sentencesOf } from './sentences-of.ts';
import { wordsNotUnderstood } from './words-not-understood.ts';

export type Remembered = { readonly unit: Unit | null; readonly period: Period | null };

/** The reasoning of a cost refusal: every number in such a paragraph counts work. */
const COSTS =
  /\b(?:appropriate limit|cost limit|fees? limit|\u00a3\s?450|18 hours|minutes (?:for )?(?:each|per|a)|minutes? to (?:read|review|open)|hours? of work|exceed\w* (?:the )?(?:time|cost|limit))\b/iu;

/** Numbers given although the request is refused. */
const GOODWILL =
  /\b(?:good\s*will|outside\s+(?:of\s+)?(?:the\s+scope\s+of\s+)?the\s+act|as\s+a\s+courtesy|at\s+our\s+discretion)\b/iu;

export function readSentences(
  text: string,
  at: string,
  context: Context,
  lexicon: Lexicon,
  block: string,
): { readonly stated: readonly Stated[]; readonly remembered: Remembered } {
  let remembered: Remembered = { unit: context.unit, period: context.period };
  const stated: Stated[] = [];
  let given = false;
  let several = false;
  let head: Headed | null = null;
  for (const numbered of sentencesOf(text)) {
    // "The limit is exceeded, but as a gesture of goodwill we say: there were 52 offences."
    given ||= GOODWILL.test(numbered);
    if (deniesBefore(numbered))
      stated.forEach((one, at) => {
        stated[at] = { ...one, not: one.not ?? { why: 'remark', finding: null } };
      });
    const sentence = stripQuestion(
      GOODWILL.test(numbered) ? numbered.replace(/^.*?:\s+(?=\S)/u, '') : numbered,
    );
    const within = head !== null && LEANS.test(sentence) ? head : {};
    const around = {
      ...context,
      ...within,
      unit: remembered.unit,
      period: remembered.period,
      isOfSeveral: context.isOfSeveral || several,
    };
    const read = readSentence(sentence, at, around, lexicon, block, COSTS.test(text) && !given);
    stated.push(...read.stated);
    remembered = read.remembered;
    // "74 in 2024/25 and 70 in 2023/24. Girls were the victims in 60.": of which year, the second sentence does not say.
    several = periodsAnswered(read.stated) > 1;
    if (several) remembered = { ...remembered, period: null };
    head = read.head;
  }
  return { stated, remembered };
}

const LED_TO = /\b(?:led\s+to|resulted\s+in|outcomes?|disposals?)\b/giu;
const blank = (words: string): string => ' '.repeat(words.length);

/** What stood before the colon of a sentence. */
type Headed = Pick<Context, 'age' | 'sex' | 'platform'>;

/** "Girls: 9 aged 5-9 and 10 aged 16-17. None was aged 0-4.": the second sentence is about girls too. */
const LEANS = /^\s*(?:none|no[\s-]one|the\s+(?:rest|others?|remaining))\b/iu;

function readSentence(
  text: string,
  at: string,
  context: Context,
  lexicon: Lexicon,
  block: string,
  inCosts: boolean,
): { stated: readonly Stated[]; remembered: Remembered; head: Headed } {
  const found = tags(text, lexicon);
  const values = found.filter((tag): tag is ValueTag => tag.kind === 'value');
  const periods = periodsOf(found, context);
  const remembered = { unit: unitIn(found) ?? context.unit, period: periods[0] ?? context.period };
  let before: Said | null = null;
  let around = headed(text, found, values, context);
  const head = { age: around.age, sex: around.sex, platform: around.platform };
  if (values.length === 0) return { stated: [], remembered, head };
  if (values.length > MOST_NUMBERS || values.length * text.length > MOST_LOOKED_AT)
    return { stated: tooMany(values, at, context, text, block), remembered, head };
  const units = [...new Set(found.flatMap((tag) => (tag.kind === 'unit' ? [tag.unit] : [])))];
  const answers: { readonly value: ValueTag; readonly answer: Said }[] = [];
  let isOther = false;
  let scope: Scope | null = null;
  const each = values.map((_, index) => everyPeriod(text, values, index, context.asked));
  const said = each.find((one) => one !== null)?.text ?? text;
  const quiet = lexicon.qualified?.(said)?.rest.replace(LED_TO, blank) ?? said;
  const read = values.map((value, index) => {
    scope = scopeOpened(text, found, values[index - 1]?.end ?? 0, value) ?? scope;
    const turn = inTurn(text, found, values, index, context, lexicon);
    const near = turn ?? saidAround(text, found, values, index, context, lexicon);
    const own = withScope(sameAgain(unknownLike(near, before), answers), scope);
    const inside = bracketOf(text, value, answers);
    const answer: Said = inherit(own, before, inside === null ? around : { ...around, ...inside }, units);
    const leansOn = own.subset && isOfOther(found, value, isOther);
    const isElse = own.offence === null && countsAnotherThing(text, value.end, found);
    const why = inCosts
      ? 'work'
      : leansOn || (isElse && !isOf(own) && !own.ownUnit)
        ? 'no unit'
        : isElse
          ? 'unclear'
          : (notAnAnswer(
              quiet,
              value,
              own,
              answer,
              before !== null || context.question !== null,
              context.isByOffence,
            ) ?? (context.isOfSeveral && answer.period === null ? 'unclear' : null));
    // "Of the 40 girls, 8 were …": what the first is of, the others are of too.
    if (isBase(text, value, values[index - 1])) {
      const same = saidBefore(value, answers);
      if (same !== null) [before, around] = [same, { ...around, period: same.period, unit: same.unit }];
    }
    if (isBase(text, value, values[index - 1]))
      around = { ...around, age: answer.age, sex: answer.sex, platform: answer.platform };
    if (why === null) before = answer;
    isOther = why !== null && why !== 'unclear';
    answers.push({ value, answer });
    return { value, answer, why, periods: own.period === null ? (each[index]?.periods ?? null) : null };
  });
  // Where one number of a sentence is not clear, those that lean on its words are not clear either; and of two bare
  // numbers neither says which is the count.
  const unclear =
    read.some(({ why }) => why === 'unclear' || why === 'beside') ||
    (values.length > 1 && !/\p{L}/u.test(text));
  const unknown = wordsNotUnderstood(quiet, found);
  const stated = read.flatMap(({ value, answer, why, periods }): Stated[] => {
    const doubt = why === 'unclear' || why === 'beside' || (unclear && why === 'no unit');
    const not =
      why === null
        ? null
        : { why, finding: doubt ? { code: 'unread-number' as const, facts: { value: value.text } } : null };
    const made = build(value, answer, at, block, context, text, not);
    const one = not === null && unknown.length > 0 ? { ...made, unsure: unknown } : made;
    return periods === null || not !== null ? [one] : periods.map((period) => ({ ...one, period }));
  });
  const last: Said | null = before;
  return { stated, remembered: last === null ? remembered : rememberedOf(last, remembered), head };
}

/** "104 offences in 2022/23 and 96 in 2020/21; of the 104, …": what follows is told of the first again. */
function saidBefore(
  value: ValueTag,
  answers: readonly { readonly value: ValueTag; readonly answer: Said }[],
): Said | null {
  const number = value.value.kind === 'exact' ? value.value.count.low : null;
  const same = answers.filter(
    (one) => one.value.value.kind === 'exact' && one.value.value.count.low === number,
  );
  return same.length === 1 && same[0] !== undefined ? same[0].answer : null;
}

/** "14 cells, 9 of them under 5": a part of what is no answer. */
function isOfOther(found: readonly Tag[], value: ValueTag, isOther: boolean): boolean {
  const last = found.filter(
    (tag) =>
      tag.end <= value.start && (tag.kind === 'value' || (tag.kind === 'noise' && tag.why === 'records')),
  );
  return last.length > 0 && (last.at(-1)?.kind === 'noise' || isOther);
}

/** A sentence of so many numbers is none; a table lost its columns, or the file means to be slow. */
const MOST_NUMBERS = 120;
/** Each number of a sentence is looked at with the whole of it; letters in disorder, as a damaged attachment leaves them, run on for pages. */
const MOST_LOOKED_AT = 120_000;

function tooMany(
  values: readonly ValueTag[],
  at: string,
  context: Context,
  text: string,
  block: string,
): readonly Stated[] {
  return values.map((value, index) => {
    const why = `one of ${values.length} numbers in a sentence`;
    const told = index === 0 ? { code: 'unread-number' as const, facts: { value: value.text, why } } : null;
    return build(value, NOTHING, at, block, context, text, {
      why: 'too many in one sentence',
      finding: told,
    });
  });
}

function periodsAnswered(stated: readonly Stated[]): number {
  return new Set(
    stated.flatMap(({ period, not }) => (period === null || not !== null ? [] : [written(period)])),
  ).size;
}

function rememberedOf(last: Said, otherwise: Remembered): Remembered {
  return { unit: last.unit, period: last.period ?? otherwise.period };
}

/** What stands before a colon holds for all that follows it: "Girls: 8 aged 0-11, 22 aged 12-15." */
function headed(text: string, found: readonly Tag[], values: readonly ValueTag[], context: Context): Context {
  const colon = text.indexOf(': ');
  if (colon < 0 || (values[0]?.start ?? 0) < colon) return context;
  const head = found.filter((tag) => tag.end <= colon);
  const one = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null);
  return {
    ...context,
    age:
      one(head.flatMap((tag) => (tag.kind === 'age' && tag.age !== '0-17' ? [tag.age] : []))) ?? context.age,
    sex: one(head.flatMap((tag) => (tag.kind === 'sex' ? [tag.sex] : []))) ?? context.sex,
    platform: one(head.flatMap((tag) => (tag.kind === 'platform' ? [tag.platform] : []))) ?? context.platform,
  };
}

/** "30 on Snapchat, 12 on Instagram and 10 not recorded": what was not is what the others said. */
function unknownLike(own: Said, before: Said | null): Said {
  if (!own.unknown) return own;
  const dims = (['age', 'sex', 'platform'] as const).filter((dim) => (before?.[dim] ?? null) !== null);
  const [only] = dims;
  return dims.length === 1 && only !== undefined && own[only] === null
    ? { ...own, [only]: 'unknown' }
    : { ...own, clash: true };
}

/**
 * "30 Snapchat offences in 2024/25 and 28 in 2023/24": a bare number for another period counts the same thing. Where an
 * earlier number of the sentence counts everything, it may as well count that, and is not clear.
 */
function sameAgain(own: Said, answers: readonly { readonly answer: Said }[]): Said {
  const last = answers.at(-1)?.answer;
  if (
    last === undefined ||
    own.period === null ||
    own.ownUnit ||
    own.clash ||
    own.unknown ||
    own.other ||
    isOf(own)
  )
    return own;
  if (!isOf(last)) return own;
  if (answers.some(({ answer }) => !isOf(answer))) return { ...own, clash: true };
  return { ...own, age: last.age, sex: last.sex, platform: last.platform, offence: last.offence };
}

/** Whether the number is of a category, and not of all. */
function isOf(said: Said): boolean {
  return said.age !== null || said.sex !== null || said.platform !== null || said.offence !== null;
}

/** A number in brackets behind another is a part of it: "40 girls (8 aged 11 or under) and 12 boys". */
function bracketOf(
  text: string,
  value: ValueTag,
  answers: readonly { readonly value: ValueTag; readonly answer: Said }[],
): Pick<Said, 'age' | 'sex' | 'platform'> | null {
  const open = text.lastIndexOf('(', value.start);
  if (open < text.lastIndexOf(')', value.start - 1) || open < 0) return null;
  // A bracket that holds the number alone belongs to the words before it: "Snapchat (14), Instagram (9)".
  if (text.slice(open + 1, value.start).trim() === '' && /^\s*\)/u.test(text.slice(value.end))) return null;
  if (/^\s*(?:in\s+all|in\s+total|altogether|overall)\b/iu.test(text.slice(value.end))) return null;
  const outer = answers.filter((one) => one.value.end <= open).at(-1)?.answer;
  return outer === undefined ? null : { age: outer.age, sex: outer.sex, platform: outer.platform };
}

function inherit(own: Said, before: Said | null, context: Context, units: readonly Unit[]): Said {
  // "In 2023/24 there were 47 and in 2024/25 there were 52 offences": the unit may come only behind the last.
  const later = own.period !== null && units.length === 1 ? (units[0] ?? null) : null;
  const unit = own.unit ?? before?.unit ?? context.unit ?? later;
  const period = own.period ?? before?.period ?? context.period;
  const measure = own.measure ?? (isOf(own) && !own.ownUnit ? (before?.measure ?? null) : null);
  const sex = own.sex ?? (own.subset ? (before?.sex ?? null) : null);
  const age = own.age ?? (own.subset ? (before?.age ?? null) : null);
  return {
    ...own,
    unit,
    period,
    measure: measure ?? context.measure,
    sex: sex ?? context.sex,
    age: age ?? context.age,
    platform: own.platform ?? context.platform,
    offence: own.offence ?? context.offence,
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
    ...(said.measure === null ? {} : { measure: said.measure }),
    period: said.period,
    question: context.question,
    not,
    labels: text.length > 120 ? `${text.slice(0, 117)}...` : text,
    isTotal: false,
    block,
  };
}
