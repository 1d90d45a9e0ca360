/**
 * What a reader does on the site, in a real browser: from the home page down to the row of a file a number was read from
 * and back, wide and narrow, by keyboard, without scripts, and out of the page in a hurry.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type Served, serveRelease } from '#web/serve-release.ts';
import { makeRelease } from '#work/make-release.ts';
import { openBrowser } from '../support/chromium.ts';

const WIDE = { width: 1280, height: 900 };
/** A phone of 320 px, and what a window of 1280 px shows at a zoom of 400 %. */
const NARROW = { width: 320, height: 640 };
const EXIT = 'https://www.bbc.co.uk/weather';

/** The part of `release.json` that says where pages stand. */
type Manifest = {
  readonly tables: readonly { readonly id: string }[];
  readonly origins: readonly { readonly id: string; readonly shown: { readonly kind: string } }[];
  readonly figures: readonly {
    readonly id: string;
    readonly method: string;
    readonly group: object | null;
  }[];
};

/** One page of each kind, by its path or by how it is found in the manifest. */
const KINDS: Readonly<Record<string, string | ((manifest: Manifest) => string)>> = {
  home: 'index.html',
  areas: 'areas/index.html',
  region: 'region/east-midlands/index.html',
  'region of which only some forces are known': 'region/west-midlands/index.html',
  'region without a figure': 'region/london/index.html',
  force: 'force/leicestershire/index.html',
  'force with a doubt': 'force/durham/index.html',
  'force with a range': 'force/derbyshire/index.html',
  'force without a figure': 'force/metropolitan/index.html',
  'force that flags too little': 'force/hampshire/index.html',
  'place to look for an area': 'areas/find/index.html',
  'map with boundaries': 'areas/map/index.html',
  'rates and funnel': 'compare/index.html',
  estimate: 'estimate/index.html',
  'years at a glance': 'series/index.html',
  'years of one measure': 'series/flagged/index.html',
  'statements of one year': 'series/flagged/2015-16/index.html',
  'statements of other periods': 'series/communication/other-periods/index.html',
  revisions: 'revisions/index.html',
  'bulletin of a force': 'bulletin/force/northumbria/index.html',
  'bulletin without a number': 'bulletin/force/metropolitan/index.html',
  'bulletin of the country': 'bulletin/country/england-and-wales/index.html',
  tables: 'tables/index.html',
  'table with one column': 'tables/totals-by-force/index.html',
  'table with many columns': 'tables/ages/index.html',
  'origin with a sentence': ({ origins }) => originPage(origins, 'sentence'),
  'origin with a row': ({ origins }) => originPage(origins, 'row'),
  'figure that was worked out': ({ figures }) =>
    `figure/${figures.find(({ method, group }) => method === 'difference' && group !== null)?.id}/index.html`,
  method: 'method/index.html',
  quality: 'quality/index.html',
  help: 'help/index.html',
  data: 'data/index.html',
  'missing page': 'nothing-here',
};

function originPage(origins: Manifest['origins'], kind: string): string {
  return `origin/${origins.find(({ shown }) => shown.kind === kind)?.id}/index.html`;
}

function pathOf(kind: string): string {
  const path = KINDS[kind] ?? '';
  return typeof path === 'string' ? path : path(manifest);
}

/** Run in the page, where the types of this program do not reach. */
const SMALL_TARGETS = `[...document.querySelectorAll('nav a, .exit a, .support a, .table a, .tile, .plain a, .foot a, .button')]
  .map((link) => [link.textContent, link.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < 24)
  .map(([text, { width, height }]) => text + ' ' + Math.round(width) + ' by ' + Math.round(height))`;

const FOCUS_COVERED = `(() => {
  const one = document.activeElement;
  const bar = document.querySelector('.exit');
  if (bar.contains(one) || one === document.body || one.classList.contains('govuk-skip-link')) return false;
  return one.getBoundingClientRect().bottom <= bar.getBoundingClientRect().bottom;
})()`;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dir = mkdtempSync(join(tmpdir(), 'cyberflag-site-'));
let manifest: Manifest;
let served: Served;
let browser: Browser;

before(async () => {
  const example = join(import.meta.dirname, '..', '..', 'examples', 'flagged-2015-16');
  await makeRelease({ dir: example, out: dir, progress: () => undefined });
  manifest = JSON.parse(readFileSync(join(dir, 'release.json'), 'utf8'));
  served = await serveRelease({ dir, port: 0 });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await served?.close();
  rmSync(dir, { recursive: true });
});

