/**
 * Reads a line as pairs of label and value: `Snapchat - 58`, `11 and under: 71`, `2024/25 = 197`, or several on one line,
 * `Snapchat - 29 - Instagram - 11`. A line that is a sentence is no pair, and gives null.
 */

import { bare } from '../words/label.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { tags } from '../words/tags.ts';
import { cellValue, type Value } from '../words/value-words.ts';

export type Pair = { readonly label: string; readonly value: Value; readonly text: string };

const VERB =
  /\b(?:there\s+(?:was|were|are|is|have|had|has)|was|were|are|is|has|have|had|been|can|could|may|might|would|will|should|must|do|does|did|found|shows?|showed|includes?|including|took|contains?|gives?|gave|hold|holds|please|we|you|i|our|roedd|cofnodwyd|bu)\b/iu;

export function pairsOf(text: string, lexicon: Lexicon): readonly Pair[] | null {
  const plain = text.replace(/\s*\.\s*$/, '').trim();
  const several = bracketPairs(plain, lexicon) ?? severalPairs(plain, lexicon);
  if (several !== null) return several;
  const cut = /^(?<label>.*?\S)\s*(?<sep>[:=–—]+|\s-+\s|-+(?=\s*\S+$)|\.{3,}|…)\s*(?<value>[^:=]+)$/u.exec(
    plain,
  );
  if (cut?.groups !== undefined) {
    const label = cut.groups.label ?? '';
    const value = valueAlone(cut.groups.value ?? '', lexicon);
    if (
      value !== null &&
      !isRange(label, cut.groups.sep ?? '', cut.groups.value ?? '') &&
      !isWordy(label) &&
      bareLetters(label)
    ) {
      return [{ label, value, text: (cut.groups.value ?? '').trim() }];
    }
  }
  const last = lastValue(plain, lexicon);
  if (last === null) return null;
  const label = plain.slice(0, last.start).replace(/[\s:=–—-]+$/u, '');
  if (label === '' || VERB.test(label) || isWordy(label) || !bareLetters(label)) return null;
  return last.value === null ? null : [{ label, value: last.value, text: last.text }];
}

/** `Platforms used: Snapchat (14), Instagram (9), not recorded (10)`; every piece must be one, or it is no list. */
function bracketPairs(text: string, lexicon: Lexicon): readonly Pair[] | null {
  const body = text.replace(/^[^:()]*:\s*/u, '');
  const pieces = body.split(/(?<=[)\]])\s*(?:[,;]|\band\b|,\s*and\b)?\s*/u).filter((piece) => piece !== '');
  if (pieces.length < 2) return null;
  const pairs = pieces.map((piece): Pair | null => {
    const cut = /^(?<label>[^()[\]]{2,60}?)\s*[([]\s*(?<value>[^()[\]]+?)\s*[)\]]$/u.exec(piece);
    const value = cut === null ? null : valueAlone(cut.groups?.value ?? '', lexicon);
    if (value === null || VERB.test(piece)) return null;
    return { label: cut?.groups?.label ?? '', value, text: cut?.groups?.value ?? '' };
  });
  return pairs.every((pair) => pair !== null) ? (pairs as Pair[]) : null;
}

function isWordy(label: string): boolean {
  return label.split(/\s+/).length > 40 || (VERB.test(label) && label.split(/\s+/).length > 14);
}

/** A label says something in letters or is itself an age, a year or a code. */
function bareLetters(label: string): boolean {
  return /\p{L}{2}|\d/u.test(label);
}

/** `12-15` cut at its own dash is not a pair. */
function isRange(label: string, sep: string, value: string): boolean {
  return (
    /-|–/.test(sep) &&
    /\d$/.test(label) &&
    /^\s*\d{1,4}\b/.test(value) &&
    !/\s/.test(sep.trim() === sep ? sep : ' ') === false &&
    /^\d+$/.test(label.trim())
  );
}

