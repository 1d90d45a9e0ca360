/**
 * A quick pull scanner for the XML inside workbooks: one pass over a string, no tree, no copies of what is not asked for.
 * Names come back with agreed prefixes whatever prefixes the file chose. It refuses document type declarations (and so
 * every entity a file could define), unbalanced tags and nesting beyond the limit; it loads nothing.
 */
import { Unreadable } from './unreadable.ts';

/** Namespace address → agreed prefix; '' for none. */
export type Namespaces = ReadonlyMap<string, string>;

export type Event = 'open' | 'close' | 'text' | 'end';

type Known = { readonly raw: string; readonly name: string };

const lessThan = 60;
const slash = 47;
const greaterThan = 62;
const equals = 61;
const bang = 33;
const question = 63;
const space = 32;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

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
  private readonly attributeNames: string[] = [];
  private readonly valueStarts: number[] = [];
  private readonly valueEnds: number[] = [];
  private readonly open: string[] = [];
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
      this.name = this.open.pop() ?? '';
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
      if (this.attributeNames[n] === name)
        return this.decoded(this.valueStarts[n] ?? 0, this.valueEnds[n] ?? 0);
    }
    return undefined;
  }

  /** The text met last, entities resolved, white space as it stands. */
  get text(): string {
    return this.verbatim
      ? this.xml.slice(this.textStart, this.textEnd)
      : this.decoded(this.textStart, this.textEnd);
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
    const start = this.at + 2;
    let end = start;
    let hash = 0;
    for (let code = xml.charCodeAt(end); code > space && code !== greaterThan; code = xml.charCodeAt(++end)) {
      hash = (hash * 31 + code) | 0;
    }
    const name = this.known(this.knownElements, start, end, hash, true);
    this.at = xml.charCodeAt(end) === greaterThan ? end + 1 : this.after('>');
    if (this.open.pop() !== name) throw new Unreadable('damaged', 'the markup closes what it did not open');
    this.name = name;
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
    this.attributes = 0;
    let at = end;
    while (code !== greaterThan && code !== slash) {
      if (code <= space) code = xml.charCodeAt(++at);
      else if (at >= xml.length) throw new Unreadable('damaged', 'the markup is cut short');
      else {
        at = this.takeAttribute(at);
        code = xml.charCodeAt(at);
      }
    }
    if (end === start) throw new Unreadable('damaged', 'the markup holds an element without a name');
    this.name = this.known(this.knownElements, start, end, hash, true);
    this.pendingClose = code === slash;
    this.at = code === slash ? at + 2 : at + 1;
    if (code === slash && xml.charCodeAt(at + 1) !== greaterThan) {
      throw new Unreadable('damaged', 'the markup holds a broken element');
    }
    if (this.open.length >= this.depthLimit) {
      throw new Unreadable('over-limits', `elements more than ${this.depthLimit} deep`);
    }
    this.open.push(this.name);
    return 'open';
  }

  private takeAttribute(start: number): number {
    const { xml } = this;
    let end = start;
    let hash = 0;
    let code = xml.charCodeAt(end);
    while (code > space && code !== equals && code !== greaterThan) {
      hash = (hash * 31 + code) | 0;
      code = xml.charCodeAt(++end);
    }
    let at = end;
    while (code <= space) code = xml.charCodeAt(++at);
    if (code !== equals) throw new Unreadable('damaged', 'the markup holds a broken attribute');
    code = xml.charCodeAt(++at);
    while (code <= space) code = xml.charCodeAt(++at);
    if (code !== 34 && code !== 39) throw new Unreadable('damaged', 'the markup holds a broken attribute');
    const close = xml.indexOf(code === 34 ? '"' : "'", at + 1);
    if (close === -1) throw new Unreadable('damaged', 'the markup is cut short');
    this.attributeNames[this.attributes] = this.known(this.knownAttributes, start, end, hash, false);
    this.valueStarts[this.attributes] = at + 1;
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
  ): string {
    const slot = hash & 1023;
    const remembered = table[slot];
    if (
      remembered !== undefined &&
      remembered.raw.length === end - start &&
      this.xml.startsWith(remembered.raw, start)
    ) {
      return remembered.name;
    }
    const raw = this.xml.slice(start, end);
    const name = this.agreed(raw, element);
    table[slot] = { raw, name };
    return name;
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

  private decoded(start: number, end: number): string {
    const raw = this.xml.slice(start, end);
    return raw.includes('&') ? resolve(raw) : raw;
  }
}

function resolve(raw: string): string {
  return raw.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
    const named = entities[name];
    if (named !== undefined && whole.endsWith(';')) return named;
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const code =
      number === null ? Number.NaN : Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10);
    if (!whole.endsWith(';') || !(code > 0 && code <= 0x10ffff)) {
      throw new Unreadable('unsafe', 'the markup uses an entity of its own');
    }
    return String.fromCodePoint(code);
  });
}

/** XML bytes as text: UTF-8 unless a byte order mark or the declaration says otherwise. */
export function decodeMarkup(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const opening = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(opening)?.[1]?.toLowerCase() ?? 'utf-8';
  try {
    return new TextDecoder(declared === 'utf8' ? 'utf-8' : declared, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('damaged', 'the markup is not in the encoding it declares');
  }
}
