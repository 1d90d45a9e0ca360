/** The life of a release in a store, with real processes that are killed: what is due is published once, at its time, and stays. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#finding/refusal.ts';
import { firstEdition } from '#publish/edition.ts';
import { readLedger } from '#releases/ledger.ts';
import { standings } from '#releases/life.ts';
import { readManifest } from '#releases/manifest.ts';
import {
  addDraft,
  approve,
  checkDraft,
  folderOf,
  publishDue,
  standingsIn,
  verifyStore,
  withdraw,
} from '#releases/store.ts';
import { verifyRelease } from '#releases/verify-release.ts';
import { serveRelease } from '#web/serve-release.ts';
import { firstYearRelease } from '../support/first-year-release.ts';
import { writeSmallRelease } from '../support/small-release.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const dir = mkdtempSync(join(tmpdir(), 'cyberflag-life-'));
after(() => rmSync(dir, { recursive: true }));

let made = 0;
const place = (): string => join(dir, `${made++}`);
const at = (time: string) => (): Date => new Date(time);
const now = (): Date => new Date();
const NOON = '2026-12-01T12:00:00.000Z';
const FIRST = 'flagged-2015-16-r1';

function built(over: Parameters<typeof writeSmallRelease>[2] = {}): string {
  const folder = place();
  writeSmallRelease(
    folder,
    { 'site/index.html': `home of ${over.release?.id ?? FIRST}`, 'data/ages.csv': 'a,b\n' },
    over,
  );
  return folder;
}

/** Protected together with the first release of a store. */
const correction = (store: string): string =>
  built({
    release: {
      id: 'flagged-2015-16-r2',
      number: 2,
      audit: {
        ...firstYearRelease().audit,
        earlier: [{ id: FIRST, sha256: readManifest(folderOf(store, FIRST)).sha256 }],
      },
    },
    edition: { ...firstEdition, revision: { supersedes: FIRST, why: 'A page was wrong.', changes: [] } },
  });

/** A store with the first release approved for a time. */
function approved(due: string, clock = at('2026-11-28T09:00:00Z')): string {
  const store = place();
  addDraft(store, built(), clock);
  assert.deepEqual(checkDraft(store, FIRST, clock).errors, []);
  approve(store, FIRST, { who: 'head of statistics', due }, clock);
  return store;
}

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test('a release goes from draft to checked to approved to published, and no step can be left out', () => {
  const store = place();
  const clock = at('2026-11-28T09:00:00Z');
  const stateNow = () => standingsIn(store).find(({ release }) => release === FIRST)?.state;
  addDraft(store, built(), clock);
  assert.equal(stateNow(), 'draft');
  const by = { who: 'head of statistics', due: NOON };
  assert.throws(() => approve(store, FIRST, by, clock), refused('not-allowed'));
  checkDraft(store, FIRST, clock);
  assert.equal(stateNow(), 'checked');
  approve(store, FIRST, by, clock);
  assert.equal(stateNow(), 'approved');
  assert.throws(() => addDraft(store, built(), clock), refused('not-allowed'));
  assert.deepEqual(publishDue(store, at('2026-12-01T11:59:59.999Z')).published, []);
  assert.deepEqual(publishDue(store, at(NOON)).published, [FIRST]);
  assert.equal(stateNow(), 'published');
  assert.throws(() => withdraw(store, FIRST, { who: 'x', why: 'y' }, clock), refused('not-allowed'));
  assert.throws(() => approve(store, FIRST, by, clock), refused('not-allowed'));
});

test('an approval that is taken back publishes nothing, and a new draft begins again', () => {
  const store = approved(NOON);
  withdraw(
    store,
    FIRST,
    { who: 'head of statistics', why: 'A force has written.' },
    at('2026-11-29T09:00:00Z'),
  );
  assert.deepEqual(publishDue(store, at('2026-12-02T12:00:00Z')).published, []);
  assert.equal(addDraft(store, built(), now).state, 'draft');
});

test('a correction supersedes the release before it, which stays where it was', () => {
  const store = approved(NOON);
  publishDue(store, at(NOON));
  const clock = at('2026-12-05T09:00:00Z');
  addDraft(store, correction(store), clock);
  assert.deepEqual(checkDraft(store, 'flagged-2015-16-r2', clock).errors, []);
  approve(store, 'flagged-2015-16-r2', { who: 'head of statistics', due: '2026-12-06T09:30:00.000Z' }, clock);
  publishDue(store, at('2026-12-06T09:30:00Z'));
  assert.deepEqual(
    standingsIn(store).map(({ release, state }) => `${release} ${state}`),
    [`${FIRST} superseded`, 'flagged-2015-16-r2 published'],
  );
  assert.deepEqual(verifyStore(store).altered, []);
});

