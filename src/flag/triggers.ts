/**
 * The cheap question before the thinking: may a word be part of a mention at all? Of every phrase one word stands for the whole, the
 * one that is rarest in plain text, since without it the phrase cannot stand. Errs one way only: a word that might matter does.
 */
import { bitsOf } from './concepts.ts';
import type { Lexicon, Node } from './lexicon.ts';
import { JOINED, Scan } from './scan.ts';

/** 2: may be part of a mention. 1: none, but a cue that is read where there is no mention. 0: neither. */
export type WordWeight = 0 | 1 | 2;

/** Words that stand in nearly every record, and so tell nothing. */
const COMMON = new Set(
  (
    'a an the this that these those and or but of to in on at by for from with off over up out as is was were be been being has had have having ' +
    'not no her his him she he they them their it its own who which when while then vic vics victim susp suspect male female man boy girl child ' +
    'her me my mum dad school home police new another other others one two some same all more told said says sent send take took taken ' +
    'put made make get got getting go going went give gave given see saw seen about after before into onto under through thru via using used use ' +
    'ask asked asking call called show showed shown show him open opened house street met meet hold held holding people night day found'
  ).split(' '),
);

const CUES = bitsOf('inperson', 'sparse');

export function wordWeights(lexicon: Lexicon): (word: string) => WordWeight {
  const means = new Set<string>();
  const cues = new Set<string>();
  const phrases: string[][] = [];
  const walk = (node: Node, words: readonly string[]): void => {
    if (node.ends && node.means !== null) phrases.push([...words]);
    if (node.ends && ((node.bits0 & CUES[0]) !== 0 || (node.bits1 & CUES[1]) !== 0)) {
      for (const word of words) cues.add(word);
    }
    if (node.next !== null) for (const [word, child] of node.next) walk(child, [...words, word]);
  };
  for (const [word, node] of lexicon.root) walk(node, [word]);
  for (const words of phrases.toSorted((a, b) => a.length - b.length)) {
    if (words.some((word) => means.has(word))) continue;
    const rare = words.filter((word) => !COMMON.has(word));
    const [longest] = (rare.length > 0 ? rare : words).toSorted((a, b) => b.length - a.length);
    if (longest !== undefined) means.add(longest);
  }
  const scan = new Scan();
  return (word) => {
    scan.cut(word);
    let weight: WordWeight = 0;
    for (let i = 0; i < scan.count; i += 1) {
      const one = scan.words[i] as string;
      if (means.has(one)) return 2;
      if (!lexicon.root.has(one)) {
        if (lexicon.spelling(one) !== null) return 2;
        const isJoined = i + 1 < scan.count && scan.gaps[i + 1] === JOINED;
        if (isJoined && lexicon.root.has(one + (scan.words[i + 1] as string))) return 2;
      }
      if (cues.has(one)) weight = 1;
    }
    return weight;
  };
}
