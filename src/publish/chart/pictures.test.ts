import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapShapes } from '#tables/map-shapes.ts';
import { forceMap } from './force-map.ts';
import { intervalBar } from './interval.ts';
import { marker } from './marker.ts';
import type { YearChart } from './year-chart.ts';
import { scaleOf, yearChart } from './year-chart.ts';

const chart: YearChart = {
  id: 'one',
  title: 'Offences & years',
  description: 'Two points.',
  columns: ['15/16', '16/17'],
  points: [
    { column: 0, value: 98, label: '98', shape: 'circle', isHollow: false },
    { column: 0, value: 99, label: '99', shape: 'circle', isHollow: true },
    { column: 1, value: 323, label: '323', shape: 'circle', isHollow: false },
  ],
  joins: [],
  breaks: [{ column: 1, mark: 'B' }],
};

test('a picture of years has a title, a description, every number in words and no style of its own', () => {
  const svg = yearChart(chart);
  assert.match(svg, /role="img" aria-labelledby="one-title one-desc"/);
  assert.match(
    svg,
    /<title id="one-title">Offences &amp; years<\/title><desc id="one-desc">Two points\.<\/desc>/,
  );
  for (const label of ['98', '99', '323', '15/16', '16/17', 'B'])
    assert.ok(svg.includes(`>${label}</text>`), label);
  assert.doesNotMatch(svg, /style=|<script|https?:/);
});

test('no line joins points unless the caller says that they may be compared', () => {
  assert.doesNotMatch(yearChart(chart), /chart__join/);
  assert.match(yearChart({ ...chart, joins: [[0, 2]] }), /chart__join/);
  assert.doesNotMatch(yearChart({ ...chart, joins: [[0, 9]] }), /chart__join/);
});

test('two numbers close to each other have labels that do not cover each other', () => {
  const ys = [...yearChart(chart).matchAll(/class="chart__label"[^>]* y="([\d.]+)"[^>]*>(98|99)</g)].map(
    ([, y]) => Number(y),
  );
  assert.equal(ys.length, 2);
  assert.ok(Math.abs((ys[0] ?? 0) - (ys[1] ?? 0)) >= 14);
});

test('a dozen equal numbers of one year stay inside the picture', () => {
  const points = Array.from(
    { length: 12 },
    () => ({ ...chart.points[0], value: 5 }) as YearChart['points'][number],
  );
  const ys = [...yearChart({ ...chart, points }).matchAll(/class="chart__label"[^>]* y="(-?[\d.]+)"/g)].map(
    ([, y]) => Number(y),
  );
  assert.equal(ys.length, 12);
  assert.ok(ys.every((y) => y > 0 && y < 300));
});

test('nothing to draw is no picture', () => {
  assert.equal(yearChart({ ...chart, points: [] }), '');
  assert.equal(intervalBar(1, 2, 1.5, 0), '');
});

test('a scale starts at none, ends at or above the largest, and has two to six round steps', () => {
  for (const most of [0, 1, 3, 7, 10, 49, 99, 291, 1034, 3903, 10_391, 88_000]) {
    const ticks = scaleOf(most);
    assert.equal(ticks[0], 0);
    assert.ok((ticks.at(-1) ?? 0) >= most, `${most}`);
    assert.ok(ticks.length >= 3 && ticks.length <= 6, `${most}: ${ticks}`);
  }
});

test('marks differ in shape and not in colour alone', () => {
  const all = (['circle', 'square', 'triangle', 'diamond'] as const).flatMap((shape) => [
    marker(shape, true),
    marker(shape, false),
  ]);
  assert.equal(new Set(all).size, 8);
});

test('the map has all 43 areas, in less than 60 kB, and patterns for what a grey print must tell apart', () => {
  const shapes = mapShapes();
  assert.equal(shapes.paths.size, 43);
  assert.ok([...shapes.paths.values()].every((path) => /^M\d+ \d+l/.test(path)));
  const svg = forceMap(shapes, (code) => (code === 'E23000001' ? 'gave-none' : 'class-2'), 'A map', 'Areas.');
  assert.ok(svg.length < 60_000);
  assert.equal((svg.match(/class="map__area/g) ?? []).length, 43);
  assert.match(svg, /map__gave-none" fill="url\(#map-hatch\)"/);
  assert.match(svg, /map__class-2" fill="url\(#map-dots\)"/);
});
