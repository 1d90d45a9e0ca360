/** What was published in June 2016 about the first year of the flag for the country and some regions, as origins of figures. */
import type { Origin } from '#tables/release.ts';
import { hash } from './first-year-numbers.ts';

export const statements: Origin[] = [];

function published(id: string, text: string, number: string, url: string): string {
  const [before, after] = [
    text.slice(0, text.indexOf(number)),
    text.slice(text.indexOf(number) + number.length),
  ];
  statements.push({
    id,
    kind: 'published-statement',
    file: 'published.csv',
    sha256: hash('published.csv'),
    at: 'published.csv#F2',
    force: null,
    url,
    shown: {
      kind: 'sentence',
      parts: [
        { text: before, role: 'text' },
        { text: number, role: 'number' },
        { text: after, role: 'text' },
      ],
    },
    declares: null,
  });
  return id;
}

export const national = published(
  'england-and-wales-offences',
  'Sum over the 38 forces that answered: 3,186.',
  '3,186',
  'http://www.cypnow.co.uk/cyp/news/1157884/child-sex-offences-involving-the-internet-top-3-000',
);
export const nspcc =
  'https://www.nspcc.org.uk/what-we-do/news-opinion/8-child-sex-offences-reported-day-last-year-involving-internet/';
export const age13 = published(
  'england-and-wales-age-13',
  '535 victims aged 13, the commonest single age, where an age was given.',
  '535',
  nspcc,
);
export const under10 = published(
  'england-and-wales-under-10',
  '272 victims aged under ten, where an age was given.',
  '272',
  nspcc,
);
export const rape = published('england-and-wales-rape', 'Over 100 offences of rape.', '100', nspcc);
export const midlands = published(
  'east-midlands-offences',
  '292 offences in Derbyshire, Nottinghamshire, Leicestershire and Lincolnshire.',
  '292',
  'https://www.itv.com/news/central/2016-06-21/internet-used-to-commit-more-than-3-000-sex-crimes-against-children-last-year/',
);
export const northEast = published(
  'north-east-offences',
  '183 offences in Northumbria and Durham.',
  '183',
  'http://www.chroniclelive.co.uk/news/north-east-news/paedophiles-used-internet-abuse-children-11500186',
);
export const wales = published(
  'wales-offences',
  '296 offences in the four forces of Wales.',
  '296',
  'https://feeds.bbci.co.uk/news/uk-wales-36578805',
);
export const walesUnder10 = published(
  'wales-under-10',
  '21 victims aged under ten.',
  '21',
  'https://feeds.bbci.co.uk/news/uk-wales-36578805',
);
