/**
 * Reads every whole bulletin of a release, with what must go with it, as a careful sub-editor would: no gap, no word of a
 * trend or a rank, no number that the release withholds, no sentence twice in one list.
 */

import type { BulletinDocument } from '#publish/bulletin/document.ts';
import { bulletinDocument } from '#publish/bulletin/document.ts';
import { documentText } from '#publish/bulletin/document-text.ts';
import { indexRelease } from '#publish/release-index.ts';
import { subjectOf } from '#publish/wording/subject.ts';
import type { Area, Release } from '#tables/release.ts';

export type ReadDocument = {
  readonly area: Area;
  readonly document: BulletinDocument;
  readonly text: string;
};

export function documentsOf(release: Release): readonly ReadDocument[] {
  const index = indexRelease(release);
  const subject = subjectOf(release);
  return release.areas.map((area) => {
    const document = bulletinDocument(area, index, subject);
    return { area, document, text: documentText(document).replace(/\s+/g, ' ') };
  });
}

const GAPS = /undefined|\bnull\b|NaN|\[object|Infinity|\[x\]|\[c\]| ,|\.\.(?!\.)|\( | \)/;
/** "At least 101" is neither a trend nor a rank. */
const CLAIMS =
  /\b(?:r[io]se[sn]?|risen|increas\w+|decreas\w+|doubl\w+|tripl\w+|soar\w*|surg\w+|fell|fallen|drop\w*|grew|growth|highest|lowest|largest|smallest|least(?! \d)|worst|best|commonest|record (?:number|high))\b/gi;

export function documentBreaches(release: Release): readonly string[] {
  return documentsOf(release).flatMap(({ area, document, text }) => {
    const gap = GAPS.exec(text)?.[0];
    const claims = [...text.matchAll(CLAIMS)].map(([word]) => word);
    const lists = [document.caveats, document.quote];
    const twice = lists.flatMap((list) => list.filter((one, at) => list.indexOf(one) !== at));
    const open = lists.flat().filter((one) => !/^[\p{Lu}\d“].*[.?!”)]$/u.test(one));
    const one = /\b(?:1 (?:offences|victims|forces)|one (?:forces|figures|have))\b/.exec(text)?.[0];
    return [
      ...(gap === undefined ? [] : [gap]),
      ...claims,
      ...twice,
      ...open,
      ...(one === undefined ? [] : [one]),
    ].map((found) => `${area.slug}: ${found}`);
  });
}
