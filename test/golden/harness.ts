/**
 * Golden folders: `test/golden/<case>/in` holds what goes in and, in `command.txt`, the command that is run; `out` holds what
 * must come out, file by file, with what was printed in `printed.txt`. Text only, small, and rewritten by nobody but
 * `npm run golden:accept`, so that a reviewer reads every change. A command that writes more than anyone would read names in
 * `in/keep.txt`, one per line, how the paths begin that are compared. A workbook or a Word file stands in `out` as a folder of
 * the texts it is made of, a line for each element; the sheets of an ODS are one text each.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { diff } from 'node:util';
import { unzipSync } from 'fflate';

export type Files = ReadonlyMap<string, string>;

export type Difference = {
  readonly path: string;
  readonly kind: 'missing' | 'unexpected' | 'changed';
  readonly shown: string;
};

export const golden = import.meta.dirname;

/** Bytes of one case, both folders together: more than this nobody reads in a review. */
export const MOST = 200_000;

const root = join(golden, '..', '..');
const launcher = join(root, 'bin', 'cyberflag.mjs');

export function cases(folder = golden): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'in', 'command.txt')))
    .map((entry) => entry.name)
    .sort();
}

/** What the case has accepted. */
export function expected(name: string, folder = golden): Files {
  return filesIn(join(folder, name, 'out'));
}

/** Runs the command of the case and returns every file it wrote that is kept, and what it printed and ended with. */
export function produced(name: string, folder = golden): Files {
  const given = join(folder, name, 'in');
  const out = mkdtempSync(join(tmpdir(), 'golden-'));
  try {
    const args = linesOf(join(given, 'command.txt')).map((text) =>
      text.replaceAll('{in}', given).replaceAll('{out}', out).replaceAll('{root}', root),
    );
    const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8' });
    const printed = `${stdout}${stderr}ended with ${status}\n`;
    const named = printed.replaceAll(given, '{in}').replaceAll(out, '{out}').replaceAll(root, '{root}');
    const keep = existsSync(join(given, 'keep.txt')) ? linesOf(join(given, 'keep.txt')) : [''];
    const kept = [...filesIn(out)].filter(([path]) => keep.some((start) => path.startsWith(start)));
    return new Map([...kept, ['printed.txt', named]]);
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** What stands between what is accepted and what was produced; none when they are the same, byte for byte. */
export function differences(accepted: Files, actual: Files): Difference[] {
  const paths = [...new Set([...accepted.keys(), ...actual.keys()])].sort();
  return paths.flatMap((path): Difference[] => {
    const before = accepted.get(path);
    const after = actual.get(path);
    if (before === after) return [];
    const kind = after === undefined ? 'missing' : before === undefined ? 'unexpected' : 'changed';
    return [{ path, kind, shown: kind === 'changed' ? changes(before ?? '', after ?? '') : '' }];
  });
}

/** The differences for a person: `-` is what was accepted, `+` what was produced. */
export function told(name: string, found: readonly Difference[]): string {
  const parts = found.map(
    ({ path, kind, shown }) => `${name}/out/${path} ${SAID[kind]}${shown === '' ? '' : `\n${shown}`}`,
  );
  return `\n${parts.join('\n')}\nIf this is meant, run "npm run golden:accept" and read the change before it is committed.\n`;
}

const SAID = {
  missing: 'is accepted and was not produced',
  unexpected: 'was produced and is not accepted',
  changed: 'has changed:',
} as const;

/** Makes what was produced the accepted output, and returns what that changed. */
export function accept(name: string, folder = golden): Difference[] {
  const actual = produced(name, folder);
  const found = differences(expected(name, folder), actual);
  const out = join(folder, name, 'out');
  for (const { path, kind } of found) {
    const file = join(out, path);
    if (kind === 'missing') rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, actual.get(path) ?? '');
    }
  }
  return found;
}

/** Bytes of a case on disk. */
export function size(name: string, folder = golden): number {
  const bytes = (path: string) => readFileSync(path).length;
  return pathsIn(join(folder, name)).reduce((total, path) => total + bytes(path), 0);
}

const AROUND = 2;
const MOST_LINES = 60;

/** Changed lines with two unchanged ones around them, and no more than a screen of them. */
function changes(before: string, after: string): string {
  const lines = diff(after.split('\n'), before.split('\n'));
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(([sign]) => sign !== 0);
  const near = lines.flatMap(([sign, line], at) => (isNear(at) ? [`  ${SIGNS[sign + 1]} ${line}`] : []));
  const rest = near.length - MOST_LINES;
  return [...near.slice(0, MOST_LINES), ...(rest > 0 ? [`  … and ${rest} more lines`] : [])].join('\n');
}

/** `diff` says -1 for a line of its second text only, 0 for one of both, 1 for one of its first only. */
const SIGNS = ['-', ' ', '+'] as const;

/** Lines that say something. In `command.txt` each is one argument, so that a path may hold spaces. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function filesIn(folder: string): Files {
  return new Map(
    pathsIn(folder).flatMap((path): (readonly [string, string])[] => {
      const name = relative(folder, path).split(sep).join('/');
      return PACKAGE.test(name) ? partsOf(name, readFileSync(path)) : [[name, readFileSync(path, 'utf8')]];
    }),
  );
}

const PACKAGE = /\.(?:ods|xlsx|docx)$/;

function partsOf(name: string, bytes: Uint8Array): (readonly [string, string])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([part, content]) => {
    const text = new TextDecoder().decode(content).replaceAll('><', '>\n<');
    const [head = '', ...sheets] = part === 'content.xml' ? text.split(/(?=<table:table )/) : [text];
    return [
      [`${name}/${part}`, head] as const,
      ...sheets.map((sheet, at) => [`${name}/content/sheet${at + 1}.xml`, sheet] as const),
    ];
  });
}

function pathsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
