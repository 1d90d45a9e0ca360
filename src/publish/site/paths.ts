/**
 * Where each thing of a release stands in the site, as paths that links are made from. Every path names its file, so
 * that the site opens from disk as it does from a server.
 */
import type { Area, Origin, ReleasedFigure, ReleasedTable } from '#tables/release.ts';

export function areaPath(area: Area): string {
  return area.kind === 'country' ? 'index.html' : `${area.kind}/${area.slug}/index.html`;
}

export function originPath(origin: Pick<Origin, 'id'>): string {
  return `origin/${segment(origin.id)}/index.html`;
}

export function figurePath(figure: Pick<ReleasedFigure, 'id'>): string {
  return `figure/${segment(figure.id)}/index.html`;
}

export function tablePath(table: Pick<ReleasedTable, 'id'>): string {
  return `tables/${segment(table.id)}/index.html`;
}

export function tableDataPath(table: Pick<ReleasedTable, 'id'>): string {
  return `data/${table.id}.csv`;
}

export function bulletinPath(area: Area): string {
  return `bulletins/${area.kind}/${area.slug}.txt`;
}

export function bulletinDocxPath(area: Area): string {
  return `bulletins/${area.kind}/${area.slug}.docx`;
}

export function bulletinPagePath(area: Area): string {
  return `bulletin/${area.kind}/${area.slug}/index.html`;
}

/** A copy of the manifest beside the site: it holds the hash of every page, and is put here when all of them are made. */
export const releasePath = 'release.json';

/** One part of a path that is safe in a file name and in an address. */
export function segment(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
}

/** `../../` for a page two folders down; empty for the home page. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
