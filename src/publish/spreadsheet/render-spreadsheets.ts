/** Both workbooks of a release by their path in it: the ODS for people, the XLSX for those whose program wants one. */
import type { Release } from '#tables/release.ts';
import type { Edition } from '../edition.ts';
import { fileName } from './names.ts';
import { odsBytes } from './ods.ts';
import { releaseBook } from './release-book.ts';
import { xlsxBytes } from './xlsx.ts';

export function renderSpreadsheets(release: Release, edition: Edition): ReadonlyMap<string, Uint8Array> {
  const book = releaseBook(release, edition);
  const name = fileName(release);
  return new Map([
    [`${name}.ods`, odsBytes(book)],
    [`${name}.xlsx`, xlsxBytes(book)],
  ]);
}
