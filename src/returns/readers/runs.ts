/**
 * Runs of text as pages and letters hold them, settled into what a person reads: white space folded, footnote marks
 * in superscript taken out and kept apart. Refuses to glue a raised mark to a number: `88` with a raised 1 is 88, not 881.
 */
import { continues } from './wrapped.ts';

/** A stretch of text in one style. A newline in `text` is a line break a person sees. */
export type Run = { readonly text: string; readonly raised: boolean; readonly bold: boolean };

export type Settled = { readonly text: string; readonly marks: readonly string[]; readonly bold: boolean };

/** A line with what its tabs part, blank parts too; one part where it has no tabs. */
export type SettledLine = Settled & { readonly fields: readonly Settled[] };

const mark = String.raw`(?:\d{1,2}|[a-z]|[ivx]{1,4}|[*†‡§¶#^~+]{1,4})`;
const marks = new RegExp(String.raw`^[([]?${mark}[)\]]?(?:\s*[,;/ ]\s*[([]?${mark}[)\]]?)*$`, 'i');
const raisedDigits = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;
const plainOf = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [raised, String(digit)]));
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** White space of every kind becomes one plain space; characters nobody sees go. */
export function fold(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Whether raised text is a footnote mark; the `st` of `1st` is not. */
export function isMark(text: string): boolean {
  return marks.test(fold(text));
}

export function settle(runs: readonly Run[]): Settled {
  let text = '';
  let bold = true;
  const found: string[] = [];
  for (const run of joinRaised(runs)) {
    if (run.raised && isMark(run.text)) {
      found.push(fold(run.text));
      continue;
    }
    bold &&= run.bold || fold(run.text) === '';
    text += run.text.replace(raisedDigits, (digits) => {
      found.push([...digits].map((digit) => plainOf.get(digit) ?? digit).join(''));
      return '';
    });
  }
  const seen = fold(text);
  // A raised number alone in its cell is not a note to anything: it is what the cell says.
  if (seen === '' && found.length > 0) {
    return { text: found.join(' '), marks: [], bold: false };
  }
  return { text: seen, marks: found, bold: bold && seen !== '' };
}

/** One entry per line a person sees; a line that only wraps the sentence before it is joined to it. */
export function settleLines(runs: readonly Run[]): readonly SettledLine[] {
  const settled: SettledLine[] = [];
  for (const line of split(runs, '\n').flatMap(notesOf)) {
    const next = settle(line);
    const previous = settled.at(-1);
    if (next.text === '') {
      continue;
    }
    if (previous !== undefined && continues(previous.text, next.text, null)) {
      const whole = {
        text: `${previous.text} ${next.text}`,
        marks: [...previous.marks, ...next.marks],
        bold: previous.bold && next.bold,
      };
      settled[settled.length - 1] = { ...whole, fields: [whole] };
    } else {
      settled.push({ ...next, fields: split(line, '\t').map(settle) });
    }
  }
  return settled;
}

/** Notes set one after another on a line, `1 As at 2 April. 2 As at 20 May.`, are a line each. */
function notesOf(line: readonly Run[]): readonly (readonly Run[])[] {
  const joined = joinRaised(line);
  const first = joined.findIndex((run) => fold(run.text) !== '');
  const opens = (run: Run | undefined): boolean => run?.raised === true && isMark(run.text);
  if (!opens(joined[first])) {
    return [line];
  }
  const notes: Run[][] = [];
  for (const [index, run] of joined.entries()) {
    const before = joined[index - 1];
    if (index <= first || (opens(run) && /[.;]\s+$/.test(before?.text ?? ''))) {
      notes.push([run]);
    } else {
      notes.at(-1)?.push(run);
    }
  }
  return notes;
}

function split(runs: readonly Run[], at: string): readonly (readonly Run[])[] {
  const parts: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split(at).entries()) {
      if (index > 0) {
        parts.push([]);
      }
      parts.at(-1)?.push({ ...run, text });
    }
  }
  return parts;
}

/** Word processors cut one mark into several runs; `1` and `2` raised side by side are the mark 12. */
function joinRaised(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const previous = joined.at(-1);
    if (previous !== undefined && previous.raised === run.raised && previous.bold === run.bold) {
      joined[joined.length - 1] = { ...previous, text: previous.text + run.text };
    } else if (run.text !== '') {
      joined.push(run);
    }
  }
  return joined;
}
