/**
 * The narrative never leaves: the commands of a force run with every network denied, on an extract of which each narrative holds words
 * found nowhere else, and those words are looked for in everything that comes out.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { breaks, cellsOfRecord, csvRow, headings, recordMaker } from '../support/extract.ts';
import { fillIn, sheetsOf } from '../support/reviewed-sheet.ts';

const root = join(import.meta.dirname, '..', '..');
const dir = mkdtempSync(join(tmpdir(), 'stays-'));
after(() => rmSync(dir, { recursive: true }));

/** Words of no language, one of them right beside a means, so that evidence touches it. */
const CANARIES = ['quorbistane', 'vexumilda', 'trillowane'];
const make = recordMaker({ seed: 8, termShare: 0.6, letters: 90 });
const rows = Array.from({ length: 120 }, (_, n) => {
  const cells = cellsOfRecord(make(n));
  return [...cells.slice(0, 8), `${cells[8]} quorbistane Snapchat vexumilda. Trillowane by text message.`];
});
const broken = Object.values(breaks).map((make_, n) => make_([`X/${n}`, ...(rows[n] ?? []).slice(1)]));
const extract = join(dir, 'extract.csv');
writeFileSync(extract, [csvRow(headings), ...rows.map((row) => csvRow(row)), ...broken].join(''));
const temp = join(dir, 'temp');
mkdirSync(temp);
const mark = join(dir, 'denied');

const denier = join(root, 'test', 'support', 'deny-network.mjs');
const command = [process.execPath, '--import', denier, join(root, 'bin', 'cyberflag.mjs')];

type Round = {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** What the command is started through. */
  readonly before?: readonly string[];
};

function run(args: readonly string[], { env = {}, input = '', before = [] }: Round = {}) {
  const [program = '', ...rest] = [...before, ...command, ...args];
  const result = spawnSync(program, rest, {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temp, DENIED: mark, ...env },
    input,
    maxBuffer: 1 << 28,
  });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

function holdsCanary(text: string): boolean {
  const low = text.toLowerCase();
  return CANARIES.some((word) => low.includes(word));
}

/** Everything in a file: a workbook is unpacked, since words could hide behind its packing. */
function contentOf(path: string): string {
  if (!path.endsWith('.xlsx')) return readFileSync(path, 'latin1');
  return Object.values(unzipSync(readFileSync(path)))
    .map((part) => strFromU8(part))
    .join('\n');
}

test('check, sample and accuracy run with every network denied, and the narrative stands in the workbooks alone', () => {
  const out = join(dir, 'out');
  const checked = run(['check', extract, '--out', out, '--json']);
  assert.equal(checked.status, 0, checked.err.slice(0, 500));
  assert.equal(checked.out.trim().split('\n').length, 120);
  assert.ok(!holdsCanary(checked.out) && !holdsCanary(checked.err));
  const holding = readdirSync(out).filter((name) => holdsCanary(contentOf(join(out, name))));
  assert.deepEqual(holding, ['review.xlsx']);
  const sheet = join(dir, 'sample.xlsx');
  const drawn = run(['sample', extract, '--out', sheet, '--size', '40']);
  assert.equal(drawn.status, 0, drawn.err.slice(0, 500));
  assert.ok(holdsCanary(contentOf(sheet)) && !holdsCanary(drawn.out + drawn.err));
  const unread = run(['accuracy', sheet]);
  assert.equal(unread.status, 2);
  assert.ok(!holdsCanary(unread.out + unread.err));
  assert.ok(!existsSync(mark), 'a network was asked for');
  assert.deepEqual(readdirSync(temp), []);
});

const record = JSON.stringify({
  offence_code: '22B',
  mo: 'SUSP messaged VIC quorbistane on Snapchat vexumilda.',
});

/** A sample drawn and read to its end, and what its accuracy comes out as. */
async function accuracyOf(name: string, before: readonly string[]) {
  const sheet = join(dir, `${name}.xlsx`);
  const drawn = run(['sample', extract, '--out', sheet, '--size', '40'], { before });
  assert.equal(drawn.status, 0, drawn.err.slice(0, 500));
  const read = await fillIn(join(dir, `${name}-read.xlsx`), await sheetsOf(sheet), () => true, 40);
  return run(['accuracy', read], { before });
}

