/**
 * Gathers the flowing text of a page or letter into lines: runs pile up until a block ends, then they are settled and
 * get the place of the paragraph, heading or list item they belong to. Every text run given comes out once.
 */
import type { Block, Line, Place, Table } from '../document.ts';
import { line, type Places } from './laid-out.ts';
import { type Run, type Settled, settleLines } from './runs.ts';
import { startsItem } from './wrapped.ts';

export type Setting = {
  readonly role: Line['role'];
  readonly furniture: boolean;
  /** Whether text here is a paragraph that counts, stands between such paragraphs, or has a place of its own. */
  readonly place: 'counted' | 'between' | { readonly at: Place };
};

type Open = { readonly setting: Setting; at: Place | null };

export class Flow {
  readonly places: Places;
  readonly #blocks: Block[] = [];
  readonly #fields = new Map<Block, readonly Settled[]>();
  #runs: Run[] = [];
  #number = '';
  #open: Open = { setting: { role: 'paragraph', furniture: false, place: 'between' }, at: null };

  constructor(places: Places) {
    this.places = places;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** What the tabs of a line part. */
  fieldsOf(block: Block): readonly Settled[] {
    return this.#fields.get(block) ?? [];
  }

  get setting(): Setting {
    return this.#open.setting;
  }

  add(run: Run): void {
    this.#runs.push(run);
  }

  /** What is printed before the next line that `inside` says, as the number of a list item is. */
  numbered(number: string, inside: () => void): void {
    this.#number = number;
    inside();
    this.flush();
    this.#number = '';
  }

  /** Runs `inside` as one block with its own setting; text before and after it stays apart. */
  within(setting: Setting, inside: () => void): void {
    this.flush();
    const outer = this.#open;
    this.#open = { setting, at: null };
    inside();
    this.flush();
    this.#open = outer;
  }

  table(table: Table): void {
    this.flush();
    this.#blocks.push(table);
  }

  flush(): void {
    const settled = settleLines(this.#runs);
    this.#runs = [];
    if (settled.length === 0) {
      return;
    }
    const at = this.#place();
    const { role, furniture } = this.#open.setting;
    for (const each of settled) {
      const number = startsItem(each.text) ? '' : this.#number;
      this.#number = '';
      const made = line(role, { ...each, text: number + each.text }, at, furniture);
      this.#blocks.push(made);
      this.#fields.set(made, each.fields);
    }
  }

  #place(): Place {
    const { place } = this.#open.setting;
    if (typeof place === 'object') {
      return place.at;
    }
    if (place === 'between') {
      return this.places.between();
    }
    this.#open.at ??= this.places.paragraph();
    return this.#open.at;
  }
}
