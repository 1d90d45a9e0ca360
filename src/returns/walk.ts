/**
 * Goes through the documents of a return in reading order and gathers every number with its surroundings: which question
 * it answers, what its caption says, which period the heading set. Also gathers the sentences of the reply itself, apart
 * from the quoted request and the furniture of the page, since only they can refuse, rule or rename.
 */
import type { Collection } from '#collection/collection.ts';
import { period as periodOf } from '#period/period.ts';
import { asksFlag, isByOffence, ownCodes } from './assemble/measure.ts';
import type { Block, Document, Line } from './document.ts';
import { alongLine } from './letters/along-line.ts';
import { addCaption, isAgeCaption, noCaptions } from './letters/captions.ts';
import { dashedAge, loneAge } from './letters/dashed-ages.ts';
import { asRemark, cellMarks, isFootnote } from './letters/footnotes.ts';
import { letterOf } from './letters/lettered.ts';
import {
  baseContext,
  CONTACT,
  isContact,
  markPeriods,
  numbersOf,
  PROVENANCE,
  referencesIn,
} from './letters/notes.ts';
import { asksBack } from './letters/outcome.ts';
import { type PairGroup, pairsOf, valueOfLine } from './letters/pairs.ts';
import { answerOf, askedQuestions, isBareNumber, isQuestion, type Question } from './letters/questions.ts';
import { type ListLine, readList } from './letters/read-list.ts';
import { captioned, type ReplyState, takeLine } from './letters/reply-state.ts';
import { readSentences } from './letters/sentences.ts';
import { sentencesOf } from './letters/sentences-of.ts';
import { withoutRules } from './marker-rules.ts';
import type { Stated, StatedBlock, Sum } from './stated.ts';
import type { Context } from './tables/context.ts';
import { labelsBelow, toldAsBlank } from './tables/labels-below.ts';
import { type Empty, readTable } from './tables/read-table.ts';
import { readLabel, says, stripQuestion } from './words/label.ts';
import type { Lexicon } from './words/lexicon.ts';
import { isQualified } from './words/qualifiers.ts';
import { tags } from './words/tags.ts';

export type Walked = {
  readonly stated: readonly Stated[];
  readonly sums: readonly Sum[];
  /** Lines of the reply itself, for outcome and marker rules. */
  readonly reply: readonly string[];
  readonly empties: readonly Empty[];
  readonly questions: ReadonlyMap<number, Question>;
  /** The same lines again, furniture and request too: what names the force and the periods. */
  readonly everything: readonly string[];
  /** For showing the page: the block each stated number stands in, and why a block was passed over. */
  readonly blockOf: readonly Block[];
  readonly passed: ReadonlyMap<Block, Passed>;
};

export type Passed = 'furniture' | 'request' | 'question' | 'rule' | 'hidden sheet';

/** Around the tables of a form: "Form for your answers", "Please write the number in each box". */
const FORM_LINE =
  /please\s+(?:type|enter|fill|write|put)\b|\bin\s+each\s+(?:box|cell)\b|^\s*(?:return\s+|data\s+)?form\b/iu;

/** Lines below a table that are looked at for labels of its last rows. */
const MOST_BELOW = 24;
/** A line longer than this is prose, not the caption of what follows. */
const CAPTION = 140;

