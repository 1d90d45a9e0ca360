import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBoundaries } from './boundaries.ts';
import { readAuthorityPopulations, readLocalAuthorities, readPopulations } from './populations.ts';
import { readRegister } from './register.ts';

const { asked } = readRegister();
const territorial = asked.filter((force) => force.kind === 'territorial').map((force) => force.code);
const ofForces = readPopulations();
const ofAuthorities = readAuthorityPopulations();
const authorities = readLocalAuthorities();

test('every territorial force has its children in every year of the register, and a missing year is no number', () => {
  assert.deepEqual(ofForces.years, [2017, 2019, 2020, 2023]);
  for (const force of territorial) {
    for (const year of ofForces.years) assert.ok((ofForces.population(force, year, '0-17') ?? 0) > 0, force);
  }
  assert.equal(ofForces.population('E23000021', 2016, '0-17'), undefined);
});

test('the children of the local authorities add up to those of their force', () => {
  for (const year of ofAuthorities.years) {
    const sums = new Map<string, number>();
    for (const one of authorities) {
      const people = ofAuthorities.population(one.code, year, '0-17') ?? 0;
      sums.set(one.force, (sums.get(one.force) ?? 0) + people);
    }
    for (const force of territorial) {
      assert.equal(sums.get(force), ofForces.population(force, year, '0-17'), `${force} ${year}`);
    }
  }
});

test('every territorial force has an outline whose rings close, within England and Wales', () => {
  const outlines = readBoundaries();
  assert.deepEqual(
    outlines.map((outline) => outline.force),
    [...territorial].sort(),
  );
  for (const ring of outlines.flatMap((outline) => outline.polygons.flat())) {
    assert.deepEqual(ring[0], ring.at(-1));
    for (const [longitude, latitude] of ring) {
      assert.ok(longitude > -6.5 && longitude < 1.8 && latitude > 49.8 && latitude < 55.9);
    }
  }
});
