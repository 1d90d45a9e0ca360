/**
 * A quick pull scanner for the XML inside workbooks: one pass over a string, no tree, no copies of what is not asked for.
 * Names come back with agreed prefixes whatever prefixes the file chose. It refuses document type declarations (and so
 * every entity a file could define), unbalanced tags and nesting beyond the limit; it loads nothing.
 */
import { resolved } from './markup-text.ts';
import { Unreadable } from './unreadable.ts';

/** Namespace address → agreed prefix; '' for none. */
export type Namespaces = ReadonlyMap<string, string>;

export type Event = 'open' | 'close' | 'text' | 'end';

/** A name of this file, remembered: raw, agreed, and what usually came next, so that most tags cost few comparisons. */
type Known = {
  readonly raw: string;
  readonly name: string;
  /** Raw name with the `="` that opens its value. */
  readonly opening: string;
  /** Attributes of the last element of this name, in order. */
  readonly usual: Known[];
  /** Last element opened inside one of this name, and the text from its end to the end of that one. */
  child: Known | null;
  childClosing: string;
  /** Last value asked for, given again without a copy when it recurs. */
  value: string;
};

const lessThan = 60;
const slash = 47;
const greaterThan = 62;
const equals = 61;
const bang = 33;
const question = 63;
const space = 32;

export class Markup {
  /** Agreed name of the element opened or closed last. */
  name = '';
  readonly xml: string;
  private at = 0;
  private textStart = 0;
  private textEnd = 0;
  private verbatim = false;
  private pendingClose = false;
  private attributes = 0;
  private readonly attributeNames: Known[] = [];
  private readonly valueStarts: number[] = [];
  private readonly valueEnds: number[] = [];
  private readonly open: Known[] = [];
  private readonly depthLimit: number;
  private readonly namespaces: Namespaces;
  private readonly prefixes = new Map<string, string>();
  private readonly knownElements: (Known | undefined)[] = new Array(1024);
  private readonly knownAttributes: (Known | undefined)[] = new Array(1024);

  constructor(xml: string, namespaces: Namespaces, depthLimit: number) {
    this.xml = xml;
    this.namespaces = namespaces;
    this.depthLimit = depthLimit;
    const root = /<[^!?][^>]*>/.exec(xml.slice(0, 100_000));
    this.takePrefixes(root?.[0] ?? '');
  }

  get depth(): number {
    return this.open.length;
  }

  next(): Event {
    const { xml } = this;
    if (this.pendingClose) {
      this.pendingClose = false;
      this.name = this.open.pop()?.name ?? '';
      return 'close';
    }
    while (this.at < xml.length) {
      if (xml.charCodeAt(this.at) !== lessThan) {
        const end = xml.indexOf('<', this.at);
        return this.textTo(this.at, end === -1 ? xml.length : end, false);
      }
      const mark = xml.charCodeAt(this.at + 1);
      if (mark === slash) return this.close();
      if (mark === question) this.at = this.after('?>');
      else if (mark !== bang) return this.element();
      else if (xml.startsWith('<!--', this.at)) this.at = this.after('-->');
      else if (xml.startsWith('<![CDATA[', this.at)) {
        const end = this.after(']]>');
        const start = this.at + 9;
        this.at = end;
        this.textStart = start;
        this.textEnd = end - 3;
        this.verbatim = true;
        return 'text';
      } else throw new Unreadable('unsafe', 'the markup declares a document type');
    }
    if (this.open.length > 0) throw new Unreadable('damaged', 'the markup is cut short');
    return 'end';
  }

  /** Value of an attribute of the element opened last, entities resolved; undefined when it has none of that name. */
  attribute(name: string): string | undefined {
    for (let n = 0; n < this.attributes; n++) {
      if (this.attributeNames[n]?.name === name) return this.attributeValue(n);
    }
    return undefined;
  }

  /** How many attributes the element opened last has; their names and values by number, for a caller that wants most. */
  get attributeCount(): number {
    return this.attributes;
  }

  attributeName(n: number): string {
    return this.attributeNames[n]?.name ?? '';
  }