export function walk(documents: readonly Document[], collection: Collection, words: Lexicon): Walked {
  const asked = [collection.period, ...collection.compare].flatMap((text) => periodOf(text) ?? []);
  const stated: Stated[] = [];
  const sums: Sum[] = [];
  const reply: string[] = [];
  const everything: string[] = [];
  const empties: Empty[] = [];
  const questions = new Map(askedQuestions(collection));
  const blockOf: Block[] = [];
  const passed = new Map<Block, Passed>();
  const put = (more: StatedBlock, from: (at: number) => Block | undefined): void => {
    const base = stated.length;
    for (const [at, one] of more.stated.entries()) {
      const block = from(at);
      if (block === undefined) throw new Error('a number was read from no block');
      const isAlone = block.kind === 'line' || (one.cells?.around.length ?? 0) === 0;
      const isReference = isAlone && references.has(one.text);
      stated.push(isReference ? { ...one, not: { why: 'reference', finding: null } } : one);
      blockOf.push(block);
    }
    for (const sum of more.sums) {
      sums.push({ ...sum, whole: sum.whole + base, parts: sum.parts.map((part) => part + base) });
    }
  };
  const about = {
    ownCodes: ownCodes(collection),
    isByOffence: isByOffence(collection),
    asksFlag: asksFlag(collection),
    measures: collection.measures.map((measure) => ({
      ...measure,
      isQualified: isQualified(measure, collection),
    })),
  };
  const files = documents.map(({ file }) => file);
  const references = new Set([
    ...referencesIn([...linesOf(documents), ...files], words),
    ...numbersOf(files),
  ]);
  const base = baseContext(asked, about, replyLines(documents));
  for (const document of documents) {
    const state = startOf(document, base, questions);
    const marks = cellMarks(document);
    let list: ListLine[] = [];
    const flush = (): void => {
      const lines = list.flatMap(({ line, pairs }) => pairs.map(() => line));
      if (list.every(({ line }) => CONTACT.test(line.text)))
        for (const { line } of list) passed.set(line, 'furniture');
      else {
        const lexicon = words.at?.(lines[0]?.at ?? document.file) ?? words;
        put(readList(list, lexicon, `${document.file}#list${stated.length}`), (at) => lines[at]);
      }
      list = [];
    };
    for (const [place, block] of document.blocks.entries()) {
      const lexicon = words.at?.(block.at) ?? words;
      if (block.kind === 'table') {
        flush();
        // One by one: a sheet has more cells than a call may have arguments.
        everything.push(block.name);
        for (const cell of block.cells) everything.push(cell.text);
        if (block.visibility !== 'visible') {
          passed.set(block, 'hidden sheet');
          continue;
        }
        const found = readTable(block, captioned(state, lexicon), lexicon, questions, stated.length);
        put(found, () => block);
        const blanks = labelsBelow(block, document.blocks.slice(place + 1, place + MOST_BELOW), lexicon);
        put({ stated: blanks.map(toldAsBlank), sums: [] }, (at) => blanks[at]);
        reply.push(...found.notes);
        empties.push(...found.empties);
        state.captions = noCaptions;
        continue;
      }
      everything.push(block.text);
      if (isOutside(block)) {
        // Answers written between the lines of the request that they answer.
        if (isAnsweredBelow(document, place)) takeLine(block, state, lexicon);
        passed.set(block, 'furniture');
        continue;
      }
      const aged = captioned(state, lexicon).aboutAges ? loneAge(block.text, beside(document, place)) : null;
      if (aged !== null && !state.inRequest) {
        reply.push(block.text);
        const context = captioned(state, lexicon);
        list.push(...alongLine([{ caption: '', pairs: [aged] }], block, context, lexicon));
        state.captions = { ...state.captions, isUsed: true };
        continue;
      }
      const kind = takeLine(block, state, lexicon);
      if (kind === 'request' || isBareNumber(block.text)) {
        passed.set(block, kind === 'request' ? 'request' : 'question');
        if (!state.inRequest && asksBack(block.text)) reply.push(block.text);
        flush();
        continue;
      }
      reply.push(block.text);
      const left = withoutRules(block.text);
      if (left === '') {
        passed.set(block, 'rule');
        flush();
        continue;
      }
      const line = { ...block, text: left };
      const groups = kind === 'caption' ? null : groupsOf(line, state, lexicon, beside(document, place));
      if (groups !== null) {
        const letter = letterOf(block.text);
        const part = state.questions.get(state.context.question ?? 0)?.parts?.get(letter ?? '');
        const around = captioned(state, lexicon);
        const context = part === undefined ? around : { ...around, period: part };
        list.push(...alongLine(groups, block, context, lexicon));
        state.captions = { ...state.captions, isUsed: true };
        continue;
      }
      flush();
      const { groups: first, rest } = pairsThenProse(line, state, lexicon);
      if (first.length > 0) {
        const context = captioned(state, lexicon);
        list.push(...alongLine(first, block, context, lexicon));
        flush();
      }
      const prose = sentencesOfLine({ ...line, text: rest }, state, lexicon);
      const noted = isFootnote(block, marks) ? prose.map(asRemark) : prose;
      put({ stated: noted, sums: [] }, () => block);
    }
    flush();
  }
  const isForm = everything.some((text) => FORM_LINE.test(text));
  return {
    stated,
    sums,
    reply,
    empties: empties.map((one) => ({ ...one, isForm: one.isForm || isForm })),
    questions,
    everything,
    blockOf,
    passed,
  };
}

