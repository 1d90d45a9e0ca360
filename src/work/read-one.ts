/** Reads what one force sent, for the command line: what was read from it, and what became of each number on its pages. */

import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Collection } from '#collection/collection.ts';
import { readCollection } from '#collection/read-collection.ts';
import { toWritten } from '#count/count.ts';
import { Refusal } from '#finding/refusal.ts';
import { words } from '#finding/words.ts';
import type { Register } from '#register/register.ts';
import { readRegister } from '#register/register.ts';
import {
  decisionsAbout,
  folderOf,
  isSameFolder,
  readCollectionDecisions,
  readReturnDecisions,
} from '#returns/decide-collection.ts';
import type { Decision } from '#returns/decide-file.ts';
import { type Explained, numbersOf } from '#returns/explain.ts';
import { explainedPage } from '#returns/explain-page.ts';
import { forceOfFolder } from '#returns/letters/force-named.ts';
import { openReturn } from '#returns/open-return.ts';
import { readExplained } from '#returns/read-return.ts';
import type { Reading } from '#returns/reading.ts';

export type ReadOne = {
  readonly path: string;
  /** Path of collection.yaml. */
  readonly collection: string;
  /** A code, a name or a folder name of a force; null when only the file can say. */
  readonly force: string | null;
};

export type OneReading = {
  readonly collection: Collection;
  readonly reading: Reading;
  readonly explained: Explained;
  /** Name of the force; null when nothing says. */
  readonly forceName: string | null;
};

export async function readOne({ path, collection: file, force }: ReadOne): Promise<OneReading> {
  const register = readRegister();
  const collection = readCollection(file);
  const code = force === null ? forceOfPath(path, register) : forceCode(force, register);
  const documents = await openReturn(path);
  const beside = decisionsBeside(path, file, collection, register);
  const { byForce } = readCollectionDecisions(folderOf(file), collection, register);
  const read = (own: readonly Decision[]) =>
    readExplained({ documents, collection, register, force: code, decisions: [...beside, ...own] });
  const first = read(code === null ? [] : (byForce.get(code) ?? []));
  // Where only the file says whose it is, what was decided about that force is known after a first reading.
  const late = code === null ? (byForce.get(first.reading.force ?? '') ?? []) : [];
  const { reading, explained } = late.length === 0 ? first : read(late);
  const forceName = reading.force === null ? null : (register.force(reading.force)?.name ?? reading.force);
  return { collection, reading, explained, forceName };
}

/** Decisions in the folder of the return; for one file of it those that speak of that file or of no file. */
function decisionsBeside(
  path: string,
  collectionFile: string,
  collection: Collection,
  register: Register,
): readonly Decision[] {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  if (isSameFolder(folder, folderOf(collectionFile))) return [];
  const all = readReturnDecisions(folder, collection, register);
  return isFolder ? all : decisionsAbout(basename(path), all);
}

/** A return usually lies in a folder named for its force, as `returns/leicestershire/`; then that force was asked. */
function forceOfPath(path: string, register: Register): string | null {
  const [name = '', outer = ''] = resolve(path).split(/[\\/]/u).reverse();
  return forceOfFolder(name, register) ?? forceOfFolder(outer, register);
}

function forceCode(said: string, register: Register): string {
  const found = register.findForce(said);
  if (found.kind === 'exact') return found.value.code;
  const near = 'nearest' in found && found.nearest.length > 0 ? ` The nearest is ${found.nearest[0]}.` : '';
  throw new Refusal(
    'bad-use',
    `--force ${said}: the register knows no such force.${near} Write a code, as E23000021.`,
  );
}

/** The page as text, every table and line of it, with what became of each number. */
export function pageOf({ explained }: OneReading): readonly string[] {
  return explainedPage(explained);
}

/** The JSON that other programs are promised: see `docs/method/reading.md`. */
export function writtenReading(
  { reading, explained }: OneReading,
  { isExplained }: { readonly isExplained: boolean },
): string {
  const { force, outcome, exemptions, observations, findings } = reading;
  const written = {
    force,
    outcome,
    exemptions,
    observations: observations.map(({ measure, period, age, sex, offence, platform, count, at }) => ({
      measure,
      period,
      age,
      sex,
      offence,
      platform,
      ...toWritten(count),
      at,
    })),
    findings: findings.map((finding) => ({
      level: finding.level,
      code: finding.code,
      message: words(finding),
      at: finding.at,
    })),
    ...(isExplained ? { numbers: numbersOf(explained) } : {}),
  };
  return JSON.stringify(written, null, 1);
}
