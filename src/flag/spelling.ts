/**
 * Finds the means that a strange word stands for: one letter off from six letters on, digits for letters (sn4pchat). A word of any
 * list, an English word near a name (`ordinary-words.csv`) and a shorter word are never taken for another.
 */
import { distance } from '#register/nearness.ts';
import type { Node } from './lexicon.ts';

export type Spelling = (word: string) => Node | null;

const FEWEST_LETTERS = 6;
/** Answers kept; a force has a few thousand strange words, a hostile file ever new ones. */
const MOST_ANSWERS = 200_000;
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** Kinds whose names are worth finding misspelt. */
const NAMED = new Set(['service', 'game', 'net', 'file', 'near', 'intrusion', 'ai']);

export function spellings(root: ReadonlyMap<string, Node>, ordinary: ReadonlySet<string>): Spelling {
  const open = [...root].filter(
    ([word, node]) =>
      word.length >= FEWEST_LETTERS &&
      node.means !== null &&
      node.ends &&
      !node.means.needsContext &&
      NAMED.has(node.means.kind) &&
      !INFLECTED.test(word),
  );
  const answers = new Map<string, Node | null>();
  const byKey = new Map<string, [string, Node][]>();
  for (const entry of open) {
    for (const key of keysOf(entry[0])) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [entry]);
      else known.push(entry);
    }
  }

  function find(word: string): Node | null {
    if (HAS_DISGUISE.test(word) && /[a-z]/.test(word)) {
      const plain = word.replace(/[0-9@$]/g, (sign) => LETTERS[sign] ?? sign);
      for (const one of [plain, plain.replaceAll('i', 'l')]) {
        const node = root.get(one);
        if (one.length >= 5 && node?.means != null && !node.means.needsContext) return node;
      }
      return null;
    }
    if (word.length < FEWEST_LETTERS - 1 || word.length > 20 || ordinary.has(word)) return null;
    let found: Node | null = null;
    for (const key of keysOf(word)) {
      for (const [name, node] of byKey.get(key) ?? []) {
        if (name[0] !== word[0] || distance(word, name, 1) !== 1) continue;
        if (found !== null && found.means?.channel !== node.means?.channel) return null;
        found = node;
      }
    }
    return found;
  }

  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = find(word);
    if (answers.size < MOST_ANSWERS) answers.set(word, answer);
    return answer;
  };
}

const HAS_DISGUISE = /[0134579@$]/;
/** Forms of a verb or plural are near their own other forms: the name itself is enough. */
const INFLECTED = /(?:ing|ed|s)$/;

/** The word and the word with any one letter out: two words one step apart share one of these. */
function keysOf(word: string): Set<string> {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at += 1) keys.add(word.slice(0, at) + word.slice(at + 1));
  return keys;
}
