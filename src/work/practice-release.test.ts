/**
 * A release with small counts in it, built from the practice collection of the golden folder: nothing small is in any of
 * its files, and an open error stops it.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { Refusal } from '#finding/refusal.ts';
import { readRegister } from '#register/register.ts';
import { buildRelease } from './build-release.ts';

const PRACTICE = join(import.meta.dirname, '..', '..', 'test/golden/practice-small-counts/in/collection');
const { release, files } = await buildRelease(PRACTICE, { register: readRegister() });

/**
 * What a file says: of a Word file or a workbook its words, its cells and the text of its picture, since packed bytes, sizes of type and
 * the numbers by which a cell points to a shared text look like any number.
 */
function unpacked(path: string, bytes: Uint8Array): string {
  const text = (part: Uint8Array) => new TextDecoder().decode(part);
  if (!/\.(?:docx|xlsx|ods)$/.test(path)) return text(bytes);
  const words = (part: Uint8Array) =>
    text(part)
      .replace(/<c [^>]*t="s"[^>]*>.*?<\/c>/g, ' ')
      .replace(/<[^>]*descr="([^"]*)"[^>]*>/g, ' $1 ')
      .replace(/<[^>]+>/g, ' ');
  return Object.values(unzipSync(bytes)).map(words).join('\n');
}

