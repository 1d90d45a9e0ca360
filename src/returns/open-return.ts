/**
 * Opens what a force sent: a file or a folder of files, into documents in a fixed order. Never throws on what a file
 * holds; a file that cannot be read is a document with a finding, and the rest is still read.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Refusal } from '#finding/refusal.ts';
import type { Document } from './document.ts';
import { type Limits, usualLimits } from './readers/reader.ts';
import { readIsolated } from './worker-isolation.ts';

export type OpenOptions = {
  /** Whether each file is read in a thread of its own, with a limit of time and memory. True unless told otherwise. */
  readonly isolated?: boolean;
  readonly limits?: Limits;
};

export async function openReturn(path: string, options: OpenOptions = {}): Promise<readonly Document[]> {
  const limits = options.limits ?? usualLimits;
  // Only who reads in this thread loads the readers into it.
  const read = options.isolated === false ? (await import('./read-file.ts')).readFileBytes : readIsolated;
  const documents: Document[] = [];
  for (const { file, at } of await filesOf(path)) {
    documents.push(...(await read(await readFile(at), file, limits)));
  }
  return documents;
}

async function filesOf(path: string): Promise<readonly { readonly file: string; readonly at: string }[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) {
    throw new Refusal('not-found', `There is no file or folder at ${path}. Name one that a force sent.`);
  }
  if (found.isFile()) {
    return [{ file: basename(path), at: path }];
  }
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((at) => ({ file: relative(path, at).split(sep).join('/'), at }))
    .filter(({ file }) => !file.split('/').some((part) => part.startsWith('.')) && file !== 'decisions.yaml')
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
