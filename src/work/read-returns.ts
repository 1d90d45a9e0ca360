/**
 * Reads every return of a collection, one folder a force, in the order of the folders. A folder whose name is no force of
 * the register is refused: a number would otherwise be lost without a word. What a file holds never stops the rest.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from '#collection/collection.ts';
import { Refusal } from '#finding/refusal.ts';
import type { Register } from '#register/register.ts';
import type { Accepted } from '#returns/decide.ts';
import { type CollectionDecisions, readReturnDecisions } from '#returns/decide-collection.ts';
import type { Decision } from '#returns/decide-file.ts';
import type { Document } from '#returns/document.ts';
import { readExplained } from '#returns/read-return.ts';
import type { Reading } from '#returns/reading.ts';
import { type OpenedReturns, openReturns } from './open-returns.ts';

export type ReadForce = {
  readonly force: string;
  /** Below the collection: `returns/leicestershire`. */
  readonly folder: string;
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  readonly documents: readonly Document[];
  readonly reading: Reading;
  /** Findings that people accepted, as they were found. */
  readonly accepted: readonly Accepted[];
  /** Decisions that applied to something in this return. */
  readonly applied: readonly Decision[];
};

export type ReadReturns = {
  readonly dir: string;
  readonly collection: Collection;
  readonly register: Register;
  /** Decisions beside the collection, by the force whose return they are about. */
  readonly decisions?: CollectionDecisions['byForce'];
  /** The returns, where they were opened already. */
  readonly opened?: Promise<OpenedReturns>;
  /** Told after each return, for a progress line. */
  readonly onRead?: (read: ReadForce, done: number, all: number) => void;
};

export async function readReturns({
  dir,
  collection,
  register,
  decisions = new Map(),
  opened = openReturns(dir),
  onRead,
}: ReadReturns): Promise<readonly ReadForce[]> {
  const folders = [...(await opened)].map(([name, documents]) => ({
    name,
    force: forceOfFolder(name, register),
    path: join(dir, 'returns', name),
    documents,
  }));
  const all: ReadForce[] = [];
  // Opened in any order, read in that of the folders.
  for (const { name, force, path, documents: promised } of folders) {
    const documents = await promised;
    const made = [...readReturnDecisions(path, collection, register), ...(decisions.get(force) ?? [])];
    const request = { documents, collection, register, force, decisions: made };
    const { reading, accepted, applied } = readExplained(request);
    const files = await filesOf(path, documents);
    const read = { force, folder: `returns/${name}`, files, documents, reading, accepted, applied };
    all.push(read);
    onRead?.(read, all.length, folders.length);
  }
  return all;
}

function forceOfFolder(name: string, register: Register): string {
  const force = register.asked.find((one) => one.slug === name || one.code === name);
  if (force !== undefined) return force.code;
  throw new Refusal(
    'bad-use',
    `returns/${name}: no force has this folder name. Name each folder as register/forces.csv does, such as "west-mercia".`,
  );
}

/** The files as sent: what an archive or a message holds is part of the file it came in. */
async function filesOf(path: string, documents: readonly Document[]): Promise<ReadForce['files']> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files: { file: string; sha256: string }[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const at = join(entry.parentPath, entry.name);
    const file = at.slice(path.length + 1).replaceAll('\\', '/');
    const isSent = documents.some(
      (document) => document.file === file || document.file.startsWith(`${file}/`),
    );
    if (isSent)
      files.push({
        file,
        sha256: createHash('sha256')
          .update(await readFile(at))
          .digest('hex'),
      });
  }
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}
