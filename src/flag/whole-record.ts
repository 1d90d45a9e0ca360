/**
 * What is said of the record as a whole and not of one mention: several suspects on one record, sources that contradict each other,
 * a record too sparse to decide, a location typed in as the internet. Each answers with the words it rests on.
 */
import { C } from './concepts.ts';
import type { Mention, Reading, Span } from './reading.ts';

/** Where the text says that the record holds several suspects or crimes; null where it does not. */
export function severalSuspects(reading: Reading): Span | null {
  const at = reading.first(reading.whole(), C.split);
  if (at >= 0) return reading.phrase(at);
  if (!reading.holds(C.splitAsked)) return null;
  const first = reading.first(reading.whole(), C.numberedSuspect);
  const last = reading.last(reading.whole(), C.numberedSuspect);
  return first >= 0 && reading.word(first) !== reading.word(last) ? reading.phrase(last) : null;
}

/** A contradiction told in the sentence of a mention or in one beside it. */
export function conflict({ sentence }: Mention, reading: Reading): Span | null {
  const { scan } = reading;
  const from = sentence.from > 0 ? (scan.sentence[sentence.from - 1] as number) : 0;
  const to = sentence.to < scan.count ? scan.sentenceEnd(sentence.to) : scan.count;
  const at = reading.first({ from, to }, C.conflict);
  return at < 0 ? null : reading.phrase(at);
}

/** An offence that is mostly committed online, and a text that says nothing of how: the code is a question, not an answer. */
export function isSparse(reading: Reading, isExplained: boolean): boolean {
  if (reading.family === 'image') return true;
  if (reading.family === 'communication')
    return !isExplained && reading.first(reading.whole(), C.inperson) < 0;
  return reading.family === 'remote' && reading.first(reading.whole(), C.sparse) >= 0;
}
