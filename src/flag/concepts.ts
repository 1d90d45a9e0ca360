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
  'thinks',
  'gossip',
  'numbered suspect',
  'split asked',
  'footage',
] as const;

export type Concept = (typeof concepts)[number];

/** The number of each concept, by name: a constant where a rule is read thousands of times a second. */
export const C = {
  suspect: 0,
  person: 1,
  onlineparty: 2,
  victim: 3,
  trusted: 4,
  police: 5,
  contact: 6,
  ask: 7,
  share: 8,
  hold: 9,
  receive: 10,
  arrange: 11,
  tell: 12,
  report: 13,
  evidence: 14,
  advise: 15,
  property: 16,
  use: 17,
  lookup: 18,
  offence: 19,
  negation: 20,
  negatedAfter: 21,
  pseudoNegation: 22,
  possible: 23,
  hypothetical: 24,
  bail: 25,
  otherCrime: 26,
  antecedent: 27,
  after: 28,
  corrected: 29,
  conflict: 30,
  split: 31,
  background: 32,
  reportedSpeech: 33,
  occupation: 34,
  placeHead: 35,
  imageNoun: 36,
  illegalImage: 37,
  actNoun: 38,
  platformHead: 39,
  by: 40,
  to: 41,
  from: 42,
  break: 43,
  and: 44,
  only: 45,
  aftermath: 46,
  tracking: 47,
  money: 48,
  inperson: 49,
  ordinary: 50,
  sparse: 51,
  claim: 52,
  rebuttal: 53,
  field: 54,
  professional: 55,
  thinks: 56,
  gossip: 57,
  numberedSuspect: 58,
  splitAsked: 59,
  footage: 60,
} as const;

export type ConceptNumber = number;

/** The bit of a concept: word `bit >> 5` of the two that a token has, bit `bit & 31` in it. */
export function bitOf(concept: Concept): ConceptNumber {
  return concepts.indexOf(concept);
}

export function isConcept(word: string): word is Concept {
  return concepts.some((concept) => concept === word);
}

/** Words for two integers of bits, so that a token is asked of many concepts at once. */
export type Bits = readonly [number, number];

export function bitsOf(...all: readonly Concept[]): Bits {
  const bits: [number, number] = [0, 0];
  for (const concept of all) {
    const bit = bitOf(concept);
    bits[bit >> 5 === 0 ? 0 : 1] |= 1 << (bit & 31);
  }
  return bits;
}
