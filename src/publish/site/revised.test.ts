/** What a correction shows on its pages: every revised figure bears [r], and the page of revisions tells each change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstYearRelease } from '../../../test/support/first-year-release.ts';
import type { Edition } from '../edition.ts';
import { firstEdition } from '../edition.ts';
import { renderSite } from './render-site.ts';

const release = { ...firstYearRelease(), id: 'flagged-2015-16-r2', number: 2 };
const CHANGED = 'leicestershire-offences-2015-16';
const edition: Edition = {
  publication: {
    ...firstEdition.publication,
    publisher: 'An Organisation',
    nextUpdate: 'December 2027',
    address: 'https://figures.example.org/',
  },
  revision: {
    supersedes: 'flagged-2015-16-r1',
    why: 'A paper was misread.',
    changes: [
      { figure: CHANGED, kind: 'revised', was: '90', now: '97' },
      { figure: 'gone-figure', kind: 'removed', was: '12', now: null },
    ],
  },
};
const corrected = renderSite(release, edition);
const first = renderSite(release);
const textOf = (path: string, files = corrected): string =>
  String(files.get(path) ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('a revised figure bears [r] on the page of its area, of its region, its own page and the first page', () => {
  for (const path of [
    'force/leicestershire/index.html',
    'region/east-midlands/index.html',
    `figure/${CHANGED}/index.html`,
    'index.html',
  ])
    assert.match(textOf(path), /97 \[r\] revised since the release before/, path);
  assert.doesNotMatch(textOf('force/durham/index.html'), /13 \[r\]/);
});

test('the page of revisions tells what a correction changed, figure by figure, and why', () => {
  const text = textOf('revisions/index.html');
  assert.match(text, /takes the place of flagged-2015-16-r1/);
  assert.match(text, /Why: A paper was misread\. Figures: one revised, no new and one gone\./);
  assert.match(text, /Leicestershire Police all offences, 2015\/16 90 97 \[r\] revised/);
  assert.match(text, /No longer in the release gone-figure 12 none gone/);
});

test('a first release has no mark of a revision and no table of changes', () => {
  assert.doesNotMatch(textOf('force/leicestershire/index.html', first), /\[r\] revised since/);
  assert.match(textOf('revisions/index.html', first), /of its collection/);
  assert.doesNotMatch(textOf('revisions/index.html', first), /takes the place of/);
});

test('the page of data leads to workbooks, metadata, dictionary, manifest, catalogue, API, feed and announcements', () => {
  const html = String(corrected.get('data/index.html'));
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
  for (const file of [
    /\.ods$/,
    /\.xlsx$/,
    /\.csv-metadata\.json$/,
    /dictionary\.csv$/,
    /catalogue\.jsonld$/,
  ]) {
    const found = links.find((href) => file.test(href));
    assert.ok(found !== undefined && corrected.has(found.replace(/^\.\.\//, '')), String(file));
  }
  assert.ok(links.includes('../release.json'));
  for (const path of [
    'api/openapi.json',
    'api/releases/flagged-2015-16-r2/figures',
    'feed.atom',
    'announcements/',
    'release/flagged-2015-16-r2/',
    'latest/flagged-2015-16/',
  ])
    assert.ok(links.includes(`https://figures.example.org/${path}`), path);
  assert.match(textOf('data/index.html'), /Published by An Organisation/);
  assert.match(textOf('data/index.html'), /Next update December 2027/);
  assert.match(textOf('data/index.html', first), /\/announcements\//);
});
