/**
 * What happened to every release of a store, one small file for each event, numbered, each with the hash of the one before.
 * An event is written whole under another name and then linked to its number, which succeeds for one writer alone: whoever
 * comes second reads again and decides again. Nothing is ever changed; a gap or a changed byte is told.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '#finding/refusal.ts';
import { hashOf } from './manifest.ts';

const base = {
  n: z.number().int().positive(),
  at: z.iso.datetime(),
  release: z.string(),
  previous: z.string(),
};
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const event = z.discriminatedUnion('what', [
  /** The release was put into the store; `sha256` is that of its manifest. */
  z.strictObject({ ...base, what: z.literal('drafted'), sha256: hash }),
  z.strictObject({ ...base, what: z.literal('checked'), sha256: hash, told: z.array(z.string()) }),
  z.strictObject({
    ...base,
    what: z.literal('approved'),
    sha256: hash,
    who: z.string(),
    due: z.iso.datetime(),
  }),
  z.strictObject({ ...base, what: z.literal('withdrawn'), who: z.string(), why: z.string() }),
  z.strictObject({ ...base, what: z.literal('published'), sha256: hash, due: z.iso.datetime() }),
]);

export type Event = z.infer<typeof event>;
type Without<T> = T extends unknown ? Omit<T, 'n' | 'previous'> : never;
export type NewEvent = Without<Event>;

export type Ledger = {
  readonly events: readonly Event[];
  /** Hash of the last event: whoever keeps it can tell that none was taken away. */
  readonly head: string;
};

const START = '0'.repeat(64);
const DIGITS = 6;

export function readLedger(store: string): Ledger {
  const dir = join(store, 'ledger');
  const names = existsSync(dir)
    ? readdirSync(dir)
        .filter((name) => /^\d{6}\.json$/.test(name))
        .sort()
    : [];
  const events: Event[] = [];
  let head = START;
  for (const [at, name] of names.entries()) {
    const bytes = readFileSync(join(dir, name));
    const read = event.safeParse(parsed(bytes));
    const isNext =
      read.success && read.data.n === at + 1 && name === nameOf(at + 1) && read.data.previous === head;
    if (!isNext)
      throw new Refusal(
        'not-as-released',
        `${name} of the ledger is not the event that was written after the ones before it.`,
      );
    events.push(read.data);
    head = hashOf(bytes);
  }
  return { events, head };
}

/**
 * Adds what `decide` makes of the events so far; null adds nothing. `decide` may be asked again when somebody else was quicker,
 * so it must be a pure function of the events.
 */
export function addEvent(store: string, decide: (events: readonly Event[]) => NewEvent | null): Event | null {
  const dir = join(store, 'ledger');
  mkdirSync(dir, { recursive: true });
  for (;;) {
    const { events, head } = readLedger(store);
    const next = decide(events);
    if (next === null) return null;
    const whole = event.parse({ n: events.length + 1, ...next, previous: head });
    const waiting = join(dir, `.${randomBytes(8).toString('hex')}`);
    try {
      writeWhole(waiting, `${JSON.stringify(whole)}\n`);
      linkSync(waiting, join(dir, nameOf(whole.n)));
      syncFolder(dir);
      return whole;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(waiting, { force: true });
    }
  }
}

function nameOf(n: number): string {
  return `${String(n).padStart(DIGITS, '0')}.json`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A name that is not on the disk with its folder is lost with the power. Some systems cannot, and need not. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
