/**
 * What every page of the site promises: a template, and from one release the pages it makes, each with its path below
 * the site, its title, its trail and exactly the words the template prints. Templates hold no decisions beyond loops.
 */
import type { Area } from '#tables/release.ts';
import type { DataFiles } from '../data-files.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { Subject } from '../wording/subject.ts';

export type Crumb = { readonly text: string; readonly path: string };

export type PageView = {
  /** Below the site, without a leading slash: `force/leicestershire/index.html`. */
  readonly path: string;
  /** First part of the browser title; unique. */
  readonly title: string;
  /** Last crumb, where the title is too long for one. */
  readonly crumb?: string;
  /** From the home page (not in it) down to the parent of this page. */
  readonly trail: readonly Crumb[];
  /** Whose services stand in the support box; the country when the page is about no area. */
  readonly area: Area;
  readonly view: object;
};

export type Site = {
  readonly index: ReleaseIndex;
  readonly subject: Subject;
  /** Files to download, by their path below the site. */
  readonly data: DataFiles;
};

export type Page = {
  /** File name of the template in this folder. */
  readonly template: string;
  /** Which entry of the navigation it stands under; null for none. */
  readonly section: string | null;
  readonly pages: (site: Site) => readonly PageView[];
};
