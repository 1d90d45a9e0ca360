import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Release } from '#tables/release.ts';
import { firstYearRelease } from '../../../test/support/first-year-release.ts';
import { indexRelease } from '../release-index.ts';
import { numberText } from '../wording/number-words.ts';
import { bulletinPagePath, figurePath, originPath, tablePath } from './paths.ts';
import { renderSite } from './render-site.ts';
import { seriesPath } from './statement.view.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const release = firstYearRelease();
const files = textFiles(release);
const pages = new Map([...files].filter(([path]) => path.endsWith('.html')));

function textFiles(from: Release): Map<string, string> {
  return new Map([...renderSite(from)].map(([path, content]) => [path, content.toString()]));
}

function elements(html: string): Element[] {
  const all: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) all.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return all;
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

const parsed = new Map([...pages].map(([path, html]) => [path, elements(html)]));

/** Asserts over every page at once, so that the failure names the pages. */
function everyPage(claim: (all: readonly Element[], path: string, html: string) => boolean | string): void {
  const broken = [...pages].flatMap(([path, html]) => {
    const answer = claim(parsed.get(path) ?? [], path, html);
    return answer === true ? [] : [`${path}: ${answer}`];
  });
  assert.deepEqual(broken, []);
}

const tags = (all: readonly Element[], name: string): Element[] =>
  all.filter(({ tagName }) => tagName === name);

test('the site has a page for every area, table, origin and figure, and the pages that explain them', () => {
  const index = indexRelease(release);
  const wanted = [
    ...['index.html', 'areas', 'tables', 'method', 'quality', 'help', 'data', '404.html'].map((name) =>
      name.includes('.') ? name : `${name}/index.html`,
    ),
    ...['areas/find', 'areas/map', 'compare', 'estimate', 'revisions', 'series'].map(
      (name) => `${name}/index.html`,
    ),
    ...release.areas.map(bulletinPagePath),
    ...(index.series?.series.measures ?? []).map(({ slug }) => seriesPath(slug)),
    ...(index.series?.series.cells ?? []).map(({ measure, period }) =>
      seriesPath(index.series?.measure(measure).slug ?? '', period),
    ),
    ...[...index.regions, ...index.forces].map(({ kind, slug }) => `${kind}/${slug}/index.html`),
    ...release.tables.map(tablePath),
    ...release.origins.map(originPath),
    ...release.figures.map(figurePath),
  ];
  assert.deepEqual([...pages.keys()].sort(), [...new Set(wanted)].sort());
  assert.equal(index.forces.length, 44);
  assert.equal(index.regions.length, 10);
});

test('every page is well-formed HTML', () => {
  everyPage((_all, _path, html) => {
    const errors: string[] = [];
    parse(html, {
      onParseError: ({ code, startLine }) => errors.push(`${code} on line ${startLine}`),
      sourceCodeLocationInfo: true,
    });
    return errors.length === 0 || errors.join();
  });
});

test('every page has one first heading, a language, a title of its own and the landmarks', () => {
  everyPage((all) => {
    // A picture has a title of its own.
    const counts = ['h1', 'main', 'header', 'footer', 'title'].map(
      (name) => tags(all, name).filter(({ namespaceURI }) => namespaceURI.endsWith('xhtml')).length,
    );
    return (
      counts.every((count) => count === 1) && attribute(tags(all, 'html')[0] as Element, 'lang') === 'en-GB'
    );
  });
  const titles = [...pages].map(([, html]) => /<title>(.*?)<\/title>/.exec(html)?.[1]);
  const repeated = titles.filter((title, at) => titles.indexOf(title) !== at);
  assert.deepEqual([...new Set(repeated)], []);
});

test('headings go down one level at a time', () => {
  everyPage((all) => {
    const levels = all
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .map(({ tagName }) => Number(tagName.slice(1)));
    return levels[0] === 1 && levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1);
  });
});

test('every page offers the quick exit, the skip link and support services', () => {
  everyPage((all) => {
    const links = tags(all, 'a');
    const exit = links.find((link) => attribute(link, 'id') === 'exit-link');
    const skip = links[0];
    return (
      attribute(exit as Element, 'href') === 'https://www.bbc.co.uk/weather' &&
      attribute(exit as Element, 'rel')?.includes('noreferrer') === true &&
      attribute(skip as Element, 'href') === '#main-content' &&
      links.some((link) => attribute(link, 'href') === 'tel:999') &&
      links.some((link) => attribute(link, 'href') === 'tel:08001111')
    );
  });
});

