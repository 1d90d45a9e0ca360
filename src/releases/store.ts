/**
 * A folder that keeps releases for good: each in a folder of its own under its id, and the ledger of what happened to them.
 * A release enters whole or not at all, and one that was ever approved is never replaced. Refuses what its state forbids.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '#finding/refusal.ts';
import { compareFigures, protectionChanges } from './compare.ts';
import { notSeen } from './joined.ts';
import { addEvent, type Event, readLedger, syncFolder } from './ledger.ts';
import { type Standing, standings } from './life.ts';
import { readManifest } from './manifest.ts';
import { type Altered, verifyRelease } from './verify-release.ts';

export type Clock = () => Date;

const MARK = 'store.json';
export const STORE_FORMAT = 'cyberflag-store/1';

export function isStore(dir: string): boolean {
  return existsSync(join(dir, MARK));
}

export function openStore(dir: string): string {
  if (isStore(dir)) return dir;
  throw new Refusal(
    'not-found',
    `${dir} is no store of releases: ${MARK} is not there. Put a release into one first, with "release add".`,
  );
}

export function folderOf(store: string, release: string): string {
  return join(store, 'releases', release);
}

export function standingsIn(store: string): readonly Standing[] {
  return standings(readLedger(store).events);
}

export function standingOf(all: readonly Standing[], release: string): Standing {
  const found = all.find((one) => one.release === release);
  if (found !== undefined) return found;
  throw new Refusal(
    'not-found',
    `${release}: the store holds no release of this id. "release list" names those it holds.`,
  );
}

/** Copies a built release in as a draft. A draft may be replaced until it is approved. */
export function addDraft(store: string, from: string, clock: Clock): Standing {
  const { manifest, sha256 } = readManifest(from);
  refuseAltered(from, verifyRelease(from, null));
  mkdirSync(join(store, 'releases'), { recursive: true });
  if (!isStore(store)) writeFileSync(join(store, MARK), `${JSON.stringify({ format: STORE_FORMAT })}\n`);
  const target = folderOf(store, manifest.id);
  const incoming = `${target}.next-${randomBytes(4).toString('hex')}`;
  try {
    cpSync(from, incoming, { recursive: true });
    addEvent(store, (events) => {
      refuseFixed(events, manifest.id, sha256);
      return { at: clock().toISOString(), what: 'drafted', release: manifest.id, sha256 };
    });
    rmSync(target, { recursive: true, force: true });
    renameSync(incoming, target);
    syncFolder(join(store, 'releases'));
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
  return standingOf(standingsIn(store), manifest.id);
}

function refuseFixed(events: readonly Event[], release: string, sha256: string): void {
  const now = standings(events).find((one) => one.release === release);
  if (now === undefined || now.state === 'draft' || now.state === 'checked') return;
  const same =
    now.sha256 === sha256
      ? 'It is the same release.'
      : 'Build a correction with "build --corrects", which has a number of its own.';
  throw new Refusal('not-allowed', `${release} is ${now.state} and is never replaced. ${same}`);
}

/** What stands against publishing and what whoever approves must know; recorded when nothing stands against it. */
export function checkDraft(
  store: string,
  release: string,
  clock: Clock,
): { readonly errors: readonly string[]; readonly told: readonly string[] } {
  const all = standingsIn(store);
  const standing = standingOf(all, release);
  refuseState(standing, ['draft', 'checked'], 'checked');
  const dir = folderOf(store, release);
  const { manifest } = readManifest(dir);
  const errors = verifyRelease(dir, standing.sha256).map(({ file, what }) => `${file}: ${what}`);
  const told: string[] = [];
  const before = all
    .filter(({ state, release: id }) => state === 'published' && id.startsWith(`${manifest.collection}-r`))
    .at(-1);
  if (before !== undefined && manifest.revision?.supersedes !== before.release) {
    errors.push(
      `${before.release} is published, and this release does not say that it corrects it: build it with "--corrects"`,
    );
  }
  if (before === undefined && manifest.revision !== null) {
    errors.push(`it corrects ${manifest.revision.supersedes}, which is not published here`);
  }
  for (const one of notSeen(all, manifest, (id) => readManifest(folderOf(store, id)))) {
    errors.push(
      `${one} tells of the same numbers, and this release was not protected together with it: build it with "--earlier" and this store`,
    );
  }
  if (manifest.revision !== null && before !== undefined) {
    const changes = compareFigures(
      readManifest(folderOf(store, before.release)).manifest.figures,
      manifest.figures,
    );
    if (JSON.stringify(changes) !== JSON.stringify(manifest.revision.changes)) {
      errors.push('what it says of its changes is not what differs from the release before');
    }
    told.push(`${changes.length} figures change.`);
    for (const { figure } of protectionChanges(changes)) {
      told.push(
        `${figure} is told in one release and withheld in the other: who has both may know more than either tells.`,
      );
    }
  }
  if (manifest.standing === 'practice') told.push('It holds practice data, and says so on every page.');
  if (manifest.publication.nextUpdate === null) told.push('It does not say when the next update is.');
  if (errors.length === 0) {
    addEvent(store, () => ({
      at: clock().toISOString(),
      what: 'checked',
      release,
      sha256: standing.sha256,
      told,
    }));
  }
  return { errors, told };
}

export function approve(
  store: string,
  release: string,
  by: { readonly who: string; readonly due: string },
  clock: Clock,
): Standing {
  addEvent(store, (events) => {
    const standing = standingOf(standings(events), release);
    refuseState(standing, ['checked'], 'approved');
    return { at: clock().toISOString(), what: 'approved', release, sha256: standing.sha256, ...by };
  });
  return standingOf(standingsIn(store), release);
}

/** Takes an approval back, as long as the release is not published. */
export function withdraw(
  store: string,
  release: string,
  by: { readonly who: string; readonly why: string },
  clock: Clock,
): Standing {
  addEvent(store, (events) => {
    refuseState(standingOf(standings(events), release), ['approved', 'checked'], 'withdrawn');
    return { at: clock().toISOString(), what: 'withdrawn', release, ...by };
  });
  return standingOf(standingsIn(store), release);
}

/**
 * Publishes every release whose time has come, the earliest first, each exactly once, however many programs do this at the
 * same moment. A release that is not what was approved is not published: the others are, and it is told.
 */
export function publishDue(
  store: string,
  clock: Clock,
): { readonly published: readonly string[]; readonly altered: readonly string[] } {
  const published: string[] = [];
  const altered = new Set<string>();
  for (;;) {
    const event = addEvent(store, (events) => {
      const now = clock();
      const next = standings(events)
        .filter(
          ({ state, due, release }) =>
            state === 'approved' && due !== null && Date.parse(due) <= now.getTime() && !altered.has(release),
        )
        .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))[0];
      if (next === undefined || next.due === null) return null;
      if (verifyQuietly(store, next).length > 0) {
        altered.add(next.release);
        return {
          at: now.toISOString(),
          what: 'withdrawn',
          release: next.release,
          who: 'the program',
          why: 'it is not what was approved',
        };
      }
      return {
        at: now.toISOString(),
        what: 'published',
        release: next.release,
        sha256: next.sha256,
        due: next.due,
      };
    });
    if (event === null) return { published, altered: [...altered] };
    if (event.what === 'published') published.push(event.release);
  }
}

