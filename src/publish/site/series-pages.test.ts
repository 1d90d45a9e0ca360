import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstYearRelease } from '../../../test/support/first-year-release.ts';
import { vintageText } from '../wording/names.ts';
import { renderSite } from './render-site.ts';

const release = firstYearRelease();
const files = renderSite(release);
const textOf = (path: string): string =>
  String(files.get(path) ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
const revisions = textOf('revisions/index.html');

/**
 * Every contradiction that the comparison of the sources found, by the numbers and words that name it: what a page of
 * revisions must hold, written down apart from the register that the page is made from.
 */
const CONTRADICTIONS: Readonly<Record<string, readonly RegExp[]>> = {
  'the first total, exact and approximate': [
    /3,186 exactly/,
    /more than 3,000/,
    /more than 3,100/,
    /approximately 3,100/,
  ],
  'the first total restated twice': [/3,903 from 39/, /4,042/, /22\.5 and 26\.9 per cent/],
  'the base that is the former one with Northern Ireland': [/3,903 \(2017\) and 139/, /make 4,042 exactly/],
  'the year of the restated total': [/twelve months to June 2016/],
  'West Mercia restated': [/85 in June 2016 and 114 in June 2017, 34 per cent more/],
  'Northumbria restated': [/170 in June 2016 and 98 in June 2017, 42 per cent fewer/, /\+229\.5/, /\+90/],
  'Durham no longer available': [/13 in June 2016/, /no figure for 2015\/16 is available/],
  'Wales restated': [/296 from four forces in 2016; 258 from three/, /180 between them/],
  'Northern Ireland restated': [/139 in June 2016 and 138/, /196, later 195/],
  'three totals of 2018/19': [/8,224/, /8,244/, /8,656/],
  'ten and under': [/185 in most outlets, 164 in others/],
  'Wiltshire restated': [/54 in June 2019 and 77/],
  'Lincolnshire misprinted': [/199 in June 2019 and 119/, /14 per cent/],
  'Lancashire on one day': [/66 in one outlet and 67/, /525 per cent/],
  'three totals of 2019/20': [
    /10,391 for all forces; 10,331 in one outlet; 10,058/,
    /16 per cent for all and 17/,
  ],
  'the rise to 2016/17': [/\+44 per cent in June 2017/, /\+59 per cent in February 2018/, /38 in one outlet/],
  Kent: [/573 per cent/, /473 per cent/],
  'Greater Manchester': [/"doubled" for 417 to 628/, /51 per cent/],
  rounding: [/8\.7 and is printed as 8, 15\.5 as 15, 22\.5 as 22; 44\.8 per cent is printed as 44/],
  'bands of ages': [/"under 10" in 2016 and "10 and under"/, /victims in one outlet and offences in another/],
  Cheshire: [/417 \(Greater Manchester\) \+ 164 \(Merseyside\) \+ 77 \(Cumbria\) \+ 164 is 822/, /690/],
  'Thames Valley': [/183 in 2016\/17, "121" for 2017, and 369/, /22 per cent/],
  'West Midlands': [/241 is introduced as the last two years/, /141 of 2016 does not name/],
  'five years of Wales': [/2,622, less 258, 458, 576 and 566/, /764/],
  'sexual communication in 2017/18': [/3,171 in June 2018/, /3,182/, /3,217/, /3,728/],
  'the North West': [/565 is printed/, /566/],
  Hampshire: [/152, 181, 291, 18, missing, 279, 95/, /992/, /921/, /71/],
  'shares of platforms': [/10 per cent in most outlets and 12/, /together or each/],
  'the lowest age': [/seven after six months, two after nine months and five after twelve/],
  'image offences': [/18,522/, /18,574/],
  'Dyfed-Powys': [/19 covers October 2017 to April 2018/, /more than tripled/],
  'the rise of image offences': [/79 per cent/, /33,000/, /45 per cent/, /22,724/],
  'the rise to 2024/25': [/\+99 per cent/, /\+95 per cent/],
  'the rise that went down': [/\+84 per cent since 2017\/18 at 6,156/, /\+82 per cent at 6,350/],
  'the fall that is none': [/10,391 for 2019\/20 from 46 forces, then 9,742 for 2020\/21 from 41/],
  'victims aged 13': [/535 for 2015\/16 and 257/],
  'reported and recorded': [/738 reported/, /666, later 663/],
};

for (const [name, numbers] of Object.entries(CONTRADICTIONS)) {
  test(`the page of revisions tells the contradiction: ${name}`, () => {
    for (const number of numbers) assert.match(revisions, number);
  });
}

test('every number of which there is more than one version stands on the page of revisions with all of them', () => {
  const contested = (release.series?.cells ?? []).filter(({ isContested }) => isContested);
  assert.equal(contested.length, 15);
  for (const cell of contested)
    for (const { number } of cell.statements)
      if (number?.value.status === 'published')
        assert.ok(revisions.includes(number.value.low.toLocaleString('en-GB')), cell.id);
});

test('a change whose base was restated is told on both bases', () => {
  assert.match(revisions, /98 to 323: \+229\.6 per cent 170 to 323: \+90\.0 per cent \+229\.5 per cent/);
  const force = textOf('force/northumbria/index.html');
  assert.match(force, /98 to 323: \+229\.6 per cent/);
  assert.match(force, /170 to 323: \+90\.0 per cent on the first; printed as \+229\.5 per cent/);
});

test('every statement stands on a page of its measure with its source and its release', () => {
  const pages = [...files]
    .filter(([path]) => /^series\/[^/]+\/[^/]+\/index\.html$/.test(path))
    .map(([, html]) => String(html));
  const all = pages.join('');
  const rows = new Map(
    [...all.matchAll(/<tr role="row" id="(s\d+)">.*?<\/tr>/gs)].map(([row, id = '']) => [id, row]),
  );
  const statements = (release.series?.cells ?? []).flatMap((cell) => cell.statements);
  assert.equal(statements.length + (release.series?.leftOut ?? 0), 521);
  assert.equal(rows.size, statements.length);
  for (const { id, sourceUrl, release: month } of statements) {
    assert.equal(all.split(`id="${id}"`).length, 2, id);
    const row = rows.get(id) ?? '';
    assert.ok(row.includes(`href="${sourceUrl.replaceAll('&', '&amp;')}"`), `${id}: ${sourceUrl}`);
    assert.ok(row.includes(month === null ? 'not dated' : vintageText(month)), `${id}: ${month}`);
    assert.ok(row.includes(`Statement ${id.slice(1)} of the register`), id);
  }
});

test('wherever a number of the series is used, it leads to the very statement it was read from', () => {
  const links = (path: string) => [...String(files.get(path)).matchAll(/#(s\d+)"/g)].map(([, id = '']) => id);
  const cells = release.series?.cells ?? [];
  for (const { slug, id } of release.series?.measures ?? []) {
    const found = new Set(links(`series/${slug}/index.html`));
    const totals = cells.filter(
      (one) => one.measure === id && one.kind === 'year' && one.dimension === '' && one.area.type === 'force',
    );
    const used = totals.filter(({ unit }) => unit === 'offences').flatMap((one) => one.used ?? []);
    assert.deepEqual(
      used.filter((one) => !found.has(one)),
      [],
    );
  }
  const onRevisions = new Set(links('revisions/index.html'));
  const contested = cells.filter(({ isContested }) => isContested).flatMap((one) => one.used ?? []);
  assert.deepEqual(
    contested.filter((one) => !onRevisions.has(one)),
    [],
  );
  const force = new Set(links('force/northumbria/index.html'));
  const ofForce = cells.filter(({ area }) => area.code === 'E23000007').flatMap((one) => one.used ?? []);
  assert.ok(ofForce.length > 2);
  assert.deepEqual(
    ofForce.filter((one) => !force.has(one)),
    [],
  );
});

test('a number that was restated bears the mark [r] wherever it is used', () => {
  assert.match(textOf('series/flagged/index.html'), /Northumbria Police 98 \[r\]/);
  assert.match(textOf('force/northumbria/index.html'), /98 \[r\]/);
  assert.match(textOf('series/flagged/2015-16/index.html'), /Used \[r\]/);
  assert.match(textOf('series/flagged/index.html'), /\[r\] restated: an earlier release gave another number/);
});

test('a force whose one offence outnumbers everything flagged is told so as a fact about recording', () => {
  const forces = new Set(
    (release.series?.flagUse ?? []).filter(({ isShort }) => isShort).map(({ code }) => code),
  );
  assert.equal(forces.size, 4);
  for (const area of release.areas.filter(({ kind }) => kind === 'force')) {
    const isTold = /outnumber everything this force flagged/.test(textOf(`force/${area.slug}/index.html`));
    assert.equal(isTold, forces.has(area.code), area.name);
  }
  assert.match(textOf('series/index.html'), /In eight of the 19 forces and years/);
});

test('no line joins the national totals, and a line of a force joins numbers of one release only', () => {
  assert.doesNotMatch(String(files.get('series/flagged/index.html')), /chart__join/);
  assert.match(String(files.get('force/northumbria/index.html')), /chart__join/);
  assert.doesNotMatch(String(files.get('force/avon-and-somerset/index.html')), /chart__join/);
});

test('practice data stand beside no figure that others published', () => {
  const practice = renderSite({ ...release, standing: 'practice', series: null });
  assert.ok([...practice.keys()].every((path) => !path.startsWith('series/')));
  for (const [path, html] of practice)
    if (path.endsWith('.html')) assert.doesNotMatch(String(html), /series\/index\.html/, path);
});

test('the estimate page publishes its test, whether an estimate is made or not', () => {
  const page = textOf('estimate/index.html');
  assert.match(page, /No estimate is made/);
  assert.match(page, /one force 11 11 100\.0 per cent Failed/);
});

test('a place leads to the page of its force, without a script', () => {
  const page = String(files.get('areas/find/index.html'));
  for (const [place, slug] of [
    ['Hartlepool', 'cleveland'],
    ['Bath', 'avon-and-somerset'],
    ['Cardiff', 'south-wales'],
  ])
    assert.match(page, new RegExp(`href="\\.\\./\\.\\./force/${slug}/index\\.html">${place}<`));
});
