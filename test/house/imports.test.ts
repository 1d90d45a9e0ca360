/**
 * The architecture, read off the import lines: `#room/file.ts` leaves a room and must stand in the table of `rooms.ts`, a
 * relative import stays inside its room, and nothing imports `main.ts`, which wires everything.
 */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import type { Tree } from './repository.ts';
import { holds, isTest, repository, tree } from './repository.ts';
import { exceptions, rooms } from './rooms.ts';

const IMPORT =
  /^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;

test('every import between rooms is one that the room table allows', () => {
  holds(
    breaches(repository()),
    'import only what test/house/rooms.ts allows; inside a room write "./x.ts", outside it "#room/x.ts". If the room needs ' +
      'more, move the code to the room whose word it uses, or list an exception there with its reason.',
  );
});

test('every listed exception to the room table has a reason', () => {
  for (const { file, why } of exceptions) assert.match(why, /\w+ \w+ .*\.$/, String(file));
});

test('an import into a room that may not know another is found', () => {
  const made = tree({
    'src/count/a.ts': "import { x } from '#period/period.ts';\n",
    'src/period/b.ts': "import { x } from '../count/count.ts';\n",
    'src/period/c.ts': "import { x } from '#period/period.ts';\nimport { y } from './period.ts';\n",
    'src/web/d.ts': "import {\n  x,\n} from '#store/x.ts';\nconst y = await import('#figures/y.ts');\n",
    'src/attic/e.ts': '',
    'src/cli/f.ts': "import { run } from '#main.ts';\nimport type { Job } from '#work/build.ts';\n",
    'src/returns/readers/g.ts': "import { x } from '../document.ts';\nimport { y } from '#count/count.ts';\n",
    'src/returns/g.test.ts': "import { x } from '../../test/support/x.ts';\n",
  });
  assert.deepEqual(breaches(made), [
    'src/count/a.ts imports #period/period.ts: count may not import period',
    'src/period/b.ts imports ../count/count.ts: a relative import leaves the room',
    'src/period/c.ts imports #period/period.ts: inside a room the import is relative',
    'src/web/d.ts imports #store/x.ts: web may not import store',
    'src/web/d.ts imports #figures/y.ts: web may not import figures',
    'src/attic/e.ts stands in a room that the table does not know',
    'src/cli/f.ts imports #main.ts: nothing imports main.ts',
  ]);
});

function breaches(files: Tree): string[] {
  return [...files]
    .filter(([path]) => path.startsWith('src/') && path.endsWith('.ts'))
    .flatMap(([path, text]) => {
      const room = path.split('/')[1] ?? '';
      if (path === 'src/main.ts' || path === 'src/main.test.ts') return [];
      if (rooms[room] === undefined) return [`${path} stands in a room that the table does not know`];
      return [...text.matchAll(IMPORT)].flatMap((found) => {
        const wanted = found[1] ?? found[2] ?? found[3] ?? '';
        const why = breach(path, room, wanted);
        return why === null ? [] : [`${path} imports ${wanted}: ${why}`];
      });
    });
}

function breach(path: string, room: string, wanted: string): string | null {
  if (wanted.startsWith('.')) {
    const target = posix.join(posix.dirname(path), wanted);
    if (target.startsWith(`src/${room}/`)) return null;
    return isTest(path) && target.startsWith('test/') ? null : 'a relative import leaves the room';
  }
  if (!wanted.startsWith('#')) return null;
  const other = wanted.slice(1).split('/')[0] ?? '';
  if (other === 'main.ts') return 'nothing imports main.ts';
  if (other === room) return 'inside a room the import is relative';
  if (rooms[room]?.includes(other)) return null;
  return exceptions.some((one) => one.file.test(path) && one.room === other)
    ? null
    : `${room} may not import ${other}`;
}
