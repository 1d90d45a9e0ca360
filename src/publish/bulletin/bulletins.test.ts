import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Release, ReleasedFigure, RequestState } from '#tables/release.ts';
import {
  bulletinsOf,
  claimBreaches,
  englishBreaches,
  lengthBreaches,
  numberBreaches,
} from '../../../test/support/bulletin-breaches.ts';
import { firstYearRelease } from '../../../test/support/first-year-release.ts';
import { figure, type Known, released } from '../../../test/support/released.ts';
import { indexRelease } from '../release-index.ts';
import { changeSentence } from './change.ts';
import { renderBulletins } from './render-bulletins.ts';

const release = firstYearRelease();

/** The release with another number for the total of Leicestershire, or another answer of it. */
function leicestershire(
  known: Known,
  state: RequestState = 'answered',
  over: Partial<ReleasedFigure> = {},
): Release {
  const change = (one: ReleasedFigure): ReleasedFigure =>
    one.id === 'leicestershire-offences-2015-16' ? { ...one, number: released(known), ...over } : one;
  return {
    ...release,
    // What stands beside its own number belongs to the number that was changed.
    comparison: null,
    series: known === 'withheld' ? null : release.series,
    figures: release.figures.map(change),
    requests: release.requests.map((one) => (one.force === 'E23000021' ? { ...one, state } : one)),
  };
}

function textOf(from: Release, slug = 'force/leicestershire'): string {
  return String(renderBulletins(from).get(`${slug}.txt`) ?? '').replace(/\s+/g, ' ');
}

const many = Number.POSITIVE_INFINITY;
const STATES: readonly RequestState[] = [
  'answered',
  'refused',
  'no-reply',
  'unknown',
  'partial',
  'not-held',
  'flag-not-used',
];
const practice: Release = {
  ...release,
  standing: 'practice',
  title: 'Sexual communication with a child, 2015/16',
};
const variants: readonly (readonly [string, Release])[] = [
  ['the first year', release],
  ['practice data', practice],
  ['a total of none', leicestershire({ low: 0, high: 0 })],
  ['a total of one', leicestershire({ low: 1, high: 1 })],
  ['a range', leicestershire({ low: 5, high: 97 }, 'answered', { method: 'bounds' })],
  ['an open number', leicestershire({ low: 97, high: many })],
  ['a number withheld', leicestershire('withheld')],
  ...STATES.map((state) => [`no figure, ${state}`, leicestershire('not-available', state)] as const),
  ['no national figure', { ...release, figures: release.figures.filter(({ area }) => area !== 'K04000001') }],
  [
    'no published totals',
    {
      ...release,
      figures: release.figures.filter(({ method }) => method !== 'published' && method !== 'rate'),
    },
  ],
  [
    'withheld neighbours',
    {
      ...release,
      figures: release.figures
        .map((one) =>
          ['W15000002', 'W15000003', 'E23000014'].includes(one.area)
            ? { ...one, number: released('withheld') }
            : one,
        )
        .filter(({ method }) => method !== 'published'),
    },
  ],
  ['no figure at all', { ...release, figures: [] }],
  [
    'many long doubts',
    leicestershire({ low: 97, high: 97 }, 'answered', {
      doubts: Array.from({ length: 6 }, () => 'A doubt of ten words that says why the number may fail.'),
    }),
  ],
];

for (const [name, from] of variants) {
  test(`every bulletin has 80 to 150 words: ${name}`, () => assert.deepEqual(lengthBreaches(from), []));
  test(`every bulletin reads as English: ${name}`, () => assert.deepEqual(englishBreaches(from), []));
  test(`every number in a bulletin is a released one of its area, its region, the country or their coverage: ${name}`, () =>
    assert.deepEqual(numberBreaches(from), []));
  test(`no bulletin claims a change or a rank that the figures do not bear: ${name}`, () =>
    assert.deepEqual(claimBreaches(from), []));
}

test('a bulletin says one offence in the singular and none as a count', () => {
  const one = textOf(leicestershire({ low: 1, high: 1 }));
  assert.match(
    one,
    /recorded 1 sexual offence against children with the online flag in the year to March 2016\./,
  );
  const none = textOf(leicestershire({ low: 0, high: 0 }));
  assert.match(none, /recorded no sexual offences against children/);
  assert.match(none, /not a gap in the data/);
});

