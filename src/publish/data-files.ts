/**
 * The files of a release for programs and for spreadsheets, by their path: data with their metadata, the entry for a
 * catalogue, and the two workbooks. They stand beside the site and in it, the same bytes, so that either can be moved alone.
 */
import type { Release } from '#tables/release.ts';
import type { Edition } from './edition.ts';
import { renderOpenData } from './open-data/render-open-data.ts';
import { renderSpreadsheets } from './spreadsheet/render-spreadsheets.ts';

export type DataFiles = ReadonlyMap<string, string | Uint8Array>;

export function dataFiles(release: Release, edition: Edition): DataFiles {
  return new Map<string, string | Uint8Array>([
    ...renderOpenData(release, edition),
    ...[...renderSpreadsheets(release, edition)].map(
      ([path, bytes]) => [`spreadsheets/${path}`, bytes] as const,
    ),
  ]);
}
