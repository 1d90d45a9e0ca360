/**
 * Reads the cells of a sheet that are lines of their own, as lines of a letter are read: pairs in them are lists under
 * the captions above, numbers in a sentence are what the sentence says, and a short line without a number is a caption.
 */
import type { Cell, Line } from '../document.ts';
import { addCaption, type Captions, isAgeCaption, noCaptions } from '../letters/captions.ts';
import { dashedAge } from '../letters/dashed-ages.ts';
import { asRemark, isFootnote } from '../letters/footnotes.ts';
import { pairsOf } from '../letters/pairs.ts';
import { answerOf, type Question } from '../letters/questions.ts';
import { type ListLine, readList } from '../letters/read-list.ts';
import { readSentences } from '../letters/sentences.ts';
import type { StatedBlock } from '../stated.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { tags } from '../words/tags.ts';
import { captionContext } from './caption.ts';
import type { Context } from './context.ts';

export type NotesReader = {
  /** With the texts of the rows right above and below. */
  readonly take: (cell: Cell, context: Context, near: readonly (string | undefined)[]) => void;
  /** Ends the list that is open; what follows stands under no caption of it. */
  readonly begin: () => void;
};

/** Captions are short; a longer line without a number is prose. */
const CAPTION = 80;

export function notesReader(
  lexicon: Lexicon,
  questions: ReadonlyMap<number, Question>,
  serial: string,
  /** Marks that cells of the table carry: a line that begins with one explains a number. */
  marks: ReadonlySet<string>,
  put: (more: StatedBlock) => void,
): NotesReader {
  let captions: Captions = noCaptions;
  let list: (ListLine & { readonly cell: Cell })[] = [];
  let lists = 0;
  const flush = (): void => {
    if (list.length === 0) return;
    const cells = list.flatMap(({ cell, pairs }) => pairs.map(() => cell));
    const read = readList(list, lexicon, `${serial}.list${lists}`);
    put({ ...read, stated: read.stated.map((one, at) => withCell(one, cells[at])) });
    lists += 1;
    list = [];
  };
  return {
    take: (cell, context, near) => {
      const text = answerOf(cell.text, questions);
      const line = lineOf(cell, text);
      const within = captions.lines.reduce(
        (around, one) => captionContext(around, one.text, one.marks, lexicon, one.unknownOf),
        context,
      );
      const dashed = dashedAge(text, near);
      const groups = dashed === null ? pairsOf(text, lexicon) : [{ caption: '', pairs: [dashed] }];
      if (groups !== null) {
        for (const { caption, pairs } of groups) {
          const own = caption === '' ? within : captionContext(within, caption, cell.marks, lexicon);
          list.push({ cell, line, pairs, context: own });
        }
        captions = { ...captions, isUsed: true };
        return;
      }
      flush();
      if (!isAgeCaption(text, lexicon) && tags(text, lexicon).some((tag) => tag.kind === 'value')) {
        const { stated } = readSentences(text, cell.at, within, lexicon, cell.at);
        const noted = isFootnote({ ...line, text: cell.text }, marks) ? stated.map(asRemark) : stated;
        put({ stated: noted.map((one) => withCell(one, cell)), sums: [] });
        captions = noCaptions;
      } else if (text.length <= CAPTION && !/[.!]\s*$/u.test(text)) {
        captions = addCaption(captions, line, lexicon);
      }
    },
    begin: () => {
      flush();
      captions = noCaptions;
    },
  };
}

function withCell<T extends StatedBlock['stated'][number]>(one: T, cell: Cell | undefined): T {
  return cell === undefined ? one : { ...one, cells: { own: cell, around: [] } };
}

function lineOf(cell: Cell, text: string): Line {
  return { kind: 'line', role: 'paragraph', text, marks: cell.marks, at: cell.at, furniture: false };
}
