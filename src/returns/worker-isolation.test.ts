import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { mailOf } from '../../test/support/mails.ts';
import { type Limits, usualLimits } from './readers/reader.ts';
import { readIsolated, startReading } from './worker-isolation.ts';

/** A page that takes seconds to read. */
const slowPage = Buffer.from(`<!DOCTYPE html>${'<p>1'.repeat(1_500_000)}`);
const page = Buffer.from('<!DOCTYPE html><p>We recorded 85 offences.</p>');
const hurried: Limits = { ...usualLimits, milliseconds: 1500 };

test('a file that takes too long is given up, and the next is read', async () => {
  const [slow] = await readIsolated(slowPage, 'slow.html', hurried);
  assert.equal(slow?.findings[0]?.code, 'unreadable');
  assert.equal(slow?.findings[0]?.facts.detail, 'reading took longer than 1.5 seconds');
  const [next] = await readIsolated(page, 'page.html', usualLimits);
  assert.equal(next?.blocks.length, 1);
});

test('an attachment that takes too long is given up alone', async () => {
  const mail = mailOf({
    text: 'We recorded 85 offences.',
    attachments: [
      { name: 'slow.html', bytes: slowPage },
      { name: 'page.html', bytes: page },
    ],
  });
  const documents = await readIsolated(mail, 'reply.eml', hurried);
  assert.deepEqual(
    documents.map(({ file, findings }) => [file, findings.map((found) => found.code)]),
    [
      ['reply.eml', []],
      ['reply.eml/slow.html', ['unreadable']],
      ['reply.eml/page.html', []],
    ],
  );
});

test('a file that fills the memory it is given is given up', async () => {
  const wide = Buffer.from(`<!DOCTYPE html>${'<p>1'.repeat(3_000_000)}`);
  const [given] = await readIsolated(wide, 'wide.html', { ...usualLimits, megabytes: 40 });
  assert.deepEqual(
    given?.findings.map(({ facts }) => [facts.reason, facts.detail]),
    [['over-limits', 'reading took more than 40 MB of memory']],
  );
});

test('files read at once are all read', async () => {
  const files = Array.from({ length: 12 }, (_, index) => `page-${index}.html`);
  const read = await Promise.all(files.map((file) => readIsolated(page, file, usualLimits)));
  assert.deepEqual(
    read.map(([document]) => document?.file),
    files,
  );
});

test('files that wait behind one that is given up are read all the same', async () => {
  const sent = [page, slowPage, page, page];
  const read = await Promise.all(sent.map((bytes, at) => readIsolated(bytes, `page-${at}.html`, hurried)));
  assert.deepEqual(
    read.map(([document]) => document?.findings.map(({ code }) => code)),
    [[], ['unreadable'], [], []],
  );
});

test('a file that was read while its reader was busy is not taken for slow', async () => {
  await readIsolated(page, 'page.html', hurried);
  const reading = readIsolated(page, 'page.html', hurried);
  // Three turns of the loop send the file; then this thread hears nothing for longer than the limit.
  for (let turn = 0; turn < 3; turn++) await new Promise((go) => setImmediate(go));
  const until = performance.now() + hurried.milliseconds + 200;
  while (performance.now() < until);
  const [read] = await reading;
  assert.deepEqual([read?.blocks.length, read?.findings], [1, []]);
});

test('a thread that was started before there was a file reads the first that comes, within its limits', async () => {
  startReading(hurried);
  const [read] = await readIsolated(page, 'page.html', hurried);
  assert.equal(read?.blocks.length, 1);
  startReading(hurried);
  const [slow] = await readIsolated(slowPage, 'slow.html', hurried);
  assert.equal(slow?.findings[0]?.facts.detail, 'reading took longer than 1.5 seconds');
});

test('a thread that was started and never asked keeps no program from ending', () => {
  const isolation = pathToFileURL(join(import.meta.dirname, 'worker-isolation.ts')).href;
  const body = `import { startReading } from ${JSON.stringify(isolation)};
    startReading({ megabytes: 512 });
    process.stdout.write('done');`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', body], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  assert.deepEqual({ stdout, stderr, status }, { stdout: 'done', stderr: '', status: 0 });
});