function verifyQuietly(store: string, { release, sha256 }: Standing): readonly Altered[] {
  try {
    return verifyRelease(folderOf(store, release), sha256);
  } catch (error) {
    if (error instanceof Refusal) return [{ file: release, what: error.message }];
    throw error;
  }
}

/** Every release that was ever approved against the hashes that were approved, and the ledger against itself. */
export function verifyStore(store: string): {
  readonly altered: readonly (Altered & { readonly release: string })[];
  readonly head: string;
  readonly releases: number;
} {
  const { events, head } = readLedger(store);
  const kept = standings(events).filter(
    ({ state }) => state === 'approved' || state === 'published' || state === 'superseded',
  );
  const altered = kept.flatMap((one) =>
    verifyQuietly(store, one).map((found) => ({ ...found, release: one.release })),
  );
  return { altered, head, releases: kept.length };
}

function refuseState({ release, state }: Standing, from: readonly Standing['state'][], to: string): void {
  if (from.includes(state)) return;
  throw new Refusal(
    'not-allowed',
    `${release} is ${state} and cannot be ${to}: it would have to be ${from.join(' or ')}.`,
  );
}

function refuseAltered(dir: string, altered: readonly Altered[]): void {
  const [first] = altered;
  if (first === undefined) return;
  throw new Refusal('not-as-released', `${dir}, ${first.file}: ${first.what}. Build the release again.`);
}
