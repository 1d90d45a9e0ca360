/**
 * The words of the register in one trie, word by word: means of commission, and the cues round them. Longest phrase wins, so that
 * "no doubt" is not "no". A word that stands in no list may be a known means misspelt or disguised: see `spelling.ts`.
 */
import { defect, oneOf, readFacts } from '#register/facts.ts';
import { readPlatforms } from '#register/platforms.ts';
import { bitsOf, isConcept } from './concepts.ts';
import { type Means, means } from './means.ts';
import { RuleWeights } from './rule-weights.ts';
import { SignWeights } from './signs.ts';
import { type Spelling, spellings } from './spelling.ts';
import { readWeights, type Weight, WordWeights } from './word-weights.ts';

/** What a phrase can be. */
export type Node = {
  /** From one up, in the order in which the register is read. */
  readonly number: number;
  bits0: number;
  bits1: number;
  means: Means | null;
  /** Whether a phrase ends here. */
  ends: boolean;
  next: Map<string, Node> | null;
};

export type Lexicon = {
  readonly root: ReadonlyMap<string, Node>;
  readonly spelling: Spelling;
  readonly witness: Witness;
};

/** What the words of a text weigh, the order of its parties, acts and means, and what the rules say of it. */
export type Witness = {
  readonly words: WordWeights;
  readonly signs: SignWeights;
  readonly rules: RuleWeights;
};

export function witness(weights: ReadonlyMap<string, Weight>): Witness {
  return {
    words: new WordWeights(weights),
    signs: new SignWeights(weights),
    rules: new RuleWeights(weights),
  };
}

const NEEDS = ['', 'context'] as const;
const MEANS_COLUMNS = [
  'term',
  'kind',
  'needs',
  'channel',
  'from_year',
  'to_year',
  'source',
  'added',
] as const;

/** Platforms that are no means of their own: what they stand for is in `flag-means.csv`. */
const NO_PLATFORM = new Set([
  'unknown',
  'other',
  'not-online',
  'phone-call',
  'text-message',
  'website',
  'online-game',
]);

export function readLexicon(dir: string): Lexicon {
  const root = new Map<string, Node>();
  let nodes = 0;
  const add = (phrase: string): Node => {
    let map = root;
    let node: Node | undefined;
    for (const word of wordsOf(phrase)) {
      node = map.get(word);
      if (node === undefined) {
        nodes += 1;
        node = { number: nodes, bits0: 0, bits1: 0, means: null, ends: false, next: null };
        map.set(word, node);
      }
      node.next ??= new Map();
      map = node.next;
    }
    if (node === undefined) throw new Error('a phrase of the register has no word');
    node.ends = true;
    return node;
  };
  const known = new Set<string>();
  for (const fact of readFacts(dir, 'flag-means.csv', MEANS_COLUMNS)) {
    const needs = oneOf(fact.needs, NEEDS, 'flag-means.csv', fact.line);
    add(fact.term).means = means(fact, needs === 'context', fact.line);
    known.add(wordsOf(fact.term).join(' '));
  }
  const { platformTerms, platforms } = readPlatforms(dir);
  const platformOf = new Map(platforms.map((one) => [one.id, one]));
  for (const { term, id, alone } of platformTerms) {
    const phrase = wordsOf(term).join(' ');
    if (NO_PLATFORM.has(id) || alone || phrase === '' || known.has(phrase) || phrase.length < 4) continue;
    const named = platformOf.get(id);
    if (named === undefined) continue;
    add(term).means = means(
      { term, kind: kindOf(named.kind), channel: named.name, from_year: '', to_year: '' },
      false,
      0,
    );
  }
  for (const fact of readFacts(dir, 'flag-words.csv', ['word', 'concept', 'source', 'added'])) {
    if (!isConcept(fact.concept))
      throw defect('flag-words.csv', fact.line, `"${fact.concept}" is no concept`);
    const node = add(fact.word);
    const [bits0, bits1] = bitsOf(fact.concept);
    node.bits0 |= bits0;
    node.bits1 |= bits1;
  }
  const ordinary = readFacts(dir, 'ordinary-words.csv', ['word', 'source', 'added']).map(({ word }) => word);
  return { root, spelling: spellings(root, new Set(ordinary)), witness: witness(readWeights(dir)) };
}

function kindOf(platformKind: string): string {
  if (platformKind === 'gaming') return 'game';
  if (platformKind === 'image hosting') return 'file';
  return 'service';
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** As `scan.ts` cuts a text: small letters and digits; apostrophes stand for nothing. */
export function wordsOf(phrase: string): string[] {
  // Nearly every line of the register is written so, and thousands are read before the first record.
  if (PLAIN.test(phrase)) return phrase.split(' ');
  return phrase
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