type Open = { readonly page: Page; readonly heard: string[]; readonly close: () => Promise<void> };

/** A page that writes down what must not happen: a message on the console, or a request to another host. */
async function open(viewport: typeof WIDE, options: { javaScriptEnabled?: boolean } = {}): Promise<Open> {
  const context = await browser.newContext({ viewport, bypassCSP: false, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(served.address) && !request.url().startsWith('file:'))
      heard.push(`asked: ${request.url()}`);
  });
  await page.route(`${EXIT}*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  return { page, heard, close: () => context.close() };
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

for (const viewport of [WIDE, NARROW]) {
  test(`a reader goes from the home page to the cell a number was read from and back, at ${viewport.width} px`, async () => {
    const { page, heard, close } = await open(viewport);
    await page.goto(served.address);
    assert.match(await page.locator('.hero__number').innerText(), /3,186\s+offences, from 38 of 44 forces/);
    await page.locator('main').getByRole('link', { name: 'East Midlands' }).first().click();
    assert.equal(await page.locator('h1').innerText(), 'East Midlands');
    assert.equal(await page.locator('.statement__number').innerText(), '292');
    await page.locator('main').getByRole('link', { name: 'Leicestershire Police' }).first().click();
    assert.equal(await page.locator('h1').innerText(), 'Leicestershire Police');
    await page.getByRole('link', { name: 'Where this number was read' }).click();
    assert.equal(await page.locator('mark').innerText(), '97');
    assert.match(await page.locator('.facts').innerText(), /Leicestershire answer\.xlsx/);
    await page.getByRole('link', { name: '97 offences' }).first().click();
    assert.equal(await page.locator('.statement__number').innerText(), '97');
    await page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Leicestershire Police' })
      .click();
    await page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'East Midlands' })
      .click();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Home' }).click();
    assert.equal(await page.locator('.statement__number').innerText(), '3,186');
    assert.deepEqual(heard, []);
    await close();
  });
}

for (const kind of Object.keys(KINDS)) {
  test(`axe finds nothing wrong with the page "${kind}", wide or narrow, and it fits 320 px`, async () => {
    const { page, heard, close } = await open(WIDE);
    for (const viewport of [WIDE, NARROW]) {
      await page.setViewportSize(viewport);
      await page.goto(served.address + pathOf(kind));
      assert.equal(await overflow(page), 0, `${kind} scrolls sideways at ${viewport.width} px`);
      await page.evaluate(axe);
      assert.deepEqual(await violations(page), []);
    }
    assert.deepEqual(
      heard.filter((line) => !(kind === 'missing page' && line.includes('404'))),
      [],
    );
    await close();
  });
}

async function violations(page: Page): Promise<readonly string[]> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await page.evaluate(
    `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(rules)} } })`,
  );
  const { violations: broken } = found as { violations: { id: string; nodes: { html: string }[] }[] };
  return broken.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('a page opens from the disk with its style and its script', async () => {
  const { page, heard, close } = await open(WIDE);
  await page.goto(pathToFileURL(join(dir, 'site', 'force/leicestershire/index.html')).href);
  assert.equal(await page.locator('.statement__number').innerText(), '97');
  assert.equal(await page.evaluate('getComputedStyle(document.querySelector(".exit")).position'), 'sticky');
  assert.equal(await page.locator('#exit-hint').isVisible(), true);
  await page.getByRole('link', { name: 'East Midlands' }).first().click();
  assert.equal(await page.locator('h1').innerText(), 'East Midlands');
  assert.deepEqual(heard, []);
  await close();
});

test('a target for a finger is at least 24 px each way', async () => {
  const { page, close } = await open(NARROW);
  for (const kind of Object.keys(KINDS)) {
    await page.goto(served.address + pathOf(kind));
    const small = await page.evaluate(SMALL_TARGETS);
    assert.deepEqual(small, [], kind);
  }
  await close();
});

test('the keyboard reaches first the skip link, then the way out, and the skip link leads to the content', async () => {
  const { page, close } = await open(WIDE);
  await page.goto(`${served.address}force/leicestershire/index.html`);
  const focused = async (): Promise<string> =>
    String(await page.evaluate('document.activeElement.textContent.trim()'));
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^Skip to main content/);
  assert.equal(await page.evaluate('document.activeElement.getBoundingClientRect().top >= 0'), true);
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^Leave this page/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.id'), 'main-content');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.querySelector("main").contains(document.activeElement)'), true);
  await close();
});

test('nothing that has the focus is hidden under the bar with the way out', async () => {
  const { page, close } = await open(NARROW);
  await page.goto(`${served.address}quality/index.html`);
  await page.locator('footer a').last().focus();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Shift+Tab');
    const covered = await page.evaluate(FOCUS_COVERED);
    assert.equal(covered, false);
  }
  await close();
});

test('Escape pressed three times leaves the page, and going back does not return to it', async () => {
  const { page, close } = await open(WIDE);
  await page.goto(served.address);
  await page.goto(`${served.address}force/leicestershire/index.html`);
  await page.keyboard.press('Escape');
  assert.match(await page.locator('#exit-status').innerText(), /two more times/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL(EXIT);
  await page.goBack();
  assert.equal(page.url(), served.address);
  await close();
});

test('Escape pressed twice, or slowly, does not leave the page', async () => {
  const { page, close } = await open(WIDE);
  await page.goto(served.address);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(3600);
  assert.equal(await page.locator('#exit-status').innerText(), '');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  assert.equal(page.url(), served.address);
  assert.equal(await page.locator('main').isVisible(), true);
  await close();
});

test('the page is hidden at once, before the other page has come', async () => {
  const { page, close } = await open(WIDE);
  await page.route(`${EXIT}*`, (route) => route.fulfill({ status: 204 }));
  await page.goto(served.address);
  await page.evaluate('document.getElementById("exit-link").click()');
  assert.equal(await page.locator('main').isVisible(), false);
  assert.equal(await page.title(), 'Weather');
  await close();
});

test('without scripts the way out is a link, and a reader still reaches the cell a number was read from', async () => {
  const { page, heard, close } = await open(NARROW, { javaScriptEnabled: false });
  await page.goto(served.address);
  assert.equal(await page.locator('#exit-hint').isVisible(), false);
  await page.locator('main').getByRole('link', { name: 'East Midlands' }).first().click();
  await page.locator('main').getByRole('link', { name: 'Leicestershire Police' }).first().click();
  await page.getByRole('link', { name: 'Where this number was read' }).click();
  assert.equal(await page.locator('mark').innerText(), '97');
  assert.deepEqual(heard, []);
  await page.getByRole('link', { name: /^Leave this page/ }).click();
  await page.waitForURL(EXIT);
  await close();
});

test('printed, a page keeps its numbers and help and drops navigation and the way out', async () => {
  const { page, close } = await open(WIDE);
  await page.goto(`${served.address}force/leicestershire/index.html`);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.exit', '.nav', '.govuk-breadcrumbs'])
    assert.equal(await page.locator(gone).isVisible(), false, gone);
  for (const kept of ['.statement__number', '.brief', '.support', '.table'])
    assert.equal(await page.locator(kept).first().isVisible(), true, kept);
  await close();
});

test('text at twice its size still fits the window', async () => {
  const { page, close } = await open({ width: 640, height: 800 });
  for (const kind of Object.keys(KINDS)) {
    await page.goto(served.address + pathOf(kind));
    await page.evaluate('document.documentElement.style.setProperty("font-size", "200%")');
    assert.equal(await overflow(page), 0, kind);
  }
  await close();
});

test('a reader finds a force by the name of a town, with the keyboard alone', async () => {
  const { page, heard, close } = await open(NARROW);
  await page.goto(`${served.address}areas/find/index.html`);
  await page.getByLabel('Name of a place or force').focus();
  await page.keyboard.type('hartle');
  assert.equal(await page.locator('#find-status').innerText(), '1 place');
  await page.keyboard.press('Tab');
  assert.match(String(await page.evaluate('document.activeElement.textContent')), /Hartlepool/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/force\/cleveland/);
  assert.equal(await page.locator('h1').innerText(), 'Cleveland Police');
  assert.deepEqual(heard, []);
  await close();
});

test('without scripts every place is in the list and leads to its force', async () => {
  const { page, close } = await open(WIDE, { javaScriptEnabled: false });
  await page.goto(`${served.address}areas/find/index.html`);
  assert.equal(await page.locator('#find').isVisible(), false);
  await page.getByRole('link', { name: 'Hartlepool', exact: true }).click();
  assert.equal(await page.locator('h1').innerText(), 'Cleveland Police');
  await close();
});

test('the keyboard opens what a page of a force keeps folded, and every number in it has its release', async () => {
  const { page, close } = await open(WIDE);
  await page.goto(`${served.address}force/northumbria/index.html`);
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  assert.match(await page.locator('details').innerText(), /170 \(June 2016\)/);
  await close();
});
