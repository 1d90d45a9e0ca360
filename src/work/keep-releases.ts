/** The jobs of a release's life, as a person asks for them: each gives the lines that say what was done, or refuses. */
import { Refusal } from '#finding/refusal.ts';
import type { FigureChange } from '#publish/edition.ts';
import { compareFigures } from '#releases/compare.ts';
import type { Standing } from '#releases/life.ts';
import { readManifest } from '#releases/manifest.ts';
import {
  addDraft,
  approve,
  checkDraft,
  isStore,
  openStore,
  publishDue,
  standingsIn,
  verifyStore,
  withdraw,
} from '#releases/store.ts';
import { verifyRelease } from '#releases/verify-release.ts';

const clock = (): Date => new Date();

export function add(store: string, dir: string): readonly string[] {
  return [line(addDraft(store, dir, clock))];
}

export function list(store: string): readonly string[] {
  const all = standingsIn(openStore(store));
  return all.length === 0 ? ['The store holds no release.'] : all.map(line);
}

export type Checked = { readonly lines: readonly string[]; readonly isSound: boolean };

export function check(store: string, release: string): Checked {
  const { errors, told } = checkDraft(openStore(store), release, clock);
  const lines = [...errors.map((error) => `error: ${error}`), ...told.map((one) => `note: ${one}`)];
  const end =
    errors.length === 0
      ? `${release}: checked`
      : `${release}: not checked, ${errors.length} errors stand against it`;
  return { lines: [...lines, end], isSound: errors.length === 0 };
}

export function approveFor(
  store: string,
  release: string,
  { who, at }: { readonly who: string; readonly at: string },
): readonly string[] {
  const due = new Date(at);
  // A time without its zone is another time on another machine.
  if (!/(?:Z|[+-]\d{2}:\d{2})$/.test(at) || Number.isNaN(due.getTime())) {
    throw new Refusal('bad-use', `--at ${at}: write a time with its zone, as 2026-12-01T09:30:00Z.`);
  }
  return [line(approve(openStore(store), release, { who, due: due.toISOString() }, clock))];
}

export function takeBack(
  store: string,
  release: string,
  by: { readonly who: string; readonly why: string },
): readonly string[] {
  return [line(withdraw(openStore(store), release, by, clock))];
}

export function publish(store: string): Checked {
  const { published, altered } = publishDue(openStore(store), clock);
  const lines = [
    ...published.map((release) => `${release}: published`),
    ...altered.map((release) => `${release}: not published, because it is not what was approved`),
  ];
  return { lines: lines.length === 0 ? ['No release is due.'] : lines, isSound: altered.length === 0 };
}

/** A store against its ledger, or one release against its own manifest. */
export function verify(dir: string): Checked {
  if (isStore(dir)) {
    const { altered, head, releases } = verifyStore(dir);
    const lines = altered.map(({ release, file, what }) => `${release}, ${file}: ${what}`);
    const end = `${releases} releases held against the ledger, ${altered.length} files not as they were. Ledger: ${head}`;
    return { lines: [...lines, end], isSound: altered.length === 0 };
  }
  const altered = verifyRelease(dir, null);
  const { manifest, sha256 } = readManifest(dir);
  const lines = altered.map(({ file, what }) => `${file}: ${what}`);
  const end = `${manifest.id}: ${manifest.files.length} files, ${altered.length} not as they were. ${'release.json'}: ${sha256}`;
  return { lines: [...lines, end], isSound: altered.length === 0 };
}

export type Difference = {
  readonly old: string;
  readonly new: string;
  readonly changes: readonly FigureChange[];
};

export function difference(oldDir: string, newDir: string): Difference {
  const [before, now] = [readManifest(oldDir).manifest, readManifest(newDir).manifest];
  if (before.collection !== now.collection) {
    throw new Refusal(
      'bad-use',
      `${before.id} and ${now.id} are of two collections, and their figures cannot be compared.`,
    );
  }
  return { old: before.id, new: now.id, changes: compareFigures(before.figures, now.figures) };
}

export function differenceLines({ old, new: now, changes }: Difference): readonly string[] {
  const told = changes.map(({ figure, kind, was, now: is }) => {
    if (kind === 'added') return `new      ${figure}: ${is}`;
    if (kind === 'removed') return `gone     ${figure}: was ${was}`;
    return `revised  ${figure}: ${was} to ${is} [r]`;
  });
  const count = (kind: FigureChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return [
    ...told,
    `${old} to ${now}: ${count('revised')} figures revised, ${count('added')} new, ${count('removed')} gone`,
  ];
}

function line({ release, state, due, approvedBy, publishedAt }: Standing): string {
  const when = publishedAt !== null ? `, published ${publishedAt}` : due !== null ? `, due ${due}` : '';
  return `${release}: ${state}${when}${approvedBy === null ? '' : `, approved by ${approvedBy}`}`;
}
