/** The numbers of the eleven forces whose own figures for 2015/16 were first published in June 2016. */

/** Total per force with its own figure, and the breakdowns that were published with it. */
import type { Breakdown } from '#tables/release.ts';

export const stated: readonly {
  readonly force: string;
  readonly total: number;
  readonly file: string;
  readonly ages?: readonly (readonly [category: string, count: number])[];
  readonly offences?: readonly (readonly [category: string, count: number])[];
  readonly doubts?: readonly string[];
}[] = [
  {
    force: 'E23000004',
    total: 164,
    file: 'merseyside/merseyside.ods#Response!B4',
    ages: [
      ['8-10', 26],
      ['12', 34],
      ['13', 29],
    ],
    offences: [
      ['causing a child to engage in sexual activity', 118],
      ['causing a child under 13 to watch a sexual act', 14],
    ],
  },
  {
    force: 'E23000007',
    total: 170,
    file: 'northumbria/Northumbria letter.pdf#page1',
    offences: [
      ['sexual activity involving a child under 13', 86],
      ['sexual activity involving a child under 16', 74],
    ],
  },
  {
    force: 'E23000008',
    total: 13,
    file: 'durham/reply.eml#l7',
    offences: [['sexual activity involving a child under 16', 8]],
    doubts: ['Releases from 2017 on say that no figure for 2015/16 is available from this force.'],
  },
  {
    force: 'E23000014',
    total: 141,
    file: 'west-midlands/page.html#p14',
    ages: [['0-10', 19]],
    doubts: ['The source says West Midlands and does not name the force; the region cannot be ruled out.'],
  },
  {
    force: 'E23000016',
    total: 85,
    file: 'west-mercia/West Mercia reply.docx#p5',
    ages: [
      ['13', 21],
      ['0-10', 10],
    ],
  },
  {
    force: 'E23000021',
    total: 97,
    file: 'leicestershire/Leicestershire answer.xlsx#Q1!B5',
    ages: [
      ['15', 23],
      ['14', 16],
      ['13', 15],
    ],
  },
  {
    force: 'E23000036',
    total: 68,
    file: 'avon-and-somerset/page.html#p15',
    offences: [
      ['rape of a female aged under 13', 5],
      ['causing or inciting a female under 16 to engage in sexual activity', 9],
      ['causing or inciting a male under 13 to engage in sexual activity', 5],
    ],
  },
  { force: 'W15000001', total: 95, file: 'north-wales/north-wales.csv#C6', ages: [['0-10', 8]] },
  { force: 'W15000002', total: 59, file: 'gwent/Gwent.pdf#page1' },
  { force: 'W15000003', total: 26, file: 'south-wales/south-wales.xls#FOI!B6' },
  { force: 'W15000004', total: 116, file: 'dyfed-powys/ateb-reply.docx#p5' },
];

export function ageBreakdown(category: string): Breakdown {
  const label = category.includes('-')
    ? category.startsWith('0-')
      ? `aged under ${Number(category.slice(2)) + 1}`
      : `aged ${category.replace('-', ' to ')}`
    : `aged ${category}`;
  return { dimension: 'age', category, label };
}

export const hash = (text: string): string =>
  Array.from({ length: 64 }, (_, index) =>
    ((text.charCodeAt(index % text.length) * (index + 7)) % 16).toString(16),
  ).join('');
