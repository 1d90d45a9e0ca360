/**
 * Makes the public site of one release: every page as text, by its path below the site, with one style sheet and one
 * script, and with the data files, workbooks and bulletins that the pages link to, so that the folder can be put on any web
 * server by itself. The same release gives the same bytes. Refuses two files at one path.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import type { Release } from '#tables/release.ts';
import { renderBulletins } from '../bulletin/render-bulletins.ts';
import type { DataFiles } from '../data-files.ts';
import { dataFiles } from '../data-files.ts';
import type { Edition } from '../edition.ts';
import { firstEdition } from '../edition.ts';
import { indexRelease } from '../release-index.ts';
import { datesText, periodText } from '../wording/names.ts';
import { REVISED, SYMBOLS } from '../wording/number-words.ts';
import { subjectOf } from '../wording/subject.ts';
import { pages } from './all.ts';
import type { Page, PageView, Site } from './page.ts';
import { rootOf } from './paths.ts';
import { shortList } from './support.view.ts';

export const ASSETS = ['assets/exit.js', 'assets/find.js', 'assets/icon.svg', 'assets/site.css'] as const;

const NAVIGATION = [
  { section: 'home', text: 'Home', path: 'index.html' },
  { section: 'areas', text: 'Areas', path: 'areas/index.html' },
  { section: 'series', text: 'Over time', path: 'series/index.html' },
  { section: 'tables', text: 'Tables', path: 'tables/index.html' },
  { section: 'method', text: 'Method', path: 'method/index.html' },
  { section: 'quality', text: 'Quality', path: 'quality/index.html' },
  { section: 'revisions', text: 'Revisions', path: 'revisions/index.html' },
  { section: 'data', text: 'Data', path: 'data/index.html' },
  { section: 'help', text: 'Get help', path: 'help/index.html' },
] as const;

export function renderSite(
  release: Release,
  edition: Edition = firstEdition,
  data: DataFiles = dataFiles(release, edition),
): Map<string, string | Uint8Array> {
  const site: Site = { index: indexRelease(release, edition), subject: subjectOf(release), data };
  const environment = templates();
  const shared = {
    name: site.subject.heading,
    period: periodText(release.period),
    dates: datesText(release.period),
    release: release.id,
    practice: release.standing === 'practice',
    compared: release.comparison !== null,
    ...standing(release),
    nav: NAVIGATION.filter(({ section }) => section !== 'series' || release.series !== null),
    symbols: Object.entries({ ...SYMBOLS, ...(site.index.hasRevised ? REVISED : {}) }).map(
      ([mark, means]) => ({
        mark,
        means,
      }),
    ),
  };
  const files = new Map<string, string | Uint8Array>(data);
  for (const [path, text] of renderBulletins(release)) files.set(`bulletins/${path}`, text);
  for (const page of pages) {
    for (const view of page.pages(site)) {
      if (files.has(view.path)) throw new Error(`two files of the site stand at ${view.path}`);
      files.set(view.path, tidy(environment.render(page.template, context(page, view, site, shared))));
    }
  }
  for (const asset of ASSETS) files.set(asset, readFileSync(join(import.meta.dirname, asset), 'utf8'));
  return files;
}

/** The tag and the sentence after it, which does not say the tag again. */
function standing({ standing: kind, standingSentence }: Release): {
  readonly tag: string;
  readonly standing: string;
} {
  const tag = kind === 'practice' ? 'Practice data' : 'Real figures';
  const rest = standingSentence.startsWith(tag)
    ? standingSentence.slice(tag.length).replace(/^[\s.,:]+/, '')
    : standingSentence;
  return { tag, standing: rest };
}

function context(page: Page, view: PageView, site: Site, shared: object): object {
  const root = view.path === '404.html' ? '/' : rootOf(view.path);
  const trail = [{ text: 'Home', path: 'index.html' }, ...view.trail];
  return {
    ...view.view,
    site: shared,
    page: view,
    root,
    section: page.section,
    crumbs: [
      ...trail.map(({ text, path }) => ({ text, href: root + path })),
      { text: view.crumb ?? view.title },
    ],
    support: shortList(view.area, site.index),
  };
}

/** Templates hold no state of a release: they are read and compiled once, and serve every one. */
let compiled: nunjucks.Environment | null = null;

/** Markup of breadcrumbs, details and the like comes from govuk-frontend; its styles, fonts and crown do not. */
function templates(): nunjucks.Environment {
  compiled ??= read();
  return compiled;
}

function read(): nunjucks.Environment {
  const govuk = createRequire(import.meta.url).resolve('govuk-frontend/package.json');
  const folders = [import.meta.dirname, join(govuk, '..', 'dist')];
  return new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
}

/** Blank lines and indents left by the templates; no page has preformatted text. Line by line: one pattern would look back over each gap. */
function tidy(html: string): string {
  let text = '';
  for (const line of html.split('\n')) {
    const kept = line.trim();
    if (kept !== '') text += `${kept}\n`;
  }
  return text;
}