/** The value a text is, alone or with the unit it counts behind it: `58`, `58 offences`, `fewer than 5`. */
function valueAlone(text: string, lexicon: Lexicon): Value | null {
  const plain = text.trim();
  const value = cellValue(plain);
  if (value !== null) return value.kind === 'absent' && !/\d/.test(plain) ? value : value;
  const found = tags(plain, lexicon);
  const values = found.filter((tag) => tag.kind === 'value');
  const [only] = values;
  if (values.length !== 1 || only?.kind !== 'value' || only.start !== 0) return null;
  const rest = found.filter((tag) => tag !== only);
  if (rest.some((tag) => tag.kind !== 'unit')) return null;
  return bare(found.reduce((left, tag) => left.replace(tag.text, ' '), plain)) === '' ? only.value : null;
}

function lastValue(
  text: string,
  lexicon: Lexicon,
): { start: number; value: Value | null; text: string } | null {
  const found = tags(text, lexicon);
  const values = found.filter((tag) => tag.kind === 'value');
  const [only] = values;
  if (values.length !== 1 || only?.kind !== 'value' || only.end !== text.length) return null;
  // A word such as "one" ends many a sentence; figures and signs end a list line.
  if (only.value.kind === 'exact' && only.value.form === 'word') return null;
  return { start: only.start, value: only.value, text: only.text };
}

/** `label sep value sep label sep value …`, at least two, one separator throughout, the label always first or always last. */
function severalPairs(text: string, lexicon: Lexicon): readonly Pair[] | null {
  for (const separator of [/\s+[-–—]\s+/u, /\s*[;,]\s*|\s*\n\s*/u]) {
    const pieces = text.split(separator).map((piece) => piece.trim());
    if (pieces.length < 3) continue;
    if (separator.source.includes(';')) {
      const pairs = pieces.map((piece) =>
        /[:=]|\s[-–—]\s/.test(piece) ? onePair(piece, lexicon) : shortPair(piece, lexicon),
      );
      if (pairs.every((pair) => pair !== null)) return pairs as Pair[];
      continue;
    }
    if (pieces.length % 2 !== 0) continue;
    const pairs: Pair[] = [];
    for (let at = 0; at < pieces.length; at += 2) {
      const label = pieces[at] ?? '';
      const value = valueAlone(pieces[at + 1] ?? '', lexicon);
      if (value === null || !/\p{L}/u.test(label) || cellValue(label)?.kind === 'exact') break;
      pairs.push({ label, value, text: pieces[at + 1] ?? '' });
    }
    if (pairs.length === pieces.length / 2 && pairs.length > 1) return pairs;
  }
  return null;
}

function onePair(piece: string, lexicon: Lexicon): Pair | null {
  const cut = /^(?<label>.+?)\s*(?:[:=]|\s[-–—]\s)\s*(?<value>.+)$/u.exec(piece);
  const value = cut === null ? null : valueAlone(cut.groups?.value ?? '', lexicon);
  return value === null ? null : { label: cut?.groups?.label ?? '', value, text: cut?.groups?.value ?? '' };
}

/** `Snapchat 58` within a list on one line. */
function shortPair(piece: string, lexicon: Lexicon): Pair | null {
  const cut = /^(?<label>\p{L}.*?)\s+(?<value>\d[\d,]*|\*+|<\s?\d+|nil|none)$/iu.exec(piece);
  if (cut?.groups === undefined || VERB.test(piece) || (cut.groups.label ?? '').split(/\s+/).length > 5)
    return null;
  const value = valueAlone(cut.groups.value ?? '', lexicon);
  return value === null ? null : { label: cut.groups.label ?? '', value, text: cut.groups.value ?? '' };
}

/** The value a whole line is, under its question: `Nil`, `114`, `fewer than 5`. */
export function valueOfLine(text: string, lexicon: Lexicon): Value | null {
  return valueAlone(text.replace(/\s*\.\s*$/u, '').trim(), lexicon);
}
