/**
 * The numbered questions of a request, as a reply quotes them or as the collection asked them, so that "2." in an answer
 * is known to be about the ages. A quoted question holds dates, ages and codes, and not one answer.
 */
import type { Collection } from '#collection/collection.ts';
import type { Period } from '#period/period.ts';
import { type Context, readPeriod } from '../tables/context.ts';
import { behindQuestion, stripQuestion } from '../words/label.ts';
import type { Dimension, Lexicon, Unit } from '../words/lexicon.ts';
import { beginsWithQuarter } from '../words/quarters.ts';
import { tags } from '../words/tags.ts';
import { letteredPeriods } from './lettered.ts';

export type Question = {
  readonly unit: Unit | null;
  readonly dimensions: readonly Dimension[];
  readonly period: Period | null;
  /** The one offence it asks about. */
  readonly offence?: { readonly code: string; readonly title: string } | null;
  /** The measure it asks about, where several count one unit. */
  readonly measure?: string | null;
  /** "(a) 2022/23, (b) 2021/22": the periods of its lettered parts. */
  readonly parts?: ReadonlyMap<string, Period>;
  /** The reply quotes it under this number, so that the number before an answer is no age. */
  readonly isQuoted?: true;
};

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const WELSH_NUMBER_WORDS = ['un', 'dau', 'tri', 'pedwar', 'pump', 'chwech'];
const IN_WORDS = new RegExp(
  `^\\s*(?:(?:question|part)\\s+(${NUMBER_WORDS.join('|')})|cwestiwn\\s+(${WELSH_NUMBER_WORDS.join('|')}))\\b`,
  'iu',
);
const NUMBERED =
  /^\s*(?:(?:question|cwestiwn|q|answer|ateb|response to question|part|a(?=\d))\s*\.?\s*(?<word>\d{1,2})(?!\d|[/-]\d)|(?<plain>\d{1,2})\s*(?:[.):]|\((?=\w)|$)(?!\d))/iu;
/** How a line that asks begins, once its number is taken away. */
const ASKS =
  /^["“‘']?(?:please\b(?!\s+(?:note|find|see|be\s+(?:aware|advised)|refer|bear|accept|contact|quote))|could\s+(?:you|i)|can\s+(?:you|i)|i\s+(?:would|am|want|wish|request)|under\s+the\s+(?:foi|freedom)[^.]*\b(?:please|request)|(?:in\s+your\s+\w+,?\s+)?you\s+(?:asked|requested|wanted|sought|have\s+(?:asked|requested))|how\s+(?:many|old|often)|which\s+(?:platform|social|app|site|sex|method)|what\s+(?:is|was|were|are|platform|age|sex)\b|for\s+each\s+of\s+(?:the|these)|(?:provide\s+)?a\s+breakdown\s+of|gofynn(?:och|wyd)\b|roeddech\s+(?:chi\s+)?(?:yn|['’]n)\s+gofyn)/iu;

export function questionNumber(text: string): number | null {
  if (beginsWithQuarter(text)) return null;
  const [, english, welsh] = IN_WORDS.exec(text) ?? [];
  if (english !== undefined) return NUMBER_WORDS.indexOf(english.toLowerCase()) + 1;
  if (welsh !== undefined) return WELSH_NUMBER_WORDS.indexOf(welsh.toLowerCase()) + 1;
  const match = NUMBERED.exec(text);
  const number = Number(match?.groups?.word ?? match?.groups?.plain ?? Number.NaN);
  return number >= 1 && number <= 20 ? number : null;
}

/** The line is a question's number and nothing else: `Q1`, `2`, `Question 3:`. */
export function isBareNumber(text: string): boolean {
  if (questionNumber(text) === null) return false;
  return behindQuestion(text) === '' || /^\s*\d{1,2}\s*[.):]?\s*$/u.test(text);
}

/** Whether the line asks rather than answers. */
export function isQuestion(text: string): boolean {
  const plain = text.trim();
  if (/\?\s*["”’]?\s*(?:\([^)]*\))?$/u.test(plain)) return true;
  return (
    ASKS.test(behindQuestion(plain) || plain) &&
    !/(?:=|:)\s*(?:\d[\d,]*|\*|<\s?\d)\s*$/u.test(plain) &&
    !/\b(?:we|the force) (?:recorded|hold)\b/iu.test(plain)
  );
}

/** What a line answers, behind the number of a question that the reply quotes: `1: 234` is 234, and not an age of one. */
export function answerOf(text: string, questions: ReadonlyMap<number, Question>): string {
  const { number = '', answer = '' } =
    /^\s*(?<number>\d{1,2})\s*[:)]\s*(?<answer>\S.*)$/u.exec(text)?.groups ?? {};
  return questions.get(Number(number))?.isQuoted === true ? answer.trim() : stripQuestion(text);
}

export function readQuestion(text: string, lexicon: Lexicon, context: Context): Question {
  const found = tags(text, lexicon);
  const dimensions = new Set<Dimension>();
  for (const tag of found) {
    if (tag.kind === 'dimension' && tag.dimension !== 'period') dimensions.add(tag.dimension);
    if (tag.kind === 'age' && tag.age !== '0-17') dimensions.add('age');
    if (tag.kind === 'sex') dimensions.add('sex');
    if (tag.kind === 'platform') dimensions.add('platform');
  }
  if (/\bhow\s+old\b/iu.test(text)) dimensions.add('age');
  const unit = found.find((tag) => tag.kind === 'unit');
  const words = found.flatMap((tag) =>
    tag.kind === 'period' && tag.word.kind === 'period' ? [tag.word] : [],
  );
  const read = words.length === 1 ? readPeriod(words, [], context) : null;
  return {
    unit: unit?.kind === 'unit' ? unit.unit : null,
    dimensions: [...dimensions],
    period: read?.kind === 'period' ? read.period : null,
    offence: offenceAsked(text, lexicon),
    measure: measureAsked(text, lexicon),
    parts: letteredPeriods(text, context),
  };
}

/** A question that asks how many twice asks of two things. */
function measureAsked(text: string, lexicon: Lexicon): string | null {
  const isOne = (text.match(/\bhow\s+many\b/giu) ?? []).length < 2;
  return isOne ? (lexicon.qualified?.(text)?.measure ?? null) : null;
}

function offenceAsked(text: string, lexicon: Lexicon): NonNullable<Question['offence']> | null {
  const [only, ...others] = [...new Set(lexicon.codesIn(text).map(({ code }) => code))];
  return only === undefined || others.length > 0 ? null : { code: only, title: only };
}

/** "The same for 2019/20?": what the question before it asked, for another period. */
export function asBefore(text: string, question: Question, before: Question | undefined): Question {
  if (
    before === undefined ||
    !/\b(?:the\s+same|as\s+(?:above|before|in\s+(?:question|q)\.?\s*\d+)|likewise)\b/iu.test(text)
  )
    return question;
  return {
    ...question,
    unit: question.unit ?? before.unit,
    dimensions: question.dimensions.length > 0 ? question.dimensions : before.dimensions,
    offence: question.offence ?? before.offence ?? null,
  };
}

/** The questions as the collection would number them: each measure's total, then its breakdowns where it has a total of another. */
export function askedQuestions(collection: Collection): ReadonlyMap<number, Question> {
  const first = collection.measures[0];
  const questions = new Map<number, Question>();
  if (first !== undefined) questions.set(1, { unit: first.unit, dimensions: [], period: null });
  return questions;
}
