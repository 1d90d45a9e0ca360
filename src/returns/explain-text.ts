/**
 * Every number of one text, by its place in the text, and what the words around it make of it: a period, an age, a
 * reference, money. A number that they make nothing of may be a count; whether it is one is not decided here.
 */

import { isAgeCaption } from './letters/captions.ts';
import { readSentences } from './letters/sentences.ts';
import { sentencesOf } from './letters/sentences-of.ts';
import { isRule } from './marker-rules.ts';
import { noContext } from './tables/context.ts';
import { stripQuestion } from './words/label.ts';
import type { Lexicon } from './words/lexicon.ts';
import { type Noise, type Tag, tags } from './words/tags.ts';

export type Span = { readonly start: number; readonly end: number };

export type Named = Span & {
  /** What it is, in the words of `docs/method/reading.md`; null when it may be a count. */
  readonly as: string | null;
};

const NOISE: Readonly<Record<Noise, string>> = {
  address: 'address',
  'age-list': 'age',
  code: 'offence code',
  decimal: 'decimal number',
  duration: 'hours, days or years',
  money: 'money',
  percent: 'percentage or share',
  question: 'number of a question, table or note',
  records: 'records, searches, staff or the like',
  reference: 'reference',
  section: 'section or Act',
  size: 'size of a file or document',
  time: 'time of day',
};

/** What the reader passes over without a name for it: addresses, versions, names of files and numbers of cases. */
const PASSED_OVER: readonly (readonly [string, RegExp])[] = [
  ['address', /\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/gu],
  ['address', /(?<![\w/])(?:\+44\s?|0)\d{2,4}(?:[\s-]\d{3,4}){1,2}(?![\w/])/gu],
  ['name of a file', /[\w.-]+\.(?:csv|tsv|txt|xls[xmb]?|ods|pdf|docx?|html?|eml|zip)\b/giu],
  ['number of a page', /\bpage\s+\d+(?:\s+of\s+\d+)?\b|(?<=\p{L}\s)1\s?\/\s?1$/giu],
  ['number of a version', /\bv(?:ersion)?\.?\s?\d+(?:\.\d+)*\b/giu],
  ['reference', /(?<![\w/])(?:\d{1,4}[/.-])?[A-Z]{1,6}(?:[/.-][A-Z0-9]+){2,4}\b/gu],
  ['reference', /\b(?:reply|response|answer|letter)\s+\d{2,6}\/\d{2}\b/giu],
  ['reference', /\b(?:FOIA?|EIR|DPA)[\s:.-]?\s?\d[\d./-]*/gu],
];

const DIGITS = /\p{N}+(?:[.,:/\u00a0\u2009\u202f-]\p{N}+)*/gu;

export function hasDigits(text: string): boolean {
  return /\p{N}/u.test(text);
}

/** Names the numbers of the texts of one block. */
export type Namer = {
  readonly numbersIn: (text: string, isCell: boolean) => readonly Named[];
  /** Why a number is no answer, for a sentence that the reader took no numbers from: beside another cell, in a heading. */
  readonly reasonFor: (number: string, text: string) => string | null;
};

/** Different texts of one block that are looked into; a sheet of more holds no page that anybody reads. */
const MOST_TEXTS = 4000;

/** A namer that looks into each text once; in a block of very many texts the later ones are given with no names. */
export function namer(lexicon: Lexicon): Namer {
  const known = new Map<string, readonly Named[]>();
  const numbers = (text: string, isCell: boolean): readonly Named[] => {
    if (/^\d+$/u.test(text) && isCell) return [{ start: 0, end: text.length, as: bareNumber(text) }];
    const id = `${isCell ? 'c' : 'l'}${text}`;
    const found = known.get(id);
    if (found !== undefined) return found;
    if (known.size >= MOST_TEXTS) return digitsOf(text, { start: 0, end: text.length }, null);
    const named = numbersIn(text, lexicon, isCell);
    known.set(id, named);
    return named;
  };
  // Kept for the last text: it is asked about each of its numbers, and a damaged one may have thousands.
  let last: { readonly text: string; readonly reasons: ReadonlyMap<string, string | null> } | null = null;
  const reasonFor = (number: string, text: string): string | null => {
    if (known.size >= MOST_TEXTS) return null;
    if (last?.text !== text) last = { text, reasons: reasonsIn(text, lexicon) };
    return last.reasons.get(number) ?? null;
  };
  return { numbersIn: numbers, reasonFor };
}

