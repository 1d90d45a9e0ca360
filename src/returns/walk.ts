/**
 * Goes through the documents of a return in reading order and gathers every number with its surroundings: which question
 * it answers, what its caption says, which period the heading set. Also gathers the sentences of the reply itself, apart
 * from the quoted request and the furniture of the page, since only they can refuse, rule or rename.
 */
import type { Collection } from '#collection/collection.ts';
import { type Period, period as periodOf } from '#period/period.ts';
import type { Document, Line, Table } from './document.ts';
import { pairsOf } from './letters/pairs.ts';
import {
  askedQuestions,
  isBareNumber,
  isQuestion,
  type Question,
  questionNumber,
  readQuestion,
} from './letters/questions.ts';
import { type Remembered, readSentences } from './letters/sentences.ts';
import type { Stated, Sum } from './stated.ts';
import { aboutOf, saidBy } from './tables/axis.ts';
import { type Block, blocks } from './tables/blocks.ts';
import { type Context, noContext, readPeriod } from './tables/context.ts';
import { grid } from './tables/grid.ts';
import { mergeSaid, readBlock } from './tables/read-block.ts';
import { recordList } from './tables/record-list.ts';
import { readLabel, stripQuestion } from './words/label.ts';
import type { Lexicon } from './words/lexicon.ts';
import { tags } from './words/tags.ts';

export type Walked = {
  readonly stated: readonly Stated[];
  readonly sums: readonly Sum[];
  /** Lines of the reply itself, for outcome and marker rules. */
  readonly reply: readonly string[];
  readonly empties: readonly { readonly at: string; readonly isForm: boolean }[];
  readonly questions: ReadonlyMap<number, Question>;
  /** The same lines again, furniture and request too: what names the force and the periods. */
  readonly everything: readonly string[];
};

type State = {
  context: Context;
  heading: Context;
  /** Short lines since the last block of numbers: captions of the next. */
  captions: Line[];
  questions: Map<number, Question>;
  inRequest: boolean;
  remembered: Remembered;
};

const REQUEST_HEADING =
  /^\s*(?:(?:your|the|details?\s+of\s+(?:the\s+)?)?\s*(?:original\s+)?(?:request|questions?|information\s+requested|enquiry|foi\s+request)(?:\s+(?:details?|summary|as\s+received|text))?|you\s+(?:asked|requested|wrote)(?:\s+(?:for|us))?|cais)\s*:?\s*$/iu;
const REPLY_HEADING =
  /^\s*(?:(?:our\s+|the\s+|force\s+)?(?:response|repl(?:y|ies)|answers?|decisions?|disclosure|findings?|first\s+duty|data|figures|results?|information)(?:\s+(?:to\s+.*|notice|provided|details?))?|ymateb|ateb(?:ion)?)\s*:?\s*$/iu;
export const PROVENANCE =
  /\b(?:not\s+a\s+document\s+(?:of|issued\s+by)|made\s+up\s+to\s+test|nid\s+dogfen\s+gan|reconstructed\s+sample)\b/iu;

