/** The release of the real first year, read whole: its bulletins by a sub-editor, its pages by weight, both twice over. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { readRegister } from '#register/register.ts';
import { docxReader } from '#returns/readers/docx.reader.ts';
import { type Built, buildRelease } from '#work/build-release.ts';
import {
  bulletinsOf,
  claimBreaches,
  englishBreaches,
  lengthBreaches,
  numberBreaches,
} from '../support/bulletin-breaches.ts';
import { documentBreaches } from '../support/document-breaches.ts';
import { readBlocks } from '../support/read-blocks.ts';

const example = join(import.meta.dirname, '..', '..', 'examples', 'flagged-2015-16');
const build = (): Promise<Built> => buildRelease(example, { register: readRegister() });
let built: Built;

before(async () => {
  built = await build();
});

test('the bulletins of the real first year pass a sub-editor, one for every area', () => {
  const { release } = built;
  assert.equal(bulletinsOf(release).length, 44 + 10 + 1);
  const breaches = [lengthBreaches, englishBreaches, numberBreaches, claimBreaches].flatMap((read) =>
    read(release),
  );
  assert.deepEqual(breaches, []);
});

test('no two bulletins of the real first year say the same', () => {
  const texts = bulletinsOf(built.release).map(({ bulletin }) => bulletin.paragraphs.join(' '));
  assert.equal(new Set(texts).size, texts.length);
});

test('no page of the real first year weighs 150 kB with all it loads', () => {
  const loaded = ['site/assets/site.css', 'site/assets/exit.js', 'site/assets/icon.svg'];
  const weight = (path: string): number => built.files.get(path)?.length ?? 0;
  const shared = loaded.reduce((sum, path) => sum + weight(path), 0);
  const heavy = [...built.files.keys()].filter(
    (path) => path.endsWith('.html') && weight(path) + shared >= 150_000,
  );
  assert.ok(shared > 0);
  assert.deepEqual(heavy, []);
});

test('every page of the real first year leads only to files that are there', () => {
  const { files } = built;
  const text = new TextDecoder();
  const broken = [...files]
    .filter(([path]) => path.endsWith('.html') && path !== 'site/404.html')
    .flatMap(([path, bytes]) =>
      [...text.decode(bytes).matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)]
        .map(([, link]) => link ?? '')
        .filter((link) => !/^(?:https?|tel):/.test(link))
        .map((link) => join(path, '..', link).replaceAll('\\', '/'))
        .filter((target) => !files.has(target))
        .map((target) => `${path} leads to ${target}`),
    );
  assert.deepEqual(broken, []);
});

test('the site of the real first year is the same byte for byte when it is built again', async () => {
  const again = await build();
  assert.deepEqual([...again.files.keys()], [...built.files.keys()]);
  for (const [path, bytes] of built.files)
    assert.ok(Buffer.from(bytes).equals(again.files.get(path) ?? Buffer.of()), path);
});

test('two builds in other time zones and languages give one manifest, and so the same bytes in every file', async () => {
  const out = mkdtempSync(join(tmpdir(), 'cyberflag-zones-'));
  const launcher = join(import.meta.dirname, '..', '..', 'bin', 'cyberflag.mjs');
  const made = async (name: string, TZ: string, LC_ALL: string): Promise<string> => {
    const env = { ...process.env, TZ, LC_ALL, LANG: LC_ALL, LANGUAGE: LC_ALL };
    const args = [launcher, 'build', example, '--out', join(out, name)];
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 0, name);
    return readFileSync(join(out, name, 'release.json'), 'utf8');
  };
  try {
    const manifests = [
      await made('east', 'Pacific/Auckland', 'tr_TR.UTF-8'),
      await made('west', 'America/Los_Angeles', 'sv_SE.UTF-8'),
    ];
    assert.equal(manifests[0], manifests[1]);
    assert.match(manifests[0] ?? '', /"sha256"/);
  } finally {
    rmSync(out, { recursive: true });
  }
});

test('a Word file holds the same text as the plain one, read back by our own reader', async () => {
  for (const slug of [
    'force/northumbria',
    'force/metropolitan',
    'region/wales',
    'country/england-and-wales',
  ]) {
    const bytes = built.files.get(`bulletins/${slug}.docx`);
    assert.ok(bytes instanceof Uint8Array);
    const { lines, tables, findings } = await readBlocks(docxReader, bytes, 'bulletin.docx');
    // What Word draws is no text, and our reader says so.
    assert.deepEqual(
      findings.filter(({ facts }) => facts.what !== 'chart'),
      [],
      slug,
    );
    const told = [
      ...lines.map(({ text }) => text),
      ...tables.flatMap(({ cells }) => cells.map(({ text }) => text)),
    ].join(' ');
    const words = (text: string) => new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
    const read = words(told);
    const plain = words(
      new TextDecoder().decode(built.files.get(`bulletins/${slug}.txt`)).replace(/https?:\S+/g, ''),
    );
    assert.ok(plain.size > 100);
    assert.deepEqual(
      [...plain].filter((word) => !read.has(word)),
      [],
      slug,
    );
  }
});

test('the whole bulletins of the real first year hold no gap, no trend and no rank', () => {
  assert.deepEqual(documentBreaches(built.release), []);
});
