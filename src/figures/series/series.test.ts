import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishedFact } from '#register/published-figures.ts';
import { readPublishedFigures } from '#register/published-figures.ts';
import { cellKey, seriesCells } from './cells.ts';
import { matchedChanges, seriesChanges } from './changes.ts';
import { flagUses } from './flag-use.ts';
import { saidPeriod } from './said-period.ts';

const facts = readPublishedFigures();
const cells = seriesCells(facts);
const cell = (measure: string, period: string, area: string, category = '') =>
  cells.find(
    (one) =>
      one.measure === measure &&
      one.period === period &&
      (one.code === area || one.area === area) &&
      one.category === category,
  );

const line = (over: Partial<PublishedFact>): PublishedFact => ({
  measure: 'cyber_flagged_csa',
  period: '2015/16',
  areaType: 'force',
  area: 'Kent',
  code: 'E23000032',
  dimension: '',
  category: '',
  value: 100,
  unit: 'offences',
  forcesResponding: null,
  forcesAsked: null,
  release: '2016-06',
  sourceUrl: 'https://example.org/',
  grade: 'exact',
  note: '',
  line: 2,
  ...over,
});

test('a year, a part of a year, several years and a calendar year are told apart', () => {
  const kinds = ['2015/16', '2017-04..2018-09', '2015/16..2018/19', '2013'].map((text) => saidPeriod(text));
  assert.deepEqual(
    kinds.map((one) => one?.kind),
    ['year', 'part', 'years', 'calendar-year'],
  );
  assert.deepEqual(kinds[1]?.span, { from: '2017-04-01', to: '2018-09-30' });
  assert.equal(kinds[1]?.label, 'April 2017 to September 2018');
  assert.equal(saidPeriod('2017-04..2019-12')?.span.to, '2019-12-31');
  for (const none of ['2015/17', '2015', '2018-09', '2018/19..2015/16', '', '2015/16..2016/17..2017/18'])
    assert.equal(saidPeriod(none)?.kind ?? null, none === '2015' ? 'calendar-year' : null, none);
});

test('all 521 published statements stand in the series, each in one place', () => {
  assert.equal(facts.length, 521);
  const placed = cells.flatMap(({ statements }) => statements.map((one) => one.line));
  assert.equal(placed.length, 521);
  assert.equal(new Set(placed).size, 521);
  assert.equal(new Set(facts.map(({ sourceUrl }) => sourceUrl)).size, 167);
});

test('numbers of different releases are never one number: each keeps its release and its source', () => {
  const total = cell('cyber_flagged_csa', '2015/16', 'K04000001');
  assert.deepEqual(
    total?.statements.map(({ value, release }) => `${value} ${release}`),
    ['3000 2016-06', '3000 2016-06', '3100 2016-06', '3100 2016-06', '3186 2016-06', '3903 2017-06'],
  );
  assert.equal(total?.used?.value, 3903);
  assert.equal(total?.first?.value, 3186);
});

test('an exact number is used over an approximate one, and a probable misprint never', () => {
  const exact = seriesCells([line({ value: 90, grade: 'approximate', line: 3 }), line({})]);
  assert.equal(exact[0]?.used?.value, 100);
  assert.match(exact[0]?.why ?? '', /exact number stands before an approximate/);
  assert.equal(cell('cyber_flagged_csa', '2018/19', 'E23000020')?.used?.value, 199);
  assert.equal(cell('cyber_flagged_csa', '2018/19', 'E23000003')?.used?.value, 67);
  const lone = seriesCells([line({ grade: 'doubtful' })]);
  assert.equal(lone[0]?.used, null);
  assert.match(lone[0]?.why ?? '', /^None is used/);
});

test('where sources of one release differ, no number is used', () => {
  const [one] = seriesCells([line({}), line({ value: 120, line: 3 })]);
  assert.equal(one?.used, null);
  assert.match(one?.why ?? '', /nothing tells which is right/);
  assert.ok(one?.isContested);
});

test('a page without a date is never chosen over one with a date', () => {
  const [one] = seriesCells([line({ release: null, value: 120 }), line({ line: 3 })]);
  assert.equal(one?.used?.value, 100);
});

test('the order of the statements makes no difference to what is used', () => {
  const forth = seriesCells(facts).map(({ id, used, first }) => `${id} ${used?.line} ${first?.line}`);
  const back = seriesCells([...facts].reverse()).map(
    ({ id, used, first }) => `${id} ${used?.value} ${first?.value}`,
  );
  const values = seriesCells(facts).map(({ id, used, first }) => `${id} ${used?.value} ${first?.value}`);
  assert.equal(forth.length, back.length);
  assert.deepEqual([...back].sort(), [...values].sort());
});

test('one measure is never read for another, and no area for one of another kind', () => {
  const keys = new Set(facts.map(cellKey));
  assert.equal(keys.size, cells.length);
  assert.notEqual(cellKey(line({})), cellKey(line({ measure: 'iioc' })));
  assert.notEqual(
    cellKey(line({ areaType: 'uk', code: null, area: 'A' })),
    cellKey(line({ areaType: 'uk', code: null, area: 'B' })),
  );
});

test('the change of Northumbria is +229.6 per cent on the base of its own release and +90 on the one first published', () => {
  const change = seriesChanges(cells).find(
    ({ code, measure, before }) =>
      code === 'E23000007' && measure === 'cyber_flagged_csa' && before.period === '2015/16',
  );
  assert.equal(change?.before.value, 98);
  assert.equal(change?.after.value, 323);
  assert.equal(change?.before.release, change?.after.release);
  assert.equal(change?.firstBefore?.value, 170);
  assert.deepEqual(
    change?.printed.map(({ value }) => value),
    [229.5],
  );
});

test('both years of a like-for-like change come from one release', () => {
  const changes = seriesChanges(cells);
  assert.ok(changes.length > 50);
  for (const { before, after } of changes) {
    assert.equal(before.release, after.release);
    assert.equal(before.measure, after.measure);
    assert.equal(Number(after.period.slice(0, 4)), Number(before.period.slice(0, 4)) + 1);
  }
});

test('a part of a year is the base of no change', () => {
  const changes = seriesChanges(cells).filter(({ code }) => code === 'W15000004');
  assert.ok(changes.every(({ before }) => before.value !== 19));
});

test('matched forces are those that one release states for both years, and stand beside the raw change', () => {
  const [first] = matchedChanges(cells).filter(({ measure }) => measure === 'cyber_flagged_csa');
  assert.equal(first?.from, '2015/16');
  assert.equal(first?.pairs.length, 9);
  assert.ok(
    first?.pairs.every(({ before, after }) => before.release === '2017-06' && after.release === '2017-06'),
  );
  assert.deepEqual([first?.raw?.before.value, first?.raw?.after.value], [3186, 5653]);
});

test('in 8 of 19 force-years one offence outnumbers everything flagged', () => {
  const uses = flagUses(cells);
  assert.equal(uses.length, 19);
  assert.equal(uses.filter(({ isShort }) => isShort).length, 8);
});
