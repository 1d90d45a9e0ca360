/**
 * A zip package (a workbook, a letter, an archive) opened without trusting it: sizes are summed from the directory before
 * anything is inflated, no part may inflate beyond the size stated for it, and every part is checked against its CRC,
 * so that a damaged byte is found here and not read as another number.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { Limits } from './reader.ts';
import { Unreadable } from './unreadable.ts';

export type Package = {
  /** Names as stored, in directory order; folders left out. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The bytes of a part, checked; null when there is none. Names are compared without case, as OPC asks. */
  readonly read: (name: string) => Uint8Array | null;
};

type Member = {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const directoryEnd = 0x06054b50;
const directoryEnd64 = 0x06064b50;
const directoryEnd64Locator = 0x07064b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 21 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

export function openPackage(bytes: Uint8Array, limits: Limits): Package {
  const members = new Map<string, Member>();
  let inflated = 0;
  for (const member of directoryOf(bytes, limits)) {
    inflated += member.size;
    if (inflated > limits.inflatedBytes) {
      throw new Unreadable('over-limits', `inflates to more than ${limits.inflatedBytes} bytes`);
    }
    const key = keyOf(member.name);
    // Two parts of one name: programs differ in which they open, so neither can be trusted.
    if (members.has(key)) throw new Unreadable('damaged', 'a part stands twice in the package');
    if (!member.name.endsWith('/')) members.set(key, member);
  }
  return {
    names: [...members.values()].map((member) => member.name),
    has: (name) => members.has(keyOf(name)),
    read: (name) => {
      const member = members.get(keyOf(name));
      return member === undefined ? null : inflate(bytes, member);
    },
  };
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function directoryOf(bytes: Uint8Array, limits: Limits): Member[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let directoryStop = end;
  if (end >= 20 && view.getUint32(end - 20, true) === directoryEnd64Locator) {
    const at = Number(view.getBigUint64(end - 12, true));
    if (at + 56 > bytes.length || view.getUint32(at, true) !== directoryEnd64) {
      throw new Unreadable('damaged', 'the directory of the package is broken');
    }
    count = Number(view.getBigUint64(at + 32, true));
    size = Number(view.getBigUint64(at + 40, true));
    start = Number(view.getBigUint64(at + 48, true));
    directoryStop = at;
  }
  if (count > limits.members) throw new Unreadable('over-limits', `more than ${limits.members} parts`);
  // Bytes before the first part (a signature, a mail gateway's header) move every offset by the same amount.
  const shift = directoryStop - size - start;
  if (shift < 0) throw new Unreadable('damaged', 'the package is cut short');
  const members: Member[] = [];
  let at = start + shift;
  for (let n = 0; n < count; n++) {
    if (at + 46 > directoryStop || view.getUint32(at, true) !== directoryEntry) {
      throw new Unreadable('damaged', 'the directory of the package is broken');
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > directoryStop) throw new Unreadable('damaged', 'the directory of the package is broken');
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const member = {
      name: new TextDecoder((flags & 0x800) !== 0 ? 'utf-8' : 'windows-1252').decode(name),
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizesOf(view, at, at + 46 + nameLength, extraLength, shift),
    };
    checkName(bytes, member, name);
    members.push(member);
    at = next;
  }
  return members;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === directoryEnd) return at;
  }
  throw new Unreadable('damaged', 'the package is cut short');
}

/** Sizes and offset of a member, from the 64-bit extra field where the short ones are full. */
function sizesOf(view: DataView, entry: number, extra: number, extraLength: number, shift: number) {
  let packed = view.getUint32(entry + 20, true);
  let size = view.getUint32(entry + 24, true);
  let offset = view.getUint32(entry + 42, true);
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const next = () => {
      field += 8;
      if (field > extra + extraLength)
        throw new Unreadable('damaged', 'the directory of the package is broken');
      return Number(view.getBigUint64(field - 8, true));
    };
    if (size === 0xffffffff) size = next();
    if (packed === 0xffffffff) packed = next();
    if (offset === 0xffffffff) offset = next();
  }
  return { packed, size, offset: offset + shift };
}

/** Directory and part must agree on the name: where they do not, one of them is damaged and a part would go missing. */
function checkName(bytes: Uint8Array, member: Member, name: Uint8Array): void {
  const at = member.offset + 30;
  const isLocal =
    at + name.length <= bytes.length && viewOf(bytes).getUint32(member.offset, true) === localHeader;
  if (!isLocal || name.some((byte, n) => bytes[at + n] !== byte)) {
    throw new Unreadable('damaged', `${member.name} is not where the directory says`);
  }
}

function inflate(bytes: Uint8Array, member: Member): Uint8Array {
  if (member.encrypted) throw new Unreadable('encrypted', 'the package asks for a password');
  const view = viewOf(bytes);
  const lengths = view.getUint16(member.offset + 26, true) + view.getUint16(member.offset + 28, true);
  const start = member.offset + 30 + lengths;
  const packed = bytes.subarray(start, start + member.packed);
  const content = member.method === 0 ? packed : inflated(packed, member);
  if (packed.length !== member.packed || content.length !== member.size || crc32(content) !== member.crc) {
    throw new Unreadable('damaged', `${member.name} does not match its checksum`);
  }
  return content;
}

function inflated(packed: Uint8Array, member: Member): Uint8Array {
  if (member.method !== 8)
    throw new Unreadable('not-supported', `${member.name} is packed by another method`);
  try {
    // One chunk of the stated size: the usual 16 kB chunks would be copied together again for large sheets.
    const size = Math.max(member.size, 64);
    return inflateRawSync(packed, { maxOutputLength: size, chunkSize: size });
  } catch (cause) {
    throw new Unreadable(
      'damaged',
      `${member.name} cannot be inflated: ${(cause as { code?: string }).code}`,
    );
  }
}
