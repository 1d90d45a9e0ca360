/**
 * The repository as the house tests see it: every file that git keeps or would keep, by path from the root, as text. A
 * regulation is a function from such a tree to its breaches, so that each can also be shown a made-up tree that breaks it.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Tree = ReadonlyMap<string, string>;

export const root = join(import.meta.dirname, '..', '..');

/** Files that are not text by their first bytes have the text ''. Files larger than this are data, and cut. */
const MOST = 2_000_000;

let kept: Tree | null = null;

export function repository(): Tree {
  kept ??= new Map(paths().map((path) => [path, text(path)]));
  return kept;
}

export function tree(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files));
}

/** Fails with every breach on its own line and how to comply. */
export function holds(breaches: readonly string[], comply: string): void {
  assert.ok(
    breaches.length === 0,
    `\n${breaches.map((breach) => `  ${breach}`).join('\n')}\n  How to comply: ${comply}\n`,
  );
}

/** Source files of ours: TypeScript under src, test and bench, and the launcher. */
export function isSource(path: string): boolean {
  return /^(src|test|bench)\/.*\.ts$/.test(path) || /^bin\/.*\.mjs$/.test(path);
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

function paths(): string[] {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: MOST * 10 });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .sort();
}

function text(path: string): string {
  const bytes = readFileSync(join(root, path)).subarray(0, MOST);
  return bytes.subarray(0, 8_000).includes(0) ? '' : bytes.toString('utf8');
}
