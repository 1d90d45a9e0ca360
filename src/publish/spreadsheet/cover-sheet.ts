/**
 * The first sheet: what the workbook holds, which release it is, from where, from when, by whom, and what holds for all of
 * it. Every line stands in column A. A date that nobody has set is said to be open, never filled in.
 */
import type { Release } from '#tables/release.ts';
import type { Edition } from '../edition.ts';
import { type Line, line, type Sheet } from './book.ts';
import { bookTitle, shortDay } from './names.ts';

export function coverSheet(release: Release, { publication, revision }: Edition): Sheet {
  const { publisher, contact, publishedAt, nextUpdate, address, licence } = publication;
  const part = (heading: string, ...lines: readonly (string | Line)[]): readonly Line[] => [
    line(heading, { heading: 2 }),
    ...lines.map((one) => (typeof one === 'string' ? line(one) : one)),
  ];
  const corrected =
    revision === null
      ? ['This is the first release. Nothing in it has been revised.']
      : [
          `This release supersedes ${revision.supersedes}. ${revision.why}`,
          'Revised figures are marked [r] in the column called Revision.',
        ];
  return {
    name: 'Cover_sheet',
    lines: [
      line(bookTitle(release), { heading: 1 }),
      line(release.standingSentence),
      ...part(
        'What these data are',
        `${plainTitle(release.title)}. Each row is one figure, with the lowest and the highest it can be and the forces that stand behind it.`,
      ),
      ...part(
        'Release',
        `Release ${release.id}, number ${release.number} of this collection.`,
        address === null
          ? 'Its pages and its list of files with their hashes (release.json) stand beside this file.'
          : line('Pages of this release', { link: `${address}release/${release.id}/` }),
      ),
      ...part('Revisions', ...corrected),
      ...part(
        'Source',
        `What police forces stated and others published, added up and protected by ${publisher}.`,
        ...release.sources.map(({ label, url }) => line(label, { link: url })),
      ),
      ...part(
        'Date published',
        publishedAt === null ? 'No date is set: this release is a draft.' : `${shortDay(publishedAt)}.`,
      ),
      ...part('Next update', nextUpdate === null ? 'No date is set.' : `${nextUpdate}.`),
      ...part(
        'Methods',
        `Counts below ${release.threshold} are withheld below national level, and so is every count from which one could be worked out.`,
        'Nothing is estimated. Where only a range is known, the range is given. The method page of the release says more.',
      ),
      ...part(
        'Glossary',
        'Online flag: the mark that a police force puts on a crime record when the offence was committed online, in full or in part.',
        'Coverage: which forces stand behind a figure, of those that were asked.',
        'First stated: the month in which the source first gave the figure.',
      ),
      ...part('Contact', contact),
      ...part(
        'Information that applies to all worksheets',
        'No cell of a table is blank. Shorthand in square brackets is explained above each table that uses it.',
        ...(licence === null ? [] : [line('Licence of these data', { link: licence })]),
      ),
    ],
    table: null,
    width: 100,
  };
}

function plainTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}
