/**
 * The kinds of word that the rules read: parties, acts, and the cues of every scope. Each word of `register/flag-words.csv` has one
 * or more of them. A kind of word says what a word can be; what it is in a sentence the rules decide.
 */
export const concepts = [
  'suspect',
  'person',
  'onlineparty',
  'victim',
  'trusted',
  'police',
  'contact',
  'ask',
  'share',
  'hold',
  'receive',
  'arrange',
  'tell',
  'report',
  'evidence',
  'advise',
  'property',
  'use',
  'lookup',
  'offence',
  'negation',
  'negated after',
  'pseudo negation',
  'possible',
  'hypothetical',
  'bail',
  'other crime',
  'antecedent',
  'after',
  'corrected',
  'conflict',
  'split',
  'background',
  'reported speech',
  'occupation',
  'place head',
  'image noun',
  'illegal image',
  'act noun',
  'platform head',
  'by',
  'to',
  'from',
  'break',
  'and',
  'only',
  'aftermath',
  'tracking',
  'money',
  'inperson',
  'ordinary',
  'sparse',
  'claim',
  'rebuttal',
  'field',
  'professional',
] as const;

export type Concept = (typeof concepts)[number];

const numbers = new Map<string, number>(concepts.map((concept, at) => [concept, at]));

/** The bit of a concept: word `bit >> 5` of the three that a token has, bit `bit & 31` in it. */
export function bitOf(concept: Concept): number {
  return numbers.get(concept) ?? 0;
}

export function isConcept(word: string): word is Concept {
  return numbers.has(word);
}

/** Words for three integers of bits, so that a token is asked of many concepts at once. */
export type Bits = readonly [number, number];

export function bitsOf(...all: readonly Concept[]): Bits {
  const bits: [number, number] = [0, 0];
  for (const concept of all) {
    const bit = bitOf(concept);
    bits[bit >> 5 === 0 ? 0 : 1] |= 1 << (bit & 31);
  }
  return bits;
}
