import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from './facts.ts';
import { ownRegister } from './own-register.ts';
import { readRegister } from './register.ts';

const { asked, findForce, force, forces, area } = readRegister();

const codeOf = (text: string): string => {
  const found = findForce(text);
  return 'value' in found ? found.value.code : found.kind;
};

test('a collection asks 44 forces: 43 territorial ones, each in a region, and British Transport Police', () => {
  assert.equal(asked.length, 44);
  assert.equal(asked.filter((one) => one.region !== null && area(one.region) !== undefined).length, 43);
  assert.equal(force('btp')?.name, 'British Transport Police');
});

test('a force is found by name, area, code and the last part of its path', () => {
  for (const one of forces) {
    for (const text of [one.name, one.area, one.code, one.slug, one.name.toUpperCase()]) {
      assert.equal(codeOf(text), one.code, text);
    }
  }
});

test('every alias of a force finds its own force', () => {
  for (const { alias, force } of readFacts(ownRegister, 'force-aliases.csv', [
    'alias',
    'force',
    'source',
    'added',
  ])) {
    assert.deepEqual([findForce(alias).kind, codeOf(alias)], ['exact', force], alias);
  }
});

test('a place inside the area of a force is not the force, and the force is named as nearest', () => {
  assert.deepEqual(findForce('Herefordshire'), { kind: 'none', nearest: ['West Mercia Police'] });
  assert.deepEqual(findForce('East Yorkshire'), { kind: 'none', nearest: ['Humberside Police'] });
  assert.equal(codeOf('East Midlands'), 'none');
});

test('a misspelt force is found near, but never across the points of the compass', () => {
  assert.equal(codeOf('Leicstershire'), 'E23000021');
  assert.equal(codeOf('Hertforshire Constabulary'), 'E23000027');
  assert.equal(findForce('Leicstershire').kind, 'near');
  assert.equal(codeOf('Sorth Wales'), 'none');
  assert.equal(codeOf('Eest Midlands'), 'none');
});