/** By number as written, of the first that is written so. */
function reasonsIn(text: string, lexicon: Lexicon): ReadonlyMap<string, string | null> {
  const reasons = new Map<string, string | null>();
  if (text.trim().split(/\s+/u).length < 4) return reasons;
  for (const { text: number, not } of readSentences(text, '', noContext, lexicon, '').stated) {
    const why = not?.why ?? null;
    if (!reasons.has(number)) reasons.set(number, why === 'work' || why === 'conditional' ? why : null);
  }
  return reasons;
}

/** Four figures alone in a cell may be a year: what stands beside them decides. */
function bareNumber(text: string): string | null {
  return /^(?:19|20)\d\d$/u.test(text) ? 'period' : null;
}

/** Spans that hold digits, in order, never overlapping; every digit of the text lies in one. */
function numbersIn(text: string, lexicon: Lexicon, isCell: boolean): readonly Named[] {
  if (!hasDigits(text)) return [];
  // "16 and 17:" over the numbers of that age.
  if (isAgeCaption(text, lexicon)) return digitsOf(text, { start: 0, end: text.length }, NOISE['age-list']);
  const found: Named[] = [];
  const body = stripQuestion(text);
  const from = Math.max(0, text.trimEnd().length - body.length);
  // A cell "12 (old system)" begins like a question's number; a line "2 (second period only)" is one.
  const isQuestion = !isCell || !/^\s*\d+\s*$/u.test(text.slice(0, from));
  found.push(...digitsOf(text, { start: 0, end: from }, isQuestion ? NOISE.question : null));
  let at = from;
  for (const sentence of sentencesOf(body)) {
    const start = text.indexOf(sentence, at);
    if (start < 0) continue;
    found.push(...digitsOf(text, { start: at, end: start }, null));
    const rule = isRule(sentence) ? 'explains a sign' : null;
    for (const span of sentenceNumbers(text, sentence, start, lexicon))
      found.push({ ...span, as: span.as ?? rule });
    at = start + sentence.length;
  }
  found.push(...digitsOf(text, { start: at, end: text.length }, null));
  const over = PASSED_OVER.flatMap(([as, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      as,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return found.map((span) => {
    const name = over.find(({ start, end }) => start <= span.start && span.end <= end);
    return span.as === null && name !== undefined ? { ...span, as: name.as } : span;
  });
}

function sentenceNumbers(text: string, sentence: string, offset: number, lexicon: Lexicon): readonly Named[] {
  const found: Named[] = [];
  let at = offset;
  for (const tag of tags(sentence, lexicon)) {
    if (!hasDigits(tag.text)) continue;
    const [start, end] = [offset + tag.start, offset + tag.end];
    found.push(...digitsOf(text, { start: at, end: start }, null), { start, end, as: nameOf(tag) });
    at = end;
  }
  return [...found, ...digitsOf(text, { start: at, end: offset + sentence.length }, null)];
}

/** Runs of digits between two places of the text. */
export function digitsOf(text: string, { start, end }: Span, as: string | null): readonly Named[] {
  return [...text.slice(start, end).matchAll(DIGITS)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    as,
  }));
}

function nameOf(tag: Tag): string | null {
  switch (tag.kind) {
    case 'period':
      return tag.word.kind === 'date' ? 'date' : 'period';
    case 'age':
      return 'age';
    case 'code':
      return 'offence code';
    case 'noise':
      return NOISE[tag.why];
    case 'value':
      return null;
    default:
      // "4chan", "Snapchat 2": figures inside a word that the register knows.
      return 'part of a name';
  }
}
