/**
 * Says what a file is by what it holds, not by its name. Promises to name the usual kinds that are not read (pictures,
 * old word-processor files, mail-program files, locked files), because the force can only be asked for what we can name.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Container } from './readers/container.ts';
import { isZip, openPackage } from './readers/package.ts';
import type { Limits, Reader } from './readers/reader.ts';

export type Sniffed =
  | { readonly kind: 'reader'; readonly reader: Reader }
  | { readonly kind: 'container'; readonly container: Container }
  | { readonly kind: 'none'; readonly finding: Finding };

type Known = { readonly starts: readonly number[]; readonly at?: number; readonly detail: string };

const pictures: readonly Known[] = [
  { starts: [0x89, 0x50, 0x4e, 0x47], detail: 'PNG' },
  { starts: [0xff, 0xd8, 0xff], detail: 'JPEG' },
  { starts: [0x47, 0x49, 0x46, 0x38], detail: 'GIF' },
  { starts: [0x49, 0x49, 0x2a, 0x00], detail: 'TIFF' },
  { starts: [0x4d, 0x4d, 0x00, 0x2a], detail: 'TIFF' },
  { starts: [0x57, 0x45, 0x42, 0x50], at: 8, detail: 'WebP' },
  { starts: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], at: 4, detail: 'HEIC' },
];

const unread: readonly Known[] = [
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], detail: 'a rich text file (.rtf); ask for a docx or a PDF' },
  { starts: [0x1f, 0x8b], detail: 'a gzip archive; ask for the file itself' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], detail: 'a 7-Zip archive; ask for a zip or the files themselves' },
  { starts: [0x52, 0x61, 0x72, 0x21], detail: 'a RAR archive; ask for a zip or the files themselves' },
  {
    starts: [0x78, 0x9f, 0x3e, 0x22],
    detail: 'a mail-program wrapper (winmail.dat); ask for the attachment itself',
  },
  {
    starts: [0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61, 0x6e],
    detail: 'a database (.mdb); ask for a workbook',
  },
];

/** Streams of an OLE file, by their names as stored, and what such a file is. */
const streams: readonly (readonly [string, 'encrypted' | 'not-supported', string])[] = [
  ['EncryptedPackage', 'encrypted', 'a workbook or letter with a password'],
  ['__substg1.0_', 'not-supported', 'an Outlook message (.msg); ask for an .eml or the attachment itself'],
  ['WordDocument', 'not-supported', 'a Word document of the old kind (.doc); ask for a docx or a PDF'],
  ['PowerPoint Document', 'not-supported', 'a presentation (.ppt); ask for a workbook, a letter or text'],
];

/** Parts of a package, or its stated kind, and what such a file is. */
const packages: readonly (readonly [string, string])[] = [
  ['ppt/presentation.xml', 'a presentation (.pptx); ask for a workbook, a letter or text'],
  ['application/vnd.oasis.opendocument.text', 'a text document (.odt); ask for a docx or a PDF'],
  ['application/vnd.oasis.opendocument.presentation', 'a presentation (.odp); ask for a workbook or text'],
  ['Index/Document.iwa', 'a Pages or Numbers document; ask for a docx, an xlsx or a PDF'],
];

export function sniff(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
  readers: readonly Reader[],
  containers: readonly Container[],
): Sniffed {
  if (bytes.length === 0) {
    return none(finding('unreadable', file, { reason: 'damaged', detail: 'the file is empty' }));
  }
  const known = knownUnread(bytes, file, limits);
  if (known !== null) {
    return none(known);
  }
  const name = file.split('/').at(-1) ?? file;
  const choices: (readonly [number, Sniffed])[] = [
    ...readers.map((reader) => [reader.recognises(bytes, name), { kind: 'reader', reader }] as const),
    ...containers.map(
      (container) => [container.recognises(bytes, name), { kind: 'container', container }] as const,
    ),
  ];
  let best: readonly [number, Sniffed] = [
    0,
    none(finding('unreadable', file, { reason: 'not-supported', detail: 'of a kind we do not know' })),
  ];
  for (const choice of choices) {
    if (choice[0] > best[0]) {
      best = choice;
    }
  }
  return best[1];
}

function none(found: Finding): Sniffed {
  return { kind: 'none', finding: found };
}

function knownUnread(bytes: Uint8Array, file: string, limits: Limits): Finding | null {
  const picture = pictures.find((each) => startsWith(bytes, each));
  if (picture !== undefined) {
    return finding('not-a-return', file, { why: 'picture of text', detail: picture.detail });
  }
  const other = unread.find((each) => startsWith(bytes, each));
  if (other !== undefined) {
    return finding('unreadable', file, { reason: 'not-supported', detail: other.detail });
  }
  if (startsWith(bytes, { starts: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], detail: '' })) {
    const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = streams.find(([stream]) => stored.includes(Buffer.from(stream, 'utf16le')));
    return found === undefined ? null : finding('unreadable', file, { reason: found[1], detail: found[2] });
  }
  return isZip(bytes) ? unreadPackage(bytes, file, limits) : null;
}

function unreadPackage(bytes: Uint8Array, file: string, limits: Limits): Finding | null {
  try {
    const parts = openPackage(bytes, limits);
    const stated = parts.has('mimetype')
      ? Buffer.from(parts.read('mimetype') ?? [])
          .toString('latin1')
          .trim()
      : '';
    const found = packages.find(([part]) => stated === part || parts.has(part));
    return found === undefined
      ? null
      : finding('unreadable', file, { reason: 'not-supported', detail: found[1] });
  } catch {
    // A broken package is for its reader to report, who knows what it should have been.
    return null;
  }
}

function startsWith(bytes: Uint8Array, { starts, at = 0 }: Known): boolean {
  return starts.every((byte, index) => bytes[at + index] === byte);
}
