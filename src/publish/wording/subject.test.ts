import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstYearRelease } from '../../../test/support/first-year-release.ts';
import { subjectOf } from './subject.ts';

const release = firstYearRelease();

test('the subject of a release is its title without period and closing remark', () => {
  assert.deepEqual(subjectOf(release), {
    heading: 'Sexual offences against children with the online flag',
    many: 'sexual offences against children with the online flag',
    one: 'sexual offence against children with the online flag',
    isFlag: true,
  });
});

test('a subject that names one offence is counted as offences of it', () => {
  const period = '2024-04-01/2025-03-31';
  assert.deepEqual(subjectOf({ ...release, period, title: 'Sexual communication with a child, 2024/25' }), {
    heading: 'Sexual communication with a child',
    many: 'offences of sexual communication with a child',
    one: 'offence of sexual communication with a child',
    isFlag: false,
  });
});
