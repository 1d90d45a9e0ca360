/** The map of the README is the folders on disk: a room that is not on the map is not found, one that is gone misleads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, repository, tree } from './repository.ts';

test('the map of the README names every room and no other', () => {
  holds(
    breaches(repository()),
    'under "## Map" in README.md keep one line per folder ("src/", and below it "  count/  what lives there"), in any order.',
  );
});

test('the README is at most 80 lines long', () => {
  const lines = (repository().get('README.md') ?? '').trimEnd().split('\n').length;
  holds(lines <= 80 ? [] : [`README.md has ${lines} lines`], 'move detail to docs/ and link to it.');
});

test('a room missing from the map and one that is only on the map are found', () => {
  const made = tree({
    'README.md': '# X\n\n## Map\n\n```\nsrc/\n  count/  counts\n  attic/  gone\ndocs/   pages\n```\n',
    'src/count/a.ts': '',
    'src/web/b.ts': '',
    'docs/how-to/a.md': '',
    'test/house/a.ts': '',
    '.ci/run': '',
  });
  assert.deepEqual(breaches(made), [
    'src/attic/ is not on disk',
    'src/web/ is not on the map',
    'test/ is not on the map',
  ]);
  assert.deepEqual(breaches(tree({ 'README.md': '# X\n' })), ['README.md has no map']);
});

function breaches(files: Tree): string[] {
  const map = files.get('README.md')?.match(/^## Map\n[^`]*```\w*\n([\s\S]*?)\n```/m)?.[1];
  if (map === undefined) return ['README.md has no map'];
  const mapped = foldersOf(map);
  const disk = new Set([...files.keys()].flatMap(foldersAbove));
  const unfolded = new Set(
    [...mapped].filter((path) => path.split('/').length > 2).map((path) => `${path.split('/')[0]}/`),
  );
  const missing = [...disk].filter((path) => {
    const [top = '', below = ''] = path.split('/');
    return !top.startsWith('.') && !mapped.has(path) && (below === '' || unfolded.has(`${top}/`));
  });
  return [
    ...[...mapped].filter((path) => !disk.has(path)).map((path) => `${path} is not on disk`),
    ...missing.sort().map((path) => `${path} is not on the map`),
  ];
}

/** Folders of the map: one of the root at the margin, one inside it two spaces in. */
function foldersOf(map: string): Set<string> {
  let top = '';
  const found = new Set<string>();
  for (const line of map.split('\n')) {
    const [, indent, name] = line.match(/^( {0,2})([a-z-]+\/)/) ?? [];
    if (name === undefined) continue;
    if (indent === '') top = name;
    found.add(indent === '' ? name : `${top}${name}`);
  }
  return found;
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return [1, 2].filter((depth) => parts.length > depth).map((depth) => `${parts.slice(0, depth).join('/')}/`);
}