test('every page says whether its figures are real or practice', () => {
  everyPage(
    (_all, _path, html) =>
      html.includes('Real figures') && html.includes('The figures are real, as first published'),
  );
  const practice = {
    ...release,
    standing: 'practice' as const,
    standingSentence: 'All figures are invented.',
  };
  for (const [path, html] of textFiles(practice)) {
    if (path.endsWith('.html'))
      assert.match(html, /Practice data<\/strong> All figures are invented\./, path);
  }
});

test('every link inside the site leads to a page that exists, and names its file', () => {
  everyPage((all, path) => {
    const broken = tags(all, 'a')
      .map((link) => attribute(link, 'href') ?? '')
      .filter((href) => !/^(https?|tel):/.test(href))
      .filter((href) => !leads(href, path));
    return broken.length === 0 || broken.join();
  });
});

function leads(href: string, from: string): boolean {
  const [file = '', anchor] = href.split('#');
  const target =
    file === '' ? from : href.startsWith('/') ? file.slice(1) : posix.join(posix.dirname(from), file);
  if (target === 'release.json') return true;
  const page = files.get(target);
  return page !== undefined && (anchor === undefined || page.includes(`id="${anchor}"`));
}

test('a link out of the site sends no address of the page', () => {
  everyPage((all) =>
    tags(all, 'a')
      .filter((link) => attribute(link, 'href')?.startsWith('http'))
      .every((link) => attribute(link, 'rel')?.includes('noreferrer') === true),
  );
});

test('no page loads anything from elsewhere or holds a style or script of its own', () => {
  everyPage((all, path) => {
    const loads = all.flatMap((one) => [
      attribute(one, 'src'),
      one.tagName === 'link' ? attribute(one, 'href') : null,
    ]);
    const own = loads
      .filter((url) => url !== null)
      .every((url) => files.has(posix.join(posix.dirname(path), url)) || path === '404.html');
    const inline = all.some(
      (one) =>
        one.tagName === 'style' || one.attrs.some(({ name }) => name === 'style' || name.startsWith('on')),
    );
    const scripts = tags(all, 'script');
    const allowed = path === 'areas/find/index.html' ? 2 : 1;
    const isEmpty = scripts.every((script) => script.childNodes.length === 0);
    return own && !inline && scripts.length === allowed && isEmpty;
  });
});

test('every table has a caption and every head cell a scope', () => {
  everyPage((all) => {
    const tables = tags(all, 'table');
    return (
      tables.length === tags(all, 'caption').length &&
      tags(all, 'th').every((head) => attribute(head, 'scope') !== null)
    );
  });
});

test('ids are unique on every page', () => {
  everyPage((all) => {
    const ids = all.map((one) => attribute(one, 'id')).filter((id) => id !== null);
    return new Set(ids).size === ids.length;
  });
});