function startOf(document: Document, base: Context, questions: Map<number, Question>): ReplyState {
  const texts = document.blocks.flatMap((block) =>
    block.kind === 'line' ? [block.text] : block.cells.map((cell) => cell.text),
  );
  const context = { ...base, markPeriods: markPeriods(texts, base) };
  return {
    context,
    heading: context,
    captions: noCaptions,
    questions,
    inRequest: false,
    listed: null,
    remembered: { unit: null, period: null },
  };
}

/** The numbers of a line of prose; a short line without any becomes a caption of what follows. */
function sentencesOfLine(line: Line, state: ReplyState, lexicon: Lexicon): readonly Stated[] {
  const body = answerOf(line.text, state.questions);
  const context = captioned(state, lexicon);
  if (isAgeCaption(body, lexicon) || !tags(body, lexicon).some((tag) => tag.kind === 'value')) {
    if (body.length < CAPTION && !/[.!]\s*$/u.test(body))
      state.captions = addCaption(state.captions, line, lexicon);
    else {
      const { remembered } = readSentences(body, line.at, context, lexicon, line.at);
      if (remembered.period !== null) state.remembered = remembered;
    }
    return [];
  }
  const unit = context.unit ?? state.remembered.unit;
  const read = readSentences(body, line.at, { ...context, unit }, lexicon, line.at);
  state.remembered = read.remembered;
  state.captions = noCaptions;
  return read.stated;
}

/** The line as pairs; under a numbered question a bare value is a pair without a label. */
function groupsOf(
  line: Line,
  state: ReplyState,
  lexicon: Lexicon,
  near: readonly (string | undefined)[],
): readonly PairGroup[] | null {
  const body = answerOf(line.text, state.questions);
  const dashed = dashedAge(body, near);
  if (dashed !== null) return [{ caption: '', pairs: [dashed] }];
  const caption = state.captions.lines.at(-1);
  const label = caption !== undefined && /:\s*$/u.test(caption.text) ? caption.text : '';
  // "Not known" over lines of pairs is their caption, and alone below a label what is said of it.
  const isCaption =
    isAgeCaption(body, lexicon) ||
    (lexicon.isUnknown(body.replace(/[\s:]+$/u, '')) && pairsOf(near[1] ?? '', lexicon) !== null);
  const isAlone = (state.context.question !== null || label !== '') && !isCaption;
  const alone = isAlone ? valueOfLine(body, lexicon) : null;
  // "Offences recorded in 2024/25:" and the number on the next line.
  if (alone !== null)
    return [{ caption: '', pairs: [{ label: stripQuestion(label), value: alone, text: body }] }];
  return pairsOf(body, lexicon);
}

/** "Under 10: six. 10 to 12: nineteen. The number for 16 and 17 is withheld.": pairs, and a sentence behind them. */
function pairsThenProse(
  line: Line,
  state: ReplyState,
  lexicon: Lexicon,
): { readonly groups: readonly PairGroup[]; readonly rest: string } {
  const sentences = sentencesOf(answerOf(line.text, state.questions));
  const groups: PairGroup[] = [];
  for (const sentence of sentences) {
    const group = pairsOf(sentence, lexicon);
    const isClear = group?.every(({ pairs }) =>
      pairs.every(({ label }) => says(readLabel(label, lexicon)) !== ''),
    );
    if (group === null || isClear !== true) break;
    groups.push(...group);
  }
  // One may be a sentence that looks like a pair; several in a row are a list.
  return groups.length < 2
    ? { groups: [], rest: line.text }
    : { groups, rest: sentences.slice(groups.length).join(' ') };
}

/** The lines right above and below. */
function beside(document: Document, place: number): readonly (string | undefined)[] {
  return [place - 1, place + 1].map((at) => {
    const block = document.blocks[at];
    return block?.kind === 'line' ? block.text : undefined;
  });
}

/** A question that an e-mail quotes, with the reply's own words right below it. */
function isAnsweredBelow(document: Document, place: number): boolean {
  const [own, next] = [document.blocks[place], document.blocks[place + 1]];
  if (document.type !== 'eml' || own?.kind !== 'line' || !isQuestion(own.text)) return false;
  return next !== undefined && (next.kind === 'table' || !isOutside(next));
}

function isOutside(line: Line): boolean {
  return line.furniture || PROVENANCE.test(line.text) || isContact(line.text);
}

function linesOf(documents: readonly Document[]): readonly string[] {
  return documents.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])),
  );
}

function replyLines(documents: readonly Document[]): readonly string[] {
  return documents.flatMap((document) =>
    document.blocks.flatMap((block) => (block.kind === 'line' && !isOutside(block) ? [block.text] : [])),
  );
}
