import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishedFact } from '#register/published-figures.ts';
import { readPublishedFigures } from '#register/published-figures.ts';
import { releaseSeries } from './release-series.ts';

const THRESHOLD = 5;
const series = await releaseSeries(THRESHOLD);
const statements = series.cells.flatMap((cell) => cell.statements.map((one) => ({ cell, one })));

test('every published count goes through the door, and none below national level is small', async () => {
  for (const { cell, one } of statements) {
    if (cell.unit !== 'offences' && cell.unit !== 'victims') continue;
    const value = one.number?.value;
    assert.ok(value !== undefined, one.id);
    if (cell.area.type !== 'force' && cell.area.type !== 'region') continue;
    assert.ok(value.status !== 'published' || value.low === 0 || value.low >= THRESHOLD, one.id);
  }
});

const total: PublishedFact = {
  ...(readPublishedFigures()[0] as PublishedFact),
  areaType: 'force',
  area: 'Kent',
  code: 'E23000032',
  dimension: '',
  category: '',
  unit: 'offences',
  release: '2016-06',
  grade: 'exact',
  value: 20,
  note: '',
  line: 900,
};

test('a small count that somebody printed is withheld, and so is one from which it could be worked out', async () => {
  const small = { ...total, line: 901, dimension: 'offence', category: 'a', value: 3 };
  const large = { ...total, line: 902, dimension: 'offence', category: 'b', value: 18 };
  const { cells, audit } = await releaseSeries(THRESHOLD, { facts: [total, small, large] });
  assert.equal(
    audit.withheld,
    cells.flatMap(({ statements }) => statements).filter(({ number }) => number?.value.status === 'withheld')
      .length,
  );
  assert.ok(audit.withheld >= 2 && audit.cells > audit.withheld);
  const status = (line: number) =>
    cells.flatMap((cell) => cell.statements).find(({ id }) => id === `s${line}`)?.number?.value.status;
  assert.equal(status(901), 'withheld');
  assert.ok(status(900) === 'withheld' || status(902) === 'withheld');
});

test('a note that tells a small count is not told', async () => {
  const { cells } = await releaseSeries(THRESHOLD, {
    facts: [{ ...total, note: 'only 3 victims were boys' }],
  });
  assert.equal(cells[0]?.statements[0]?.note, '');
});

test('the age of the youngest, and shares of what one force counted, are in no release', async () => {
  assert.ok(series.cells.every(({ unit }) => unit !== 'years'));
  for (const { area, unit, category } of series.cells)
    if (unit === 'percent' && area.code !== null && /^[EW]\d{8}$/.test(area.code) && area.type === 'force')
      assert.match(category, /^percent change/);
});

test('whatever a change or a contradiction names is in the series', async () => {
  const ids = new Set(statements.map(({ one }) => one.id));
  for (const change of series.changes)
    for (const id of [change.before, change.after, change.firstBefore, ...change.printed])
      assert.ok(id === null || ids.has(id));
  for (const use of series.flagUse) assert.ok(ids.has(use.flagged) && ids.has(use.communication));
  const measures = new Set(series.measures.map(({ id }) => id));
  for (const { measure, id } of series.contradictions) assert.ok(measures.has(measure), id);
});

test('a number that a contradiction says is used is the one the rule chooses', async () => {
  const wrong = series.contradictions.flatMap(({ id, measure, period, code, used }) => {
    if (used === null) return [];
    const found = series.cells
      .filter(
        (cell) =>
          cell.measure === measure && cell.period === period && (code === null || cell.area.code === code),
      )
      .flatMap((cell) => cell.statements.filter((one) => one.id === cell.used || one.id === cell.first))
      .some(({ number }) => number?.value.status === 'published' && number.value.low === used);
    return found ? [] : [id];
  });
  assert.deepEqual(wrong, []);
});

test('a release that withholds a number repeats nothing that others printed of its period below national level', async () => {
  const guarded = await releaseSeries(THRESHOLD, { guarded: '2015-04-01/2016-03-31' });
  const told = guarded.cells.filter(({ period }) => period.startsWith('2015/16'));
  assert.ok(told.length > 0);
  assert.ok(told.every(({ area }) => area.type === 'uk' || area.code === null || area.code === 'K04000001'));
  assert.ok(guarded.changes.every(({ from, to }) => from !== '2015/16' && to !== '2015/16'));
  assert.ok(guarded.cells.length > 300);
});