export function walk(documents: readonly Document[], collection: Collection, lexicon: Lexicon): Walked {
  const asked = [collection.period, ...collection.compare].flatMap((text) => periodOf(text) ?? []);
  const stated: Stated[] = [];
  const sums: Sum[] = [];
  const reply: string[] = [];
  const everything: string[] = [];
  const empties: { at: string; isForm: boolean }[] = [];
  const questions = new Map(askedQuestions(collection));
  const put = (more: { stated: readonly Stated[]; sums: readonly Sum[] }): void => {
    const base = stated.length;
    stated.push(...more.stated);
    sums.push(
      ...more.sums.map((sum) => ({
        ...sum,
        whole: sum.whole + base,
        parts: sum.parts.map((part) => part + base),
      })),
    );
  };
  const lines = documents
    .flatMap((document) => document.blocks)
    .filter(
      (block): block is Line => block.kind === 'line' && !block.furniture && !PROVENANCE.test(block.text),
    );
  const base = baseContext(
    asked,
    lines.map((line) => line.text),
  );
  for (const document of documents) {
    const state: State = {
      context: base,
      heading: base,
      captions: [],
      questions,
      inRequest: false,
      remembered: { unit: null, period: null },
    };
    const noted = document.blocks.flatMap((block) =>
      block.kind === 'line' ? [block.text] : block.cells.map((cell) => cell.text),
    );
    state.context = { ...base, markPeriods: markPeriods(noted, base) };
    state.heading = state.context;
    let list: {
      line: Line;
      pairs: readonly { label: string; value: Stated['value']; text: string }[];
      context: Context;
    }[] = [];
    const flush = (): void => {
      if (list.length > 0) put(readList(list, lexicon, `${document.file}#list${stated.length}`));
      list = [];
    };
    for (const block of document.blocks) {
      if (block.kind === 'table') {
        flush();
        everything.push(...block.cells.map((cell) => cell.text));
        if (block.visibility !== 'visible') continue;
        const found = readTable(block, captioned(state, lexicon), lexicon, state, reply, stated.length);
        put(found);
        empties.push(...found.empties);
        state.captions = [];
        continue;
      }
      everything.push(block.text);
      if (block.furniture || PROVENANCE.test(block.text)) continue;
      const kind = takeLine(block, state, lexicon);
      if (isBareNumber(block.text)) {
        flush();
        continue;
      }
      if (kind === 'request') {
        flush();
        continue;
      }
      reply.push(block.text);
      const body = stripQuestion(block.text);
      const pairs = kind === 'caption' ? null : pairsOf(body, lexicon);
      if (pairs !== null) {
        const context = captioned(state, lexicon);
        list.push({ line: block, pairs, context });
        continue;
      }
      flush();
      const found = tags(body, lexicon);
      if (!found.some((tag) => tag.kind === 'value')) {
        if (body.length < 140) state.captions.push(block);
        const read = readSentences(body, block.at, captioned(state, lexicon), lexicon, block.at);
        if (read.remembered.period !== null && body.length >= 140) state.remembered = read.remembered;
        continue;
      }
      const context = captioned(state, lexicon);
      const read = readSentences(
        body,
        block.at,
        { ...context, unit: context.unit ?? state.remembered.unit },
        lexicon,
        block.at,
      );
      put({ stated: read.stated, sums: [] });
      state.remembered = read.remembered;
      state.captions = [];
    }
    flush();
  }
  return { stated, sums, reply, empties, questions, everything };
}

function baseContext(asked: readonly Period[], texts: readonly string[]): Context {
  const calendar = texts.some((text) =>
    /\b(?:counts?|count(?:ed|s)?|recorded|held|shown|provided|reported|based|by|per|in)\b[^.]*\bcalendar\s+years?\b/iu.test(
      text,
    ),
  );
  return { ...noContext, asked, yearBasis: calendar ? 'calendar' : null };
}

/** `* 1 January to 31 May 2025`: a note that gives its mark a period. */
function markPeriods(texts: readonly string[], context: Context): ReadonlyMap<string, Period> {
  const found = new Map<string, Period>();
  for (const text of texts) {
    const note = /^\s*(?<mark>[*†‡^]+|\[\w\]|\(\d\)|\d(?=\s))\s*(?<body>.*)$/u.exec(text);
    if (note?.groups === undefined) continue;
    const words = tags(note.groups.body ?? '', NO_WORDS).flatMap((tag) =>
      tag.kind === 'period' && tag.word.kind === 'period' ? [tag.word] : [],
    );
    const [only] = words;
    if (words.length !== 1 || only === undefined || (note.groups.body ?? '').length > only.text.length + 40)
      continue;
    const read = readPeriod(words, [], context);
    if (read.kind === 'period' || read.kind === 'piece') found.set(note.groups.mark ?? '', read.period);
  }
  return found;
}

const NO_WORDS: Lexicon = {
  codesIn: () => [],
  wordsIn: () => [],
  ageOf: () => null,
  sexOf: () => null,
  unitOf: () => null,
  dimensionOf: () => null,
  isTotal: () => false,
  isUnknown: () => false,
  isOther: () => false,
  platformOf: () => ({ kind: 'none', nearest: [] }),
  offenceOf: () => null,
};

