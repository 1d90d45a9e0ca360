/**
 * The life of a release: draft, checked, approved for a time, published, superseded. Everything is worked out from the events
 * of the ledger. A published release has no way back: it is superseded by another or it stays.
 */
import type { Event } from './ledger.ts';

export type State = 'draft' | 'checked' | 'approved' | 'published' | 'superseded';

export type Standing = {
  readonly release: string;
  readonly state: State;
  /** Of its manifest. */
  readonly sha256: string;
  readonly approvedBy: string | null;
  /** When it is or was to be published. */
  readonly due: string | null;
  readonly publishedAt: string | null;
  readonly told: readonly string[];
};

/** By release, in the order in which they came. A release is superseded once a later number of its collection is published. */
export function standings(events: readonly Event[]): readonly Standing[] {
  const all = new Map<string, Standing>();
  for (const event of events) {
    const now = all.get(event.release);
    const next = after(now, event);
    if (next !== null) all.set(event.release, next);
  }
  const found = [...all.values()];
  return found.map((one) => {
    const isOlder = one.state === 'published' && found.some((other) => supersedes(other, one));
    return isOlder ? { ...one, state: 'superseded' } : one;
  });
}

function after(now: Standing | undefined, event: Event): Standing | null {
  const { release, at } = event;
  if (event.what === 'drafted') {
    return {
      release,
      state: 'draft',
      sha256: event.sha256,
      approvedBy: null,
      due: null,
      publishedAt: null,
      told: [],
    };
  }
  if (now === undefined) return null;
  switch (event.what) {
    case 'checked':
      return { ...now, state: 'checked', told: event.told };
    case 'approved':
      return { ...now, state: 'approved', approvedBy: event.who, due: event.due };
    case 'withdrawn':
      return { ...now, state: 'draft', approvedBy: null, due: null };
    case 'published':
      return { ...now, state: 'published', publishedAt: at };
  }
}

/** `flagged-2015-16-r2` is number 2 of `flagged-2015-16`. */
export function partsOfId(release: string): { readonly collection: string; readonly number: number } {
  const [, collection = release, number = '1'] = /^(.*)-r(\d+)$/.exec(release) ?? [];
  return { collection, number: Number(number) };
}

function supersedes(other: Standing, one: Standing): boolean {
  const [a, b] = [partsOfId(other.release), partsOfId(one.release)];
  return other.publishedAt !== null && a.collection === b.collection && a.number > b.number;
}

/** The release that stands now for a collection; the newest of all collections when none is named. */
export function latest(all: readonly Standing[], collection: string | null): Standing | null {
  const open = all.filter(
    (one) =>
      one.state === 'published' && (collection === null || partsOfId(one.release).collection === collection),
  );
  return open.sort((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))[0] ?? null;
}