test('no page holds a word that only a program says', () => {
  everyPage(
    (_all, _path, html) =>
      !/undefined|\bnull\b|\bNaN\b|\[object|Infinity/.test(html.replace(/<head>.*?<\/head>/s, '')),
  );
});

test('a page stays under 150 kB and the style sheet under 28 kB', () => {
  const weight = (path: string): number => Buffer.byteLength(files.get(path) ?? '');
  const shared = weight('assets/site.css') + weight('assets/exit.js') + weight('assets/icon.svg');
  assert.ok(weight('assets/site.css') < 28_000);
  everyPage((_all, path) => weight(path) + shared < 150_000);
});

test('the same release gives the same bytes', () => {
  assert.deepEqual([...textFiles(firstYearRelease())], [...files]);
});

test('every published figure stands on its own page with its doubts, vintage and way to an origin', () => {
  for (const figure of release.figures) {
    const html = pages.get(figurePath(figure)) ?? '';
    const text = numberText(figure.number, figure.decimals);
    const said = text === '[x]' ? 'No figure published' : text === '[c]' ? 'Withheld' : text;
    assert.ok(html.toLowerCase().includes(`>${said.toLowerCase()}</p>`), figure.id);
    for (const doubt of figure.doubts) assert.ok(html.includes(doubt), `${figure.id}: ${doubt}`);
    for (const id of figure.from) assert.ok(html.includes(figurePath({ id })), `${figure.id} from ${id}`);
    for (const id of figure.origins) assert.ok(html.includes(originPath({ id })), `${figure.id} at ${id}`);
    if (figure.vintage === '2016-06') assert.match(html, /First published June 2016/);
  }
});

test('every figure reaches an origin, through the figures it was worked out from', () => {
  const index = indexRelease(release);
  const reaches = (id: string, seen: readonly string[]): boolean => {
    const figure = index.figure(id);
    if (figure.origins.length > 0) return true;
    return figure.from.some((from) => !seen.includes(from) && reaches(from, [...seen, id]));
  };
  for (const figure of release.figures) {
    if (figure.number.value.status === 'published') assert.ok(reaches(figure.id, []), figure.id);
  }
});

test('an origin shows its number marked, what is masked as [c], its file, hash and declaration', () => {
  const html = pages.get('origin/leicestershire-offences/index.html') ?? '';
  assert.match(html, /<mark>97<\/mark>/);
  assert.match(html, /<span class="masked">\[c\]<\/span>/);
  assert.match(html, /Leicestershire answer\.xlsx&quot;, sheet &quot;Q1&quot;, cell B5/);
  assert.match(html, /[0-9a-f]{64}/);
  assert.match(html, /RECONSTRUCTED SAMPLE/);
  assert.match(html, /figure\/leicestershire-offences-2015-16\/index\.html/);
});

test('the home page answers how many, from how many forces, how many a day, and how the total is made up', () => {
  const html = pages.get('index.html') ?? '';
  for (const said of [
    '3,186',
    'from 38 of 44 forces; six others gave no data',
    '8.7 a day',
    '1,034',
    '195',
    '1,957',
  ]) {
    assert.ok(html.includes(said), said);
  }
  assert.match(html, /<svg class="share"/);
});

test('a force that gave no figure has a page that says so and never a zero', () => {
  const html = pages.get('force/surrey/index.html') ?? '';
  assert.match(html, /No figure published/);
  assert.match(html, /should not be read as zero/);
  // The scale of a picture starts at none.
  assert.doesNotMatch(html.replace(/<svg[\s\S]*?<\/svg>/g, ''), />0</);
});

test('a withheld number is nowhere in the site', () => {
  const withheld = release.figures.map((figure) =>
    figure.id === 'leicestershire-victims-age-14-2015-16'
      ? {
          ...figure,
          number: { ...figure.number, value: { status: 'withheld' as const } },
          sentence: '[c] victims were aged 14.',
        }
      : figure,
  );
  const html = textFiles({ ...release, figures: withheld }).get('force/leicestershire/index.html') ?? '';
  assert.match(html, /Aged 14/);
  assert.match(
    html,
    /\[c\]<\/span><span class="govuk-visually-hidden">withheld to protect the people counted/,
  );
});

test('the support box of an area holds the services of that area, and lines for adults alone stand last', () => {
  const box = (path: string): string => /<aside.*<\/aside>/s.exec(pages.get(path) ?? '')?.[0] ?? '';
  assert.match(box('force/leicestershire/index.html'), /First Step/);
  assert.doesNotMatch(box('force/surrey/index.html'), /First Step|Meic/);
  assert.match(box('force/gwent/index.html'), /Meic/);
  assert.match(box('region/wales/index.html'), /Meic/);
  assert.match(box('origin/gwent-offences/index.html'), /Meic/);
  const help = pages.get('help/index.html') ?? '';
  const order = ['Childline</a>', 'Meic', 'NAPAC'].map((name) => help.indexOf(name));
  assert.ok(
    help.indexOf('Childline</a>') < help.indexOf('NSPCC Helpline') &&
      help.indexOf('NSPCC Helpline') < help.indexOf('NAPAC'),
  );
  assert.ok(order.every((at) => at > 0));
});

test('a release without figures, tables or findings still makes every page, and none with a gap in it', () => {
  const empty = textFiles({
    ...release,
    figures: [],
    tables: [],
    origins: [],
    requests: [],
    findings: [],
    services: [],
    comparison: null,
    series: null,
  });
  assert.equal([...empty.keys()].filter((path) => /^(force|region)\//.test(path)).length, 54);
  for (const [path, html] of empty) {
    if (!path.endsWith('.html')) continue;
    assert.doesNotMatch(html, /undefined|\bnull\b|class="[^"]*--"|href=""/, path);
  }
  assert.match(empty.get('force/surrey/index.html') ?? '', /No figure published/);
});
