/**
 * A bulletin as it leaves the house, the same for the page, the plain text and the Word file: the paragraph to print, what
 * must go with the number, the numbers of its chart, how to quote it, and where to get help. Holds no number that the
 * release does not show.
 */
import type { Area, Service } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { servicesFor } from '../site/support.view.ts';
import { inSentence, periodText } from '../wording/names.ts';
import type { Subject } from '../wording/subject.ts';
import type { Bulletin, Setting } from './bulletin.ts';
import { bulletinOf } from './bulletin-of.ts';
import { caveatsOf } from './caveats.ts';
import type { ChartRows } from './chart-rows.ts';
import { chartRows } from './chart-rows.ts';

export type BulletinDocument = {
  readonly bulletin: Bulletin;
  readonly isPractice: boolean;
  readonly standing: string;
  readonly caveats: readonly string[];
  readonly chart: ChartRows | null;
  readonly quote: readonly string[];
  readonly services: readonly Service[];
  readonly source: string;
};

export const HEADINGS = {
  caveats: 'What must go with the number',
  quote: 'How to quote it',
  help: 'Where to get help',
} as const;

/** More than these would bury the lines that a child needs. */
const MOST_SERVICES = 6;

export function bulletinDocument(area: Area, index: ReleaseIndex, subject: Subject): BulletinDocument {
  const setting: Setting = { area, index, subject };
  const { release } = index;
  return {
    bulletin: bulletinOf(area, index, subject),
    isPractice: release.standing === 'practice',
    standing: release.standingSentence,
    caveats: caveatsOf(setting),
    chart: chartRows(setting),
    quote: quoteOf(setting),
    services: servicesFor(area, index).slice(0, MOST_SERVICES),
    source: `Source: Cyberflag, release ${release.id}. ${release.title}.`,
  };
}

/** A service in one line, less its address: what it is called, how to reach it, whom it is for. */
export function serviceText({ name, phone, whoFor }: Service): string {
  return `${name}${phone === '' ? '' : `: ${phone}`}. ${whoFor}.`;
}

function quoteOf({ area, index, subject }: Setting): readonly string[] {
  const { release } = index;
  const figure = index.headline(area.code);
  const isShown = figure?.number.value.status === 'published';
  const cite = `Cyberflag, release ${release.id}`;
  if (release.standing === 'practice') return ['Do not quote this: the data are invented, for practice.'];
  if (!isShown)
    return [
      `Say that no figure for ${inSentence(area)} is published for ${periodText(release.period)}, and not that there were none (${cite}).`,
    ];
  return [
    `Print the first paragraph as it stands, or the number with its period, its coverage and ${cite}.`,
    `Write “recorded${subject.isFlag ? ' with the online flag' : ''}”, and not “committed” or “children”.`,
    'Do not compare it with another area or another year, unless this bulletin does.',
  ];
}
