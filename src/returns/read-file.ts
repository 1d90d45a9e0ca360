/**
 * One file's bytes into documents: its own, then those of what it contains, depth first in the order they stand. Never
 * throws on what a file holds. What containers unpack counts against one budget, so that archives inside archives
 * cannot grow without end.
 */
import { createHash } from 'node:crypto';
import { finding } from '#finding/catalogue.ts';
import type { Finding } from '#finding/finding.ts';
import type { Block, Document } from './document.ts';
import { containers, readers } from './readers/all.ts';
import type { Container } from './readers/container.ts';
import type { Limits } from './readers/reader.ts';
import { orUnreadable } from './readers/unreadable.ts';
import { sniff } from './sniff.ts';

/** Archives and messages inside one another: a forwarded message with a zip of workbooks is three. */
const deepest = 6;

type Budget = { bytes: number; members: number };

export async function readFileBytes(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
): Promise<readonly Document[]> {
  return read(bytes, file, limits, { bytes: limits.inflatedBytes, members: limits.members }, 0);
}

async function read(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
  budget: Budget,
  depth: number,
): Promise<readonly Document[]> {
  const whole = { file, sha256: hash(bytes) };
  if (bytes.length > limits.bytes) {
    return [refused(whole, over(file, `larger than ${limits.bytes} bytes`))];
  }
  const found = sniff(bytes, file, readers, containers);
  if (found.kind === 'none') {
    return [refused(whole, found.finding)];
  }
  if (found.kind === 'reader') {
    const { blocks, findings } = await orUnreadable(file, () => found.reader.read(bytes, file, limits));
    const type =
      found.reader.types.find((each) => file.toLowerCase().endsWith(`.${each}`)) ?? found.reader.types[0];
    return [{ ...whole, type: type ?? 'unknown', blocks, findings }];
  }
  return contained(found.container, bytes, whole, limits, budget, depth);
}

async function contained(
  container: Container,
  bytes: Uint8Array,
  whole: { readonly file: string; readonly sha256: string },
  limits: Limits,
  budget: Budget,
  depth: number,
): Promise<readonly Document[]> {
  if (depth >= deepest) {
    return [refused(whole, over(whole.file, `files more than ${deepest} deep in one another`))];
  }
  const inside: { name: string; bytes: Uint8Array }[] = [];
  const own = await orUnreadable(whole.file, async () => {
    const contents = await container.open(bytes, whole.file, limits);
    inside.push(...contents.members);
    return contents;
  });
  const documents: Document[] = [];
  if (container.type !== null || own.findings.length > 0) {
    documents.push({
      ...whole,
      type: container.type ?? 'unknown',
      blocks: own.blocks,
      findings: own.findings,
    });
  } else if (inside.length === 0) {
    documents.push(
      refused(whole, finding('not-a-return', whole.file, { why: 'an archive with no files in it' })),
    );
  }
  for (const member of inside) {
    budget.bytes -= member.bytes.length;
    budget.members -= 1;
    const file = `${whole.file}/${member.name}`;
    if (budget.bytes < 0 || budget.members < 0) {
      documents.push({
        file,
        type: 'unknown',
        sha256: hash(member.bytes),
        blocks: [],
        findings: [over(file, 'too much in one archive')],
      });
      break;
    }
    documents.push(...(await read(member.bytes, file, limits, budget, depth + 1)));
  }
  return documents;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function over(file: string, detail: string): Finding {
  return finding('unreadable', file, { reason: 'over-limits', detail });
}

function refused(whole: { readonly file: string; readonly sha256: string }, found: Finding): Document {
  const blocks: readonly Block[] = [];
  return { ...whole, type: 'unknown', blocks, findings: [found] };
}