/** Sorts a line into request, caption or content, and keeps the state that it sets. */
function takeLine(line: Line, state: State, lexicon: Lexicon): 'request' | 'caption' | 'content' {
  const { text } = line;
  if (REQUEST_HEADING.test(text)) {
    state.inRequest = true;
    return 'request';
  }
  if (REPLY_HEADING.test(text)) {
    state.inRequest = false;
    state.captions = [];
    state.context = { ...state.heading, question: null };
    return 'caption';
  }
  const number = questionNumber(text);
  const asks = isQuestion(text);
  if (number !== null && !asks && !state.inRequest) {
    const question = state.questions.get(number);
    state.context = { ...state.heading, question: number, unit: null, period: question?.period ?? null };
    state.captions = [];
    state.remembered = { unit: null, period: null };
  }
  if (asks || (state.inRequest && (number !== null || line.role !== 'heading'))) {
    const of = number ?? state.context.question;
    const question = readQuestion(text, lexicon, state.context);
    if (of !== null) {
      state.questions.set(of, question);
      if (!state.inRequest) state.context = { ...state.heading, question: of, period: question.period };
    }
    state.captions = [];
    return 'request';
  }
  if (state.inRequest && line.role === 'heading') state.inRequest = false;
  if (line.role === 'heading') {
    const label = readLabel(text, lexicon);
    const read = readPeriod(label.periods, line.marks, state.context);
    const period = read.kind === 'period' && label.periods.length === 1 ? read.period : null;
    state.heading = { ...state.heading, period: period ?? state.heading.period };
    state.context = { ...state.context, period: period ?? state.context.period };
    state.captions.push(line);
    return 'caption';
  }
  return 'content';
}

/** The context with what the captions since the last block say. */
function captioned(state: State, lexicon: Lexicon): Context {
  let context = state.context;
  for (const line of state.captions) {
    if (isBareNumber(line.text)) continue;
    const label = readLabel(line.text, lexicon);
    const said = saidBy(label, label.names === 'period' ? null : label.names, lexicon);
    const read = readPeriod(
      label.periods.filter((word) => word.kind !== 'date'),
      line.marks,
      context,
    );
    context = {
      ...context,
      unit: label.unit ?? context.unit,
      period: read.kind === 'period' ? read.period : context.period,
      ...(label.leftover === '' &&
      label.names !== null &&
      label.unknown &&
      label.names !== 'period' &&
      label.names !== 'offence'
        ? { [label.names]: 'unknown' }
        : {}),
      ...(said.sex !== undefined && label.leftover === '' ? { sex: said.sex } : {}),
      ...(said.age !== undefined &&
      said.age !== '0-17' &&
      label.leftover === '' &&
      /\p{L}/u.test(stripQuestion(line.text))
        ? { age: said.age }
        : {}),
      ...(said.platform !== undefined && label.leftover === '' && label.names === null
        ? { platform: said.platform }
        : {}),
    };
    const ending = label.periods.find((word) => word.kind === 'year-ending');
    if (ending !== undefined) context = { ...context, yearEnding: ending.month };
  }
  return context;
}

function readTable(
  table: Table,
  context: Context,
  lexicon: Lexicon,
  state: State,
  reply: string[],
  serial: number,
) {
  const sheet = { ...context };
  const name = readLabel(table.name, lexicon);
  const named = readPeriod(name.periods, [], context);
  let inside: Context = {
    ...sheet,
    unit: sheet.unit ?? name.unit,
    period: named.kind === 'period' && named.basis !== 'bare-year' ? named.period : sheet.period,
  };
  const number = questionNumber(table.name);
  if (number !== null) inside = { ...inside, question: number };
  const whole = grid(table);
  const list = recordList(whole, inside, lexicon);
  if (list !== null) {
    reply.push(...list.notes);
    return { ...list, empties: [] };
  }
  const cut = blocks(whole, lexicon);
  const stated: Stated[] = [];
  const sums: Sum[] = [];
  const empties: { at: string; isForm: boolean }[] = [];
  const rows = [
    ...cut.loose.map((one) => ({ row: one.row, loose: one.cells, block: null })),
    ...cut.blocks.map((block) => ({ row: block.heads[0] ?? block.body[0]?.row ?? 0, loose: null, block })),
  ].sort((a, b) => a.row - b.row);
  const isForm = /\bform\b|please\s+(?:type|enter|complete|fill)|to\s+be\s+completed/iu.test(
    [table.name, ...table.cells.map((cell) => cell.text)].join(' '),
  );
  for (const { loose, block } of rows) {
    if (loose !== null) {
      const text = loose.map((cell) => cell.text).join(' ');
      reply.push(text);
      if (PROVENANCE.test(text)) continue;
      inside = looseContext(text, inside, lexicon, state);
      continue;
    }
    const question = questionIn(block);
    if (question !== null)
      inside = { ...inside, question, period: state.questions.get(question)?.period ?? inside.period };
    if (block.body.length === 0) {
      if (block.heads.length > 0 && isHollow(block)) empties.push({ at: table.at, isForm });
      continue;
    }
    const read = readBlock(block, inside, lexicon, `${table.at}@${serial}.${block.body[0]?.row ?? 0}`);
    const from = stated.length;
    stated.push(...read.stated);
    sums.push(
      ...read.sums.map((sum) => ({
        ...sum,
        whole: sum.whole + from,
        parts: sum.parts.map((part) => part + from),
      })),
    );
  }
  if (
    table.cells.length > 0 &&
    stated.every((one) => one.value === null) &&
    cut.blocks.some((block) => block.heads.length > 0)
  ) {
    empties.push({ at: table.at, isForm });
  }
  return { stated, sums, empties };
}

