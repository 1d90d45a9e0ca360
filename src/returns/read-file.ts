/**
 * One file's bytes into documents: its own, then those of what it contains, depth first in the order they stand. Never
 * throws on what a file holds. What containers unpack counts against one budget, so that archives inside archives
 * cannot grow without end.
 */
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Document } from './document.ts';
import { containers, readers } from './readers/all.ts';
import type { Container, Member } from './readers/container.ts';
import type { Limits, Reader } from './readers/reader.ts';
import { orUnreadable } from './readers/unreadable.ts';
import { sniff } from './sniff.ts';
import { hash, unread } from './unread.ts';

/** Archives and messages inside one another: a forwarded message with a zip of workbooks is three. */
const deepest = 6;

export type Watch = {
  /** Told the name of each file and member before it is read. */
  readonly begins?: (file: string) => void;
  /** Files not to be read, with the finding that says why. */
  readonly given?: ReadonlyMap<string, Finding>;
};

type Pass = Required<Watch> & { readonly limits: Limits; bytesLeft: number; membersLeft: number };

type Whole = { readonly bytes: Uint8Array; readonly file: string };

export async function readFileBytes(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
  watch: Watch = {},
): Promise<readonly Document[]> {
  const pass = {
    begins: watch.begins ?? (() => {}),
    given: watch.given ?? new Map<string, Finding>(),
    limits,
    bytesLeft: limits.inflatedBytes,
    membersLeft: limits.members,
  };
  return read({ bytes, file }, pass, 0);
}

async function read(whole: Whole, pass: Pass, depth: number): Promise<readonly Document[]> {
  const { bytes, file } = whole;
  pass.begins(file);
  const given = pass.given.get(file);
  if (given !== undefined) {
    return [unread(bytes, file, given)];
  }
  if (bytes.length > pass.limits.bytes) {
    return [unread(bytes, file, over(file, `larger than ${pass.limits.bytes} bytes`))];
  }
  const found = sniff(bytes, file, pass.limits, readers, containers);
  switch (found.kind) {
    case 'none':
      return [unread(bytes, file, found.finding)];
    case 'reader':
      return [await readAs(found.reader, whole, pass)];
    case 'container':
      return depth < deepest
        ? contained(found.container, whole, pass, depth)
        : [unread(bytes, file, over(file, `files more than ${deepest} deep in one another`))];
  }
}

async function readAs(reader: Reader, { bytes, file }: Whole, { limits }: Pass): Promise<Document> {
  const { blocks, findings } = await orUnreadable(file, () => reader.read(bytes, file, limits));
  // Nothing said and nothing wrong is wrong: a file that a person sees as blank is not an answer.
  const told =
    blocks.length === 0 && findings.length === 0
      ? [finding('not-a-return', file, { why: 'no text' })]
      : findings;
  const named = reader.types.find((type) => file.toLowerCase().endsWith(`.${type}`));
  return { file, type: named ?? reader.types[0] ?? 'unknown', sha256: hash(bytes), blocks, findings: told };
}

async function contained(
  container: Container,
  { bytes, file }: Whole,
  pass: Pass,
  depth: number,
): Promise<readonly Document[]> {
  const members: Member[] = [];
  const { blocks, findings } = await orUnreadable(file, async () => {
    const contents = await container.open(bytes, file, pass.limits);
    members.push(...contents.members);
    return contents;
  });
  const inside: Document[] = [];
  const leftOut: Finding[] = [];
  for (const [index, member] of members.entries()) {
    pass.bytesLeft -= member.bytes.length;
    pass.membersLeft -= 1;
    if (pass.bytesLeft < 0 || pass.membersLeft < 0) {
      leftOut.push(over(file, `${members.length - index} of the files in it were left unread`));
      break;
    }
    inside.push(...(await read({ bytes: member.bytes, file: `${file}/${member.name}` }, pass, depth + 1)));
  }
  const told = [...findings, ...leftOut];
  if (container.type === null && members.length === 0 && told.length === 0) {
    told.push(finding('not-a-return', file, { why: 'an archive with no files in it' }));
  }
  // An archive says nothing of its own; only what is wrong with it needs a document.
  const own: readonly Document[] =
    container.type === null && told.length === 0
      ? []
      : [{ file, type: container.type ?? 'unknown', sha256: hash(bytes), blocks, findings: told }];
  return [...own, ...inside];
}

function over(file: string, detail: string): Finding {
  return finding('unreadable', file, { reason: 'over-limits', detail });
}
