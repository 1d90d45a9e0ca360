/**
 * The phrases of the lexicon as one automaton in flat tables: a state for each beginning of a phrase, a step for each word that it may
 * go on with. It says the same as the trie it is made from, and asking it makes nothing and follows no object.
 */
import type { Lexicon, Node } from './lexicon.ts';
import type { Means } from './means.ts';
import { type PairEntry, PairTable } from './pair-table.ts';

/** Where no phrase begins, and where none goes on. */
export const NOWHERE = 0;

export class Phrases {
  /** Per state: whether a phrase ends there, and what that phrase is; nothing where none ends. */
  readonly ends: Uint8Array;
  readonly bits0: Int32Array;
  readonly bits1: Int32Array;
  readonly means: readonly (Means | null)[];
  readonly isMeans: Uint8Array;
  /** Per state: whether a longer phrase goes on from it. */
  readonly goesOn: Uint8Array;
  /** Words that stand behind the first one of some phrase, numbered from one. */
  readonly #words = new Map<string, number>();
  readonly #steps: PairTable;

  constructor({ root }: Pick<Lexicon, 'root'>) {
    const nodes: (Node | undefined)[] = [];
    const steps: PairEntry[] = [];
    const add = (node: Node): void => {
      nodes[node.number] = node;
      for (const [word, next] of node.next ?? []) {
        steps.push([node.number, this.#numbered(word), next.number]);
        add(next);
      }
    };
    for (const node of root.values()) add(node);
    this.ends = new Uint8Array(nodes.length);
    this.bits0 = new Int32Array(nodes.length);
    this.bits1 = new Int32Array(nodes.length);
    this.goesOn = new Uint8Array(nodes.length);
    const means: (Means | null)[] = [];
    for (let state = 0; state < nodes.length; state += 1) {
      const node = nodes[state];
      means.push(node?.ends === true ? node.means : null);
      if (node?.ends !== true) continue;
      this.ends[state] = 1;
      this.bits0[state] = node.bits0;
      this.bits1[state] = node.bits1;
    }
    this.means = means;
    this.isMeans = Uint8Array.from(means, (one) => (one === null ? 0 : 1));
    for (const [state] of steps) this.goesOn[state] = 1;
    this.#steps = new PairTable(steps);
  }

  /** The state behind the first word of phrases. */
  stateOf(node: Node | null): number {
    return node === null ? NOWHERE : node.number;
  }

  /** Number of a word that phrases go on with; 0 for one that none goes on with. */
  numberOf(word: string): number {
    return this.#words.get(word) ?? 0;
  }

  step(state: number, word: number): number {
    return this.#steps.get(state, word);
  }

  #numbered(word: string): number {
    const number = this.#words.get(word) ?? this.#words.size + 1;
    this.#words.set(word, number);
    return number;
  }
}
