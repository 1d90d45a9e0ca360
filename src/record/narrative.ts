/**
 * The free text of a crime record, sealed: it prints, logs and turns into JSON as a mark and never as its words. Only
 * `readNarrative` opens it, for the decision on the record and for the review page of the force that holds it.
 */
import { inspect } from 'node:util';

const MARK = '[narrative]';

export class Narrative {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static seal(text: string): Narrative {
    return new Narrative(text);
  }

  static open(narrative: Narrative): string {
    return narrative.#text;
  }

  /** Length in UTF-16 units; says nothing of the words. */
  get length(): number {
    return this.#text.length;
  }

  toString(): string {
    return MARK;
  }

  toJSON(): string {
    return MARK;
  }

  [Symbol.toPrimitive](): string {
    return MARK;
  }

  [inspect.custom](): string {
    return MARK;
  }
}

export function sealNarrative(text: string): Narrative {
  return Narrative.seal(text);
}

/** The words themselves. For the rules of `flag` and for review output that a person of the force asked for; nothing else. */
export function readNarrative(narrative: Narrative): string {
  return Narrative.open(narrative);
}
