/** The release of the first year of the flag, built from the example's own files: every figure that must follow, follows. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPublished } from '#collection/read-published.ts';
import { readRegister } from '#register/register.ts';
import type { ReleasedFigure } from '#tables/release.ts';
import { buildRelease } from './build-release.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'flagged-2015-16');
const { release, files, summary } = await buildRelease(EXAMPLE, { register: readRegister() });

const COUNTRY = 'K04000001';
const EAST_MIDLANDS = 'E12000004';
const LEICESTERSHIRE = 'E23000021';

function figureOf(area: string, method: string, category: string | null = null): ReleasedFigure {
  const found = release.figures.filter(
    (one) => one.area === area && one.method === method && (one.breakdown?.category ?? null) === category,
  );
  assert.equal(found.length, 1, `${found.length} figures ${area} ${method} ${category}`);
  return found[0] as ReleasedFigure;
}

function range(figure: ReleasedFigure): readonly (number | null)[] {
  const { value } = figure.number;
  assert.equal(value.status, 'published', figure.id);
  return value.status === 'published' ? [value.low, value.high] : [];
}

function originsOf(figure: ReleasedFigure) {
  return figure.origins.map((id) => release.origins.find((origin) => origin.id === id));
}

test('every return of the first year is read, and no error is open', () => {
  assert.equal(summary.returnsRead, 11);
  assert.deepEqual(summary.returnsWithoutNumbers, []);
  assert.equal(summary.findings.error, 0);
});

test('Leicestershire stated 97 offences and its three ages, each with the cell it was read from', () => {
  const total = figureOf(LEICESTERSHIRE, 'stated');
  assert.deepEqual(range(total), [97, 97]);
  assert.equal(total.vintage, '2016-06');
  const [origin] = originsOf(total);
  assert.equal(origin?.file, 'returns/leicestershire/Leicestershire answer.xlsx');
  assert.equal(origin?.at, 'Leicestershire answer.xlsx#Q1!B5');
  const bytes = readFileSync(join(EXAMPLE, origin?.file ?? ''));
  assert.equal(origin?.sha256, createHash('sha256').update(bytes).digest('hex'));
  for (const [age, count] of [
    ['15', 23],
    ['14', 16],
    ['13', 15],
  ] as const) {
    assert.deepEqual(range(figureOf(LEICESTERSHIRE, 'stated', age)), [count, count]);
  }
});

test('the East Midlands have 292 from four of five forces, of which three share 195, each between 0 and 195', () => {
  const published = figureOf(EAST_MIDLANDS, 'published');
  assert.deepEqual(range(published), [292, 292]);
  assert.equal(published.coverage.included, 4);
  assert.equal(published.coverage.asked, 5);
  assert.deepEqual(published.coverage.missing, [{ force: 'E23000022', why: 'no figure in this release' }]);
  const shared = figureOf(EAST_MIDLANDS, 'difference');
  assert.deepEqual(range(shared), [195, 195]);
  assert.equal(shared.group?.label, 'Derbyshire, Lincolnshire and Nottinghamshire');
  assert.deepEqual(new Set(shared.from), new Set([published.id, figureOf(LEICESTERSHIRE, 'stated').id]));
  for (const force of ['E23000018', 'E23000019', 'E23000020']) {
    assert.deepEqual(range(figureOf(force, 'bounds')), [0, 195]);
  }
});

test('England and Wales have 3,186 from 38 of 44 forces, 8.7 a day over 366 days', () => {
  const published = figureOf(COUNTRY, 'published');
  assert.deepEqual(range(published), [3186, 3186]);
  const { included, asked, includedForces, includedUnnamed } = published.coverage;
  assert.deepEqual([included, asked, includedForces.length, includedUnnamed], [38, 44, 14, 24]);
  assert.deepEqual(published.coverage.missing, [
    { force: 'E23000001', why: 'publicly reported to have given no data' },
  ]);
  const rate = figureOf(COUNTRY, 'rate');
  assert.deepEqual(range(rate), [8.7, 8.7]);
  assert.equal(rate.unit, 'offences a day');
  assert.match(rate.sentence, /8\.7 offences a day .* 366 days/);
});

test('the eleven known forces add up to 1,034, which leaves 1,957 for the 24 that nobody names', () => {
  const sum = figureOf(COUNTRY, 'sum');
  assert.deepEqual(range(sum), [1034, 1034]);
  assert.equal(sum.coverage.included, 11);
  assert.equal(sum.from.length, 11);
  const left = figureOf(COUNTRY, 'difference');
  assert.deepEqual(range(left), [1957, 1957]);
  assert.equal(left.group?.unnamed, 24);
  assert.deepEqual(left.group?.forces, []);
});

test('the country has 535 victims aged 13, 272 under ten, and at least 101 offences of rape', () => {
  assert.deepEqual(range(figureOf(COUNTRY, 'published', '13')), [535, 535]);
  assert.deepEqual(range(figureOf(COUNTRY, 'published', '0-9')), [272, 272]);
  const rape = figureOf(COUNTRY, 'published', 'rape');
  assert.deepEqual(range(rape), [101, null]);
  assert.match(rape.sentence, /at least 101/);
});

test('Wales has 296 from all four forces and 21 under ten, and the North East 183 from two', () => {
  const wales = figureOf('W92000004', 'published');
  assert.deepEqual(range(wales), [296, 296]);
  assert.deepEqual(wales.coverage.missing, []);
  assert.deepEqual(range(figureOf('W92000004', 'sum')), [296, 296]);
  assert.deepEqual(range(figureOf('W92000004', 'published', '0-9')), [21, 21]);
  const northEast = figureOf('E12000001', 'published');
  assert.deepEqual(range(northEast), [183, 183]);
  assert.deepEqual([northEast.coverage.included, northEast.coverage.asked], [2, 3]);
});

test('every line of our own arithmetic in the published statements is a figure that the release works out', () => {
  const derived = readPublished(join(EXAMPLE, 'published.csv')).filter(({ use }) => use === 'derived');
  assert.equal(derived.length, 2);
  for (const { count } of derived) {
    const found = release.figures.filter(
      (one) =>
        one.method === 'difference' &&
        one.number.value.status === 'published' &&
        one.number.value.low === count?.low,
    );
    assert.equal(found.length, 1);
  }
});

test('a doubtful or later number is a doubt beside the figure and never a figure', () => {
  const cheshire = figureOf('E23000006', 'stated');
  assert.equal(cheshire.number.value.status, 'not-available');
  assert.match(cheshire.doubts.join(' '), /164 .* doubtful; it is not used/);
  assert.match(figureOf('E23000007', 'stated').doubts.join(' '), /later release \(June 2017\) states 98/);
  assert.match(figureOf('E23000014', 'stated').doubts.join(' '), /without naming the force/);
  assert.match(figureOf('E23000008', 'stated').doubts.join(' '), /Contradicted later/);
  for (const count of [98, 3903, 4042, 690, 139]) {
    const told = release.figures.filter(
      ({ number: { value } }) =>
        value.status === 'published' && (value.low === count || value.high === count),
    );
    assert.deepEqual(told, [], `${count} is of another vintage or area`);
  }
});

test('a doubt about whose number it is stands beside every figure worked out from it', () => {
  for (const figure of [
    figureOf(COUNTRY, 'sum'),
    figureOf(COUNTRY, 'difference'),
    figureOf('E12000005', 'sum'),
  ]) {
    assert.match(
      figure.doubts.join(' '),
      /Of the figure of West Midlands Police: .*without naming the force/,
    );
  }
});

test('a force of which nothing is known stands as not available, and of one alone it is said that it gave no data', () => {
  const without = release.figures.filter(
    (one) => one.area.length > 2 && one.method === 'stated' && one.number.value.status === 'not-available',
  );
  assert.equal(without.length, 30);
  const said = without.filter((one) => /given no data/.test(one.coverage.sentence));
  assert.deepEqual(
    said.map(({ area }) => area),
    ['E23000001'],
  );
  for (const figure of without) assert.match(figure.sentence, /does not mean zero/);
});

test('every published figure has an origin whose row or sentence shows the number', () => {
  for (const figure of release.figures) {
    const isPublished = figure.number.value.status === 'published';
    assert.equal(figure.origins.length > 0, isPublished, figure.id);
  }
  for (const origin of release.origins) {
    const parts = origin.shown.kind === 'row' ? origin.shown.cells : origin.shown.parts;
    assert.equal(parts.filter(({ role }) => role === 'number').length, 1, origin.id);
  }
});

test('the audit found nothing to withhold in the first year and nothing disclosed', () => {
  assert.equal(release.audit.disclosed, 0);
  assert.equal(release.audit.primary, 0);
  assert.equal(release.audit.published + 34, release.audit.cells);
});

test('two builds of one collection are the same bytes', async () => {
  const again = await buildRelease(EXAMPLE, { register: readRegister() });
  assert.deepEqual([...again.files.keys()], [...files.keys()]);
  for (const [path, bytes] of files)
    assert.ok(Buffer.from(bytes).equals(again.files.get(path) ?? Buffer.alloc(0)), path);
});

test('the manifest names every other file of the release with its hash, and the origin of every figure', () => {
  const written = JSON.parse(new TextDecoder().decode(files.get('release.json')));
  assert.deepEqual(
    written.files.map(({ path }: { path: string }) => path).sort(),
    [...files.keys()].filter((path) => path !== 'release.json' && path !== 'site/release.json').sort(),
  );
  assert.deepEqual(files.get('site/release.json'), files.get('release.json'));
  for (const { path, sha256 } of written.files) {
    assert.equal(
      createHash('sha256')
        .update(files.get(path) ?? '')
        .digest('hex'),
      sha256,
    );
  }
  for (const figure of written.figures) {
    for (const origin of figure.origins) assert.match(`${origin.file} ${origin.sha256}`, /\S+ [0-9a-f]{64}$/);
  }
  assert.doesNotMatch(JSON.stringify(written), /\d{2}:\d{2}:\d{2}/);
});

test('offences and victims are never in one sum', () => {
  const byId = new Map(release.figures.map((figure) => [figure.id, figure]));
  for (const figure of release.figures) {
    for (const id of figure.from) {
      const unit = byId.get(id)?.unit;
      assert.ok(unit === figure.unit || figure.method === 'rate', figure.id);
    }
  }
});
