/** What the benches time is a whole release: it holds together, and every kind of output of it is made. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstEdition } from '#publish/edition.ts';
import { loadRendering, renderFiles } from '#work/render-release.ts';
import { releaseOf, TEN_YEARS } from '../support/ten-years.ts';

const years = TEN_YEARS.slice(-2);
const release = releaseOf(years);
const files = renderFiles(release, firstEdition, await loadRendering());
const count = (pattern: RegExp): number => [...files.keys()].filter((path) => pattern.test(path)).length;

test('a made-up release of several years holds every figure, area and origin that it names', () => {
  const figures = new Set(release.figures.map(({ id }) => id));
  const areas = new Set(release.areas.map(({ code }) => code));
  const origins = new Set(release.origins.map(({ id }) => id));
  const named = [
    ...release.tables.flatMap(({ rows }) => rows.flatMap((row) => row.figures)),
    ...(release.comparison?.rates.map(({ figure }) => figure) ?? []),
    ...release.figures.flatMap(({ from }) => from),
  ].filter((id) => id !== null);
  assert.deepEqual(
    [...new Set(named)].filter((id) => !figures.has(id)),
    [],
  );
  assert.deepEqual([...release.figures.filter(({ area }) => !areas.has(area))], []);
  assert.deepEqual([...release.figures.flatMap((one) => one.origins).filter((id) => !origins.has(id))], []);
  assert.equal(release.comparison?.rates.length, 1 + 10 + 43);
});

test('the pages, bulletins, workbooks and data of several years are all made', () => {
  assert.equal(release.figures.length, 55 * years.length * 7);
  assert.equal(count(/^site\/figure\//), release.figures.length);
  assert.equal(count(/^site\/origin\//), 44 * years.length * 7);
  assert.equal(count(/^site\/bulletin\//), 55);
  assert.equal(count(/^bulletins\/.*\.docx$/), 55);
  assert.equal(count(/^bulletins\/.*\.txt$/), 55);
  assert.equal(count(/^spreadsheets\/.*\.(?:ods|xlsx)$/), 2);
  assert.equal(count(/^data\/.*\.csv$/), release.tables.length + 1);
  assert.equal(count(/^data\/.*-metadata\.json$/), release.tables.length + 1);
  for (const path of [
    'release.json',
    'catalogue.jsonld',
    'site/compare/index.html',
    'site/estimate/index.html',
  ])
    assert.ok(files.has(path), path);
});

test('no page of several years is over 150 kB', () => {
  const heavy = [...files].filter(([path, { length }]) => path.endsWith('.html') && length > 150_000);
  assert.deepEqual(
    heavy.map(([path]) => path),
    [],
  );
});
