/** The bulletin of any area of a release. */
import type { Area } from '#tables/release.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { periodText } from '../wording/names.ts';
import type { Subject } from '../wording/subject.ts';
import { type Bulletin, compose } from './bulletin.ts';
import { countryBulletin } from './country.bulletin.ts';
import { forceBulletin } from './force.bulletin.ts';
import { regionBulletin } from './region.bulletin.ts';

const KINDS = { country: countryBulletin, region: regionBulletin, force: forceBulletin } as const;

export function bulletinOf(area: Area, index: ReleaseIndex, subject: Subject): Bulletin {
  const { title, paragraphs } = KINDS[area.kind]({ area, index, subject });
  const { release } = index;
  const practice = release.standing === 'practice' ? 'PRACTICE DATA, invented. ' : '';
  const help = release.services.find(
    ({ area: served, phone, whoFor }) =>
      served === 'national' && /^\d[\d ]+$/.test(phone) && /^children/i.test(whoFor),
  );
  const call = help === undefined ? '' : ` Help for children: ${help.name}, ${help.phone}.`;
  return compose(
    `${practice}${title}, ${periodText(release.period)}`,
    paragraphs,
    `Source: Cyberflag, release ${release.id}.${call}`,
  );
}
