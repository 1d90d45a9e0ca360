/** Every link from a page of the repository to another leads somewhere, heading included. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|^\[[^\]]+\]:\s*(\S+)/gm;

test('every relative link of a page resolves', () => {
  holds(
    breaches(repository()),
    'mend the path or the heading after "#"; paths are relative to the page that links.',
  );
});

test('a link to a missing file, a missing heading and a path outside the repository are found', () => {
  const made = tree({
    'README.md':
      '[a](docs/a.md#one-two) [b](docs/b.md) [c](docs/a.md#three) [d](https://example.org/x) [e](#top) [f](docs/)\n# Top\n',
    'docs/a.md':
      '# A\n## One, two\n[up](../../elsewhere.md) `[not](a-link.md)` [home](../README.md)\n```\n[nor](this.md)\n```\n',
  });
  assert.deepEqual(breaches(made), [
    'README.md links to docs/b.md, which is not there',
    'README.md links to docs/a.md#three, which has no such heading',
    'docs/a.md links to ../../elsewhere.md, which is not there',
  ]);
});

function breaches(files: Tree): string[] {
  const folders = new Set(
    [...files.keys()].flatMap((path) => path.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))),
  );
  return [...files]
    .filter(([path]) => path.endsWith('.md'))
    .flatMap(([path, text]) => {
      return [...withoutCode(text).matchAll(LINK)].flatMap((found) => {
        const link = decodeURIComponent(found[1] ?? found[2] ?? '');
        const why = breach(files, folders, path, link);
        return why === null ? [] : [`${path} links to ${link}, which ${why}`];
      });
    });
}

function breach(files: Tree, folders: ReadonlySet<string>, from: string, link: string): string | null {
  if (/^[a-z]+:/i.test(link)) return null;
  const [file = '', heading] = link.split('#');
  const path = file === '' ? from : posix.join(posix.dirname(from), file).replace(/\/$/, '');
  const target = files.get(path);
  if (target === undefined) return folders.has(path) ? null : 'is not there';
  if (heading === undefined || !path.endsWith('.md')) return null;
  return headings(target).has(heading) ? null : 'has no such heading';
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Headings the way a browser of the repository names them: lower case, punctuation dropped, spaces to hyphens. */
function headings(text: string): Set<string> {
  const found = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+)$/gm);
  return new Set(
    [...found].map(([, title = '']) =>
      title
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}
