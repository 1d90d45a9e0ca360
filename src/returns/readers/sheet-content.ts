/**
 * What a cell holds, made from what a file states of it: text, a number under its format, a date, a formula that was
 * never worked out. The common cell costs one test and no copy; there are hundreds of thousands of them.
 */
import type { Cell } from '../document.ts';
import type { NumberFormat } from './number-format.ts';
import { dateOfSerial, type Epoch, isoDate } from './number-format-date.ts';
import { type Run, settle } from './runs.ts';

export type Content = Pick<Cell, 'text' | 'stored' | 'kind' | 'marks' | 'bold'> & {
  /** True for a text that its format shows nothing of. */
  readonly unseen?: boolean;
};

/** What of the look of a cell bears on reading it. */
export type CellStyle = { readonly format: NumberFormat; readonly bold: boolean };

export const noMarks: readonly string[] = Object.freeze([]);
const simple = /^[!-~]+(?: [!-~]+)*$/;
/** Text of one style; the common case costs one test and no copy. */
export function plainText(text: string, bold: boolean): Content {
  if (simple.test(text)) return { text: ownCopy(text), stored: null, kind: 'text', marks: noMarks, bold };
  return richText([{ text, raised: false, bold }]);
}

/** A piece cut from a large string keeps the whole of it in memory; joined and cut again it keeps only itself. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

export function richText(runs: readonly Run[]): Content {
  const settled = settle(runs);
  return { text: settled.text, stored: null, kind: 'text', marks: settled.marks, bold: settled.bold };
}

/** A number and what is shown of it. */
export function numberContent(shown: string, stored: number, bold: boolean): Content {
  if (simple.test(shown)) return { text: shown, stored, kind: 'number', marks: noMarks, bold };
  return { ...richText([{ text: shown, raised: false, bold }]), stored, kind: 'number', bold };
}

/** A stored number under its format: a number, a date, or a time, which is text. */
export function storedContent(value: number, { format, bold }: CellStyle, epoch: Epoch): Content {
  if (format.plain && Number.isSafeInteger(value) && value >= 0 && value < 1e11) {
    return { text: String(value), stored: value, kind: 'number', marks: noMarks, bold };
  }
  const shown = format.kind === 'number' ? '' : format.show(value);
  // A date or time that shows nothing is a number behind a mask like any other.
  if (shown.trim() === '') return numberContent(format.show(value), value, bold);
  const date = format.kind === 'date' ? dateOfSerial(value, epoch) : null;
  if (date !== null) return { ...plainText(shown, bold), stored: isoDate(date), kind: 'date' };
  if (format.kind === 'time') return plainText(shown, bold);
  return numberContent(format.show(value), value, bold);
}

/** A text under its format, which may add words to it or show nothing of it; what is shown of nothing is hidden. */
export function textUnder(content: Content, { format }: CellStyle): Content {
  if (format.showText === null) return content;
  const text = format.showText(content.text);
  return text === '' ? { ...content, unseen: true } : { ...content, text };
}

/** A formula whose result the file does not carry: nobody can say what it shows. */
export function unsavedContent(bold: boolean): Content {
  return { text: '', stored: null, kind: 'error', marks: noMarks, bold };
}
