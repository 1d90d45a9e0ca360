import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areas } from '../../../test/support/areas-of-england-and-wales.ts';
import { released } from '../../../test/support/released.ts';
import { bar } from './bar-list.ts';
import { shareBar } from './share-bar.ts';
import { TILES } from './tile-map.ts';

test('a bar is as long as its number is a part of the longest', () => {
  assert.match(bar(released({ low: 50, high: 50 }), 200), /class="bar__known" width="25%"/);
  assert.doesNotMatch(bar(released({ low: 50, high: 50 }), 200), /bar__range/);
});

test('a range is drawn from its low to its high, and an open number to the end', () => {
  assert.match(bar(released({ low: 50, high: 100 }), 200), /class="bar__range" x="25%" width="25%"/);
  assert.match(
    bar(released({ low: 50, high: Number.POSITIVE_INFINITY }), 200),
    /class="bar__range" x="25%" width="75%"/,
  );
});

test('nothing is drawn for zero, for a withheld number and for none', () => {
  assert.equal(bar(released({ low: 0, high: 0 }), 200), '');
  assert.equal(bar(released('withheld'), 200), '');
  assert.equal(bar(released('not-available'), 200), '');
});

test('a whole is cut only into parts that add up to it', () => {
  const parts = [
    { size: 1034, swatch: 'own' },
    { size: 195, swatch: 'range' },
  ];
  assert.equal(shareBar(parts, 3186, 'parts'), null);
  const whole = shareBar([...parts, { size: 1957, swatch: 'none' }], 3186, 'parts & "whole"') ?? '';
  assert.match(whole, /aria-label="parts &amp; &quot;whole&quot;"/);
  const widths = [...whole.matchAll(/width="([\d.]+)%"/g)].map(([, width]) => Number(width));
  assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 100) < 0.01);
});

test('every territorial force has a square of its own on the map', () => {
  const forces = areas.filter(({ kind, code }) => kind === 'force' && code !== 'btp').map(({ code }) => code);
  assert.deepEqual([...TILES.keys()].sort(), forces.sort());
  const places = [...TILES.values()].map(({ row, column }) => `${row} ${column}`);
  assert.equal(new Set(places).size, TILES.size);
  assert.equal(new Set([...TILES.values()].map(({ letters }) => letters)).size, TILES.size);
});
