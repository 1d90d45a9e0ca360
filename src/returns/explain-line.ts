/**
 * The numbers of one text, each with its fate: those that were gathered from it found again where they stand, the others
 * named by the words around them. A number that neither accounts for is `unread`.
 */
import type { Place } from './document.ts';
import { type Fate, reasonOf } from './explain-stated.ts';
import { digitsOf, hasDigits, type Named, type Namer, type Span } from './explain-text.ts';
import type { Stated } from './stated.ts';

export type NumberFate = Fate & {
  readonly at: Place;
  /** The number as it stands there. */
  readonly text: string;
};

/** One text of the page with its numbers, each by its place in it. */
export type ExplainedText = {
  readonly at: Place;
  readonly text: string;
  readonly numbers: readonly (NumberFate & Span)[];
};

/** A stated number with its fate; null for a blank that was not read. */
export type Told = { readonly one: Stated; readonly fate: Fate | null };

type TextOf = {
  readonly text: string;
  readonly at: Place;
  readonly told: readonly Told[];
  /** The fate of all its numbers, where the text as a whole was passed over. */
  readonly all: Fate | null;
  readonly namer: Namer;
  readonly isCell?: boolean;
  /** What a number is by where it stands; null where nothing is known of it. */
  readonly roleOf?: (number: string) => Fate | null;
};

export function notAnAnswer(as: string): Fate {
  return { fate: 'not-an-answer', as };
}

export function explainText({
  text,
  at,
  told,
  all,
  namer,
  isCell = false,
  roleOf = () => null,
}: TextOf): ExplainedText {
  const named = namer.numbersIn(text, isCell);
  const taken: (Span & Fate)[] = [];
  let from = 0;
  for (const { one, fate } of told) {
    const place = placeOf(one, text, from, named, taken);
    if (place === null || fate === null) continue;
    taken.push({ ...place, ...(all ?? nameBetter(fate, place, named)) });
    from = place.end;
  }
  const fateOf = ({ start, end, as }: Named): Fate => {
    const number = text.slice(start, end);
    if (all !== null || as !== null) return all ?? notAnAnswer(as ?? '');
    const known = labelOf(number, told) ?? roleOf(number) ?? (numbers(text, end, taken) ? QUESTION : null);
    if (known !== null) return known;
    const why = namer.reasonFor(number, text);
    return why === null ? { fate: 'unread', as: '' } : notAnAnswer(reasonOf(why));
  };
  const rest = named
    .flatMap((span) => without(span, taken, text))
    .map((span) => ({ start: span.start, end: span.end, ...fateOf(span) }));
  const found = [...taken, ...rest]
    .sort((a, b) => a.start - b.start)
    .map((one) => ({ ...one, at, text: text.slice(one.start, one.end) }));
  return { at, text, numbers: found };
}

const QUESTION = notAnAnswer('number of a question, table or note');

/** `1: 234` where 234 was read and 1 labels nothing: the number of the question that it answers. */
function numbers(text: string, end: number, taken: readonly Span[]): boolean {
  const begins = /^\s*\d{1,2}\s*[:)]\s*/u.exec(text);
  return begins !== null && end <= begins[0].length && taken.some(({ start }) => start >= begins[0].length);
}

/** What was passed over for the sentence it stands in may have a name of its own: a telephone number, a file. */
function nameBetter(fate: Fate, place: Span, named: readonly Named[]): Fate {
  const own = named.find((span) => span.as !== null && overlap(span, place))?.as;
  return fate.fate === 'not-an-answer' && own !== undefined && own !== null ? notAnAnswer(own) : fate;
}

/** Footnote marks were taken out of the text; their digits are told apart. */
export function explainMarks(marks: readonly string[], at: Place): readonly ExplainedText[] {
  return marks.filter(hasDigits).map((text) => {
    const number = { at, text, start: 0, end: text.length, ...notAnAnswer('footnote mark') };
    return { at, text, numbers: [number] };
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What of a span no stated number takes: "13" is left of the time of day `13: 15` when `15` was read as a value. */
function without(span: Named, taken: readonly Span[], text: string): readonly Named[] {
  const cuts = taken.filter((other) => overlap(span, other)).sort((a, b) => a.start - b.start);
  if (cuts.length === 0) return [span];
  const left: Named[] = [];
  let at = span.start;
  for (const cut of cuts) {
    left.push(...digitsOf(text, { start: at, end: cut.start }, null));
    at = cut.end;
  }
  return [...left, ...digitsOf(text, { start: at, end: span.end }, null)];
}

/** Where in the text a stated number stands: behind the one before it, and not inside a period, a reference or the like. */
function placeOf(
  one: Stated,
  text: string,
  from: number,
  named: readonly Named[],
  taken: readonly Span[],
): Span | null {
  const value = one.text.trim();
  if (value === '') return null;
  const inside = /[\p{L}\p{N}]/u;
  const places: Span[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const span = { start: at, end: at + value.length };
    const cut =
      (inside.test(value[0] ?? '') && inside.test(text[at - 1] ?? '')) ||
      (inside.test(value.at(-1) ?? '') && inside.test(text[span.end] ?? ''));
    if (!cut && !taken.some((other) => overlap(span, other))) places.push(span);
  }
  const free = places.filter((span) => !named.some((other) => other.as !== null && overlap(span, other)));
  const behind = ({ start }: Span): boolean => start >= from;
  return free.find(behind) ?? places.find(behind) ?? places[0] ?? null;
}

/** In a list of labels and values, the figures of a label: `16-17` in `16-17: 14`. */
function labelOf(number: string, told: readonly Told[]): Fate | null {
  const near = told.find(({ one }) => one.block !== one.at && one.labels.includes(number));
  return near === undefined ? null : labelFate(number, near.one);
}

/** What the figures in a label of a stated number say of it; a label not understood is named by the finding on its numbers. */
export function labelFate(number: string, one: Stated): Fate {
  if (one.age?.match(/\d+/g)?.some((age) => number.includes(age))) return notAnAnswer('age');
  if (one.period !== null && /^(?:19|20)\d\d/u.test(number)) return notAnAnswer('period');
  if (one.offence?.code?.includes(number.replace(/^0/u, ''))) return notAnAnswer('offence code');
  return one.not?.why === 'label not understood'
    ? { fate: 'unread', as: one.not.finding?.code ?? '' }
    : notAnAnswer('part of a label');
}