test('a release that does not say what it corrects, or says it wrongly, is not checked', () => {
  const store = approved(NOON);
  publishDue(store, at(NOON));
  addDraft(store, built({ release: { id: 'flagged-2015-16-r2', number: 2 } }), now);
  assert.match(checkDraft(store, 'flagged-2015-16-r2', now).errors.join(), /does not say that it corrects/);
  const edition = {
    ...firstEdition,
    revision: {
      supersedes: FIRST,
      why: 'Why.',
      changes: [{ figure: 'x', kind: 'added' as const, was: null, now: '7' }],
    },
  };
  addDraft(store, built({ release: { id: 'flagged-2015-16-r2', number: 2 }, edition }), now);
  assert.match(checkDraft(store, 'flagged-2015-16-r2', now).errors.join(), /is not what differs/);
});

test('a release that was not protected together with one that tells of the same numbers is not checked', () => {
  const store = approved(NOON);
  const other = { id: 'other-2015-16-r1', collection: 'other-2015-16' };
  addDraft(store, built({ release: other }), now);
  assert.match(
    checkDraft(store, other.id, now).errors.join(),
    /^flagged-2015-16-r1 tells of the same numbers, and this release was not protected together with it/,
  );
  const earlier = [{ id: FIRST, sha256: readManifest(folderOf(store, FIRST)).sha256 }];
  addDraft(store, built({ release: { ...other, audit: { ...firstYearRelease().audit, earlier } } }), now);
  assert.deepEqual(checkDraft(store, other.id, now).errors, []);
});

test('one byte changed in any file of a published release is told by its name', () => {
  const store = approved(NOON);
  publishDue(store, at(NOON));
  const folder = folderOf(store, FIRST);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )) {
    const path = join(file.parentPath, file.name);
    const bytes = readFileSync(path);
    for (const place_ of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place_] = (changed[place_] ?? 0) ^ 1;
      writeFileSync(path, changed);
      assert.equal(verifyStore(store).altered.length, 1, `${file.name} at ${place_}`);
    }
    writeFileSync(path, bytes);
  }
  writeFileSync(join(folder, 'more.txt'), 'x');
  assert.deepEqual(
    verifyStore(store).altered.map(({ file }) => file),
    ['more.txt'],
  );
  rmSync(join(folder, 'more.txt'));
  rmSync(join(folder, 'data/ages.csv'));
  assert.deepEqual(
    verifyStore(store).altered.map(({ what }) => what),
    ['it is missing'],
  );
});

test('the copy of the manifest that the pages lead to is held against the manifest, and nothing else may stand beside it', () => {
  const folder = built();
  const copy = join(folder, 'site', 'release.json');
  cpSync(join(folder, 'release.json'), copy);
  assert.deepEqual(verifyRelease(folder, null), []);
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('"number": 1', '"number": 2'));
  assert.deepEqual(verifyRelease(folder, null), [
    { file: 'site/release.json', what: 'its bytes have changed' },
  ]);
  cpSync(join(folder, 'release.json'), copy);
  writeFileSync(join(folder, 'site', 'more.json'), '{}');
  assert.deepEqual(verifyRelease(folder, null), [
    { file: 'site/more.json', what: 'it is no file of the release' },
  ]);
});

