/**
 * Doubts recorded against numbers, in full sentences. From the list of requests: what stands after the source in the
 * note of a force. From the published statements: lines marked `doubtful`, and the notes of the lines that are used.
 * From later releases: that they state another number for the same period. None of them changes a number.
 */
import { isExact } from '#count/count.ts';
import { dayLabel } from '#period/period.ts';
import type { AreaLookUp } from './area-look-up.ts';
import type { FigureInput, PublishedLine } from './input.ts';
import { countOf, forcesBehind, namedForces } from './input.ts';

export type Doubts = {
  /** Whether a force's numbers are what they are taken for; for everything read from that force. */
  readonly ofForce: (force: string) => readonly string[];
  /** What later releases state for the total of an area. */
  readonly later: (area: string, measure: string, period: string) => readonly string[];
};

export type Note = {
  /** What is known, up to the first source. */
  readonly basis: readonly string[];
  readonly urls: readonly string[];
  /** What stands after the source: reasons to doubt it. */
  readonly doubts: readonly string[];
};

/** Takes a note apart. A sentence that points to another file of the collection is for its keeper, and is left out. */
export function readNote(note: string): Note {
  const urls = [...note.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);
  const [before = '', ...after] = note.split(/\bSources?:\s*(?:https?:\/\/\S+[\s,;]*)+/);
  const keep = (text: string) => sentences(text).filter((sentence) => !KEEPERS.test(sentence));
  return { basis: keep(before), urls, doubts: keep(after.join(' ')) };
}

/**
 * What the note of a published line says beyond its figure. That a number equals a sum is the keeper's check, the words it
 * was printed in are shown on its origin page, and a force that is not in it is told by the coverage.
 */
export function noteOnFigure(note: string, look: AreaLookUp): readonly string[] {
  return sentences(note.replace(/^Published as "[^"]*"[;.]\s*/, ''))
    .filter((sentence) => !/^Equals\b/.test(sentence))
    .filter((sentence) => !isAboutAbsence(sentence, look))
    .map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

function isAboutAbsence(sentence: string, look: AreaLookUp): boolean {
  const name = /^(.+) is not (?:among them|mentioned|included)\.$/.exec(sentence)?.[1];
  return name !== undefined && look.named(name)?.kind === 'force';
}

/** Points to another file of the collection: of use to its keeper, and to nobody who reads a release. */
const KEEPERS = /\b[\w-]+\.(?:csv|md|yaml)\b|\breturns\//;

/** The sentences of a note that are for readers. */
export function forReaders(note: string): string {
  return sentences(note)
    .filter((sentence) => !KEEPERS.test(sentence))
    .join(' ');
}

function sentences(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+(?=[A-Z"“])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function doubtsOf(input: FigureInput, look: AreaLookUp): Doubts {
  const doubtful = input.published.filter((line) => line.use === 'doubtful');
  return {
    ofForce(force) {
      const reported = doubtful
        .filter((line) => namedForces(line).join() === force)
        .map((line) => doubtfulSentence(line, look.area(force).name));
      const decided = input.decided.filter((one) => one.force === force).map(({ sentence }) => sentence);
      return [...readNote(look.request(force).note).doubts, ...reported, ...decided];
    },
    later(area, measure, period) {
      const lines = input.later.filter(
        (line) =>
          line.measure === measure &&
          line.period === period &&
          line.dimension === '' &&
          areaOf(line, look) === area,
      );
      return laterSentences(lines);
    },
  };
}

/** The area a later line is about. Its forces settle it; else its name, when it is the name of an area to the letter. */
function areaOf(line: PublishedLine, look: AreaLookUp): string | null {
  const forces = namedForces(line);
  if (forces.length === 1) return forces[0] ?? null;
  return forces.length > 0 ? null : (look.named(line.area)?.code ?? null);
}

function doubtfulSentence(line: PublishedLine, name: string): string {
  const number = numberOf(line);
  const figure = number === null ? 'A figure' : `A figure of ${number}`;
  // A note of a few words is no sentence: it stands inside this one, less what this one says already.
  const few = line.note.replace(/[;,]?\s*not used\.?$/i, '').replace(/\.$/, '');
  const isSentence = /[.!?]\s/.test(few) || few.split(/\s+/).length > 12;
  const aside = few === '' || isSentence ? '' : ` (${few.charAt(0).toLowerCase()}${few.slice(1)})`;
  const rest = isSentence ? ` ${line.note}` : '';
  return `${figure} was reported for ${name}${aside} and is doubtful; it is not used here.${rest}`;
}

/** One sentence for each number, with the first release that stated it. */
function laterSentences(lines: readonly PublishedLine[]): readonly string[] {
  const first = new Map<string, PublishedLine>();
  for (const line of [...lines].sort((a, b) =>
    a.release < b.release ? -1 : a.release > b.release ? 1 : 0,
  )) {
    const number = numberOf(line);
    if (number !== null && !first.has(number)) first.set(number, line);
  }
  return [...first].map(([number, line]) => {
    const behind = forcesBehind(line);
    const forces = behind === null ? '' : `, from ${behind} forces`;
    const release = /^\d{4}-\d{2}$/.test(line.release)
      ? dayLabel(`${line.release}-01`).replace(/^1 /, '')
      : line.release;
    return `A later release (${release}) states ${number} for the same period${forces}. It is not mixed in here.`;
  });
}

function numberOf(line: PublishedLine): string | null {
  const count = countOf(line);
  if (count === null || !isExact(count)) return null;
  return String(count.low).replace(/\B(?=(\d{3})+$)/g, ',');
}
