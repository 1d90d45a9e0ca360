/**
 * Opens every return of a collection, one folder a force, as fast as the threads take them and before anyone asks for
 * what they hold: the readers work while the rest of the program is still being loaded. Interprets nothing.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#finding/refusal.ts';
import type { Document } from '#returns/document.ts';
import { openReturn } from '#returns/open-return.ts';
import { usualLimits } from '#returns/readers/reader.ts';
import { startReading } from '#returns/worker-isolation.ts';

/** Documents by the name of the folder below `returns/`, in the order of the names. What fails is told when it is awaited. */
export type OpenedReturns = ReadonlyMap<string, Promise<readonly Document[]>>;

export async function openReturns(dir: string): Promise<OpenedReturns> {
  startReading(usualLimits);
  const opened = (await returnFolders(dir)).map((name) => {
    const documents = openReturn(join(dir, 'returns', name));
    documents.catch(() => undefined);
    return [name, documents] as const;
  });
  return new Map(opened);
}

async function returnFolders(dir: string): Promise<readonly string[]> {
  const entries = await readdir(join(dir, 'returns'), { withFileTypes: true }).catch((cause: unknown) => {
    throw new Refusal(
      'not-found',
      `${dir}: there is no folder "returns" in it. Put one folder for each force there.`,
      {
        cause,
      },
    );
  });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}