test('an event that is changed, taken out or put in between is told', () => {
  const store = approved(NOON);
  const ledger = join(store, 'ledger');
  const names = readdirSync(ledger).sort();
  for (const [n, name] of names.entries()) {
    const copy = place();
    cpSync(store, copy, { recursive: true });
    const path = join(copy, 'ledger', name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"flagged', '"Flagged'));
    // A change of the last event shows only to whoever kept the hash that the ledger ended with.
    if (n < names.length - 1) assert.throws(() => readLedger(copy), refused('not-as-released'), name);
    else assert.notEqual(readLedger(copy).head, readLedger(store).head);
  }
  rmSync(join(ledger, names[1] ?? ''));
  assert.throws(() => readLedger(store), refused('not-as-released'));
});

test('a release that changed after it was approved is not published, and those beside it are', () => {
  const store = approved(NOON);
  writeFileSync(join(folderOf(store, FIRST), 'data/ages.csv'), 'a,c\n');
  assert.deepEqual(publishDue(store, at(NOON)), { published: [], altered: [FIRST] });
  assert.equal(standingsIn(store)[0]?.state, 'draft');
});

function serve(store: string): { readonly child: ChildProcess; readonly address: Promise<string> } {
  const child = spawn(process.execPath, [join(ROOT, 'bin/cyberflag.mjs'), 'serve', store, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = new Promise<string>((found, failed) => {
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
      const url = /http:\S+/.exec(said)?.[0];
      if (url !== undefined) found(url);
    });
    child.on('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
  address.catch(() => undefined);
  return { child, address };
}

const ended = (child: ChildProcess): Promise<unknown> => new Promise((done) => child.once('exit', done));
const published = (store: string) => readLedger(store).events.filter(({ what }) => what === 'published');

test('a release that falls due while its server is down is published once when it comes back, and not before its time', {
  timeout: 90_000,
}, async () => {
  const due = new Date(Date.now() + 6_000).toISOString();
  const store = approved(due, now);
  const first = serve(store);
  const before = await fetch(`${await first.address}release/${FIRST}/`);
  if (Date.now() < Date.parse(due)) assert.equal(before.status, 404);
  first.child.kill('SIGKILL');
  await ended(first.child);
  const early = published(store);
  await sleep(Math.max(0, Date.parse(due) - Date.now()) + 50);
  const second = serve(store);
  const address = await second.address;
  assert.equal((await fetch(`${address}release/${FIRST}/`)).status, 200);
  second.child.kill('SIGKILL');
  await ended(second.child);
  const third = serve(store);
  assert.equal((await fetch(`${await third.address}latest/`)).status, 200);
  third.child.kill('SIGTERM');
  await ended(third.child);
  const events = published(store);
  assert.equal(events.length, 1);
  assert.ok(Date.parse(events[0]?.at ?? '') >= Date.parse(due));
  assert.ok(early.every((event) => Date.parse(event.at) >= Date.parse(due)));
});

test('several servers of one store, killed at any moment, publish what is due exactly once', {
  timeout: 90_000,
}, async () => {
  const due = new Date(Date.now() + 4_000).toISOString();
  const store = approved(due, now);
  const servers = [serve(store), serve(store), serve(store)];
  await Promise.allSettled(servers.map(({ address }) => address));
  await sleep(Math.max(0, Date.parse(due) - Date.now()) + 5);
  servers[0]?.child.kill('SIGKILL');
  await sleep(1_500);
  const standing = standings(readLedger(store).events)[0];
  for (const { child } of servers.slice(1)) {
    child.kill('SIGKILL');
    await ended(child);
  }
  assert.equal(standing?.state, 'published');
  assert.equal(published(store).length, 1);
  assert.ok(
    readdirSync(join(store, 'ledger')).every((name) => /^\d{6}\.json$/.test(name) || name.startsWith('.')),
  );
  assert.deepEqual(publishDue(store, now).published, []);
});

test('a store shows what is published under its own address and as the latest, and announces the rest by title and time alone', async () => {
  const store = approved(NOON);
  const served = await serveRelease({ dir: store, port: 0, clock: at('2026-11-30T09:00:00Z') });
  const text = async (path: string) => (await fetch(new URL(path, served.address))).text();
  try {
    assert.match(await text('/announcements/'), /1 December 2026, 12:00 UTC/);
    assert.doesNotMatch(await text('/announcements/'), /home of/);
    for (const path of [
      `/release/${FIRST}/`,
      `/release/${FIRST}/release.json`,
      '/latest/',
      `/api/releases/${FIRST}/figures`,
    ]) {
      assert.equal((await fetch(new URL(path, served.address))).status, 404, path);
    }
  } finally {
    await served.close();
  }
  const later = await serveRelease({ dir: store, port: 0, clock: at(NOON) });
  try {
    const get = (path: string) => fetch(new URL(path, later.address));
    for (const path of [`/release/${FIRST}/`, '/latest/', '/latest/flagged-2015-16/', '/latest/index.html']) {
      assert.equal(await (await get(path)).text(), `home of ${FIRST}`, path);
    }
    assert.equal((await get('/latest/data/ages.csv')).status, 200);
    const feed = await (await get('/feed.atom')).text();
    assert.match(feed, /<entry><id>urn:uuid:/);
    assert.match(feed, new RegExp(`/release/${FIRST}/release.json`));
    assert.match(await (await get('/')).text(), /No release is announced/);
    for (const path of ['/', '/announcements/'])
      assert.match(await (await get(path)).text(), /exit.*bbc\.co\.uk\/weather.*tel:08001111/s);
  } finally {
    await later.close();
  }
});
