/**
 * The lines of a message body: sentences that wrap joined, list lines apart, earlier mail quoted below marked as such.
 * Lines are counted from 1 over the decoded body, blank ones too. The answer of a forwarded message is not earlier mail.
 */
import type { Block, Line } from '../document.ts';
import { line } from './laid-out.ts';
import { fold, settle } from './runs.ts';
import { tableOf } from './txt.reader.ts';
import { findTables } from './txt-columns.ts';
import { continues, startsItem } from './wrapped.ts';

const divider =
  /^\s*(?:[-_]{2,}\s*(?:original message|forwarded message|neges wreiddiol)\s*[-_]*|_{20,}|begin forwarded message:)\s*$/i;
const forwarded = /forwarded message/i;
/** `On 29 May 2025, at 09:02, the requester wrote:` in its usual forms. */
const attribution = /^\s*(?:on|ar)\b.{8,160}\b(?:wrote|ysgrifennodd):\s*$/i;
const widest = 100;
const narrowest = 60;

type Part = { text: string; at: number; indent: number; quoted: boolean };

/** The same with tables where columns of the message's own text are plain to see; earlier mail stays lines. */
export function bodyBlocks(body: string, subject: string, file: string): readonly Block[] {
  const written = body.replace(/\r\n?/g, '\n').split('\n');
  const quotedFrom = startOfQuoted(written, subject);
  const own = written.map((each, index) => (index < quotedFrom && !/^\s*>/.test(each) ? each : ''));
  const tables = findTables(own);
  const left = [...written];
  for (const { first, rows } of tables) {
    left.fill('', first, first + rows.length);
  }
  const lines = bodyLines(left.join('\n'), subject, file);
  const lineOf = (block: Block): number => Number(/#l(\d+)/.exec(block.at)?.[1]);
  return [...lines, ...tables.map((found) => tableOf(found, file))].sort((a, b) => lineOf(a) - lineOf(b));
}

export function bodyLines(body: string, subject: string, file: string): readonly Line[] {
  const written = body.replace(/\r\n?/g, '\n').split('\n');
  const quotedFrom = startOfQuoted(written, subject);
  const own = written.filter((each, index) => index < quotedFrom && !each.startsWith('>'));
  const width = Math.max(0, ...own.map((each) => each.trimEnd().length));
  const parts: Part[] = [];
  let open: Part | null = null;
  for (const [index, raw] of written.entries()) {
    const quoted = index >= quotedFrom || /^\s*>/.test(raw);
    const plain = raw.replace(/^(?:\s*>)+ ?/, '');
    const text = fold(plain);
    const indent = plain.length - plain.trimStart().length;
    if (text === '') {
      open = null;
    } else if (open !== null && open.quoted === quoted && wraps(open, text, indent, width)) {
      open.text += ` ${text}`;
    } else {
      open = { text, at: index + 1, indent, quoted };
      parts.push(open);
    }
  }
  return parts.map(({ text, at, quoted }) => {
    const settled = settle([{ text, raised: false, bold: false }]);
    return line(startsItem(text) ? 'item' : 'paragraph', settled, `${file}#l${at}`, quoted);
  });
}

function wraps(open: Part, next: string, indent: number, width: number): boolean {
  if (indent < open.indent || indent > open.indent + 4) {
    return false;
  }
  // Only mail that is wrapped throughout tells how wide a line may be.
  const last = open.text.slice(-widest);
  const wrapped = width >= narrowest && width <= widest;
  const firstWord = next.split(' ')[0] ?? '';
  const full = wrapped && lastLineLength(open.text, width) + 1 + firstWord.length > width;
  return continues(last, next, full ? true : null);
}

/** Length of what stands on the last line of a paragraph joined so far, as it was wrapped at `width`. */
function lastLineLength(text: string, width: number): number {
  let length = 0;
  for (const word of text.split(' ')) {
    length = length === 0 || length + 1 + word.length > width ? word.length : length + 1 + word.length;
  }
  return length;
}

/** Index of the first line of earlier mail, or the number of lines. */
function startOfQuoted(lines: readonly string[], subject: string): number {
  const isForward = /^\s*(?:fw|fwd|yml)\s*:/i.test(subject);
  for (const [index, each] of lines.entries()) {
    const header = /^\s*\*?(?:from|oddi wrth|o)\s*:/i.test(each);
    const heads =
      header &&
      lines
        .slice(index + 1, index + 6)
        .some((next) => /^\s*\*?(?:sent|date|anfonwyd|dyddiad|to|at)\s*:/i.test(next));
    const starts = (divider.test(each) && !forwarded.test(each)) || attribution.test(each) || heads;
    if (starts && !(isForward && !lines.slice(0, index).some((before) => /\d/.test(before)))) {
      return index;
    }
  }
  return lines.length;
}
