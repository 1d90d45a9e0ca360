/**
 * The program reads files and writes files. Only `src/web` listens, on the address of this machine, and nothing calls out:
 * a return, a record or a figure cannot leave by a door that is not there.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isTest, repository, tree } from './repository.ts';

const MODULES =
  /(?:from|import\()\s*['"](?:node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector|undici|ws|fastify|@fastify\/[\w-]+)['"]/;
const CALLS = /(?<![\w.])(fetch|WebSocket|EventSource|XMLHttpRequest)\s*\(|\bnavigator\.sendBeacon\b/;
const CALLING_OUT =
  /(?<![\w.])(fetch|XMLHttpRequest)\s*\(|\b(?:https?|net|tls)\.(?:request|get|connect)\s*\(/;

test('nothing in the program uses a network except the serving of pages', () => {
  holds(
    breaches(repository()),
    'read from a file that a person has fetched and sourced. Listening belongs to src/web, on 127.0.0.1; calling out to nowhere.',
  );
});

test('a network module outside the web room and a call out of it are found', () => {
  const made = tree({
    'src/register/a.ts': "import { get } from 'node:https';\n",
    'src/figures/b.ts': 'const page = await fetch(url);\n',
    'src/web/c.ts': "import Fastify from 'fastify';\n",
    'src/web/d.ts': 'await fetch(other);\n',
    'src/returns/e.ts': 'const cells = row.fetch(1);\n',
    'src/returns/e.test.ts': "import { createServer } from 'node:http';\n",
  });
  assert.deepEqual(breaches(made), [
    'src/register/a.ts uses https',
    'src/figures/b.ts uses fetch',
    'src/web/d.ts calls out',
  ]);
});

function breaches(files: Tree): string[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith('src/') || !path.endsWith('.ts') || isTest(path)) return [];
    if (path.startsWith('src/web/')) return CALLING_OUT.test(text) ? [`${path} calls out`] : [];
    const found = text.match(MODULES) ?? text.match(CALLS);
    return found === null ? [] : [`${path} uses ${found[1] ?? 'a network'}`];
  });
}