/** A note or pair on a sheet: it may number a question, set a period, or begin a part about victims. */
function looseContext(text: string, context: Context, lexicon: Lexicon, state: State): Context {
  let inside = context;
  const number = questionNumber(text);
  if (number !== null)
    inside = {
      ...inside,
      question: number,
      unit: null,
      age: null,
      sex: null,
      platform: null,
      period: state.questions.get(number)?.period ?? inside.period,
    };
  if (isQuestion(text)) {
    if (number !== null) state.questions.set(number, readQuestion(text, lexicon, inside));
    return inside;
  }
  if (text.length > 200) return inside;
  const label = readLabel(text, lexicon);
  const full = label.periods.filter((word) => word.kind === 'period' || word.kind === 'year-ending');
  const ending = full.find((word) => word.kind === 'year-ending');
  if (ending !== undefined) inside = { ...inside, yearEnding: ending.month };
  const read = readPeriod(full, [], inside);
  if (read.kind === 'period' && full.length === 1) inside = { ...inside, period: read.period };
  if (/\bcalendar\s+years?\b/iu.test(text)) inside = { ...inside, yearBasis: 'calendar' };
  return inside;
}

function questionIn(block: Block): number | null {
  const row = block.heads[0] ?? block.body[0]?.row;
  const first = row === undefined ? undefined : block.grid.row(row)[0];
  return first === undefined || !/^\s*(?:q|question|cwestiwn)/iu.test(first.text)
    ? null
    : questionNumber(first.text);
}

/** Headings with nothing under them but blank cells. */
function isHollow(block: Block): boolean {
  const last = block.heads.at(-1) ?? 0;
  return block.grid.rows > last + 1;
}

/** A run of pairs on lines, cut where the labels turn from one dimension to another, each part read like a table column. */
function readList(
  list: readonly {
    line: Line;
    pairs: readonly { label: string; value: Stated['value']; text: string }[];
    context: Context;
  }[],
  lexicon: Lexicon,
  id: string,
) {
  const all = list.flatMap(({ line, pairs, context }) =>
    pairs.map((pair) => ({ ...pair, line, context, read: readLabel(pair.label, lexicon) })),
  );
  const parts: (typeof all)[] = [];
  let about: string | null = null;
  for (const one of all) {
    const own = specificAbout(one.read);
    const current = parts.at(-1);
    if (current === undefined || (own !== null && about !== null && own !== about)) parts.push([one]);
    else current.push(one);
    if (own !== null) about = own;
  }
  const stated: Stated[] = [];
  const sums: Sum[] = [];
  parts.forEach((part, at) => {
    const axis = aboutOf(
      part.map((one) => one.read),
      null,
    );
    const from = stated.length;
    const totals: number[] = [];
    for (const one of part) {
      const said = saidBy(one.read, axis ?? (one.read.names === 'period' ? null : one.read.names), lexicon);
      if (said.total !== undefined) totals.push(stated.length);
      const first = part[0];
      stated.push({
        ...mergeSaid(
          [said],
          one.line.marks,
          first !== undefined && one.line !== first.line && one.context.period === null
            ? { ...one.context, period: first.context.period }
            : one.context,
        ),
        value: one.value,
        text: one.text,
        at: one.line.at,
        question: one.context.question,
        labels: one.label,
        block: `${id}.${at}`,
      });
    }
    for (const whole of totals) {
      const others = part.map((_, place) => from + place).filter((place) => !totals.includes(place));
      if (others.length > 1 && axis !== null && axis !== 'period')
        sums.push({ whole, parts: others, over: axis });
    }
  });
  return { stated, sums };
}

function specificAbout(label: ReturnType<typeof readLabel>): string | null {
  if (label.age !== null && label.age !== 'unknown') return 'age';
  if (label.sex === 'female' || label.sex === 'male') return 'sex';
  if (label.platform !== null && label.platform !== 'unknown' && label.platform !== 'other')
    return 'platform';
  if (label.names !== null && label.unknown) return label.names;
  if (label.offence !== null) return 'offence';
  return label.periods.length > 0 && label.leftover === '' ? 'period' : null;
}