test('explain quotes its evidence to who asks, and accuracy says nothing of a text, with every network denied', async () => {
  const explained = run(['explain', '--json'], { input: record });
  assert.equal(explained.status, 0, explained.err.slice(0, 500));
  assert.equal(JSON.parse(explained.out).decision, 'flag');
  assert.ok(!holdsCanary(explained.err));
  const { status, out, err } = await accuracyOf('denied-sample', []);
  assert.equal(status, 0, err.slice(0, 500));
  assert.match(out, /complete/i);
  assert.ok(!holdsCanary(out + err));
  assert.ok(!existsSync(mark), 'a network was asked for');
  assert.deepEqual(readdirSync(temp), []);
});

/** A process without any network at all, where this machine and this user may make one. */
const APART = ['unshare', '--net'];
const mayBeApart = spawnSync(APART[0] as string, [...APART.slice(1), 'true']).status === 0;

test('the commands of a force give the same on a machine without a network', {
  skip: mayBeApart ? false : 'no process without a network can be made here',
}, async () => {
  const explainedBy = (before: readonly string[]) =>
    run(['explain', '--json'], { input: record, before }).out;
  assert.equal(explainedBy(APART), explainedBy([]));
  const [there, here] = [APART, []].map((before) => run(['check', extract, '--json'], { before }));
  assert.equal(there?.status, 0);
  assert.equal(there?.out, here?.out);
  const { status, err } = await accuracyOf('apart-sample', APART);
  assert.equal(status, 0, err.slice(0, 500));
  // The way there is closed: what listens here is reached from here, and not from there.
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const knock = `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(7))`;
  const knocked = async (before: readonly string[]) => {
    const [program = '', ...rest] = [...before, process.execPath, '-e', knock];
    const [code] = await once(spawn(program, rest), 'exit');
    return code;
  };
  assert.deepEqual([await knocked([]), await knocked(APART)], [0, 7]);
  server.close();
});

test('without text no output of check holds a word of a narrative', () => {
  const out = join(dir, 'no-text');
  const checked = run(['check', extract, '--out', out, '--no-text']);
  assert.equal(checked.status, 0);
  for (const name of readdirSync(out)) assert.ok(!holdsCanary(contentOf(join(out, name))), name);
});

test('compiled code that is kept for the next start holds no word of a narrative', () => {
  const kept = join(dir, 'compiled');
  const checked = run(['check', extract, '--out', join(dir, 'out-compiled')], {
    env: { NODE_COMPILE_CACHE: kept },
  });
  assert.equal(checked.status, 0);
  const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(files.length > 20, `${files.length} files of compiled code`);
  const holding = files.filter((entry) => holdsCanary(contentOf(join(entry.parentPath, entry.name))));
  assert.deepEqual(holding, []);
});

test('the words of the evidence stand in a line only where they were asked for', () => {
  const plain = run(['check', extract, '--json']).out;
  const asked = run(['check', extract, '--json', '--with-evidence-text']).out;
  const texts = (lines: string) =>
    lines
      .trim()
      .split('\n')
      .flatMap((line) => (JSON.parse(line).evidence ?? []) as { readonly text?: string }[])
      .filter(({ text }) => text !== undefined);
  assert.equal(texts(plain).length, 0);
  assert.ok(texts(asked).length > 0);
});

test('an extract that cannot be read is refused without a word of it', () => {
  const path = join(dir, 'headless.csv');
  writeFileSync(path, rows.map((row) => csvRow(row)).join(''));
  const { status, out, err } = run(['check', path, '--json']);
  assert.equal(status, 2);
  assert.ok(!holdsCanary(out + err));
});

test('the denial itself denies: an attempt to reach a network fails and is marked', () => {
  const marked = join(dir, 'marked');
  const result = spawnSync(
    process.execPath,
    ['--import', denier, '-e', "try { require('node:http').get('http://127.0.0.1:9/'); } catch {}"],
    { env: { ...process.env, DENIED: marked } },
  );
  assert.equal(result.status, 0);
  assert.equal(readFileSync(marked, 'utf8'), 'http.get\n');
});
