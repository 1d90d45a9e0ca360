/** Text in markup: from bytes to characters, and entities resolved. Knows no entity that a file defines for itself. */
import { Buffer, isAscii } from 'node:buffer';
import { Unreadable } from './unreadable.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text as it stands in markup, with the five entities of XML and numbered characters put in. Refuses any other. */
export function resolved(raw: string): string {
  return raw.includes('&') ? resolve(raw) : raw;
}

function resolve(raw: string): string {
  let text = '';
  let from = 0;
  for (let mark = raw.indexOf('&'); mark !== -1; mark = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', mark);
    const name = end === -1 ? '' : raw.slice(mark + 1, end);
    text += raw.slice(from, mark) + (entities.get(name) ?? numbered(name));
    from = end + 1;
  }
  return text + raw.slice(from);
}

/** `#38` and `#x26` are characters; any other name is an entity of the file's own, or none at all. */
function numbered(name: string): string {
  const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  const code =
    number === null ? 0 : Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
  if (code < 1 || code > 0x10ffff) throw new Unreadable('unsafe', 'the markup uses an entity of its own');
  return String.fromCodePoint(code);
}

/** XML bytes as text: UTF-8 unless a byte order mark or the declaration says otherwise. */
export function decodeMarkup(bytes: Uint8Array): string {
  // Most parts are plain ASCII, and that is quick to see and to copy.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
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
