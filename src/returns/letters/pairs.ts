/**
 * Reads a line as pairs of label and value: `Snapchat - 58`, `11 and under: 71`, `2024/25 = 197`, `Instagram (19)`, or
 * many on one line, behind a caption or not: `By sex: female = 171; male = 45. By age: 0-9 = 14; 10-12 = 49`. Every piece
 * must be a pair, or the line is prose and gives null.
 */
import { exact } from '#count/count.ts';
import { bare, readLabel, says } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { periodWords } from '../words/period-words.ts';
import { tags } from '../words/tags.ts';
import { cellValue, NUMBER_WORD, type Value } from '../words/value-words.ts';
import { REFERENCE_LABEL } from './notes.ts';
import { sentencesOf } from './sentences-of.ts';

export type Pair = { readonly label: string; readonly value: Value; readonly text: string };

/** Pairs that stand together, with what stands before them: `By age` in `By age: 0-9 = 14; 10-12 = 49`. */
export type PairGroup = { readonly caption: string; readonly pairs: readonly Pair[] };

const VERB =
  /\b(?:there\s+(?:was|were|are|is|have|had|has)|was|were|are|is|has|have|had|been|can|could|may|might|would|will|should|must|do|does|did|found|shows?|showed|includes?|including|took|contains?|gives?|gave|hold|holds|please|we|you|i|our|roedd|cofnodwyd|bu)\b/iu;
