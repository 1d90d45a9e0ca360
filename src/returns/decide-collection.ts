/**
 * Which decisions are about which return: those beside its files, and those beside `collection.yaml` that name its force. What
 * stands beside the collection and names no force accepts what was found in the figures, and nothing else.
 */
import { dirname, resolve } from 'node:path';
import type { Collection } from '#collection/collection.ts';
import type { Register } from '#register/register.ts';
import { checkDecisions } from './decide.ts';
import { type Decision, readDecisions, refuseDecision } from './decide-file.ts';

export type CollectionDecisions = {
  /** Decisions about the return of one force, by its code. */
  readonly byForce: ReadonlyMap<string, readonly Decision[]>;
  readonly ofFigures: readonly Decision[];
};

/** `folder` is that of `collection.yaml`. */
export function readCollectionDecisions(
  folder: string,
  collection: Collection,
  register: Register,
): CollectionDecisions {
  const all = readDecisions(folder);
  checkDecisions(all, collection, register);
  const byForce = new Map<string, Decision[]>();
  const ofFigures: Decision[] = [];
  for (const one of all) {
    if (one.force === null) {
      if (one.verb !== 'accept')
        throw refuseDecision(one, 'say whose return it is about, as force: leicestershire.');
      ofFigures.push(one);
      continue;
    }
    const code = codeOf(one.force, register);
    if (code === null)
      throw refuseDecision(
        one,
        `the register knows no force "${one.force}". Write its folder name, as leicestershire.`,
      );
    byForce.set(code, [...(byForce.get(code) ?? []), one]);
  }
  return { byForce, ofFigures };
}

/** The decisions beside the files of one return. */
export function readReturnDecisions(
  folder: string,
  collection: Collection,
  register: Register,
): readonly Decision[] {
  const all = readDecisions(folder);
  const named = all.find(({ force }) => force !== null);
  if (named !== undefined)
    throw refuseDecision(named, 'a decision beside a return is about that return. Take "force" out.');
  checkDecisions(all, collection, register);
  return all;
}

/** Those of the decisions that speak of one file, or of no file. */
export function decisionsAbout(file: string, decisions: readonly Decision[]): readonly Decision[] {
  return decisions.filter((one) => {
    const place = one.verb === 'map' ? one.where : one.at;
    if (place === null) return true;
    const of = place.includes('#') ? place.slice(0, place.lastIndexOf('#')) : place;
    return of === file || of.startsWith(`${file}/`);
  });
}

export function isSameFolder(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}

/** Where the collection's own decisions stand. */
export function folderOf(collectionFile: string): string {
  return dirname(resolve(collectionFile));
}

function codeOf(said: string, register: Register): string | null {
  const known = register.asked.find(({ slug, code }) => slug === said.toLowerCase() || code === said);
  if (known !== undefined) return known.code;
  const found = register.findForce(said);
  return found.kind === 'exact' ? found.value.code : null;
}
