import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '#tables/release.ts';
import { firstYearRelease } from '../../../test/support/first-year-release.ts';
import { indexRelease } from '../release-index.ts';
import { rank, servicesFor, serviceView, shortList } from './support.view.ts';

const release = firstYearRelease();
const index = indexRelease({ ...release, services: [...release.services].reverse() });

function service(whoFor: string, phone = ''): Service {
  return { name: 'A service', whoFor, phone, url: 'https://service.example', area: 'national' };
}

const ranks: readonly (readonly [whoFor: string, phone: string, rank: number])[] = [
  ['Anyone, if a child is in immediate danger', '999', 0],
  ['Children and young people up to 19', '0800 1111', 1],
  ['Under-18s who want an image taken down', '', 1],
  ['Boys and men aged 13 or over, and their loved ones', '', 1],
  ['Victims of any crime in England and Wales', '', 2],
  ["Anyone worried about child sexual abuse, including their own or someone else's thoughts", '', 2],
  ['Adults worried about a child', '', 3],
  ['Adults abused in childhood', '', 4],
  ['Anyone aged 16 or over in England and Wales', '', 4],
];

for (const [whoFor, phone, expected] of ranks) {
  test(`a service for "${whoFor}" stands in place ${expected} of the order in which a child needs them`, () => {
    assert.equal(rank(service(whoFor, phone)), expected);
  });
}

test('emergency and lines for children stand before lines for adults, whatever the order of the register', () => {
  const order = servicesFor(index.country, index).map(rank);
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
});

test('a local service is offered in its area, in its region and nowhere else', () => {
  const names = (code: string): string =>
    shortList(index.area(code), index)
      .map(({ name }) => name)
      .join();
  for (const code of ['W92000004', 'W15000002']) assert.match(names(code), /Meic/);
  for (const code of ['E23000021', 'E12000004']) assert.match(names(code), /First Step/);
  for (const code of ['K04000001', 'E23000031', 'btp']) assert.doesNotMatch(names(code), /Meic|First Step/);
});

test('a number can be called, and words about texting cannot', () => {
  assert.equal(serviceView(service('', '080880 23456')).call, 'tel:08088023456');
  assert.equal(serviceView(service('', 'Text SHOUT to 85258')).call, null);
  assert.equal(serviceView(service('', '')).call, null);
});