/** "May: 21", "May 2023" begin with a month. */
function hasVerb(text: string): boolean {
  return VERB.test(text.replace(/^\s*May(?=\s*$|\s*['’]?\d|\s*[-–:=])/u, ' '));
}

/** "the force recorded" before a number makes it a sentence. */
const STATES =
  /\b(?:force|police|constabulary|service|team|unit|it|they)\s+(?:\w+\s+)?(?:recorded|received|identified|counted|reported|logged|noted)\s*$/iu;
/** Between a label and its value. A dash counts only with space around it, or right before the last word. */
const SEPARATOR = /\s*(?:[:=]|\s[-–—]\s|\s*[–—]\s*|\.{3,}|…)\s*/u;

/** A sentence longer than this lists no pairs; a line with more separators than this is cut at its last. */
const LONGEST = 2_000;
const MOST_CUTS = 12;

export function pairsOf(text: string, lexicon: Lexicon): readonly PairGroup[] | null {
  const groups: PairGroup[] = [];
  for (const sentence of sentencesOf(text)) {
    if (sentence.length > LONGEST) return null;
    const parted = withParts(withoutStop(sentence), lexicon);
    if (parted !== null) {
      groups.push(...parted);
      continue;
    }
    const group = groupOf(withoutStop(sentence), lexicon);
    if (group === null) return null;
    groups.push(group);
  }
  return groups.length === 0 ? null : groups;
}

/** The value a whole line is, under its question: `Nil`, `114`, `fewer than 5`. */
export function valueOfLine(text: string, lexicon: Lexicon): Value | null {
  return valueAlone(withoutStop(text), lexicon)?.value ?? null;
}

function withoutStop(text: string): string {
  const plain = text.trim();
  return /[.;,]$/u.test(plain) ? plain.slice(0, -1).trim() : plain;
}

/** `12-15: 66 (58 female, 8 male)`: a number, and in brackets behind it what it is made of. */
function withParts(text: string, lexicon: Lexicon): readonly PairGroup[] | null {
  const cut = /^(?<whole>[^()]*\d[^()]*?)\s*\((?<parts>[^()]*\d[^()]*)\)$/u.exec(text)?.groups;
  if (cut === undefined) return null;
  const [whole] = groupOf(cut.whole ?? '', lexicon)?.pairs ?? [];
  const parts = (cut.parts ?? '')
    .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/u)
    .map((part) => partOf(part, lexicon));
  if (whole === undefined || says(readLabel(whole.label, lexicon)) === '' || parts.length < 2) return null;
  const all = parts.filter((part) => part !== null);
  if (all.length < parts.length) return null;
  return [
    { caption: '', pairs: [whole] },
    { caption: whole.label, pairs: all },
  ];
}

/** `58 female`, `female 58`: a category that is wholly understood, and its number. */
function partOf(text: string, lexicon: Lexicon): Pair | null {
  const turned = /^(?<value>[\d,]+|<\s?\d+|\*|nil|none|no)\s+(?<label>\p{L}.*)$/iu.exec(text.trim())?.groups;
  const straight = /^(?<label>\p{L}.*?)\s*[:=–-]?\s+(?<value>[\d,]+|<\s?\d+|\*|nil|none)$/iu.exec(
    text.trim(),
  )?.groups;
  const found = turned ?? straight;
  if (found === undefined) return null;
  const label = readLabel(found.label ?? '', lexicon);
  const isCategory = label.age !== null || label.sex !== null || label.platform !== null || label.unknown;
  if (!isCategory || label.leftover !== '') return null;
  const value = cellValue(/^no$/iu.test(found.value ?? '') ? 'none' : (found.value ?? ''));
  return value === null ? null : { label: found.label ?? '', value, text: found.value ?? '' };
}

function groupOf(text: string, lexicon: Lexicon): PairGroup | null {
  const cut = /^(?<caption>[^:]*(?:\p{L}|\d{4}[/-]\d{2})[^:]*):\s*(?<rest>.*[^\s:].*)$/u.exec(text);
  const { caption = '', rest = '' } = cut?.groups ?? {};
  const asked = cut === null || hasValue(caption, lexicon) ? null : rest;
  const pairs = asked === null ? null : (agesInRow(caption, asked, lexicon) ?? manyPairs(asked, lexicon));
  if (pairs !== null) return { caption, pairs };
  const whole = manyPairs(text, lexicon);
  if (whole !== null) return { caption: '', pairs: whole };
  // "Offences in 2024, by platform: Snapchat 30"
  const only = asked === null || valueAlone(asked, lexicon) !== null ? null : shortPair(asked, lexicon);
  if (only !== null && !hasValue(only.label, lexicon) && says(readLabel(only.label, lexicon)) !== '')
    return { caption, pairs: [only] };
  const single =
    onePair(text, lexicon) ?? bandPair(text, lexicon) ?? agePair(text, lexicon) ?? tailPair(text, lexicon);
  return single === null ? null : { caption: '', pairs: [single] };
}

const AGE_AND_COUNT =
  /^(?<age>(?:under|u)?\s*\d{1,2}(?:\s?[-–]\s?\d{1,2}|\s?\+)?)\s+(?<value>\d[\d,]*|\*|<\s?\d+|nil|none)$/iu;

/** "Victims by age: 0-10 3, 11 23, 12 3": under a caption of ages, numbers in twos whose first ones rise without a gap in sense. */
function agesInRow(caption: string, text: string, lexicon: Lexicon): readonly Pair[] | null {
  if (lexicon.dimensionOf(caption) !== 'age') return null;
  const all = text.split(/\s*[,;]\s+(?:and\s+)?/u).map((piece) => piece.trim());
  const rest = shortPair(all.at(-1) ?? '', lexicon);
  const closing = rest !== null && lexicon.isUnknown(rest.label) ? [rest] : [];
  const pieces = all.slice(0, all.length - closing.length).map((piece) => AGE_AND_COUNT.exec(piece)?.groups);
  if (pieces.length < 3) return null;
  const pairs: Pair[] = [];
  let last = -1;
  for (const piece of pieces) {
    const { age = '', value: said = '' } = piece ?? {};
    const value = cellValue(said);
    const numbers = (age.match(/\d+/gu) ?? []).map(Number);
    const high = (numbers.at(-1) ?? 99) - (/^u/iu.test(age) ? 1 : 0);
    if (piece === undefined || value === null || (numbers[0] ?? -1) <= last || high > OLDEST) return null;
    last = high;
    pairs.push({ label: `Age ${age}`, value, text: said });
  }
  return [...pairs, ...closing];
}

const OLDEST = 25;

/** Two pairs or more, divided by semicolons, slashes, dots, commas or brackets, or run together by dashes. */
function manyPairs(text: string, lexicon: Lexicon): readonly Pair[] | null {
  for (const divider of [
    /\s*;\s*/u,
    /\s+\/\s+/u,
    /\s*\|\s*/u,
    /\s+\.{3,}\s+|\s*…\s*/u,
    /(?<=[)\]])\s*(?:,|\band\b)?\s*(?:and\s+)?/u,
    /\s*,\s*(?:and\s+)?|(?<=\d)\s+and\s+(?!(?:under|over|below|above|younger|older|up)\b)(?=\p{L})/iu,
    /\s*,\s*(?:and\s+)?/u,
    // Titles of offences hold commas: a pair ends at the one behind its number, which is no age.
    /(?<=(?<!\b(?:under|over|aged?|below|above|than|offender))\s(?:\d[\d,]*|\*+|<\s?\d+|nil|none|zero))\s*,\s+(?:and\s+)?/iu,
  ]) {
    const pieces = text
      .split(divider)
      .map((piece) => piece.trim().replace(/^and\s+/iu, ''))
      .filter((piece) => piece !== '');
    if (pieces.length < 2) continue;
    const pairs = allPairs(pieces, lexicon);
    if (pairs !== null) return pairs;
  }
  return runOfDashes(text, lexicon);
}

function allPairs(pieces: readonly string[], lexicon: Lexicon): readonly Pair[] | null {
  const pairs: Pair[] = [];
  for (const piece of pieces) {
    const pair =
      onePair(piece, lexicon) ??
      agePair(piece, lexicon) ??
      shortPair(piece, lexicon) ??
      commaPair(piece, lexicon);
    // "40, Males: 12": the first number belongs to a label that stands before it.
    if (pair === null || /^\d[\d,]*,\s/u.test(pair.label)) return null;
    pairs.push(pair);
  }
  return pairs;
}

/** `Snapchat - 29 - Instagram - 11`: label and value in turn, by one separator throughout. */
function runOfDashes(text: string, lexicon: Lexicon): readonly Pair[] | null {
  const pieces = text.split(/\s+[-–—]\s+/u).map((piece) => piece.trim());
  if (pieces.length < 4 || pieces.length % 2 !== 0) return null;
  const pairs: Pair[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const pair = pairOf(pieces[at] ?? '', pieces[at + 1] ?? '', lexicon);
    if (pair === null || !isWorded(pair.label, lexicon)) return null;
    // "10 to 12" is a band, whatever it might count elsewhere.
    if (lexicon.ageOf(pair.label) === null && hasValue(pair.label, lexicon)) return null;
    pairs.push(pair);
  }
  return pairs;
}

/** Words, a year or a band: a bare figure is no label. */
function isWorded(label: string, lexicon: Lexicon): boolean {
  return /\p{L}/u.test(label) || (/\d\D+\d/u.test(label) && says(readLabel(label, lexicon)) !== '');
}

/** `label: value`, `label = value`, `label - value`, `label (value)`, `value - label`. */
function onePair(text: string, lexicon: Lexicon): Pair | null {
  if (isBand(text, lexicon)) return null;
  const bracket = /^(?<label>[^()[\]]{2,80}?)\s*[([]\s*(?<value>[^()[\]]+?)\s*[)\]]$/u.exec(text);
  if (bracket?.groups !== undefined) {
    const pair = pairOf(bracket.groups.label ?? '', bracket.groups.value ?? '', lexicon);
    if (pair !== null && says(readLabel(pair.label, lexicon)) !== '') return pair;
  }
  // "Victims by age, 2024 - 2025" holds a year that ends with its second half, and no pair.
  const spans = periodWords(text);
  const cuts = [...text.matchAll(new RegExp(SEPARATOR.source, 'gu'))].filter(
    ({ 0: cut, index }) =>
      cut !== '' && !spans.some((span) => span.start < index && index + cut.length < span.end),
  );
  for (const match of cuts.slice(-MOST_CUTS).reverse()) {
    const left = text.slice(0, match.index);
    const right = text.slice(match.index + match[0].length);
    // `12 - 15` cut at its own dash is a band, not a pair; so is the band of `Age 0–10 348`.
    if (/[-–—]/u.test(match[0]) && /^\d+$/u.test(left.trim())) continue;
    if (/[-–—]/u.test(match[0]) && /\d$/u.test(left) && /^\d{1,2}\s+\S/u.test(right)) continue;
    const pair = pairOf(left, right, lexicon);
    if (pair !== null) return pair;
  }
  const [first] = cuts;
  if (first === undefined || cuts.length !== 1) return null;
  const turned = pairOf(text.slice(first.index + first[0].length), text.slice(0, first.index), lexicon);
  return turned !== null &&
    // Of two bare numbers neither says which is the count.
    /\p{L}/u.test(turned.label) &&
    cellValue(turned.text)?.kind === 'exact' &&
    says(readLabel(turned.label, lexicon)) !== ''
    ? turned
    : null;
}

/** "0 - 9" is a band that stands for itself; "9 years - 38", "Age 9: *" and "Under 12 (7)" are an age and its number. */
function isBand(text: string, lexicon: Lexicon): boolean {
  if (lexicon.ageOf(text) === null || /[:=(]|\.{3}/u.test(text)) return false;
  const dash = /^(?<left>.*?)\s*[-–—]\s*(?<right>\S.*)$/u.exec(text)?.groups;
  if (dash === undefined) return true;
  return (
    /^\d{1,2}\b/u.test(dash.right ?? '') && (/\d$/u.test(dash.left ?? '') || /\p{L}/u.test(dash.right ?? ''))
  );
}

function pairOf(label: string, value: string, lexicon: Lexicon): Pair | null {
  const plain = label.trim().replace(/^[*•·]\s+(?=[\p{L}\d])/u, '');
  if (
    REFERENCE_LABEL.test(plain) ||
    isUnbalanced(label) ||
    isUnbalanced(value) ||
    // "Offences by platform - 2024" is a heading.
    /^\s*(?:199\d|20[0-3]\d)\s*$/u.test(value) ||
    // "Snapchat: twelve (12)" has its value before the bracket.
    cellValue(/[:=]\s+(?<said>[^:=]+)$/u.exec(plain)?.groups?.said ?? '')?.kind === 'exact' ||
    // The bracket of "s.40(2)" belongs to the section.
    /\b(?:sections?|sec\.?|adran|s\.?)\s*\d{1,2}[A-Z]?$/iu.test(plain) ||
    /\d\s+(?:recorded\s+)?(?:offences|victims|crimes)\b/iu.test(plain) ||
    // "Of the offences in answer 1" points to an answer.
    /\b(?:in|to|under|of|see|from)\s+(?:the\s+)?(?:answer|question|table|annex|note|line|row)$/iu.test(plain)
  )
    return null;
  const read = valueAlone(value, lexicon);
  if (read === null || !isLabel(plain, lexicon) || hasVerb(plain) || plain.split(/\s+/).length > 40)
    return null;
  // The noun behind the number says what is counted: "2023/24: 118 offences".
  return { label: `${plain}${read.noun}`, value: read.value, text: value.trim() };
}

/** Words or figures; a letter by itself only where it is a sex or a platform: "F", "X". */
function isLabel(text: string, lexicon: Lexicon): boolean {
  if (/\p{L}{2}|\d/u.test(text) || lexicon.isUnknown(text)) return true;
  return /^\p{L}$/u.test(text) && (lexicon.sexOf(text) !== null || lexicon.platformOf(text).kind === 'exact');
}

function isUnbalanced(text: string): boolean {
  return (text.match(/[([]/gu)?.length ?? 0) !== (text.match(/[)\]]/gu)?.length ?? 0);
}

const SHORT = new RegExp(
  '^(?<label>\\p{L}.*?|0?\\d{2,3}/\\d{1,2}(?:\\s.*?)?|\\d{1,2}\\s*(?:-|–|to|/|&|and|or)\\s*\\d{1,2}.*?)\\s+' +
    '(?<value>\\d[\\d,]*|\\*+|<\\s?\\d+|nil|none|zero|(?:fewer|less)\\s+than\\s+\\w+|\\d+\\s+or\\s+(?:fewer|less)|' +
    `(?<word>${NUMBER_WORD}))$`,
  'iu',
);

/** `Snapchat 58`, `Facebook Messenger fewer than five` within a list. */
function shortPair(text: string, lexicon: Lexicon): Pair | null {
  const cut = SHORT.exec(text);
  const label = cut?.groups?.label ?? '';
  // A title of an offence is long, and a pair all the same.
  const isLong = label.split(/\s+/).length > 6 && lexicon.offenceOf(label) === null;
  if (cut?.groups === undefined || hasVerb(text) || isLong || AGE_LEADS.test(label)) return null;
  if (/^\s*(?:offence|victim|crime)\s*$/iu.test(label)) return null;
  // A word ends many a phrase; behind a category it counts: "Females two".
  const read = cut.groups.word === undefined ? null : readLabel(label, lexicon);
  if (read !== null && (read.leftover !== '' || says(read) === '')) return null;
  return pairOf(cut.groups.label ?? '', cut.groups.value ?? '', lexicon);
}

/** "… of a child under 16": the number is an age. */
const AGE_LEADS = /(?<!\b(?:and|or|&|ac)\s)\b(?:under|over|aged?|below|above|than|offender)$/iu;

/** `11 years 32`, `10 and under 71`, `6–10 1`, `16+ 377`: an age in words or as a band, then its count. */
function agePair(text: string, lexicon: Lexicon): Pair | null {
  const cut = /^(?<label>.{2,30}?)\s+(?<value>\S+)$/u.exec(text);
  const label = cut?.groups?.label ?? '';
  if (cut === null || /^\d+$/u.test(label) || AGE_LEADS.test(label) || lexicon.ageOf(label) === null)
    return null;
  // "12 to 15" is a band and no pair; "5 and under 14" in a list is the band to 5, and 14.
  const isBandOfItsOwn =
    lexicon.ageOf(text) !== null && !/\b(?:under|over|above|younger|older|years?)$/iu.test(label);
  if (isBandOfItsOwn || !/^(?:\d[\d,]*|\*+|<\d+|nil|none)$/iu.test(cut.groups?.value ?? '')) return null;
  return pairOf(label, cut.groups?.value ?? '', lexicon);
}

/** `Snapchat, 88` where semicolons part the pairs. */
function commaPair(text: string, lexicon: Lexicon): Pair | null {
  const cut = /^(?<label>[^,]*\p{L}[^,]*),\s*(?<value>\S+)$/u.exec(text);
  return cut?.groups === undefined ? null : pairOf(cut.groups.label ?? '', cut.groups.value ?? '', lexicon);
}

/** `0-11 9`, `F 40`: a band or a letter, then its count. */
function bandPair(text: string, lexicon: Lexicon): Pair | null {
  const cut = /^(?<label>\p{L}|\d{1,2}\s*(?:-|–|to)\s*\d{1,2})\s+(?<value>\S+)$/u.exec(text);
  const label = cut?.groups?.label ?? '';
  if (cut === null || (lexicon.ageOf(label) === null && lexicon.sexOf(label) === null)) return null;
  return pairOf(label, cut.groups?.value ?? '', lexicon);
}

/** A line without a verb that ends in its only number: `Home Office code 71/17, 2024/25: Total Count 66`. */
function tailPair(text: string, lexicon: Lexicon): Pair | null {
  const found = tags(text, lexicon);
  const values = found.filter((tag) => tag.kind === 'value');
  const [only] = values;
  if (values.length !== 1 || only?.kind !== 'value' || only.end !== text.length) return null;
  // A word such as "one" ends many a sentence; figures and signs end a list line.
  if (only.value.kind === 'exact' && only.value.form === 'word') return null;
  const label = text.slice(0, only.start).replace(/[\s:=–—-]+$/u, '');
  if (
    label === '' ||
    hasVerb(label) ||
    STATES.test(label) ||
    label.split(/\s+/).length > 40 ||
    !/\p{L}{2}|\d/u.test(label) ||
    isNumbering(label, lexicon)
  )
    return null;
  return { label, value: only.value, text: only.text };
}

/** "Platform 1" numbers the platforms of a form; "Platform: 1" might be an answer. */
function isNumbering(label: string, lexicon: Lexicon): boolean {
  const read = readLabel(label, lexicon);
  if (read.platform !== null || read.age !== null || read.sex !== null) return false;
  // "Offence 1" of a form; "Offences 1" might be an answer.
  if (/^\s*(?:offence|victim|crime)\s*$/iu.test(label)) return true;
  return read.names !== null && read.names !== 'period' && read.leftover === '' && read.unit === null;
}

type Alone = { readonly value: Value; readonly noun: string };

/** The value a text is, alone or with the unit or share behind it: `58`, `58 offences`, `10 (8.5%)`, `fewer than 5`. */
function valueAlone(text: string, lexicon: Lexicon): Alone | null {
  const plain = text.trim();
  const value = cellValue(plain);
  if (value !== null) return { value, noun: '' };
  // "dim / none": the same in two languages.
  const halves = plain.split(/\s+\/\s+/u).map((half) => cellValue(half));
  const [one, other] = halves;
  if (
    halves.length === 2 &&
    one?.kind === 'exact' &&
    other?.kind === 'exact' &&
    one.count.low === other.count.low
  ) {
    return { value: one, noun: '' };
  }
  if (
    /^no\s+(?:\w+\s+){0,2}(?:offences|crimes|victims)(?:\s+(?:were|was|have been))?(?:\s+(?:recorded|reported|found))?$/iu.test(
      plain,
    )
  ) {
    return {
      value: { kind: 'exact', count: exact(0), form: 'nil' },
      noun: /victims/iu.test(plain) ? ' victims' : ' offences',
    };
  }
  const found = tags(plain, lexicon);
  const values = found.filter((tag) => tag.kind === 'value');
  const [only] = values;
  if (values.length !== 1 || only?.kind !== 'value' || only.start !== 0) return null;
  const rest = found.filter((tag) => tag !== only);
  if (rest.some((tag) => tag.kind !== 'unit' && !(tag.kind === 'noise' && tag.why === 'percent')))
    return null;
  const unit = rest.find((tag) => tag.kind === 'unit');
  const left = bare(found.reduce((rest_, tag) => rest_.replace(tag.text, ' '), plain));
  return left === '' ? { value: only.value, noun: unit === undefined ? '' : ` ${unit.text}` } : null;
}

function hasValue(text: string, lexicon: Lexicon): boolean {
  return tags(text, lexicon).some((tag) => tag.kind === 'value');
}
