/** The bulletins of a release as plain text files, one per area: `country/…`, `region/…`, `force/….txt`. */
import type { Release } from '#tables/release.ts';
import { indexRelease } from '../release-index.ts';
import { subjectOf } from '../wording/subject.ts';
import { bulletinText } from './bulletin.ts';
import { bulletinOf } from './bulletin-of.ts';

export function renderBulletins(release: Release): Map<string, string> {
  const index = indexRelease(release);
  const subject = subjectOf(release);
  return new Map(
    release.areas.map((area) => [
      `${area.kind}/${area.slug}.txt`,
      bulletinText(bulletinOf(area, index, subject)),
    ]),
  );
}
