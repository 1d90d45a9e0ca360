/**
 * What a reply has set so far as it is read line by line: the question it is answering, the heading it stands under, the
 * captions since the last numbers, and whether it is quoting the request.
 */
import type { Line } from '../document.ts';
import { captionContext } from '../tables/caption.ts';
import { type Context, readPeriod } from '../tables/context.ts';
import { readLabel, stripQuestion } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { addCaption, type Captions, noCaptions } from './captions.ts';
import { pairsOf } from './pairs.ts';
import {
  asBefore,
  isBareNumber,
  isQuestion,
  type Question,
  questionNumber,
  readQuestion,
} from './questions.ts';
import type { Remembered } from './sentences.ts';

export type ReplyState = {
  context: Context;
  heading: Context;
  /** Short lines over the next numbers. */
  captions: Captions;
  questions: Map<number, Question>;
  inRequest: boolean;
  /** A sentence of the letter opened the request ("which asked for the following:"): its numbered lines are the request. */
  listed: { readonly last: number } | null;
  remembered: Remembered;
};

const REQUEST_HEADING =
  /^\s*(?:(?:your|the|details?\s+of\s+(?:the\s+)?)?\s*(?:original\s+)?(?:request|questions?|information\s+requested|enquiry|foi\s+request)(?:\s+(?:details?|summary|as\s+received|text))?|you\s+(?:asked|requested|wrote)(?:\s+(?:for|us))?|cais)\s*:?\s*$/iu;
const REPLY_HEADING =
  /^\s*(?:(?:our\s+|the\s+|force\s+)?(?:response|repl(?:y|ies)|answers?|decisions?|disclosure|findings?|first\s+duty|data|figures|results?|information)(?:\s+(?:to\s+.*|notice|provided|details?))?|in\s+(?:response|reply|answer)(?:\s+to\s+(?:your|the|this)\s+[\w\s]{1,40})?,?|ymateb|ateb(?:ion)?)\s*:?\s*$/iu;

const ANSWERS =
  /\b(?:we|the\s+(?:force|constabulary|service))\s+(?:have\s+|has\s+)?(?:recorded|counted|identified)\s+(?:\d|no\b)/iu;

/** Where the next numbered question of a line begins. */
const SEVERAL = /(?<=[?.;])\s+(?=\d{1,2}[.)]\s+\p{Lu})/u;

const LISTS_REQUEST =
  /\b(?:(?:your|the)\s+(?:request|letter|e-?mail|enquiry|questions?)\b.*|you\s+(?:have\s+)?)(?:ask(?:ed|s|ing)|request(?:ed|s|ing)|sought|seek(?:s|ing)?|want(?:ed|s)?|was\s+for|were)\b.*:\s*$|\b(?:you\s+(?:asked|requested|wanted|sought)|requested\s+the\s+following)\b[^.]*:\s*$/iu;

/** Whether the line goes on with a request that a sentence of the letter opened: its numbers rise from one to the next. */
function isListed(line: Line, number: number | null, state: ReplyState): boolean {
  if (state.listed === null) return false;
  const goesOn = number !== null ? number > state.listed.last : line.role === 'item';
  state.listed = goesOn ? { last: number ?? state.listed.last } : null;
  return goesOn && line.role !== 'heading';
}

/** Sorts a line into request, caption or content, and keeps the state that it sets. */
export function takeLine(line: Line, state: ReplyState, lexicon: Lexicon): 'request' | 'caption' | 'content' {
  const { text } = line;
  if (REQUEST_HEADING.test(text)) {
    state.inRequest = true;
    return 'request';
  }
  if (REPLY_HEADING.test(text)) {
    state.inRequest = false;
    state.captions = noCaptions;
    state.context = { ...state.heading, question: null };
    return 'caption';
  }
  // Whoever asks has recorded nothing: the heading over the answer is missing.
  if (state.inRequest && ANSWERS.test(text) && !/\?/u.test(text)) state.inRequest = false;
  const number = questionNumber(text);
  const isOfRequest = isListed(line, number, state);
  const asks = isQuestion(text) || isOfRequest;
  if (
    LISTS_REQUEST.test(text) &&
    !/\b(?:exempt\w*|sections?|refus\w*|withh\w+|appl(?:y|ies))\b/iu.test(text)
  ) {
    state.listed = { last: 0 };
    return 'request';
  }
  if (number !== null && !asks && !state.inRequest) {
    const question = state.questions.get(number);
    state.context = {
      ...state.heading,
      question: number,
      unit: null,
      measure: question?.measure ?? null,
      period: question?.period ?? null,
    };
    state.captions = noCaptions;
    state.remembered = { unit: null, period: null };
  }
  if (asks || (state.inRequest && (number !== null || line.role !== 'heading'))) {
    // "1. How many offences? 2. How old were the victims?" on one line.
    for (const more of text.split(SEVERAL).slice(1)) {
      const asked = questionNumber(more);
      if (asked !== null)
        state.questions.set(asked, { ...readQuestion(more, lexicon, state.context), isQuoted: true });
    }
    const of = number ?? state.context.question;
    const first = text.split(SEVERAL)[0] ?? text;
    const before = state.questions.get((number ?? state.context.question ?? 0) - 1);
    const question = asBefore(first, readQuestion(first, lexicon, state.context), before);
    if (of !== null) {
      // A line that asks without a number is about the question at hand, and does not change what that asked.
      if (number !== null || !state.questions.has(of))
        state.questions.set(of, number === null ? question : { ...question, isQuoted: true });
      if (!state.inRequest)
        state.context = {
          ...state.heading,
          question: of,
          measure: question.measure ?? null,
          period: question.period,
        };
    }
    state.captions = noCaptions;
    return 'request';
  }
  if (state.inRequest && line.role === 'heading') state.inRequest = false;
  // "FEMALE = 55" in capitals or bold is a line of a list, whatever it looks like.
  if (line.role === 'heading' && pairsOf(stripQuestion(text), lexicon) === null) {
    const label = readLabel(text, lexicon);
    const read = readPeriod(label.periods, line.marks, state.context);
    const period = read.kind === 'period' && label.periods.length === 1 ? read.period : null;
    state.heading = { ...state.heading, period: period ?? state.heading.period };
    state.context = { ...state.context, period: period ?? state.context.period };
    state.captions = addCaption(state.captions, line, lexicon);
    return 'caption';
  }
  return 'content';
}

/** The context with what the captions since the last block say. */
export function captioned(state: ReplyState, lexicon: Lexicon): Context {
  let context = state.context;
  for (const line of state.captions.lines) {
    if (!isBareNumber(line.text))
      context = captionContext(context, line.text, line.marks, lexicon, line.unknownOf);
  }
  return context;
}