test('a range is said with both ends, and an open number with at least', () => {
  assert.match(
    textOf(release, 'force/derbyshire'),
    /between 0 and 195; nothing narrower follows from what was published with it/,
  );
  assert.match(textOf(release, 'force/derbyshire'), /nobody has said that there were none/);
  assert.match(textOf(leicestershire({ low: 97, high: many })), /at least 97/);
});

test('a withheld number is nowhere in its bulletin, and neither is a hint at it', () => {
  const text = textOf(leicestershire('withheld'));
  assert.doesNotMatch(text, /\b97\b|\b3\b(?!,)/);
  assert.match(text, /should not be read as zero/);
});

test('a force without a figure is said to be not known and never none', () => {
  for (const state of STATES) {
    const text = textOf(leicestershire('not-available', state));
    assert.match(text, /is not known\. It should not be read as zero/, state);
    assert.doesNotMatch(text, /recorded (?:no|0) /, state);
  }
  assert.match(textOf(leicestershire('not-available', 'refused')), /refused to give one/);
  assert.match(textOf(leicestershire('not-available', 'flag-not-used')), /does not use the flag/);
});

test('what some forces add up to is never called the figure of their region', () => {
  const text = textOf(release, 'region/north-west');
  assert.match(text, /^North West: no figure for the whole region/);
  assert.match(text, /One of its five police forces has a figure of its own: Merseyside recorded 164\./);
});

test('what some forces add up to is never called a national total', () => {
  const figures = release.figures.filter(({ method }) => method !== 'published' && method !== 'rate');
  const text = textOf({ ...release, figures }, 'country/england-and-wales');
  assert.match(text, /^England and Wales: no national total; 1,034 /);
  assert.match(text, /Of the 44 police forces asked in England and Wales, 11 have a known figure/);
  assert.doesNotMatch(text, /gave no data/);
});

test('practice data say so in the first words of the title', () => {
  for (const { bulletin } of bulletinsOf(practice))
    assert.match(bulletin.title, /^PRACTICE DATA, invented\. /);
});

test('a doubt stands in the bulletin of its figure', () => {
  assert.match(textOf(release, 'force/durham'), /no figure for 2015\/16 is available from this force/);
});

const earlierCases: readonly (readonly [now: Known, before: Known, RegExp])[] = [
  [{ low: 97, high: 97 }, { low: 80, high: 80 }, /it was 80: more were recorded/],
  [{ low: 97, high: 97 }, { low: 120, high: 120 }, /it was 120: fewer were recorded/],
  [{ low: 97, high: 97 }, { low: 97, high: 97 }, /it was 97 too/],
  [{ low: 0, high: 97 }, { low: 80, high: 80 }, /ranges overlap/],
  [{ low: 97, high: many }, { low: 120, high: 120 }, /ranges overlap/],
  [{ low: 97, high: many }, { low: 80, high: 80 }, /more were recorded/],
  [{ low: 97, high: 97 }, 'withheld', /no trend to report/],
];

for (const [now, before, expected] of earlierCases) {
  test(`against ${JSON.stringify(before)} a year before, ${JSON.stringify(now)} is told as ${expected.source}`, () => {
    assert.match(change(now, before), expected);
  });
}

function change(now: Known, before: Known, over: Partial<ReleasedFigure> = {}): string {
  const coverage = { ...figure({ count: now }).coverage, includedForces: ['E23000021'] };
  const one = figure({ count: now, area: 'E23000021', coverage });
  const period = '2014-04-01/2015-03-31';
  const other = figure({ count: before, area: 'E23000021', coverage, id: 'before', period, ...over });
  return changeSentence(one, indexRelease({ ...release, figures: [one, other] }));
}

test('nothing is compared with another length of time, another measure or other forces', () => {
  const [now, before] = [
    { low: 97, high: 97 },
    { low: 80, high: 80 },
  ];
  const others = { ...figure({ count: now }).coverage, includedForces: ['E23000022'] };
  const unnamed = { ...figure({ count: now }).coverage, includedForces: ['E23000021'], includedUnnamed: 1 };
  for (const over of [
    { period: '2014-10-01/2015-03-31' },
    { period: '2016-04-01/2017-03-31' },
    { measure: 'victims' },
    { coverage: others },
    { coverage: unnamed },
  ]) {
    assert.match(change(now, before, over), /no trend to report/, JSON.stringify(over));
  }
});
