/**
 * A release of the first year of the flag, 2015/16, for tests of what is published. `firstYearRelease` always gives an
 * equal value.
 */
import { finding } from '#finding/catalogue.ts';
import { readPopulations } from '#register/populations.ts';
import { compare } from '#tables/comparison.ts';
import type { ForceRequest, Release, ReleasedTable, RequestState } from '#tables/release.ts';
import { releaseSeries } from '#work/release-series.ts';
import { areas } from './areas-of-england-and-wales.ts';
import { figures, name, named, origins, PERIOD, THREE } from './first-year-figures.ts';
import { hash, stated } from './first-year-numbers.ts';
import { services } from './first-year-services.ts';
import { nspcc } from './first-year-statements.ts';

const requests: ForceRequest[] = areas
  .filter(({ kind }) => kind === 'force')
  .map((area) => {
    const own = stated.find(({ force }) => force === area.code);
    const state: RequestState = named.includes(area.code)
      ? 'answered'
      : area.code === 'E23000001'
        ? 'no-reply'
        : 'unknown';
    const sentences = own
      ? [`${area.name} answered.`]
      : THREE.includes(area.code)
        ? [`${area.name} answered. Its own figure was not published.`]
        : area.code === 'E23000001'
          ? [
              'Reported in 2016 as one of six forces that gave no data; whether by refusal or by silence is not stated.',
            ]
          : [
              'Six of the 44 forces did not supply data; five of them are not named. Whether this force is one of the five is not public.',
            ];
    const file = own?.file.slice(0, own.file.indexOf('#'));
    return {
      force: area.code,
      state,
      sentences,
      files: file === undefined ? [] : [{ file: `returns/${file}`, sha256: hash(file) }],
    };
  });

const own = (code: string): string | null =>
  figures.find((one) => one.area === code && one.breakdown === null && one.group === null)?.id ?? null;

const tables: ReleasedTable[] = [
  {
    id: 'offences-by-area',
    title: 'Sexual offences against children with the online flag, by area, 2015/16',
    notes: ['[x] means that no figure was published. It does not mean zero.'],
    columns: ['Area', 'Offences'],
    rows: areas.map((area) => ({ label: area.name, area: area.code, figures: [own(area.code)] })),
  },
  {
    id: 'victims-by-age',
    title: 'Victims by age, where published, 2015/16',
    notes: ['Ages were not asked or published in the same bands everywhere.'],
    columns: ['Area and age', 'Victims'],
    rows: figures
      .filter(({ breakdown }) => breakdown?.dimension === 'age')
      .map((one) => ({
        label: `${name.get(one.area)}, ${one.breakdown?.label}`,
        area: one.area,
        figures: [one.id],
      })),
  },
];

const SERIES = await releaseSeries(5);

export function firstYearRelease(): Release {
  return {
    id: 'flagged-2015-16-r1',
    number: 1,
    title:
      'Sexual offences against children with the online (cyber) flag, 2015/16 (real figures, reconstructed files)',
    collection: 'flagged-2015-16',
    standing: 'real',
    standingSentence:
      'The figures are real, as first published in June 2016. The files shown are reconstructed: their layout and wording are invented, their numbers are not.',
    period: PERIOD,
    threshold: 5,
    areas,
    figures,
    origins,
    tables,
    requests,
    findings: [
      {
        finding: finding('decoy-number', 'page.html#p20', { what: 'page number' }),
        force: 'E23000036',
        sentence: 'A number on the page is not an answer: it numbers the page.',
      },
      {
        finding: finding('unit-ambiguous', 'reply.eml#l12', {}),
        force: 'E23000008',
        sentence: 'The reply does not say whether the number counts offences or victims; read as offences.',
      },
    ],
    audit: {
      cells: 41,
      published: 36,
      primary: 3,
      secondary: 2,
      disclosed: 0,
      derived: { tightest: 9, widest: null },
      earlier: [],
    },
    services,
    sources: [
      {
        label: 'Children & Young People Now, June 2016',
        url: 'http://www.cypnow.co.uk/cyp/news/1157884/child-sex-offences-involving-the-internet-top-3-000',
      },
      { label: 'NSPCC, June 2016', url: nspcc },
    ],
    comparison: compare({ figures, areas, period: PERIOD, populations: readPopulations() }),
    series: SERIES,
  };
}
