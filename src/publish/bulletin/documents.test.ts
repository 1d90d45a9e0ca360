import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentBreaches, documentsOf } from '../../../test/support/document-breaches.ts';
import { firstYearRelease } from '../../../test/support/first-year-release.ts';
import { renderBulletins } from './render-bulletins.ts';

const release = firstYearRelease();
const files = renderBulletins(release);

test('every area has its bulletin as plain text and as a Word file', () => {
  assert.equal(files.size, 2 * (44 + 10 + 1));
  for (const [path, content] of files)
    assert.equal(typeof content, path.endsWith('.txt') ? 'string' : 'object', path);
});

test('every bulletin has what must go with the number, how to quote it and where to get help', () => {
  for (const { area, text } of documentsOf(release)) {
    for (const heading of ['What must go with the number', 'How to quote it', 'Where to get help'])
      assert.ok(text.includes(heading), `${area.slug}: ${heading}`);
    assert.match(text, /999/, area.slug);
  }
});

test('no whole bulletin holds a gap, a rise, a rank or a number withheld', () => {
  assert.deepEqual(documentBreaches(release), []);
});

test('a bulletin that says a number rose, or ranks a force, is found', () => {
  const doubts = ['The number rose by half.', 'It is the highest of all forces.'];
  const figures = release.figures.map((one) =>
    one.id === 'leicestershire-offences-2015-16' ? { ...one, doubts } : one,
  );
  const found = documentBreaches({ ...release, figures });
  assert.ok(found.some((one) => one.includes('rose')) && found.some((one) => one.includes('highest')));
});

test('a Word file has the same bytes in any time zone', () => {
  const zone = process.env.TZ;
  try {
    const made = ['Pacific/Auckland', 'America/Los_Angeles', 'UTC'].map((one) => {
      process.env.TZ = one;
      return Buffer.from(renderBulletins({ ...release }).get('force/durham.docx') ?? '').toString('base64');
    });
    assert.equal(new Set(made).size, 1);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('the chart of a force that was restated says both numbers, each with its release', () => {
  const text = String(files.get('force/northumbria.txt'));
  assert.match(text, /98 {2}release of February 2018; first published as 170 \(June 2016\)/);
});
