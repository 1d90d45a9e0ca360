/**
 * What every command is: a name, its help, and a run that gives the exit code. A command reads its arguments, asks a job
 * of `work` for what it needs, and prints; refusals pass through it to the edge. Jobs are imported when they are run, so
 * that help and mistakes answer at once.
 */
import { parseArgs } from 'node:util';
import { Refusal } from '#finding/refusal.ts';

export type Terminal = {
  /** Whether a person reads standard output as it comes, and no program. */
  readonly isRead: boolean;
  /** One line to standard output. */
  readonly say: (line: string) => void;
  /** Whole lines to standard output, as bytes: for output that is too much for one line at a time. */
  readonly write: (lines: Uint8Array) => void;
  /** One line to standard error: what a person should know and a program that reads the output should not get. */
  readonly tell: (line: string) => void;
  /** All of standard input, as text. */
  readonly input: () => Promise<string>;
  /** Replaces the progress line; does nothing when standard error is no terminal. */
  readonly progress: (line: string) => void;
  /** Ends when the user asks the program to stop. */
  readonly untilStopped: () => Promise<void>;
};

export type Serve = (options: {
  readonly dir: string;
  readonly port: number;
}) => Promise<{ readonly address: string; readonly close: () => Promise<void> }>;

/** What `main.ts` gives every command. */
export type Parts = { readonly terminal: Terminal; readonly serve: Serve };

export type Command = {
  readonly name: string;
  /** The arguments, as written after the name. */
  readonly usage: string;
  /** One sentence. */
  readonly summary: string;
  readonly run: (args: readonly string[], parts: Parts) => Promise<number>;
};

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'] & {};

/** The arguments of a command; refuses what it does not know with its usage. */
export function argumentsOf<O extends Options>(
  { name, usage }: Pick<Command, 'name' | 'usage'>,
  args: readonly string[],
  options: O,
  places: { readonly least: number; readonly most: number },
) {
  try {
    const found = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (found.positionals.length >= places.least && found.positionals.length <= places.most) return found;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const said = cause.message.split('. ')[0];
    throw new Refusal('bad-use', `${said}. Write: cyberflag ${name} ${usage}`, { cause });
  }
  throw new Refusal('bad-use', `Write: cyberflag ${name} ${usage}`);
}

/** A port as a number; refuses what is none. */
export function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Refusal('bad-use', `--port ${text}: this is no port. Write a number from 0 to 65535.`);
}

/** A limit in seconds; null where none is given. */
export function secondsOf(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new Refusal('bad-use', `--seconds ${text}: this is no time. Write a number of seconds.`);
}