  attributeValue(n: number): string {
    const known = this.attributeNames[n];
    const start = this.valueStarts[n] ?? 0;
    const end = this.valueEnds[n] ?? 0;
    if (known === undefined) return '';
    if (end - start !== known.value.length || !this.xml.startsWith(known.value, start)) {
      known.value = this.xml.slice(start, end);
    }
    return resolved(known.value);
  }

  /** The text met last, entities resolved, white space as it stands. */
  get text(): string {
    return this.verbatim
      ? this.xml.slice(this.textStart, this.textEnd)
      : resolved(this.xml.slice(this.textStart, this.textEnd));
  }

  /**
   * When the element opened last holds one child, of the name last seen there, and that holds text alone: the name of the
   * child, with `text` set, having moved past the close of both. Else null, having moved nowhere. Most cells are so.
   */
  leaf(): string | null {
    const parent = this.open[this.open.length - 1];
    const child = parent?.child;
    if (this.pendingClose || parent === undefined || child === undefined || child === null) return null;
    const { xml } = this;
    const start = this.at + child.raw.length + 2;
    if (xml.charCodeAt(start - 1) !== greaterThan || !xml.startsWith(child.raw, this.at + 1)) return null;
    const end = xml.indexOf('<', start);
    if (end === -1 || xml.charCodeAt(this.at) !== lessThan || !xml.startsWith(parent.childClosing, end))
      return null;
    this.textTo(start, end, false);
    this.at = end + parent.childClosing.length;
    this.open.pop();
    this.name = parent.name;
    return child.name;
  }

  /** Whether the file chose the agreed prefixes, as nearly all do, so that its tags can be matched as they stand. */
  get isUsual(): boolean {
    return [...this.prefixes].every(([prefix, agreed]) => prefix === agreed);
  }

  /** Where the next event begins, and a way past elements that a caller has read for itself, each whole. */
  get position(): number {
    return this.pendingClose ? this.xml.length : this.at;
  }

  moveTo(position: number): void {
    this.at = position;
  }

  /**
   * Takes whole elements by a sticky pattern, for the cells that make up most of a large sheet: what it matches must open
   * and close the same elements. Null, having moved nowhere, where it does not match.
   */
  match(pattern: RegExp): RegExpExecArray | null {
    if (this.pendingClose) return null;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.xml);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  /** Moves past the close of the element opened last, whatever is inside. */
  skip(): void {
    const depth = this.open.length - 1;
    while (this.open.length > depth) this.next();
  }

  private textTo(start: number, end: number, verbatim: boolean): Event {
    this.textStart = start;
    this.textEnd = end;
    this.verbatim = verbatim;
    this.at = end;
    return 'text';
  }

  private after(mark: string): number {
    const found = this.xml.indexOf(mark, this.at);
    if (found === -1) throw new Unreadable('damaged', 'the markup is cut short');
    return found + mark.length;
  }

  private close(): Event {
    const { xml } = this;
    const known = this.open.pop();
    const start = this.at + 2;
    const end = start + (known?.raw.length ?? 0);
    if (known === undefined || !xml.startsWith(known.raw, start)) {
      throw new Unreadable('damaged', 'the markup closes what it did not open');
    }
    let at = end;
    while (xml.charCodeAt(at) <= space) at++;
    if (xml.charCodeAt(at) !== greaterThan) {
      throw new Unreadable('damaged', 'the markup closes what it did not open');
    }
    this.at = at + 1;
    this.name = known.name;
    return 'close';
  }

  private element(): Event {
    const { xml } = this;
    const start = this.at + 1;
    let end = start;
    let hash = 0;
    let code = xml.charCodeAt(end);
    while (code > space && code !== greaterThan && code !== slash) {
      hash = (hash * 31 + code) | 0;
      code = xml.charCodeAt(++end);
    }
    if (end === start) throw new Unreadable('damaged', 'the markup holds an element without a name');
    const known = this.known(this.knownElements, start, end, hash, true);
    this.attributes = 0;
    let at = end;
    while (code !== greaterThan && code !== slash) {
      if (code <= space) code = xml.charCodeAt(++at);
      else if (at >= xml.length) throw new Unreadable('damaged', 'the markup is cut short');
      else {
        at = this.takeAttribute(at, known.usual);
        code = xml.charCodeAt(at);
      }
    }
    this.pendingClose = code === slash;
    this.at = code === slash ? at + 2 : at + 1;
    if (code === slash && xml.charCodeAt(at + 1) !== greaterThan) {
      throw new Unreadable('damaged', 'the markup holds a broken element');
    }
    if (this.open.length >= this.depthLimit) {
      throw new Unreadable('over-limits', `elements more than ${this.depthLimit} deep`);
    }
    const parent = this.open.at(-1);
    if (parent !== undefined && parent.child !== known) {
      parent.child = known;
      parent.childClosing = `</${known.raw}></${parent.raw}>`;
    }
    this.open.push(known);
    this.name = known.name;
    return 'open';
  }

