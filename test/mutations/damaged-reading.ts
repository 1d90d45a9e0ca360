/** Reads a return of a sample, and the same return damaged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection } from '#collection/collection.ts';
import { readCollection } from '#collection/read-collection.ts';
import { readRegister } from '#register/register.ts';
import type { Document } from '#returns/document.ts';
import { forceOfFolder } from '#returns/letters/force-named.ts';
import { readFileBytes } from '#returns/read-file.ts';
import { readReturn } from '#returns/read-return.ts';
import { usualLimits } from '#returns/readers/reader.ts';
import type { Reading } from '#returns/reading.ts';
import { chance } from '../layouts/chance.ts';
import { damagedBytes, damagedPage, type Kind } from './damage.ts';
import { hasWitness } from './witness.ts';

export type Sample = {
  readonly name: string;
  readonly collection: Collection;
  readonly force: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

const register = readRegister();

export function samplesOf(dir: string): readonly Sample[] {
  const collection = readCollection(join(dir, 'collection.yaml'));
  return readdirSync(join(dir, 'returns'))
    .sort()
    .map((folder) => ({
      name: `${dir}/${folder}`,
      collection,
      force: forceOfFolder(folder, register),
      files: readdirSync(join(dir, 'returns', folder))
        .sort()
        .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(dir, 'returns', folder, name))) })),
    }));
}

export async function documentsOf({ files }: Pick<Sample, 'files'>): Promise<readonly Document[]> {
  const documents: Document[] = [];
  for (const { name, bytes } of files) documents.push(...(await readFileBytes(bytes, name, usualLimits)));
  return documents;
}

export function readingOf({ collection, force }: Sample, documents: readonly Document[]): Reading {
  return readReturn({ documents, collection, register, force });
}

export type Damaged = {
  readonly reading: Reading;
  /** A number was changed, and a total on its page shows that. */
  readonly isWitnessed: boolean;
};

/** Null where nothing in the return can be damaged so. */
export async function damagedReading(
  sample: Sample,
  documents: readonly Document[],
  kind: Kind,
  seed: number,
): Promise<Damaged | null> {
  if (kind !== 'cut' && kind !== 'flipped') {
    const made = damagedPage(documents, kind, seed);
    if (made === null) return null;
    const isWitnessed = made.cell !== null && hasWitness(made.table, made.cell);
    return { reading: readingOf(sample, made.documents), isWitnessed };
  }
  const chosen = chance(seed).pick(sample.files);
  const files = sample.files.map((file) =>
    file === chosen ? { ...file, bytes: damagedBytes(file.bytes, kind, seed) } : file,
  );
  return { reading: readingOf(sample, await documentsOf({ files })), isWitnessed: false };
}
