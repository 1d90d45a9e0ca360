/** The bulletins of a release as files, plain text and Word, one of each per area: `country/…`, `region/…`, `force/….txt`. */
import type { Release } from '#tables/release.ts';
import { indexRelease } from '../release-index.ts';
import { subjectOf } from '../wording/subject.ts';
import { bulletinDocument } from './document.ts';
import { documentDocx } from './document-docx.ts';
import { documentText } from './document-text.ts';

/** The site and the folder of bulletins hold the same files: they are made once for a release. */
const made = new WeakMap<Release, ReadonlyMap<string, string | Uint8Array>>();

export function renderBulletins(release: Release): ReadonlyMap<string, string | Uint8Array> {
  const files = made.get(release) ?? allOf(release);
  made.set(release, files);
  return files;
}

function allOf(release: Release): ReadonlyMap<string, string | Uint8Array> {
  const index = indexRelease(release);
  const subject = subjectOf(release);
  return new Map(
    release.areas.flatMap((area): [string, string | Uint8Array][] => {
      const document = bulletinDocument(area, index, subject);
      const path = `${area.kind}/${area.slug}`;
      return [
        [`${path}.txt`, documentText(document)],
        [`${path}.docx`, documentDocx(document)],
      ];
    }),
  );
}