  /** Returns where the attribute ends. `usual` is what the last element of this name had, and is brought up to date. */
  private takeAttribute(start: number, usual: Known[]): number {
    const { xml } = this;
    const guess = usual[this.attributes];
    let name = guess;
    let quote = 34;
    let at: number;
    if (guess !== undefined && xml.startsWith(guess.opening, start)) at = start + guess.opening.length;
    else {
      let end = start;
      let hash = 0;
      let code = xml.charCodeAt(end);
      while (code > space && code !== equals && code !== greaterThan) {
        hash = (hash * 31 + code) | 0;
        code = xml.charCodeAt(++end);
      }
      at = end;
      while (code <= space) code = xml.charCodeAt(++at);
      if (code !== equals) throw new Unreadable('damaged', 'the markup holds a broken attribute');
      quote = xml.charCodeAt(++at);
      while (quote <= space) quote = xml.charCodeAt(++at);
      if (quote !== 34 && quote !== 39)
        throw new Unreadable('damaged', 'the markup holds a broken attribute');
      at++;
      name = this.known(this.knownAttributes, start, end, hash, false);
      usual[this.attributes] = name;
    }
    let close = at;
    for (let code = xml.charCodeAt(close); code !== quote; code = xml.charCodeAt(++close)) {
      if (Number.isNaN(code)) throw new Unreadable('damaged', 'the markup is cut short');
    }
    if (name !== undefined) this.attributeNames[this.attributes] = name;
    this.valueStarts[this.attributes] = at;
    this.valueEnds[this.attributes] = close;
    this.attributes++;
    return close + 1;
  }

  /** The agreed name of the raw name at a place, remembered by hash so that no string is made for each tag. */
  private known(
    table: (Known | undefined)[],
    start: number,
    end: number,
    hash: number,
    element: boolean,
  ): Known {
    const slot = hash & 1023;
    const remembered = table[slot];
    if (
      remembered !== undefined &&
      remembered.raw.length === end - start &&
      this.xml.startsWith(remembered.raw, start)
    ) {
      return remembered;
    }
    const raw = this.xml.slice(start, end);
    const known = {
      raw,
      name: this.agreed(raw, element),
      opening: `${raw}="`,
      usual: [],
      child: null,
      childClosing: '',
      value: '',
    };
    table[slot] = known;
    return known;
  }

  private agreed(raw: string, element: boolean): string {
    const colon = raw.indexOf(':');
    if (colon === -1 && !element) return raw;
    const prefix = colon === -1 ? '' : raw.slice(0, colon);
    if (!this.prefixes.has(prefix)) this.takePrefixesOfTag();
    const agreed = this.prefixes.get(prefix) ?? prefix;
    const local = raw.slice(colon + 1);
    return agreed === '' ? local : `${agreed}:${local}`;
  }

  /** A prefix first met below the root may be declared on the element that uses it. */
  private takePrefixesOfTag(): void {
    const start = this.xml.lastIndexOf('<', this.at);
    const end = this.xml.indexOf('>', this.at);
    if (start !== -1 && end !== -1 && end - start < 10_000) this.takePrefixes(this.xml.slice(start, end));
  }

  private takePrefixes(tag: string): void {
    for (const match of tag.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const [, prefix = '', double, single = ''] = match;
      const agreed = this.namespaces.get(double ?? single);
      this.prefixes.set(prefix, agreed ?? (prefix === '' ? '?' : prefix));
    }
  }
}