test('a withheld number stands nowhere in the data, the manifest, the bulletins or the origin pages', () => {
  const told = [...files].map(([path, bytes]) => ({ path, text: unpacked(path, bytes) }));
  const [north, dyfed] = ['W15000001', 'W15000004'];
  for (const force of [north, dyfed]) {
    assert.ok(release.figures.some((one) => one.area === force && one.number.value.status === 'withheld'));
  }
  for (const figure of release.figures) {
    if (figure.number.value.status !== 'withheld') continue;
    assert.match(figure.sentence, /\[c\]/);
    assert.doesNotMatch(
      figure.sentence.replace(
        /2024\/25|aged[^.]*|from \d of \d forces|The \d forces|the 66 published for 3 forces/g,
        '',
      ),
      /\d/,
    );
  }
  for (const { shown, at } of release.origins) {
    const parts = shown.kind === 'row' ? shown.cells : shown.parts;
    for (const part of parts) {
      if (part.role === 'number') assert.ok(Number(part.text) >= release.threshold || part.text === '0', at);
      if (part.role === 'masked') assert.doesNotMatch(part.text, /(?<![\w[-])[1-4](?![\w-])/, at);
    }
  }
  // 66 is public: others published it. Beside it the withheld count is safe only while one of the other two forces' own
  // 40 and 22, and the two added up, stand nowhere.
  const stands = (number: number) =>
    told.some(({ text }) => new RegExp(`(?<![\\w.#-])${number}(?![\\w.%-])`).test(text));
  assert.equal(stands(62), false);
  assert.ok(!stands(40) || !stands(22));
});

test('with safe ranges each withheld number has, beside its mark, what the published ones leave, and no value', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'cyberflag-ranges-'));
  try {
    cpSync(PRACTICE, dir, { recursive: true });
    const path = join(dir, 'collection.yaml');
    const asked = readFileSync(path, 'utf8').replace('{threshold: 5}', '{threshold: 5, ranges: true}');
    writeFileSync(path, asked);
    const ranged = await buildRelease(dir, { register: readRegister() });
    const told = ranged.release.figures.flatMap(({ id, number: { value } }) =>
      value.status === 'withheld' && value.range !== undefined ? [{ id, ...value.range }] : [],
    );
    for (const { low, high } of told) assert.ok(high - low >= 4 && high >= 5);
    const text = (name: string) => new TextDecoder().decode(ranged.files.get(name));
    const own = told.find((one) => one.id.startsWith('w15000002.offences'));
    assert.ok(own !== undefined);
    const { id, low, high } = own;
    const line = text('data/totals-by-force.csv')
      .split('\n')
      .find((one) => one.includes(id));
    assert.match(line ?? '', new RegExp(`,\\[c\\],,${low},${high},`));
    const [book = ''] = [...ranged.files].flatMap(([name, bytes]) =>
      name.endsWith('.ods') ? [unpacked(name, bytes)] : [],
    );
    assert.match(book, new RegExp(`\\[c\\]\\s+${low}\\s+${high}\\s`));
    assert.match(text(`site/figure/${id}/index.html`), new RegExp(`between ${low} and ${high}`));
    const manifest = JSON.parse(text('release.json'));
    const written = manifest.figures.find((one: { id: string }) => one.id === id);
    assert.deepEqual(written.number, { status: 'withheld', low, high });
    const statuses = ({ figures }: typeof release) => figures.map(({ number }) => number.value.status);
    assert.deepEqual(statuses(ranged.release), statuses(release));
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('a note with a small count is left out, and one with arithmetic of withheld numbers is not told', () => {
  const written = JSON.stringify(release);
  assert.doesNotMatch(written, /moved to the next year/);
  assert.doesNotMatch(written, /40 \+ 22/);
});

test('practice data say so in the release', () => {
  assert.equal(release.standing, 'practice');
  assert.match(release.standingSentence, /invented/);
});

test('a refused return stops nothing and its numbers are no answers', () => {
  const south = release.figures.filter((one) => one.area === 'W15000003');
  assert.deepEqual(
    south.map(({ number }) => number.value.status),
    ['not-available'],
  );
  assert.equal(south[0]?.coverage.missing[0]?.why, 'refused');
});

test('an open error refuses the release with exit code 3, and a recorded decision lets it pass with a doubt', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'practice-'));
  try {
    cpSync(PRACTICE, dir, { recursive: true });
    const north = join(dir, 'returns', 'north-wales');
    const file = join(north, 'north-wales.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Victims total,41', 'Victims total,45'));
    let place = '';
    await assert.rejects(buildRelease(dir, { register: readRegister() }), (error) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.exit, 3);
      assert.match(error.message, /returns\/north-wales: .*add up to 41, and the total stated is 45/);
      place = /cell ([A-Z]\d+)/.exec(error.message)?.[1] ?? '';
      return true;
    });
    writeFileSync(
      join(north, 'decisions.yaml'),
      `- accept: {finding: total-mismatch, at: "north-wales.csv#${place}"}\n  who: analyst\n  when: "2025-09-01"\n  why: Kept apart\n`,
    );
    const built = await buildRelease(dir, { register: readRegister() });
    assert.ok(built.release.findings.some(({ sentence }) => /accepted on 1 September 2025/.test(sentence)));
    const own = built.release.figures.filter((one) => one.area === 'W15000001');
    assert.ok(own.every((one) => one.doubts.some((doubt) => /accepted on 1 September 2025/.test(doubt))));
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('decisions beside the collection reach the return of their force, and one for a force without a return is told', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'practice-'));
  try {
    cpSync(PRACTICE, dir, { recursive: true });
    const who = 'who: analyst, when: "2025-09-01", why: Read from the scan}';
    const as = 'measure: victims, period: 2024-04-01/2025-03-31, low: 41, high: 41';
    writeFileSync(
      join(dir, 'decisions.yaml'),
      `- {read: {at: "north-wales.csv#B10", as: {${as}}}, force: north-wales, ${who}\n` +
        `- {ignore: {at: "kent.csv"}, force: kent, ${who}\n`,
    );
    const built = await buildRelease(dir, { register: readRegister() });
    const unused = built.release.findings.filter(({ finding }) => finding.code === 'unused-decision');
    assert.deepEqual(
      unused.map(({ finding, force }) => [finding.at, force]),
      [['decisions.yaml#l2', null]],
    );
    const own = built.release.figures.filter((one) => one.area === 'W15000001');
    assert.ok(
      own.every((one) => one.doubts.some((doubt) => /read by a person on 1 September 2025/.test(doubt))),
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('a folder of no force is refused by its name', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'practice-'));
  try {
    cpSync(PRACTICE, dir, { recursive: true });
    cpSync(join(dir, 'returns', 'gwent'), join(dir, 'returns', 'gwint'), { recursive: true });
    await assert.rejects(buildRelease(dir, { register: readRegister() }), /returns\/gwint: no force/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('what the audit derived is told in the manifest and on the quality page', () => {
  const { audit } = JSON.parse(new TextDecoder().decode(files.get('release.json')));
  assert.deepEqual(audit, { ...release.audit });
  assert.ok(release.audit.primary > 0);
  assert.equal(release.audit.disclosed, 0);
  const { tightest, widest } = release.audit.derived ?? assert.fail('numbers are withheld');
  // Every range holds 1 to the threshold, less what others published leaves of it.
  assert.ok(tightest === null || tightest >= 2);
  assert.ok(widest === null || (tightest !== null && widest >= tightest));
  const page = new TextDecoder().decode(files.get('site/quality/index.html'));
  assert.match(page, /tightest range derived/);
});
