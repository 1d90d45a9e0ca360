import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Refusal } from '#finding/refusal.ts';
import { writeSmallRelease } from '../../test/support/small-release.ts';
import { type Served, serveRelease } from './serve-release.ts';

const dir = mkdtempSync(join(tmpdir(), 'cyberflag-serve-'));
let served: Served;

before(async () => {
  const files = {
    'site/index.html': 'home',
    'site/404.html': 'no such page',
    'site/data/index.html': 'data page',
    'site/force/leicestershire/index.html': 'leicestershire',
    'site/assets/site.css': 'body {}',
    'data/by-area.csv': 'area,value\n',
    'bulletins/force/leicestershire.txt': 'bulletin',
  };
  writeSmallRelease(dir, files);
  writeFileSync(join(dir, 'private.txt'), 'not for the web');
  served = await serveRelease({ dir, port: 0 });
});

after(async () => {
  await served.close();
  rmSync(dir, { recursive: true });
});

type Answer = { status: number; text: string; headers: Record<string, unknown> };

/** The path goes out as written: `fetch` would tidy `..` away before the server saw it. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(served.address);
  return new Promise((done, failed) => {
    const sent = request({ hostname, port, path, method }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    sent.on('error', failed);
    sent.end();
  });
}

const served200: readonly (readonly [path: string, text: string, type: RegExp])[] = [
  ['/', 'home', /text\/html/],
  ['/index.html', 'home', /text\/html/],
  ['/force/leicestershire/index.html', 'leicestershire', /text\/html/],
  ['/force/leicestershire/', 'leicestershire', /text\/html/],
  ['/data/index.html', 'data page', /text\/html/],
  ['/data/by-area.csv', 'area,value\n', /text\/csv/],
  ['/bulletins/force/leicestershire.txt', 'bulletin', /text\/plain; charset=utf-8/i],
  ['/assets/site.css', 'body {}', /text\/css/],
];

for (const [path, text, type] of served200) {
  test(`a served release answers ${path} with its file and type`, async () => {
    const answer = await ask(path);
    assert.equal(answer.status, 200);
    assert.equal(answer.text, text);
    assert.match(String(answer.headers['content-type']), type);
  });
}

for (const path of [
  '/nothing-here',
  '/data/nothing.csv',
  '/bulletins/force/nobody.txt',
  '/private.txt',
  '/site/index.html',
]) {
  test(`a served release answers ${path} with its own page for what is not there`, async () => {
    const answer = await ask(path);
    assert.equal(answer.status, 404);
    assert.equal(answer.text, 'no such page');
  });
}

for (const path of [
  '/../private.txt',
  '/data/../../private.txt',
  '/data/%2e%2e/private.txt',
  '/..%2fprivate.txt',
  '/%00',
]) {
  test(`nothing outside the release is reachable by ${path}`, async () => {
    const answer = await ask(path);
    assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
    assert.doesNotMatch(answer.text, /not for the web/);
  });
}

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
  test(`a served release does not answer ${method}`, async () => {
    for (const path of ['/', '/index.html', '/data/by-area.csv', '/nothing-here']) {
      assert.equal((await ask(path, method)).status, 405, path);
    }
  });
}

test('a HEAD request has the headers of a page and no text', async () => {
  const answer = await ask('/', 'HEAD');
  assert.equal(answer.status, 200);
  assert.equal(answer.text, '');
});

test('every answer of a served release carries the security headers, a missing page too', async () => {
  for (const path of ['/', '/data/by-area.csv', '/release.json', '/nothing-here']) {
    const { headers } = await ask(path);
    assert.match(String(headers['content-security-policy']), /default-src 'self'.*frame-ancestors 'none'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-powered-by'], undefined);
  }
});

test('a folder without a release is refused with what to do', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'cyberflag-empty-'));
  await assert.rejects(
    serveRelease({ dir: empty, port: 0 }),
    (error) => error instanceof Refusal && error.code === 'not-found',
  );
  rmSync(empty, { recursive: true });
});

test('a release is served on this machine alone unless told otherwise', () => {
  assert.match(served.address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test('a release of which a byte has changed is not served, whichever file it is', async () => {
  const altered = mkdtempSync(join(tmpdir(), 'cyberflag-altered-'));
  writeSmallRelease(altered, { 'site/index.html': 'home', 'data/by-area.csv': 'area,value\n' });
  for (const file of ['data/by-area.csv', 'site/index.html', 'release.json']) {
    const path = join(altered, file);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.toString('utf8').replace(/[ao]/, 'e'));
    await assert.rejects(
      serveRelease({ dir: altered, port: 0 }),
      (error) => error instanceof Refusal && error.exit === 4,
    );
    writeFileSync(path, bytes);
  }
  await (await serveRelease({ dir: altered, port: 0 })).close();
  rmSync(altered, { recursive: true });
});

test('a file that changes while it is served is not given out any more', async () => {
  const own = mkdtempSync(join(tmpdir(), 'cyberflag-changing-'));
  writeSmallRelease(own, { 'site/index.html': 'home', 'data/by-area.csv': 'area,value\n' });
  const running = await serveRelease({ dir: own, port: 0 });
  writeFileSync(join(own, 'data/by-area.csv'), 'area,valve\n');
  const answer = await fetch(new URL('data/by-area.csv', running.address));
  assert.equal(answer.status, 500);
  assert.doesNotMatch(await answer.text(), /valve/);
  await running.close();
  rmSync(own, { recursive: true });
});
